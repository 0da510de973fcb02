// SPDX-License-Identifier: Apache-2.0

// Votes by POST /votes, and shows the counts of GET /votes as bars, asked for each second while the page is seen.

const ballot = ['Ada Lovelace', 'Grace Hopper', 'Konrad Zuse', 'Alan Turing'];
const interval = 1000;
const patience = 5000; // ms for an answer

const byId = (id) => document.getElementById(id);
const rows = new Map(); // by candidate: the elements of the row

function addRow(candidate) {
  const row = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = candidate;
  button.setAttribute('aria-label', `Vote for ${candidate}`);
  button.addEventListener('click', () => vote(candidate));
  const track = document.createElement('div');
  track.className = 'track';
  track.setAttribute('aria-hidden', 'true'); // the number beside it says the same
  const bar = document.createElement('div');
  bar.className = 'bar';
  track.append(bar);
  const count = document.createElement('span');
  count.className = 'count';
  row.append(button, track, count);
  byId('candidates').append(row);
  rows.set(candidate, { bar, count });
}

/** Candidates that have votes and are not on the ballot get a row, too. */
function show(counts) {
  const votes = new Map(counts.map(({ candidate, votes }) => [candidate, votes]));
  for (const candidate of votes.keys()) if (!rows.has(candidate)) addRow(candidate);
  const most = Math.max(1, ...votes.values());
  let total = 0;
  for (const [candidate, { bar, count }] of rows) {
    const number = votes.get(candidate) ?? 0;
    total += number;
    bar.style.width = `${(100 * number) / most}%`;
    count.textContent = number.toLocaleString();
  }
  byId('total').textContent = `${total.toLocaleString()} ${total === 1 ? 'vote' : 'votes'} counted`;
}

/** The answer's JSON; throws an Error that says why there is none. */
async function ask(options) {
  let response;
  try {
    response = await fetch('votes', { ...options, signal: AbortSignal.timeout(patience) });
  } catch {
    throw new Error('the service does not answer');
  }
  if (!response.ok) throw new Error(`the service answers with status ${response.status}`);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

const errors = new Map(); // by what failed
function setError(what, error) {
  if (error) errors.set(what, `${what}: ${error.message}.`);
  else errors.delete(what);
  const text = [...errors.values()].join(' ');
  const element = byId('error');
  if (element.textContent !== text) element.textContent = text; // else it would be read out each second
  element.hidden = text === '';
}

async function vote(candidate) {
  const what = 'Your vote was not taken';
  try {
    await ask({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ vote: candidate }) });
    byId('status').textContent = `Your vote for ${candidate} is on its way.`;
    setError(what, null);
  } catch (error) {
    byId('status').textContent = '';
    setError(what, error);
  }
}

async function refresh() {
  const what = 'The counts are not up to date';
  try {
    show((await ask({ cache: 'no-store' })).counts);
    setError(what, null);
  } catch (error) {
    setError(what, error);
  }
  document.body.classList.toggle('stale', errors.has(what));
}

async function poll() {
  if (!document.hidden) await refresh();
  setTimeout(poll, interval);
}

ballot.forEach(addRow);
show([]);
poll();
