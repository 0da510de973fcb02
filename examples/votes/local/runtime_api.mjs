// SPDX-License-Identifier: Apache-2.0

// The Lambda Runtime API, as one execution environment has it: a server on the loopback that a function's process asks for
// invocations and tells its answers. (AWS Lambda Developer Guide, "Using the Lambda runtime API"; what it answers to requests
// that do not fit is as AWS's runtime interface emulator has it.)
import http from 'node:http';
import { readBody, sendJson } from './http.mjs';

const prefix = '/2018-06-01/runtime/';

/** Bytes of a response: Lambda's quota of 6 MB, as its error message gives it. */
export const maxResponse = 6_291_556;

export class RuntimeApi {
  #server = http.createServer((request, response) => this.#serve(request, response));
  #waiting = null; // the answer to `next` that an invocation is waited for with
  #offered = null; // the invocation that no process has taken yet
  #running = null; // the invocation that was taken and not answered
  #lastId = null; // of the invocation that was answered last
  #initError = null;

  /** "127.0.0.1:41234", for AWS_LAMBDA_RUNTIME_API. */
  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /**
   * Offers an invocation: {id, payload (text), deadline (ms since 1970), arn}. One at a time. Resolves to {payload} or to
   * {error: {errorType, errorMessage, …}}, by the process or by abort().
   */
  invoke(invocation) {
    return new Promise((resolve) => {
      this.#offered = { ...invocation, resolve };
      this.#deliver();
    });
  }

  /** The process is gone, or is to be: who waits for its answer gets the error, or that with which its start failed. */
  abort(error) {
    this.#waiting = null;
    const invocation = this.#running ?? this.#offered;
    const outcome = { error: this.#initError ?? error };
    this.#running = this.#offered = this.#initError = this.#lastId = null;
    invocation?.resolve(outcome);
  }

  #deliver() {
    if (!this.#waiting || !this.#offered) return;
    const { id, payload, deadline, arn } = this.#offered;
    this.#running = this.#offered;
    const response = this.#waiting;
    this.#offered = this.#waiting = null;
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': id,
      'Lambda-Runtime-Deadline-Ms': String(deadline),
      'Lambda-Runtime-Invoked-Function-Arn': arn,
      'Lambda-Runtime-Trace-Id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${id.replaceAll('-', '').slice(0, 24)};Sampled=0`,
    });
    response.end(payload);
  }

  #settle(outcome) {
    const { id, resolve } = this.#running;
    this.#running = null;
    this.#lastId = id;
    resolve(outcome);
  }

  async #serve(request, response) {
    const path = request.url.startsWith(prefix) ? request.url.slice(prefix.length) : '';
    const [, id, verb] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (path === 'invocation/next' && request.method === 'GET') return this.#next(response);
    const body = await readBody(request, maxResponse).catch(() => undefined);
    if (body === undefined) return; // the connection was cut
    if (request.method !== 'POST') return refuse(response, 404, 'NotFound', `no ${request.method} ${request.url}`);
    if (path === 'init/error') return this.#takeInitError(body, response);
    if (verb) return this.#answer(id, verb, body, response);
    refuse(response, 404, 'NotFound', `no ${request.method} ${request.url}`);
  }

  #next(response) {
    if (this.#running || this.#waiting) {
      return refuse(response, 403, 'InvalidStateTransition', 'the invocation before has no answer yet');
    }
    this.#waiting = response;
    response.on('close', () => {
      if (this.#waiting === response) this.#waiting = null;
    });
    this.#deliver();
  }

  #takeInitError(body, response) {
    if (this.#running || this.#lastId) {
      return refuse(response, 403, 'InvalidStateTransition', 'the function has been initialised');
    }
    this.#initError = errorOf(body);
    sendJson(response, 202, { status: 'OK' });
  }

  #answer(id, verb, body, response) {
    if (id !== this.#running?.id) {
      if (id === this.#lastId) return refuse(response, 403, 'InvalidStateTransition', 'the invocation has an answer');
      return refuse(response, 400, 'InvalidRequestID', 'Invalid request ID');
    }
    if (body === null) {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${maxResponse} bytes).`;
      this.#settle({ error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } });
      return refuse(response, 413, 'RequestEntityTooLarge', errorMessage);
    }
    this.#settle(verb === 'error' ? { error: errorOf(body) } : { payload: body.toString('utf8') });
    sendJson(response, 202, { status: 'OK' });
  }
}

/** What a function says of its error is passed on as it comes, where it is an object. */
function errorOf(body) {
  try {
    const error = JSON.parse(body);
    if (error !== null && typeof error === 'object' && !Array.isArray(error)) return error;
  } catch {
    // not JSON
  }
  return { errorType: 'Runtime.Unknown', errorMessage: '' };
}

function refuse(response, status, errorType, errorMessage) {
  sendJson(response, status, { errorType, errorMessage });
}
