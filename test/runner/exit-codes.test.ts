import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ExitCode, nameOf } from '../host/lib/exit-codes';

describe('the exit codes of a run', () => {
  it('are those that the README explains', () => {
    const text = fs.readFileSync(path.join(__dirname, '..', 'host', 'README.md'), 'utf8');
    const explained = [...text.matchAll(/^\| (\d+) +\| (\w+) +\|/gm)].map(([, code, name]) => [
      name,
      Number(code),
    ]);
    assert.deepEqual(Object.fromEntries(explained), { ...ExitCode });
  });

  it('have names', () => {
    assert.equal(nameOf(74), 'extensionHostEnded');
    assert.equal(nameOf(5), 'unknown');
  });
});
