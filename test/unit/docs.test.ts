import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { withTables } from '../../scripts/docs';

describe('the README', () => {
  it('has the tables that the code gives it (`npm run docs` writes them)', async () => {
    const text = fs.readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
    for (const name of ['rules', 'settings', 'commands'])
      assert.ok(text.includes(`<!-- generated: ${name} -->`), `no place for the table of ${name}`);
    assert.equal(await withTables(text), text);
  });
});
