// SPDX-License-Identifier: Apache-2.0

// The table of counts on dynalite, driven by a C++ program. VOTES_MODULES: the folder whose node_modules has dynalite and
// kinesalite; VOTES_TABLE_DRIVER: the program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { call } from '../../../examples/votes/local/aws_json.mjs';
import { startServices } from '../../../examples/votes/local/services.mjs';

const { VOTES_MODULES: modules = '', VOTES_TABLE_DRIVER: driver = '' } = process.env;
const skip = existsSync(`${modules}/node_modules/dynalite`) ? false : 'needs kinesalite and dynalite (npm ci)';
if (skip) console.log(`SKIPPED: ${skip}`);
let services;

before(async () => {
  if (!skip) services = await startServices({ modules, stream: 'votes', table: 'votes' });
});
after(() => services?.stop());

/** The lines that the driver prints. */
function drive(records) {
  const child = spawn(driver, [], {
    env: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: services.dynamodb },
  });
  child.stdin.end(records.map((record) => `${record.join(' ')}\n`).join(''));
  return new Promise((resolve, reject) => {
    let text = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text.trim().split('\n')) : reject(new Error(errors))));
  });
}

test('a record is counted once for its candidate, however often it comes', { skip }, async () => {
  const [one, two] = ['shardId-000000000000', 'shardId-000000000001'];
  const long = '49590338271490256608559692538361571095921575989136588898';
  const lines = await drive([
    ['Ada', one, '9'],
    ['Ada', one, '9'],
    ['Ada', one, '10'],
    ['Ada', one, '9'],
    ['Ada', two, '9'],
    ['Zoë', one, '9'],
    ['Ada', two, long],
    ['Ada', two, long],
  ]);
  assert.deepEqual(lines, ['now', 'before', 'now', 'before', 'now', 'now', 'now', 'before', 'Ada 4', 'Zoë 1']);
  const { Item } = await call(services.dynamodb, 'dynamodb', 'GetItem', { TableName: 'votes', Key: { candidate: { S: 'Ada' } } });
  assert.deepEqual(Object.keys(Item).sort(), ['candidate', `last:${one}`, `last:${two}`, 'votes']);
  assert.equal(Item[`last:${two}`].S, long.padStart(129, '0'));
});

test('the stream has two shards, and takes what is put on it', { skip }, async () => {
  const { StreamDescription } = await call(services.kinesis, 'kinesis', 'DescribeStream', { StreamName: 'votes' });
  assert.equal(StreamDescription.Shards.length, 2);
  const put = { StreamName: 'votes', Data: 'e30=', PartitionKey: 'k' };
  const { SequenceNumber } = await call(services.kinesis, 'kinesis', 'PutRecord', put);
  assert.match(SequenceNumber, /^\d{56}$/);
});
