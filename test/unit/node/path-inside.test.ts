import assert from 'node:assert/strict';
import path from 'node:path';
import { pathInside } from '../../../src/node/path-inside';

describe('the path inside of a folder', () => {
  const folder = path.resolve('work', 'app');
  const inside = (...names: string[]): string | undefined => pathInside(folder, path.join(folder, ...names));

  it('is relative to it, with slashes', () => {
    assert.equal(inside('src', 'a.ts'), 'src/a.ts');
    assert.equal(inside(), '');
  });

  it('may begin with dots of a name', () => {
    assert.deepEqual([inside('..notes.md'), inside('...', 'a')], ['..notes.md', '.../a']);
  });

  it('is none for what lies beside it or above', () => {
    assert.deepEqual(
      [inside('..'), inside('..', 'app2', 'a.ts'), inside('..', '..')],
      Array(3).fill(undefined),
    );
  });
});
