// SPDX-License-Identifier: Apache-2.0

// JSON.parse, and ajv behind it, on the payloads that `bench --write-payloads` wrote:
//
//   node ajv.mjs PAYLOADS RESULTS [--quick | --full] [--filter REGEX]
//
// RESULTS is written in the form of measurement.hpp, for `bench --merge`. Other options are those of
// the bench program alone, and are passed over.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Ajv2020 from 'ajv/dist/2020.js';

const { positionals, values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    full: { type: 'boolean' },
    filter: { type: 'string' },
  },
  allowPositionals: true,
  strict: false,
});
const [folder, output] = positionals;
const wanted = new RegExp(values.filter ?? '');

// As main.cpp has it.
function effort() {
  if (values.quick) return { repetitions: 3, seconds: 0.002 };
  if (values.full) return { repetitions: 9, seconds: 0.25 };
  return { repetitions: 5, seconds: 0.05 };
}
const { repetitions, seconds: enough } = effort();

const read = (name) => readFileSync(path.join(folder, name), 'utf8');

// Catalog schemas say "x-eventc", which ajv would refuse as an unknown keyword.
const ajv = new Ajv2020({ strict: false });
const compiled = new Map();
function validator(schema) {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(JSON.parse(read(schema))));
  return compiled.get(schema);
}

// Seconds for one run of `work`, by the wall clock.
function once(work, runs) {
  const start = performance.now();
  for (let i = 0; i < runs; ++i) {
    if (!work()) throw new Error('the payload was refused');
  }
  return (performance.now() - start) / 1000 / runs;
}

// The first repetition finds out how many runs fill the time, and has the engine compile the code.
function median(work) {
  let runs = 1;
  while (once(work, runs) * runs < enough) runs *= 2;
  const seconds = Array.from({ length: repetitions }, () => once(work, runs));
  return seconds.sort((a, b) => a - b)[repetitions >> 1];
}

const results = [];
function measure(step, contender, what, { payload, form }, text, work) {
  if (!wanted.test([step, payload, form, contender].join('/'))) return;
  const bytes = Buffer.byteLength(text);
  results.push({ step, contender, what, payload, form, seconds: median(work), bytes });
}

const kParse = 'a tree of values from a string that node has decoded; no schema; wall-clock time';
const kCheck = 'JSON.parse, then the compiled schema; base64 is not looked at; wall-clock time';
for (const entry of JSON.parse(read('index.json'))) {
  const text = read(entry.file);
  const validate = validator(entry.schema);
  if (validate(JSON.parse(text)) !== entry.valid) {
    const verdict = entry.valid ? 'refuses' : 'accepts';
    throw new Error(`ajv ${verdict} ${entry.payload}, ${entry.form}`);
  }
  if (!entry.valid) continue;
  measure('parse', 'node JSON.parse', kParse, entry, text, () => JSON.parse(text) !== null);
  measure('check', 'node + ajv', kCheck, entry, text, () => validate(JSON.parse(text)));
}

const { version } = createRequire(import.meta.url)('ajv/package.json');
const libraries = [`node ${process.versions.node}`, `ajv ${version}`];
writeFileSync(output, JSON.stringify({ libraries, results }, null, 2) + '\n');
