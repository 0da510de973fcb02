// SPDX-License-Identifier: Apache-2.0

// The Runtime API and the processes behind it, with a function that is a process of node.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FunctionHost } from '../../../examples/votes/local/function_host.mjs';

const program = fileURLToPath(new URL('fake_function.mjs', import.meta.url));
let host;
let printed; // the first line that the function prints

function start(options = {}, ...args) {
  printed = new Promise((resolve) => {
    host = new FunctionHost({ name: 'fake', command: [process.execPath, program, ...args], log: resolve, ...options });
  });
}
const invoke = (event) => host.invoke(JSON.stringify(event));

afterEach(() => host.stop());

test('an invocation carries its payload and says what it is', async () => {
  start({ timeout: 5000 });
  const before = Date.now();
  const { id, payload } = await invoke({ vote: 'Zoë' });
  const { event, headers } = JSON.parse(payload);
  assert.deepEqual(event, { vote: 'Zoë' });
  assert.equal(headers['lambda-runtime-aws-request-id'], id);
  assert.equal(headers['lambda-runtime-invoked-function-arn'], 'arn:aws:lambda:eu-central-1:000000000000:function:fake');
  const left = Number(headers['lambda-runtime-deadline-ms']) - before;
  assert.ok(left >= 5000 && left < 8000, `the deadline is ${left} ms after the call`);
});

test('a process serves one invocation after another', async () => {
  start();
  const [first, second] = [await invoke({}), await invoke({})].map(({ payload }) => JSON.parse(payload));
  assert.equal(first.pid, second.pid);
  assert.notEqual(first.headers['lambda-runtime-aws-request-id'], second.headers['lambda-runtime-aws-request-id']);
});

test('invocations at once get processes of their own, up to the concurrency, and then wait', async () => {
  start({ concurrency: 2 });
  const outcomes = await Promise.all([invoke({ n: 1 }), invoke({ n: 2 }), invoke({ n: 3 })]);
  const answers = outcomes.map(({ payload }) => JSON.parse(payload));
  assert.deepEqual(answers.map(({ event }) => event.n), [1, 2, 3]);
  assert.equal(new Set(answers.map(({ pid }) => pid)).size, 2);
});

test('the error of a function is passed on', async () => {
  start();
  assert.deepEqual((await invoke({ do: 'throw' })).error, { errorType: 'Oops', errorMessage: 'thrown', stackTrace: [] });
  assert.ok((await invoke({})).payload, 'the process goes on');
  assert.deepEqual(host.counts, { started: 1, invocations: 2, errors: 1 });
});

test('a process that dies is an error, and the next invocation starts another', async () => {
  start();
  assert.deepEqual((await invoke({ do: 'exit' })).error, { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with status 3' });
  assert.ok((await invoke({})).payload);
  assert.equal(host.counts.started, 2);
  assert.equal(await printed, 'fake: exiting');
});

test('a process that is killed is an error as well', async () => {
  start();
  await invoke({});
  const under_way = invoke({ do: 'hang' });
  host.kill();
  assert.deepEqual((await under_way).error, { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited by signal SIGKILL' });
});

test('an invocation that takes too long ends its process', async () => {
  start({ timeout: 3000 });
  const { id, error } = await invoke({ do: 'hang' });
  assert.deepEqual(error, { errorType: 'Sandbox.Timedout', errorMessage: `${id} Task timed out after 3.00 seconds` });
  assert.ok((await invoke({})).payload);
  assert.equal(host.counts.started, 2);
});

test('a start that fails is the error of the invocation that asked for it', async () => {
  start({}, 'fail-init');
  for (let i = 0; i < 2; i++) {
    assert.deepEqual((await invoke({})).error, { errorType: 'Function.NoConfig', errorMessage: 'no configuration' });
  }
});

test('a program that is not there is an error', async () => {
  start({ command: ['/no/such/program'] });
  assert.match((await invoke({})).error.errorMessage, /before it began: .*ENOENT/);
});

test('a response over 6 MB is refused with 413', async () => {
  start();
  assert.equal((await invoke({ do: 'large' })).error.errorType, 'Function.ResponseSizeTooLarge');
  assert.ok((await invoke({})).payload, 'the process goes on');
  assert.equal(await printed, 'fake: large: 413');
});

test('a payload over 6 MB does not reach the function', async () => {
  start();
  assert.equal((await host.invoke(JSON.stringify('x'.repeat(6 * 1024 * 1024)))).error.errorType, 'RequestTooLargeException');
  assert.equal(host.counts.started, 0);
});

test('a second answer is refused with 403, one for an unknown invocation with 400', async () => {
  start();
  assert.equal((await invoke({ do: 'answer twice' })).payload, '"first"');
  assert.ok((await invoke({})).payload, 'the process goes on');
  assert.equal(await printed, 'fake: second: 403, stranger: 400');
});

test('who asks for an invocation before answering the last is refused with 403', async () => {
  start();
  assert.deepEqual(JSON.parse((await invoke({ do: 'next before its answer' })).payload), {
    status: 403, errorType: 'InvalidStateTransition', errorMessage: 'the invocation before has no answer yet' });
});

test('a function sees the variables that Lambda sets, and none of the host', async () => {
  process.env.SECRET_OF_THE_HOST = 'secret';
  start({ environment: { VOTES_STREAM: 'votes' } });
  const { payload } = await invoke({ do: 'environment' });
  const environment = JSON.parse(payload);
  assert.equal(environment.AWS_LAMBDA_FUNCTION_NAME, 'fake');
  assert.equal(environment.AWS_REGION, 'eu-central-1');
  assert.equal(environment.VOTES_STREAM, 'votes');
  assert.equal(environment.SECRET_OF_THE_HOST, undefined);
});
