// SPDX-License-Identifier: Apache-2.0

// A Lambda function: its execution environments, each of which is a process with a Runtime API of its own and has one
// invocation at a time. A process is started by the invocation that finds none, be it the first one or the one after an exit,
// and is killed by an invocation that takes longer than the timeout. (AWS Lambda Developer Guide, "Understanding the Lambda
// execution environment lifecycle".)
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { RuntimeApi } from './runtime_api.mjs';

/** Bytes of a payload: Lambda's quota of 6 MB. */
export const maxPayload = 6 * 1024 * 1024;

class Environment {
  #options;
  #api = new RuntimeApi();
  #address = null;
  #process = null;

  constructor(options) {
    this.#options = options;
  }

  async invoke(payload) {
    this.#address ??= await this.#api.listen();
    const id = randomUUID();
    const { timeout, arn } = this.#options;
    const outcome = this.#api.invoke({ id, payload, deadline: Date.now() + timeout, arn });
    if (!this.#process) this.#start();
    const timer = setTimeout(() => this.#timeOut(id), timeout);
    try {
      return { id, ...(await outcome) };
    } finally {
      clearTimeout(timer);
    }
  }

  kill() {
    this.#process?.kill('SIGKILL');
  }

  async stop() {
    const child = this.#process;
    if (child) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      await exited;
      clearTimeout(timer);
    }
    this.#api.close();
  }

  #start() {
    const { command, environment, log, onStart } = this.#options;
    const child = spawn(command[0], command.slice(1), {
      env: { ...environment, AWS_LAMBDA_RUNTIME_API: this.#address },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', log);
    let ended = false;
    const end = (how) => {
      if (ended) return;
      ended = true;
      if (this.#process === child) this.#process = null;
      this.#api.abort({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited ${how}` });
    };
    child.on('error', (error) => end(`before it began: ${error.message}`));
    child.on('exit', (code, signal) => end(signal ? `by signal ${signal}` : `with status ${code}`));
    onStart();
  }

  /** The process is killed, and its exit comes too late to be the invocation's error. */
  #timeOut(id) {
    const seconds = (this.#options.timeout / 1000).toFixed(2);
    const child = this.#process;
    this.#process = null;
    child?.removeAllListeners('exit');
    child?.kill('SIGKILL');
    this.#api.abort({ errorType: 'Sandbox.Timedout', errorMessage: `${id} Task timed out after ${seconds} seconds` });
  }
}

export class FunctionHost {
  #idle = [];
  #environments = [];
  #queue = [];
  /** Processes that were started, invocations that ended, and how many of them with an error. */
  counts = { started: 0, invocations: 0, errors: 0 };

  /**
   * name; command: program and arguments; environment: variables beside those that Lambda sets; timeout in ms; concurrency:
   * how many environments there are at the most; log: is told each line that the processes print.
   */
  constructor({ name, command, environment = {}, region = 'eu-central-1', timeout = 10_000, concurrency = 1, log = () => {} }) {
    const arn = `arn:aws:lambda:${region}:000000000000:function:${name}`;
    const options = {
      command,
      timeout,
      arn,
      log: (line) => log(`${name}: ${line}`),
      onStart: () => this.counts.started++,
      environment: {
        PATH: process.env.PATH,
        TZ: ':UTC',
        LANG: 'en_US.UTF-8',
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        _HANDLER: name,
        ...environment,
      },
    };
    this.arn = arn;
    this.#environments = Array.from({ length: concurrency }, () => new Environment(options));
    this.#idle = [...this.#environments].reverse(); // the first one that was used is used again
  }

  /** Resolves to {id, payload (text)} or {id, error: {errorType, errorMessage, …}}; waits for a free environment. */
  async invoke(payload) {
    if (Buffer.byteLength(payload) > maxPayload) {
      const errorMessage = `the payload has more than ${maxPayload} bytes`;
      return { error: { errorType: 'RequestTooLargeException', errorMessage } };
    }
    const environment = this.#idle.pop() ?? (await new Promise((resolve) => this.#queue.push(resolve)));
    try {
      const outcome = await environment.invoke(payload);
      this.counts.invocations++;
      if (outcome.error) this.counts.errors++;
      return outcome;
    } finally {
      const next = this.#queue.shift();
      if (next) next(environment);
      else this.#idle.push(environment);
    }
  }

  /** Ends the processes with SIGKILL, as a crash would. */
  kill() {
    for (const environment of this.#environments) environment.kill();
  }

  async stop() {
    await Promise.all(this.#environments.map((environment) => environment.stop()));
  }
}
