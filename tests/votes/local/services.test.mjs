// SPDX-License-Identifier: Apache-2.0

// The client on kinesalite and dynalite, driven by C++ programs of tests/votes/drivers. VOTES_MODULES: the folder whose
// node_modules has the two; VOTES_COUNT_VOTES, VOTES_PUT_RECORDS: the programs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { call } from '../../../examples/votes/local/aws_json.mjs';
import { cutAfter, faultProxy, throttleOnce } from '../../../examples/votes/local/faults.mjs';
import { startServices } from '../../../examples/votes/local/services.mjs';

const modules = process.env.VOTES_MODULES ?? '';
const skip = existsSync(`${modules}/node_modules/dynalite`) ? false : 'needs kinesalite and dynalite (npm ci)';
if (skip) console.log(`SKIPPED: ${skip}`);
let services;

before(async () => {
  if (!skip) services = await startServices({ modules, stream: 'votes', table: 'votes' });
});
after(() => services?.stop());

/** The lines that a program prints, which is given lines of words, and calls the service at the URL. */
function drive(command, url, lines) {
  const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL: url };
  const child = spawn(command[0], command.slice(1), { env: environment });
  child.stdin.end(lines.map((words) => `${words.join(' ')}\n`).join(''));
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
  const lines = await drive([process.env.VOTES_COUNT_VOTES], services.dynamodb, [
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

test('an update whose answer is lost is made again, and counts once', { skip }, async () => {
  const proxy = await faultProxy(services.dynamodb, [throttleOnce(1, 'UpdateItem'), cutAfter(2, 'UpdateItem', () => {})]);
  try {
    const shard = 'shardId-000000000000';
    const lines = await drive([process.env.VOTES_COUNT_VOTES], proxy.url, [['Grace', shard, '1'], ['Grace', shard, '2']]);
    assert.deepEqual(lines.slice(0, 2), ['before', 'now']);
    assert.ok(lines.includes('Grace 2'), lines.join('\n'));
  } finally {
    proxy.stop();
  }
});

/** The data of all records of the stream, as text. */
async function recordsOfStream() {
  const { StreamDescription } = await call(services.kinesis, 'kinesis', 'DescribeStream', { StreamName: 'votes' });
  const records = new Map();
  for (const { ShardId } of StreamDescription.Shards) {
    const request = { StreamName: 'votes', ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    const { ShardIterator } = await call(services.kinesis, 'kinesis', 'GetShardIterator', request);
    const { Records } = await call(services.kinesis, 'kinesis', 'GetRecords', { ShardIterator });
    for (const { SequenceNumber, Data } of Records) records.set(`${ShardId} ${SequenceNumber}`, Buffer.from(Data, 'base64').toString());
  }
  return records;
}

test('records are where the client says that they are, after requests that were throttled', { skip }, async () => {
  const throttled = throttleOnce(1, 'PutRecords');
  const proxy = await faultProxy(services.kinesis, [throttled]);
  try {
    const lines = Array.from({ length: 20 }, (_, n) => [`key-${n}`, `Zoë-${n}`]);
    const places = await drive([process.env.VOTES_PUT_RECORDS, 'votes'], proxy.url, lines);
    const records = await recordsOfStream();
    assert.equal(records.size, 21);
    const expected = [...lines.map(([, data]) => data), 'Zoë-0'];
    assert.deepEqual(places.map((place) => records.get(place)), expected);
    assert.equal(new Set(places.map((place) => place.split(' ')[0])).size, 2, 'both shards have some');
    assert.equal(throttled.made, 1);
  } finally {
    proxy.stop();
  }
});
