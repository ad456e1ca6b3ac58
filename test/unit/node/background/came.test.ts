import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesNamed } from '../../../../src/node/background/came';

describe('the files that a watcher’s names stand for', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-came-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (file: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), '');
  };
  const named = (names: string[], most?: number) => filesNamed(folder, names, most)?.toSorted();

  it('are themselves, also what is gone, and all that a folder among them holds', () => {
    for (const file of ['a.ts', 'other.ts', 'new/b.ts', 'new/deep/er/c.ts']) write(file);
    assert.deepEqual(named(['a.ts', 'gone.ts', 'new', 'new/b.ts']), [
      'a.ts',
      'gone.ts',
      'new',
      'new/b.ts',
      'new/deep',
      'new/deep/er',
      'new/deep/er/c.ts',
    ]);
  });

  it('are not what a link leads to', () => {
    write('elsewhere/a.ts');
    fs.symlinkSync('elsewhere', path.join(folder, 'link'), 'dir');
    fs.symlinkSync('.', path.join(folder, 'loop'), 'dir');
    assert.deepEqual(named(['link', 'loop']), ['link', 'loop']);
  });

  it('are everything when a repository came, or more than can be named', () => {
    write('clone/.git/HEAD');
    assert.equal(named(['clone']), undefined);
    for (let i = 0; i < 9; i++) write(`many/${i}`);
    assert.equal(named(['many'], 9), undefined);
    assert.equal(named(['many'], 10)?.length, 10);
  });
});
