// SPDX-License-Identifier: Apache-2.0

// What the local front invokes functions with is what the catalog's schemas say of these events.
// VOTES_EVENTS: the catalog's checker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import { test } from 'node:test';
import { toEvent } from '../../../examples/votes/local/api_gateway.mjs';
import { listen, readBody } from '../../../examples/votes/local/http.mjs';
import { toKinesisEvent } from '../../../examples/votes/local/kinesis_source.mjs';

const checker = process.env.VOTES_EVENTS ?? '';
const skip = checker ? false : "needs the catalog's checker";
if (skip) console.log(`SKIPPED: ${skip}`);

/** The checker has to recognise the events, and to find nothing wrong with them. */
function check(type, events) {
  const input = events.map((event) => JSON.stringify(event)).join('\n');
  const { status, stdout, stderr } = spawnSync(checker, ['check', '-'], { input, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  assert.equal(stdout.split(`: ${type}, valid`).length - 1, events.length, stdout);
}

/** The events of requests that are sent to a server. */
async function eventsOf(requests) {
  const events = [];
  const server = http.createServer(async (request, response) => {
    events.push(toEvent(request, await readBody(request, 1 << 20), `${request.method} /votes`));
    response.end();
  });
  const url = await listen(server);
  for (const [path, options] of requests) await fetch(url + path, options);
  server.close();
  server.closeAllConnections();
  return events;
}

test('requests are events of payload format 2.0', { skip }, async () => {
  const events = await eventsOf([
    ['/votes'],
    ['/votes?a=1&a=2&__proto__=3', { headers: { Cookie: 'a=1' } }],
    ['/votes/%', { method: 'POST', body: '{"vote":"Zoë"}', headers: { 'Content-Type': 'application/json' } }],
    ['/votes', { method: 'POST', body: Buffer.from([0, 255]), headers: { 'Content-Type': 'image/png' } }],
  ]);
  assert.equal(events.length, 4);
  check('ApiGatewayV2HttpRequest', events);
});

test('records of a shard are an event of Kinesis', { skip }, () => {
  const record = (SequenceNumber) => ({ SequenceNumber, PartitionKey: 'Zoë', Data: 'AP8=', ApproximateArrivalTimestamp: 1_700_000_001.25 });
  const where = { shard: 'shardId-000000000001', streamArn: 'arn:aws:kinesis:eu-central-1:000000000000:stream/votes', region: 'eu-central-1' };
  check('KinesisEvent', [toKinesisEvent([record('1'), record('2')], where), toKinesisEvent([record('3')], where)]);
});
