// SPDX-License-Identifier: Apache-2.0

// The page in a browser, as the front serves it, with a function of this process behind the API.
// VOTES_CHROMIUM: the browser's program.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { startFront } from '../../../examples/votes/local/pipeline.mjs';
import { Chromium } from '../../../examples/votes/local/chromium.mjs';

const program = process.env.VOTES_CHROMIUM ?? '';
const skip = existsSync(program) ? false : 'needs Chromium';
if (skip) console.log(`SKIPPED: ${skip}`);

let front;
let browser;
let counts; // by candidate
let failure; // what the function fails with

async function invoke(payload) {
  const { routeKey, body } = JSON.parse(payload);
  if (failure) return failure;
  if (routeKey === 'POST /votes') {
    const { vote } = JSON.parse(body);
    counts[vote] = (counts[vote] ?? 0) + 1;
    return { payload: '{"statusCode":202,"body":"{}"}' };
  }
  const tally = { counts: Object.entries(counts).map(([candidate, votes]) => ({ candidate, votes })) };
  return { payload: JSON.stringify({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(tally) }) };
}

before(async () => {
  if (skip) return;
  front = await startFront({ invoke });
  browser = await Chromium.start(program);
});
after(async () => {
  await browser?.stop();
  front?.stop();
});

/** Opens the page once the counts are shown. */
beforeEach(async () => {
  if (skip) return;
  counts = { 'Grace Hopper': 4 };
  failure = undefined;
  await browser.open(`${front.url}/`);
  await browser.until("document.getElementById('total').textContent === '4 votes counted'");
});

const row = (n) => `document.querySelectorAll('#candidates li')[${n}]`;
const count = (n) => `${row(n)}.querySelector('.count').textContent`;
const bar = (n) => `${row(n)}.querySelector('.bar').style.width`;

test('a click on a candidate raises the bar', { skip }, async () => {
  assert.equal(await browser.evaluate(bar(0)), '0%');
  assert.equal(await browser.evaluate(bar(1)), '100%');
  await browser.click('#candidates li:first-child button');
  await browser.until(`${count(0)} === '1'`);
  assert.equal(await browser.evaluate(bar(0)), '25%');
  assert.deepEqual(counts, { 'Grace Hopper': 4, 'Ada Lovelace': 1 });
  await browser.until("document.getElementById('status').textContent === 'Your vote for Ada Lovelace is on its way.'");
});

test('the bars follow votes of others', { skip }, async () => {
  counts['Konrad Zuse'] = 8;
  await browser.until(`${bar(2)} === '100%'`);
  assert.equal(await browser.evaluate(bar(1)), '50%');
});

test('the keyboard votes as well', { skip }, async () => {
  await browser.evaluate(`${row(0)}.querySelector('button').focus()`);
  await browser.press('Tab');
  assert.equal(await browser.evaluate('document.activeElement.ariaLabel'), 'Vote for Grace Hopper');
  await browser.press('Enter', '\r');
  await browser.until(`${count(1)} === '5'`);
});

test('a failure is told, and that it is over', { skip }, async () => {
  failure = { error: { errorType: 'Oops' } };
  await browser.until("!document.getElementById('error').hidden");
  await browser.click('#candidates li:first-child button');
  const both = 'The counts are not up to date: the service answers with status 500. Your vote was not taken: the service answers with status 500.';
  await browser.until(`document.getElementById('error').textContent === ${JSON.stringify(both)}`);
  assert.equal(await browser.evaluate(count(1)), '4', 'the last counts stay');
  failure = undefined;
  await browser.until("document.getElementById('error').textContent === 'Your vote was not taken: the service answers with status 500.'");
  await browser.click('#candidates li:first-child button');
  await browser.until("document.getElementById('error').hidden");
});

test('what is changed is announced', { skip }, async () => {
  assert.equal(await browser.evaluate("document.getElementById('status').getAttribute('role')"), 'status');
  assert.equal(await browser.evaluate("document.getElementById('error').getAttribute('role')"), 'alert');
  assert.equal(await browser.evaluate("document.documentElement.lang"), 'en');
});

test('a name is text, whatever it holds', { skip }, async () => {
  const name = '<img src=x onerror="document.title=1">';
  counts[name] = 2;
  await browser.until("document.querySelectorAll('#candidates li').length === 5");
  assert.equal(await browser.evaluate(`${row(4)}.querySelector('button').textContent`), name);
  assert.equal(await browser.evaluate("document.querySelectorAll('#candidates img').length"), 0);
});

test('dark and light are as the user prefers', { skip }, async () => {
  const background = () => browser.evaluate('getComputedStyle(document.body).backgroundColor');
  const colours = [];
  for (const value of ['light', 'dark']) {
    await browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
    colours.push(await background());
  }
  assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(22, 22, 26)']);
});
