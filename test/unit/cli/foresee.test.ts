import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEFAULT_PATTERN, folderToSearch } from '../../../src/cli/foresee';
import { compileTags, mergeFiles, scopesOf } from '../../../src/core';

describe('the search that a command line will ask for', () => {
  let dir: string;
  before(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-foresee-'));
    for (const [name, text] of Object.entries({
      none: undefined,
      plain: 'version: 1\noutcomes: []\n',
      tags: 'version: 1\npolicy: { tags: [TODO] }\n',
      ignore: 'version: 1\npolicy:\n  ignore: [vendor/**]\n',
    })) {
      fs.mkdirSync(path.join(dir, name));
      if (text !== undefined) fs.writeFileSync(path.join(dir, name, 'outcomes.yml'), text);
    }
    fs.mkdirSync(path.join(dir, 'odd', 'outcomes.yml'), { recursive: true });
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  const foreseen = (command: string, name: string, ...more: string[]): string | undefined => {
    const folder = folderToSearch([command, '--cwd', path.join(dir, name), ...more]);
    return folder && path.relative(dir, folder);
  };

  it('is by the pattern of the default policy', () => {
    const tags = scopesOf(mergeFiles([])).flatMap((scope) => scope.tags);
    assert.equal(DEFAULT_PATTERN, compileTags(tags).pattern);
  });

  it('is in the folder that is named', () => {
    assert.equal(foreseen('work', 'none'), 'none');
    assert.equal(folderToSearch(['work', `--cwd=${path.join(dir, 'plain')}`]), path.join(dir, 'plain'));
  });

  it('is not foreseen where a policy may say what to search for', () => {
    assert.equal(foreseen('work', 'plain'), 'plain');
    assert.equal(foreseen('work', 'tags'), undefined);
    assert.equal(foreseen('work', 'ignore'), undefined);
  });

  it('is not foreseen where the command may do without', () => {
    assert.equal(foreseen('check', 'plain'), 'plain');
    assert.equal(foreseen('tree', 'plain'), 'plain');
    assert.equal(foreseen('report', 'plain', '--format', 'html'), 'plain');
    assert.equal(foreseen('check', 'none'), undefined);
    assert.equal(foreseen('tree', 'odd'), undefined);
    assert.equal(foreseen('work', 'plain', '--help'), undefined);
    for (const argv of [[], ['init'], ['schema'], ['--help'], ['--version']])
      assert.equal(folderToSearch(argv), undefined);
  });
});
