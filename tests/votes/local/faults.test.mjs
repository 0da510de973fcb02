// SPDX-License-Identifier: Apache-2.0

// The proxy that makes faults.
import assert from 'node:assert/strict';
import http from 'node:http';
import { afterEach, test } from 'node:test';
import { call } from '../../../examples/votes/local/aws_json.mjs';
import { cutAfter, denyOnce, faultProxy, throttleEvery } from '../../../examples/votes/local/faults.mjs';
import { listen, readBody, sendJson } from '../../../examples/votes/local/http.mjs';

let upstream;
let proxy;
let served;

async function start(rules) {
  served = [];
  upstream = http.createServer(async (request, response) => {
    served.push(JSON.parse(await readBody(request, 1 << 20)));
    sendJson(response, 200, { SequenceNumber: '1' });
  });
  proxy = await faultProxy(await listen(upstream), rules);
}

afterEach(() => {
  proxy.stop();
  upstream.close();
  upstream.closeAllConnections();
});

const put = (n) => call(proxy.url, 'kinesis', 'PutRecord', { n }).then(() => 'put', (error) => error.type ?? 'cut');

test('every n-th request of an operation is throttled, and does not arrive', async () => {
  const rule = throttleEvery(3, 'PutRecord');
  await start([rule]);
  const outcomes = [];
  for (let n = 1; n <= 6; n++) outcomes.push(await put(n));
  const throttled = 'ProvisionedThroughputExceededException';
  assert.deepEqual(outcomes, ['put', 'put', throttled, 'put', 'put', throttled]);
  assert.deepEqual(served.map(({ n }) => n), [1, 2, 4, 5]);
  assert.equal(rule.made, 2);
});

test('other operations go through', async () => {
  await start([throttleEvery(1, 'PutRecord')]);
  assert.deepEqual(await call(proxy.url, 'kinesis', 'PutRecords', {}), { SequenceNumber: '1' });
});

test('one request is denied, and those behind it are not', async () => {
  await start([denyOnce(2, 'PutRecord')]);
  assert.deepEqual([await put(1), await put(2), await put(3)], ['put', 'AccessDeniedException', 'put']);
});

test('one request arrives, and its answer is lost', async () => {
  let called = 0;
  await start([cutAfter(1, 'PutRecord', () => called++)]);
  assert.equal(await put(1), 'cut');
  assert.equal(await put(2), 'put');
  assert.deepEqual(served.map(({ n }) => n), [1, 2]);
  assert.equal(called, 1);
});
