// SPDX-License-Identifier: Apache-2.0

// node ajv.mjs CASES TIMES ROUNDS SECONDS: JSON.parse and ajv behind it on each case of cases.hpp,
// into the form that read_times() reads.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';

const [casesPath, timesPath, rounds, seconds] = process.argv.slice(2);
const read = (path) => readFileSync(path, 'utf8');

const compiled = new Map();
function compile({ schema, dialect, references }) {
  // Formats are annotations; schemas of others have keywords of their own.
  const options = { strict: false, validateFormats: false, logger: false };
  const ajv = dialect.includes('draft-04') ? new AjvDraft04(options) : new Ajv(options);
  for (const reference of references) ajv.addSchema(JSON.parse(read(reference)));
  return ajv.compile(JSON.parse(read(schema)));
}
function validator(one) {
  if (!compiled.has(one.schema)) {
    try {
      compiled.set(one.schema, { validate: compile(one) });
    } catch (error) {
      compiled.set(one.schema, { refusal: error.message.split('\n')[0] });
    }
  }
  return compiled.get(one.schema);
}

function once({ validate, text }, runs) {
  const start = performance.now();
  for (let i = 0; i < runs; ++i) validate(JSON.parse(text));
  return (performance.now() - start) / 1000;
}

// Until the engine has compiled what it will.
const kWarmRuns = 20000;
const kWarmSeconds = 0.05;
function warmUp(one) {
  let spent = 0;
  for (one.runs = 16; once(one, one.runs) < seconds; one.runs *= 2);
  for (let runs = 0; runs < kWarmRuns && spent < kWarmSeconds; runs += one.runs) spent += once(one, one.runs);
}

const cases = JSON.parse(read(casesPath)).map((one) => ({ ...validator(one), text: read(one.payload), least: Infinity }));
const measurable = cases.filter((one) => one.validate);
measurable.forEach(warmUp);
for (let round = 0; round < rounds; ++round) {
  for (const one of measurable) one.least = Math.min(one.least, once(one, one.runs) / one.runs);
}

const { version } = createRequire(import.meta.url)('ajv/package.json');
const lines = cases.map((one) => {
  if (!one.validate) return `refused ${one.refusal}`;
  return `${one.validate(JSON.parse(one.text)) ? 'valid' : 'invalid'} ${one.least}`;
});
const head = [
  `ajv ${version}`,
  `JSON.parse of a string that node ${process.versions.node} has decoded, then the compiled schema, up to the first violation; warmed up`,
];
writeFileSync(timesPath, [...head, ...lines].join('\n') + '\n');
