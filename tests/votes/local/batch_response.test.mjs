// SPDX-License-Identifier: Apache-2.0

// Which records of a batch a function's answer says are done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstFailure } from '../../../examples/votes/local/batch_response.mjs';

const records = ['10', '11', '12', '13'].map((SequenceNumber) => ({ SequenceNumber }));
const done = (payload) => firstFailure({ payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }, records);
const failed = (...names) => ({ batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) });

test('an answer without failures takes all records', () => {
  for (const answer of ['', 'null', '{}', '"done"', '{"batchItemFailures":[]}', '{"batchItemFailures":null}']) {
    assert.equal(done(answer), 4, answer);
  }
});

test('the records in front of the lowest that failed are done', () => {
  assert.equal(done(failed('12')), 2);
  assert.equal(done(failed('13', '11')), 1);
  assert.equal(done(failed('10')), 0);
});

test('the batch fails as a whole where an answer names no record of it', () => {
  for (const answer of [failed(''), failed(null), failed('99'), failed('12', '99'), { batchItemFailures: [null] },
    { batchItemFailures: [{}] }, { batchItemFailures: [{ key: '12' }] }, { batchItemFailures: 'all' }, '{"batchItemFailures":[']) {
    assert.equal(done(answer), 0, JSON.stringify(answer));
  }
});

test('the batch fails as a whole where the function does', () => {
  assert.equal(firstFailure({ error: { errorType: 'Oops' } }, records), 0);
});
