// SPDX-License-Identifier: Apache-2.0

// A stream for the tests: what it holds is told, record by record, and iterators expire when they are told to.
import http from 'node:http';
import { listen, readBody, sendJson } from '../../../examples/votes/local/http.mjs';

export class FakeKinesis {
  /** {shard: [data (text), …]}; the sequence numbers are 1, 2, … in each shard. */
  constructor(shards) {
    this.shards = Object.entries(shards).map(([id, data]) => ({ id, records: data.map((text, i) => record(text, i + 1)) }));
    this.expired = 0; // how many reads are still to be refused
    this.server = http.createServer((request, response) => this.#serve(request, response));
  }

  async listen() {
    return listen(this.server);
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  async #serve(request, response) {
    const operation = request.headers['x-amz-target'].split('.').pop();
    const asked = JSON.parse(await readBody(request, 1 << 20));
    if (operation === 'DescribeStream') {
      const Shards = this.shards.map(({ id }) => ({ ShardId: id }));
      return sendJson(response, 200, { StreamDescription: { StreamARN: 'arn:aws:kinesis:eu-central-1:000000000000:stream/fake', Shards } });
    }
    if (operation === 'GetShardIterator') {
      const next = asked.ShardIteratorType === 'TRIM_HORIZON' ? 0 : Number(asked.StartingSequenceNumber);
      return sendJson(response, 200, { ShardIterator: `${asked.ShardId} ${next}` });
    }
    const [id, next] = asked.ShardIterator.split(' ');
    if (next !== '0' && this.expired-- > 0) return sendJson(response, 400, { __type: 'ExpiredIteratorException', message: 'too late' });
    const { records } = this.shards.find((shard) => shard.id === id);
    const Records = records.slice(Number(next), Number(next) + asked.Limit);
    sendJson(response, 200, { Records, NextShardIterator: `${id} ${Number(next) + Records.length}` });
  }
}

function record(text, number) {
  return {
    PartitionKey: 'key',
    SequenceNumber: String(number),
    Data: Buffer.from(text).toString('base64'),
    ApproximateArrivalTimestamp: 1_700_000_000 + number,
  };
}
