// SPDX-License-Identifier: Apache-2.0

// HTTP requests into events of payload format 2.0, and back.
import assert from 'node:assert/strict';
import http from 'node:http';
import { afterEach, test } from 'node:test';
import { apiGateway, toResponse } from '../../../examples/votes/local/api_gateway.mjs';
import { listen } from '../../../examples/votes/local/http.mjs';

let server;
let events;
let logged;

/** A gateway whose function gives the outcome. */
async function start(outcome, routes = ['POST /votes', 'GET /votes']) {
  events = [];
  logged = [];
  const invoke = async (payload) => {
    events.push(JSON.parse(payload));
    return outcome;
  };
  server = http.createServer(apiGateway({ routes, invoke, log: (line) => logged.push(line) }));
  return listen(server);
}

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const ok = { payload: '{"statusCode":200}' };

test('a request becomes an event', async () => {
  const url = await start(ok);
  await fetch(`${url}/votes?a=1&b=x%20y&a=2`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Two': 'one', Cookie: 'a=1; b=2', 'User-Agent': 'test' },
    body: '{"vote":"Zoë"}',
  });
  const [event] = events;
  assert.equal(event.version, '2.0');
  assert.equal(event.routeKey, 'POST /votes');
  assert.equal(event.rawPath, '/votes');
  assert.equal(event.rawQueryString, 'a=1&b=x%20y&a=2');
  assert.deepEqual(event.queryStringParameters, { a: '1,2', b: 'x y' });
  assert.deepEqual(event.cookies, ['a=1', 'b=2']);
  assert.equal(event.headers['x-two'], 'one');
  assert.equal(event.headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(event.headers['x-forwarded-proto'], 'http');
  for (const name of ['cookie', 'connection']) assert.equal(event.headers[name], undefined, name);
  assert.equal(event.body, '{"vote":"Zoë"}');
  assert.equal(event.isBase64Encoded, false);
  const { http: line, requestId, stage, time, timeEpoch, domainName } = event.requestContext;
  assert.deepEqual(line, { method: 'POST', path: '/votes', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' });
  assert.equal(stage, '$default');
  assert.equal(`http://${domainName}`, url);
  assert.match(requestId, /^[0-9a-f-]{36}$/);
  assert.match(time, /^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  assert.ok(Math.abs(timeEpoch - Date.now()) < 60_000);
});

test('a request without query, cookies and body has no members for them', async () => {
  const url = await start(ok);
  await fetch(`${url}/votes`);
  for (const member of ['cookies', 'queryStringParameters', 'body']) assert.ok(!(member in events[0]), member);
  assert.equal(events[0].rawQueryString, '');
});

test('a body that is no text is encoded in base64', async () => {
  const url = await start(ok);
  await fetch(`${url}/votes`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: Buffer.from([0, 255]) });
  assert.equal(events[0].body, 'AP8=');
  assert.equal(events[0].isBase64Encoded, true);
});

test('values of a repeated header are joined', async () => {
  const url = await start(ok);
  await new Promise((resolve, reject) => {
    const request = http.request(`${url}/votes`, { headers: { 'X-Many': ['a', 'b'] } }, (response) => response.resume().on('end', resolve));
    request.on('error', reject).end();
  });
  assert.equal(events[0].headers['x-many'], 'a,b');
});

test('a parameter may be called __proto__', async () => {
  const url = await start(ok);
  await fetch(`${url}/votes?__proto__=1&constructor=2`);
  const names = Object.keys(events[0].queryStringParameters);
  assert.deepEqual(names, ['__proto__', 'constructor']);
});

test('the response has status, headers, cookies and body of what the function returns', async () => {
  const payload = { statusCode: 202, headers: { 'X-Vote': 'taken' }, cookies: ['a=1; Secure', 'b=2'], body: '{"ok":true}' };
  const url = await start({ payload: JSON.stringify(payload) });
  const response = await fetch(`${url}/votes`);
  assert.equal(response.status, 202);
  assert.equal(response.headers.get('x-vote'), 'taken');
  assert.deepEqual(response.headers.getSetCookie?.() ?? ['a=1; Secure', 'b=2'], ['a=1; Secure', 'b=2']);
  assert.equal(await response.text(), '{"ok":true}');
});

test('a body in base64 is decoded', () => {
  const { body } = toResponse('{"statusCode":200,"body":"AP8=","isBase64Encoded":true}');
  assert.deepEqual([...body], [0, 255]);
});

test('an answer without a status is the body', () => {
  assert.deepEqual(toResponse('{"a":1}'), { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: '{"a":1}' });
  assert.equal(toResponse('"hello"').body, 'hello');
  assert.equal(toResponse('null').body, 'null');
});

for (const [name, outcome] of Object.entries({
  'a function that failed': { error: { errorType: 'Oops', errorMessage: 'secret' } },
  'an answer that is no JSON': { payload: 'oops' },
  'a status that is none': { payload: '{"statusCode":"many"}' },
  'a body that is no text': { payload: '{"statusCode":200,"body":{}}' },
  'a header with a line break': { payload: '{"statusCode":200,"headers":{"a":"b\\r\\nc: d"}}' },
})) {
  test(`${name} is an internal error, of which the caller learns no more`, async () => {
    const url = await start(outcome);
    const response = await fetch(`${url}/votes`);
    assert.equal(response.status, 500);
    assert.equal(await response.text(), '{"message":"Internal Server Error"}');
    assert.equal(logged.length, 1);
  });
}

test('what is no route is not found, and no invocation', async () => {
  const url = await start(ok);
  const responses = [await fetch(`${url}/other`), await fetch(`${url}/votes`, { method: 'DELETE' })];
  assert.deepEqual(responses.map(({ status }) => status), [404, 404]);
  assert.deepEqual(events, []);
});

test('a body over 10 MiB is refused', async () => {
  const url = await start(ok);
  const response = await fetch(`${url}/votes`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  assert.equal(response.status, 413);
  assert.deepEqual(events, []);
});
