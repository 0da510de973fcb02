// SPDX-License-Identifier: Apache-2.0

// The lock file pins what is installed, and leaves open from where.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (name) => JSON.parse(readFileSync(new URL(`../../../examples/votes/${name}`, import.meta.url), 'utf8'));

test('the lock file names versions and hashes, and no registry', () => {
  const packages = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '');
  assert.ok(packages.length > 0);
  for (const [path, entry] of packages) {
    assert.match(entry.integrity, /^sha512-/, path);
    assert.equal(entry.resolved, undefined, path);
  }
});

test('what is asked for is asked for in one version', () => {
  for (const version of Object.values(read('package.json').dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
});
