// SPDX-License-Identifier: Apache-2.0

// An HTTP API of API Gateway with a Lambda integration: HTTP requests into events of payload format 2.0, and what the function
// returns into HTTP responses. (Amazon API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs".)
import { randomUUID } from 'node:crypto';
import { readBody, sendJson } from './http.mjs';

/** Bytes of a request's body: the quota of HTTP APIs. */
const maxBody = 10 * 1024 * 1024;

/** Bodies of these types stay text; others are encoded in base64. */
const textTypes = /^(text\/|application\/(json|javascript|xml|.*\+json|.*\+xml)\b)/i;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "07/Mar/2024:16:20:01 +0000" */
function logTime(date) {
  const two = (number) => String(number).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

/** Headers that go no further than the gateway (RFC 9110, section 7.6.1), and cookies, which have a member of their own. */
const heldBack = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'cookie']);

/** Names in lower case; the values of a repeated header joined by commas; who sent the request, as a proxy says it. */
function headersOf(request) {
  const headers = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (!heldBack.has(name)) headers[name] = values.join(',');
  }
  const before = headers['x-forwarded-for'];
  const client = request.socket.remoteAddress;
  headers['x-forwarded-for'] = before === undefined ? client : `${before}, ${client}`;
  headers['x-forwarded-port'] = String(request.socket.localPort);
  headers['x-forwarded-proto'] = 'http';
  return headers;
}

function parametersOf(query) {
  const parameters = Object.create(null); // a parameter may be called __proto__
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value;
  }
  return parameters;
}

function decodedPath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The event of a request, as node:http has it, with its body as a Buffer. */
export function toEvent(request, body, routeKey, now = new Date()) {
  const question = request.url.indexOf('?');
  const path = decodedPath(question < 0 ? request.url : request.url.slice(0, question));
  const query = question < 0 ? '' : request.url.slice(question + 1);
  const cookies = (request.headersDistinct.cookie ?? []).flatMap((line) => line.split(/;\s*/));
  const isText = textTypes.test(request.headers['content-type'] ?? 'text/plain');
  const domainName = request.headers.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: headersOf(request),
    ...(query !== '' && { queryStringParameters: parametersOf(query) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * {status, headers, cookies, body} of what a function returned, as text. Where it names no status, all of it is the body.
 * Throws where it is no response: the caller is told of an internal error.
 */
export function toResponse(payload) {
  const value = JSON.parse(payload);
  if (!isObject(value) || value.statusCode === undefined) {
    const body = typeof value === 'string' ? value : payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body };
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) throw new TypeError('statusCode is not a status');
  if (!isObject(headers) || !Array.isArray(cookies) || typeof body !== 'string') throw new TypeError('not a response');
  const named = Object.create(null);
  for (const [name, header] of Object.entries(headers)) named[name.toLowerCase()] = String(header);
  named['content-type'] ??= 'text/plain;charset=UTF-8';
  delete named['content-length'];
  return { status, headers: named, cookies: cookies.map(String), body: isBase64Encoded ? Buffer.from(body, 'base64') : body };
}

/**
 * A listener for node:http: invokes {invoke(payload)} with the requests of `routes` ("POST /votes"), and tells `log` of what
 * the caller is not told.
 */
export function apiGateway({ routes, invoke, log = () => {} }) {
  return async (request, response) => {
    const body = await readBody(request, maxBody).catch(() => undefined);
    if (body === undefined) return; // the client went away
    const routeKey = `${request.method} ${request.url.split('?')[0]}`;
    if (!routes.includes(routeKey)) return sendJson(response, 404, { message: 'Not Found' });
    if (body === null) return sendJson(response, 413, { message: 'Request Entity Too Large' });
    const outcome = await invoke(JSON.stringify(toEvent(request, body, routeKey)));
    try {
      if (outcome.error) throw new Error(JSON.stringify(outcome.error));
      const { status, headers, cookies, body: answer } = toResponse(outcome.payload);
      response.writeHead(status, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
      response.end(request.method === 'HEAD' ? undefined : answer);
    } catch (error) {
      log(`${routeKey}: ${error.message}`);
      if (!response.headersSent) sendJson(response, 500, { message: 'Internal Server Error' });
    }
  };
}
