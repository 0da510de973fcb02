// SPDX-License-Identifier: Apache-2.0

// node check.mjs --producer PROGRAM --consumer PROGRAM --modules DIR [--votes N] [--chromium PROGRAM] [--verbose]
//
// The pipeline from end to end: casts votes over HTTP while faults are made, and compares what was counted with what was cast.
// Prints a transcript; the exit code is 1 where something is not as it must be.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { call } from './local/aws_json.mjs';
import { Chromium } from './local/chromium.mjs';
import { cutAfter, denyOnce, throttleEvery } from './local/faults.mjs';
import { startPipeline, stream } from './local/pipeline.mjs';

const ballot = ['Ada Lovelace', 'Grace Hopper', 'Konrad Zuse', 'Zoë 🗳'];
const choices = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3]; // of ten voters
const poisons = ['not a vote', '{"vote":""}'];
const patience = 60_000; // ms for the stream to be drained

const { values } = parseArgs({
  options: {
    producer: { type: 'string' },
    consumer: { type: 'string' },
    modules: { type: 'string' },
    votes: { type: 'string', default: '1000' },
    chromium: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
for (const name of ['producer', 'consumer', 'modules']) {
  if (values[name] === undefined) {
    console.error(`check.mjs: --${name} is missing`);
    process.exit(2);
  }
}
const votes = Number(values.votes);
if (!Number.isInteger(votes) || votes < 200) {
  console.error('check.mjs: --votes takes a number from 200 on: faults are made on the way');
  process.exit(2);
}

if (!existsSync(path.join(values.modules, 'node_modules', 'kinesalite'))) {
  console.log(`SKIPPED: kinesalite is not in ${values.modules} (npm ci)`);
  process.exit(1);
}

let failures = 0;
const lines = []; // that the functions print

function expect(holds, claim) {
  console.log(`  ${holds ? 'ok    ' : 'FAILED'} ${claim}`);
  if (!holds) failures++;
}

// --- The steps --------------------------------------------------------------------------------------------------------

async function post(url, body) {
  const response = await fetch(`${url}/votes`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  const text = await response.text();
  return { status: response.status, ok: response.ok, text };
}

/** A vote that could not be taken (503) is cast again, as its answer asks for. */
async function cast(url, body) {
  const tries = 5;
  for (let number = 1; ; number++) {
    const answer = await post(url, body);
    if (answer.status !== 503 || number === tries) return answer;
  }
}

/** The counts that must come of it. Each vote has a candidate by its number, and a voter of its own. */
async function castVotes(url, afterHalf) {
  const expected = {};
  const refused = [];
  let next = 0;
  const voter = async () => {
    while (next < votes) {
      const n = next++;
      if (n === Math.floor(votes / 2)) await afterHalf();
      const vote = ballot[choices[n % choices.length]];
      const { ok, status, text } = await cast(url, JSON.stringify({ vote, voter: `voter-${n}` }));
      if (ok) expected[vote] = (expected[vote] ?? 0) + 1;
      else refused.push(`${status} ${text}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, voter));
  return { expected, refused };
}

/** Puts what is no vote on the stream, past the producer; the sequence numbers. */
async function poison(kinesis) {
  const numbers = [];
  for (const text of poisons) {
    const put = { StreamName: stream, PartitionKey: text, Data: Buffer.from(text).toString('base64') };
    numbers.push((await call(kinesis, 'kinesis', 'PutRecord', put)).SequenceNumber);
  }
  return numbers;
}

/** How many records each shard holds, read anew. */
async function recordsOnStream(kinesis) {
  const { StreamDescription } = await call(kinesis, 'kinesis', 'DescribeStream', { StreamName: stream });
  const numbers = [];
  for (const { ShardId } of StreamDescription.Shards) {
    const start = { StreamName: stream, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let { ShardIterator } = await call(kinesis, 'kinesis', 'GetShardIterator', start);
    for (let number = 0; ; ) {
      const { Records, NextShardIterator } = await call(kinesis, 'kinesis', 'GetRecords', { ShardIterator, Limit: 10_000 });
      number += Records.length;
      ShardIterator = NextShardIterator;
      if (Records.length > 0) continue;
      numbers.push(number);
      break;
    }
  }
  return numbers;
}

async function drained(source, records) {
  const end = Date.now() + patience;
  while (source.counts.settled < records && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return source.counts.settled;
}

async function readCounts(url) {
  const response = await fetch(`${url}/votes`);
  if (!response.ok) throw new Error(`GET /votes: ${response.status} ${await response.text()}`);
  const { counts } = await response.json();
  return Object.fromEntries(counts.map((count) => [count.candidate, count.votes]));
}

async function checkPage(url, program, expected) {
  const browser = await Chromium.start(program);
  try {
    const total = Object.values(expected).reduce((sum, number) => sum + number, 0);
    const count = "Number(document.querySelector('#candidates li .count').textContent.replace(/\\D/g, ''))";
    await browser.open(`${url}/`);
    await browser.until(`document.getElementById('total').textContent.replace(/\\D/g, '') === '${total}'`);
    await browser.click('#candidates li:first-child button');
    await browser.until(`${count} === ${expected[ballot[0]] + 1}`);
    return true;
  } catch (error) {
    console.log(error.message);
    return false;
  } finally {
    await browser.stop();
  }
}

const same = (a, b) => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

// --- The transcript ---------------------------------------------------------------------------------------------------

async function check(pipeline, faults, deadLetters) {
  const { url, services, source, functions } = pipeline;

  console.log(`Casting ${votes} votes, with faults`);
  const begin = Date.now();
  let poisoned = [];
  const { expected, refused } = await castVotes(url, async () => {
    poisoned = await poison(services.kinesis);
  });
  const invalid = await post(url, '{"vote":""}');
  const seconds = (Date.now() - begin) / 1000;
  console.log(`  ${votes} requests in ${seconds.toFixed(1)} s, ${faults.throttled.made} puts throttled, ${poisoned.length} poisoned records put on the stream`);
  expect(refused.length === 0, `every vote was taken${refused.length > 0 ? `; ${refused.length} were not: ${refused[0]}` : ''}`);
  expect(invalid.status >= 400 && invalid.status < 500, `a vote for nobody is refused (HTTP ${invalid.status})`);

  console.log('Draining the stream');
  const shards = await recordsOnStream(services.kinesis);
  const records = shards.reduce((sum, number) => sum + number, 0);
  const settled = await drained(source, records);
  const { invocations, errors, started } = functions.consumer.counts;
  console.log(`  ${records} records on ${shards.length} shards (${shards.join(' + ')}), ${invocations} invocations of the consumer, ${errors} of them failed,`);
  console.log(`  ${source.counts.retries} batches delivered again, ${started} consumer processes started`);
  expect(records === votes + poisons.length, `the stream holds each vote once, and the poisoned records: ${votes} + ${poisons.length}`);
  expect(settled === records, `all of them are settled: ${settled}`);

  console.log('The faults');
  expect(faults.throttled.made > 0, `puts were throttled: ${faults.throttled.made}`);
  expect(faults.denied.made === 1, 'the consumer met with an error that no retry mends');
  expect(faults.cut.made === 1 && started > 1, 'the consumer was killed when a vote was counted and not yet acknowledged');

  console.log('The counts');
  const counts = await readCounts(url);
  for (const candidate of ballot) console.log(`  ${candidate}: ${expected[candidate]} cast, ${counts[candidate] ?? 0} counted`);
  expect(same(counts, expected), 'what was cast was counted, each vote once');

  console.log('The dead letters');
  const letters = readFileSync(deadLetters, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).KinesisBatchInfo);
  for (const letter of letters) console.log(`  ${letter.shardId}: ${letter.startSequenceNumber}, ${letter.batchSize} record(s)`);
  const given = letters.filter(({ batchSize }) => batchSize === 1).map(({ startSequenceNumber }) => startSequenceNumber);
  expect(String(given.sort()) === String(poisoned.sort()) && letters.length === given.length, 'they are the poisoned records, and no others');

  console.log('The page');
  if (values.chromium === undefined) console.log('  left out: --chromium is not given');
  else expect(await checkPage(url, values.chromium, expected), 'it shows the counts, and a click raises a bar');
}

const folder = mkdtempSync(path.join(tmpdir(), 'votes-check-'));
const deadLetters = path.join(folder, 'dead-letters.jsonl');
const faults = {
  throttled: throttleEvery(7, 'PutRecord'),
  denied: denyOnce(Math.floor(votes / 10), 'UpdateItem'),
  cut: cutAfter(Math.floor(votes / 4), 'UpdateItem', () => pipeline.functions.consumer.kill()),
};
const pipeline = await startPipeline({
  producer: [values.producer],
  consumer: [values.consumer],
  modules: values.modules,
  deadLetters,
  kinesisFaults: [faults.throttled],
  dynamodbFaults: [faults.denied, faults.cut],
  log: (line) => (values.verbose ? console.log(line) : lines.push(line)),
});
try {
  await check(pipeline, faults, deadLetters);
} catch (error) {
  console.log(`  FAILED ${error.stack}`);
  failures++;
} finally {
  await pipeline.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0 && lines.length > 0) console.log(`What the functions printed last:\n  ${lines.slice(-20).join('\n  ')}`);
console.log(failures === 0 ? 'Nothing was lost, nothing was counted twice.' : `${failures} of the claims above do not hold.`);
process.exitCode = failures === 0 ? 0 : 1;
