// SPDX-License-Identifier: Apache-2.0

// Kinesis and DynamoDB on the loopback: kinesalite and dynalite, with the stream and the table of the pipeline.
import { createRequire } from 'node:module';
import path from 'node:path';
import { call } from './aws_json.mjs';
import { listen } from './http.mjs';

/** `modules`: the folder whose node_modules has them. */
export async function startServices({ modules, stream, shards = 2, table }) {
  const require = createRequire(path.resolve(modules, 'package.json'));
  const kinesalite = require('kinesalite')({ createStreamMs: 0, deleteStreamMs: 0, updateStreamMs: 0 });
  const dynalite = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const kinesis = await listen(kinesalite);
  const dynamodb = await listen(dynalite);
  await call(kinesis, 'kinesis', 'CreateStream', { StreamName: stream, ShardCount: shards });
  await call(dynamodb, 'dynamodb', 'CreateTable', {
    TableName: table,
    AttributeDefinitions: [{ AttributeName: 'candidate', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'candidate', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  await until(async () => {
    const { StreamDescription } = await call(kinesis, 'kinesis', 'DescribeStream', { StreamName: stream });
    const { Table } = await call(dynamodb, 'dynamodb', 'DescribeTable', { TableName: table });
    return StreamDescription.StreamStatus === 'ACTIVE' && Table.TableStatus === 'ACTIVE';
  });
  const stop = () => {
    for (const server of [kinesalite, dynalite]) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { kinesis, dynamodb, stop };
}

/** Asks until it is so, for 10 s at the most. */
async function until(isSo) {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('the stream and the table did not become active');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
