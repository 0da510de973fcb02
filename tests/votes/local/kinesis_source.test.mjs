// SPDX-License-Identifier: Apache-2.0

// The event source mapping: what a function is invoked with, in which order, and what becomes of records that fail.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { KinesisSource } from '../../../examples/votes/local/kinesis_source.mjs';
import { FakeKinesis } from './fake_kinesis.mjs';

let kinesis;
let source;

/**
 * Runs a source over the shards until `settled` records are settled. `consume` is told the texts of a batch, and returns an
 * outcome, or nothing where all is well. The batches as they were delivered, and the dead letters.
 */
async function run(shards, settled, consume, settings = {}, prepare = () => {}) {
  const batches = [];
  const letters = [];
  kinesis = new FakeKinesis(shards);
  prepare(kinesis);
  const url = await kinesis.listen();
  await new Promise((resolve, reject) => {
    const invoke = async (payload) => {
      const event = JSON.parse(payload);
      const texts = event.Records.map((record) => Buffer.from(record.kinesis.data, 'base64').toString());
      batches.push(texts);
      return { id: 'request', payload: '', ...consume(texts, event) };
    };
    source = new KinesisSource({ url, stream: 'fake', invoke, onFailure: (letter) => letters.push(letter), pollInterval: 1, retryDelay: 0, ...settings });
    const timer = setInterval(() => {
      if (source.counts.settled < settled) return;
      clearInterval(timer);
      resolve();
    }, 1);
    source.start().catch(reject);
  });
  return { batches, letters, counts: source.counts };
}

afterEach(async () => {
  await source.stop();
  kinesis.stop();
});

const fails = { error: { errorType: 'Oops' } };
const failedAt = (event, index) => ({
  payload: JSON.stringify({ batchItemFailures: [{ itemIdentifier: event.Records[index].kinesis.sequenceNumber }] }),
});

test('records come as the service gives them', async () => {
  let event;
  await run({ 'shardId-000000000001': ['vote'] }, 1, (_, seen) => void (event = seen));
  assert.deepEqual(event, { Records: [{
    kinesis: { kinesisSchemaVersion: '1.0', partitionKey: 'key', sequenceNumber: '1', data: 'dm90ZQ==', approximateArrivalTimestamp: 1_700_000_001 },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: 'shardId-000000000001:1',
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::000000000000:role/votes',
    awsRegion: 'eu-central-1',
    eventSourceARN: 'arn:aws:kinesis:eu-central-1:000000000000:stream/fake',
  }] });
});

test('a shard is read in its order, in batches', async () => {
  const { batches } = await run({ s: ['a', 'b', 'c', 'd', 'e'] }, 5, () => undefined, { batchSize: 2 });
  assert.deepEqual(batches, [['a', 'b'], ['c', 'd'], ['e']]);
});

test('shards are read side by side, each with one batch under way', async () => {
  const { batches } = await run({ s: ['a', 'b'], t: ['x', 'y'] }, 4, () => undefined, { batchSize: 1 });
  assert.deepEqual(batches.flat().filter((text) => 'ab'.includes(text)), ['a', 'b']);
  assert.deepEqual(batches.flat().filter((text) => 'xy'.includes(text)), ['x', 'y']);
});

test('after a failure of items, the batch begins at the lowest of them', async () => {
  const failures = [2, 1];
  const { batches, counts } = await run({ s: ['a', 'b', 'c', 'd'] }, 4, (_, event) =>
    failures.length > 0 ? failedAt(event, failures.shift()) : undefined);
  assert.deepEqual(batches, [['a', 'b', 'c', 'd'], ['c', 'd'], ['d']]);
  assert.equal(counts.retries, 2);
});

test('a batch that fails is halved until the bad record is alone, which is given up', async () => {
  const { batches, letters, counts } = await run({ s: ['a', 'b', 'bad', 'd'] }, 4,
    (texts) => (texts.includes('bad') ? fails : undefined), { maximumRetryAttempts: 2 });
  assert.deepEqual(batches, [['a', 'b', 'bad', 'd'], ['a', 'b'], ['bad', 'd'], ['bad'], ['bad'], ['bad'], ['d']]);
  assert.equal(counts.deadLetters, 1);
  assert.equal(letters.length, 1);
  const { requestContext, responseContext, KinesisBatchInfo } = letters[0];
  assert.equal(requestContext.condition, 'RetryAttemptsExhausted');
  assert.equal(requestContext.approximateInvokeCount, 3);
  assert.equal(responseContext.functionError, 'Unhandled');
  assert.deepEqual(KinesisBatchInfo, {
    shardId: 's',
    startSequenceNumber: '3',
    endSequenceNumber: '3',
    approximateArrivalOfFirstRecord: '2023-11-14T22:13:23.000Z',
    approximateArrivalOfLastRecord: '2023-11-14T22:13:23.000Z',
    batchSize: 1,
    streamArn: 'arn:aws:kinesis:eu-central-1:000000000000:stream/fake',
  });
});

test('a bad record that is reported as an item is given up alone, too', async () => {
  const { letters } = await run({ s: ['a', 'bad', 'c', 'd'] }, 4, (texts, event) =>
    texts.includes('bad') ? failedAt(event, texts.indexOf('bad')) : undefined, { maximumRetryAttempts: 1 });
  assert.deepEqual(letters.map(({ KinesisBatchInfo }) => KinesisBatchInfo.startSequenceNumber), ['2']);
  assert.equal(letters[0].responseContext.functionError, undefined);
});

test('without bisecting, a batch is given up as a whole', async () => {
  const { batches, letters } = await run({ s: ['a', 'bad'] }, 2, () => fails, { bisectBatchOnFunctionError: false, maximumRetryAttempts: 1 });
  assert.deepEqual(batches, [['a', 'bad'], ['a', 'bad']]);
  assert.equal(letters[0].KinesisBatchInfo.batchSize, 2);
});

test('an iterator that has expired is made anew, behind what is settled', async () => {
  const batches = [];
  let late;
  const consume = (texts) => {
    batches.push(texts);
    kinesis.shards[0].records.push(...late.splice(0));
  };
  await run({ s: ['a', 'b', 'c'] }, 3, consume, {}, (fake) => {
    late = fake.shards[0].records.splice(2);
    fake.expired = 2;
  });
  assert.deepEqual(batches, [['a', 'b'], ['c']]);
  assert.ok(kinesis.expired <= 0, 'reads were refused');
});
