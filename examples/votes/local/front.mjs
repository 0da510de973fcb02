// SPDX-License-Identifier: Apache-2.0

// node front.mjs --producer PROGRAM --consumer PROGRAM --modules DIR [--port N] [--dead-letters FILE]
//
// Runs the pipeline until it is interrupted. --modules: the folder whose node_modules has kinesalite and dynalite.
import { parseArgs } from 'node:util';
import { startPipeline } from './pipeline.mjs';

const { values } = parseArgs({
  options: {
    producer: { type: 'string' },
    consumer: { type: 'string' },
    modules: { type: 'string' },
    port: { type: 'string', default: '0' },
    'dead-letters': { type: 'string', default: 'dead-letters.jsonl' },
  },
});
for (const name of ['producer', 'consumer', 'modules']) {
  if (values[name] === undefined) {
    console.error(`front.mjs: --${name} is missing`);
    process.exit(2);
  }
}

const pipeline = await startPipeline({
  producer: [values.producer],
  consumer: [values.consumer],
  modules: values.modules,
  port: Number(values.port),
  deadLetters: values['dead-letters'],
  log: (line) => console.log(line),
});
console.log(`Vote at ${pipeline.url}/
  POST ${pipeline.url}/votes  {"vote": "Ada"}
  GET  ${pipeline.url}/votes
Records that were given up: ${values['dead-letters']}
Ctrl-C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await pipeline.stop();
    process.exit(0);
  });
}
