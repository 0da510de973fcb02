// SPDX-License-Identifier: Apache-2.0

// Faults made on purpose: a proxy in front of a service, which answers some of the requests itself.
import http from 'node:http';
import { listen, readBody, sendJson } from './http.mjs';

const maxBody = 16 * 1024 * 1024;

/** The first of the rules that has a fault for a request makes it; the others go through. */
export async function faultProxy(upstream, rules) {
  const counts = new Map();
  const server = http.createServer(async (request, response) => {
    try {
      const body = await readBody(request, maxBody);
      const operation = (request.headers['x-amz-target'] ?? '').split('.').pop();
      const count = (counts.get(operation) ?? 0) + 1;
      counts.set(operation, count);
      const fault = rules.map((rule) => rule.of(operation, count)).find(Boolean);
      if (fault?.refuse) {
        const { status, type, message } = fault.refuse;
        return sendJson(response, status, { __type: type, message });
      }
      const answer = await pass(upstream, request, body);
      if (fault?.afterwards) {
        fault.afterwards();
        return response.destroy();
      }
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.destroy();
    }
  });
  const url = await listen(server);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, stop };
}

function pass(upstream, request, body) {
  const { host, connection, expect, 'content-length': length, 'transfer-encoding': encoding, ...headers } = request.headers;
  return fetch(upstream, { method: request.method, headers, body });
}

/** A fault for some of the requests of an operation: those of which `when` says so by their count, from 1. */
class Rule {
  /** How many faults it has made. */
  made = 0;
  #operation;
  #when;
  #fault;

  constructor(operation, when, fault) {
    this.#operation = operation;
    this.#when = when;
    this.#fault = fault;
  }

  of(operation, count) {
    if (operation !== this.#operation || !this.#when(count)) return undefined;
    this.made++;
    return this.#fault;
  }
}

const throttled = {
  refuse: { status: 400, type: 'ProvisionedThroughputExceededException', message: 'Rate exceeded (a fault made on purpose)' },
};

/** Every n-th request is throttled. */
export function throttleEvery(n, operation) {
  return new Rule(operation, (count) => count % n === 0, throttled);
}

/** The n-th request is throttled. */
export function throttleOnce(n, operation) {
  return new Rule(operation, (count) => count === n, throttled);
}

/** The n-th request is refused in a way that no retry mends. */
export function denyOnce(n, operation) {
  const refuse = { status: 400, type: 'AccessDeniedException', message: 'a fault made on purpose' };
  return new Rule(operation, (count) => count === n, { refuse });
}

/** The n-th request is carried out; then f is called, and the connection is cut in place of an answer. */
export function cutAfter(n, operation, f) {
  return new Rule(operation, (count) => count === n, { afterwards: f });
}
