// SPDX-License-Identifier: Apache-2.0

// Lambda's event source mapping for a Kinesis stream: reads each shard in its order, and invokes a function with batches of its
// records, one batch of a shard at a time. (AWS Lambda Developer Guide, "How Lambda processes records from stream and
// queue-based event sources" and "Configuring partial batch response with Kinesis Data Streams and Lambda".)
import { call } from './aws_json.mjs';
import { firstFailure } from './batch_response.mjs';

const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** The event of records of a shard, as GetRecords gives them. */
export function toKinesisEvent(records, { shard, streamArn, region }) {
  return {
    Records: records.map((record) => ({
      kinesis: {
        kinesisSchemaVersion: '1.0',
        partitionKey: record.PartitionKey,
        sequenceNumber: record.SequenceNumber,
        data: record.Data,
        approximateArrivalTimestamp: record.ApproximateArrivalTimestamp,
      },
      eventSource: 'aws:kinesis',
      eventVersion: '1.0',
      eventID: `${shard}:${record.SequenceNumber}`,
      eventName: 'aws:kinesis:record',
      invokeIdentityArn: 'arn:aws:iam::000000000000:role/votes',
      awsRegion: region,
      eventSourceARN: streamArn,
    })),
  };
}

export class KinesisSource {
  #options;
  #stopped = false;
  #loops = [];
  #checkpoints = new Map(); // by shard: the sequence number up to which records are settled
  /** Records that are settled, batches that were delivered more than once, records that were given up. */
  counts = { settled: 0, retries: 0, deadLetters: 0 };

  /**
   * url and stream: of Kinesis. invoke(payload): {id, payload} or {id, error}. onFailure(letter): keeps what the on-failure
   * destination would get. The others are the mapping's settings by their names there. BisectBatchOnFunctionError: a batch
   * that fails is halved until the record that fails is alone; splitting is no retry.
   */
  constructor({ url, stream, invoke, onFailure = () => {}, functionArn = '', region = 'eu-central-1', batchSize = 100,
    maximumRetryAttempts = 3, bisectBatchOnFunctionError = true, pollInterval = 200, retryDelay = 100, log = () => {} }) {
    this.#options = { url, stream, invoke, onFailure, functionArn, region, batchSize, maximumRetryAttempts,
      bisectBatchOnFunctionError, pollInterval, retryDelay, log };
  }

  async start() {
    const { url, stream } = this.#options;
    const { StreamDescription } = await call(url, 'kinesis', 'DescribeStream', { StreamName: stream });
    this.#options.streamArn = StreamDescription.StreamARN;
    this.#loops = StreamDescription.Shards.map(({ ShardId }) => this.#follow(ShardId));
  }

  /** After the batches that are under way. */
  async stop() {
    this.#stopped = true;
    await Promise.all(this.#loops);
  }

  async #follow(shard) {
    const { log, pollInterval } = this.#options;
    let iterator;
    while (!this.#stopped) {
      try {
        iterator ??= await this.#iteratorOf(shard);
        const { Records, NextShardIterator } = await this.#read(iterator);
        for (let i = 0; i < Records.length && !this.#stopped; i += this.#options.batchSize) {
          await this.#deliver(shard, Records.slice(i, i + this.#options.batchSize));
        }
        iterator = NextShardIterator;
        if (iterator === undefined || iterator === null) return; // the shard was closed, and has been read
        if (Records.length === 0) await sleep(pollInterval);
      } catch (error) {
        log(`${shard}: ${error.message}`);
        iterator = undefined; // it may have expired: from the checkpoint on
        await sleep(pollInterval);
      }
    }
  }

  async #iteratorOf(shard) {
    const { url, stream } = this.#options;
    const checkpoint = this.#checkpoints.get(shard);
    const from = checkpoint
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: checkpoint }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    const request = { StreamName: stream, ShardId: shard, ...from };
    return (await call(url, 'kinesis', 'GetShardIterator', request)).ShardIterator;
  }

  #read(ShardIterator) {
    return call(this.#options.url, 'kinesis', 'GetRecords', { ShardIterator, Limit: 1000 });
  }

  /** Until all of the records are settled: taken by the function, or given up. */
  async #deliver(shard, records) {
    const { maximumRetryAttempts, retryDelay, bisectBatchOnFunctionError } = this.#options;
    for (let failures = 0; records.length > 0 && !this.#stopped; ) {
      const outcome = await this.#options.invoke(JSON.stringify(toKinesisEvent(records, { shard, ...this.#options })));
      const taken = firstFailure(outcome, records);
      this.#settle(shard, records.slice(0, taken));
      records = records.slice(taken);
      if (records.length === 0) return;
      this.counts.retries++;
      if (taken > 0) {
        failures = 0; // what is left is another batch
      } else if (bisectBatchOnFunctionError && records.length > 1) {
        const half = Math.ceil(records.length / 2);
        await this.#deliver(shard, records.slice(0, half));
        return this.#deliver(shard, records.slice(half));
      } else if (failures++ >= maximumRetryAttempts) {
        return this.#giveUp(shard, records, outcome, failures);
      }
      await sleep(Math.min(retryDelay * 2 ** failures, 5000));
    }
  }

  #settle(shard, records) {
    if (records.length === 0) return;
    this.counts.settled += records.length;
    this.#checkpoints.set(shard, records.at(-1).SequenceNumber);
  }

  /** What Lambda sends to a queue or topic: where the records are, not what they hold. */
  async #giveUp(shard, records, { id, error }, attempts) {
    const time = (record) => new Date(record.ApproximateArrivalTimestamp * 1000).toISOString();
    await this.#options.onFailure({
      requestContext: {
        requestId: id,
        functionArn: this.#options.functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', ...(error && { functionError: 'Unhandled' }) },
      version: '1.0',
      timestamp: new Date().toISOString(),
      KinesisBatchInfo: {
        shardId: shard,
        startSequenceNumber: records[0].SequenceNumber,
        endSequenceNumber: records.at(-1).SequenceNumber,
        approximateArrivalOfFirstRecord: time(records[0]),
        approximateArrivalOfLastRecord: time(records.at(-1)),
        batchSize: records.length,
        streamArn: this.#options.streamArn,
      },
    });
    this.counts.deadLetters += records.length;
    this.#settle(shard, records);
  }
}
