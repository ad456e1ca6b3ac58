import assert from 'node:assert/strict';
import { meaning } from '../../../src/editor/live/changes';

describe('meaning of a changed path', () => {
  const cases = {
    file: [
      'a.ts',
      '.github/x.yml',
      'src/.gitignore',
      '.gitmodules',
      'x.git/HEAD',
      'a/git/HEAD',
      '.git/info/exclude',
    ],
    git: [
      '.git',
      'nested/.git',
      '.git/HEAD',
      '.git/config',
      '.git/packed-refs',
      '.git/refs/heads/feature/x',
      '.git/refs/remotes/origin/HEAD',
      'nested/repo/.git/HEAD',
      '.git/worktrees/w/HEAD',
      '.git/modules/lib/HEAD',
      '.git/reftable/tables.list',
      '.git/modules/deep/lib/refs/heads/main',
    ],
    nothing: [
      '.git/index',
      '.git/index.lock',
      '.git/HEAD.lock',
      '.git/reftable/tables.list.lock',
      '.git/info/attributes',
      '.git/refs/heads/main.lock',
      '.git/objects/ab/cd',
      '.git/logs/HEAD',
      '.git/COMMIT_EDITMSG',
    ],
  };
  for (const [expected, paths] of Object.entries(cases))
    for (const path of paths) it(`${path}: ${expected}`, () => assert.equal(meaning(path), expected));
});
