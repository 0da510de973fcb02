// SPDX-License-Identifier: Apache-2.0

// node blaze.mjs CASES TIMES ROUNDS SECONDS: what Blaze's command line says of its own time on each
// case of cases.hpp, into the form that read_times() reads.

import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [casesPath, timesPath, rounds, seconds] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve('@sourcemeta/jsonschema/package.json'));
const { version } = require('@sourcemeta/jsonschema/package.json');

// Its script for node starts this.
const programs = path.join(folder, 'build', 'github-releases');
const system = `${process.platform}-${process.arch === 'x64' ? 'x86_64' : process.arch}`;
const name = readdirSync(programs).find((file) => file === `jsonschema-${system}`);
if (!name) throw new Error(`Blaze has no program for ${system}`);
const program = path.join(programs, name);

// "payload.json: PASS 0.226 +- 0.286 us (0.023)": the mean, from which it has taken off what is in brackets, its measurement
// of reading the clock. What disturbs that measurement makes the mean too small, down to 0.001 where it would be negative.
const kTime = /: (PASS|FAIL) ([0-9.]+) \+- [0-9.]+ us \(([0-9.]+)\)/;
const kLeast = 0.001;
let leastClock = Infinity;

function run({ schema, dialect, references, payload }, loop) {
  const { stdout, stderr } = spawnSync(
    program,
    ['validate', schema, payload, '--fast', '--benchmark', '--loop', loop,
      '--default-dialect', dialect, ...references.flatMap((file) => ['--resolve', file])],
    { encoding: 'utf8' });
  const found = kTime.exec(stdout);
  if (!found) return { refusal: (stderr || stdout).split('\n')[0].replace(/^error: /, '') };
  const [mean, clock] = [Number(found[2]), Number(found[3])];
  leastClock = Math.min(leastClock, clock);
  const together = mean > kLeast ? mean + clock : Infinity;
  return { verdict: found[1] === 'PASS' ? 'valid' : 'invalid', together };
}

function measure(one) {
  const first = run(one, 1000);
  if (first.refusal) return first;
  const loop = Math.min(1e6, Math.max(1000, Math.round(seconds * 1e6 / Math.min(first.together, 1e3))));
  let least = Infinity;
  for (let round = 0; round < rounds || (least === Infinity && round < 10 * rounds); ++round) {
    least = Math.min(least, run(one, loop).together);
  }
  return { verdict: first.verdict, together: least };
}

function inWords({ refusal, verdict, together }) {
  if (refusal) return `refused ${refusal}`;
  if (together === Infinity) return 'refused its measurement of the clock was disturbed';
  return `${verdict} ${Math.max(together - leastClock, kLeast) * 1e-6}`;
}

const lines = require(path.resolve(casesPath)).map(measure).map(inWords);
const head = [
  `Blaze ${version}`,
  'jsonschema validate --fast --benchmark --loop: its own time over a document that is parsed already, reading the clock taken off; it stops at the first violation',
];
writeFileSync(timesPath, [...head, ...lines].join('\n') + '\n');
