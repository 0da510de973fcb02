// SPDX-License-Identifier: Apache-2.0

// A function for the tests: it does what its payload says. {"do": "answer", "with": …}, "throw", "exit", "hang", "large",
// "answer twice", "environment", "flood"; anything else comes back as it went in, with the headers of the invocation.
const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

const post = (path, body) => fetch(`${api}/${path}`, { method: 'POST', body });

async function serve(id, headers, text) {
  const event = JSON.parse(text);
  const answer = (value) => post(`invocation/${id}/response`, JSON.stringify(value));
  switch (event.do) {
    case 'answer':
      return answer(event.with);
    case 'throw':
      return post(`invocation/${id}/error`, JSON.stringify({ errorType: 'Oops', errorMessage: 'thrown', stackTrace: [] }));
    case 'exit':
      console.log('exiting');
      return process.exit(3);
    case 'hang':
      return new Promise(() => setInterval(() => {}, 1000));
    case 'environment':
      return answer(process.env);
    case 'large': {
      const refused = await answer('x'.repeat(7_000_000));
      console.log(`large: ${refused.status}`);
      return;
    }
    case 'answer twice': {
      await answer('first');
      const second = await answer('second');
      const stranger = await post('invocation/no-such-id/response', '"third"');
      console.log(`second: ${second.status}, stranger: ${stranger.status}`);
      return;
    }
    case 'next before its answer': {
      const early = await fetch(`${api}/invocation/next`);
      return answer({ status: early.status, ...(await early.json()) });
    }
    default:
      return answer({ event, pid: process.pid, headers });
  }
}

if (process.argv[2] === 'fail-init') {
  await post('init/error', JSON.stringify({ errorType: 'Function.NoConfig', errorMessage: 'no configuration' }));
  process.exit(1);
}
for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const headers = Object.fromEntries([...next.headers].filter(([name]) => name.startsWith('lambda-runtime-')));
  await serve(headers['lambda-runtime-aws-request-id'], headers, await next.text());
}
