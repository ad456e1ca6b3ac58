import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readTags } from '../../../../src/node/git/tags';
import { FIRST_COMMIT, makeRepository, type TestRepository } from '../../../support/repository';

const { signal } = new AbortController();

describe('the tags of a repository', () => {
  let repository: TestRepository;
  beforeEach(() => (repository = makeRepository()));
  afterEach(() => repository.remove());

  it('come newest first, each with the day it was made', async () => {
    repository.write('docs/a.txt', 'a');
    repository.commit('First');
    repository.git('tag', 'v1.0');
    repository.commit('Second', FIRST_COMMIT + 3 * 86_400);
    repository.git('tag', '--annotate', '--message', 'Spring', 'spring/2026', 'HEAD~1');
    repository.commit('Third', FIRST_COMMIT + 9 * 86_400);
    repository.git('tag', 'größe-ß');
    const tags = [
      { name: 'größe-ß', day: '2026-03-11' },
      { name: 'spring/2026', day: '2026-03-05' },
      { name: 'v1.0', day: '2026-03-02' },
    ];
    assert.deepEqual(await readTags(repository.folder, 10, signal), tags);
    assert.deepEqual(await readTags(path.join(repository.folder, 'docs'), 2, signal), tags.slice(0, 2));
  });

  it('are only those that there is something to compare with', async () => {
    repository.write('a.txt', 'a');
    repository.commit('First');
    repository.git('tag', 'tree', 'HEAD^{tree}');
    repository.git('tag', 'file', 'HEAD:a.txt');
    assert.deepEqual(await readTags(repository.folder, 10, signal), []);
  });

  it('are none where git tells of none', async () => {
    assert.deepEqual(await readTags(repository.folder, 10, signal), []);
    fs.rmSync(path.join(repository.folder, '.git'), { recursive: true });
    assert.deepEqual(await readTags(repository.folder, 10, signal), []);
    assert.deepEqual(await readTags(path.join(repository.folder, 'gone'), 10, signal), []);
  });
});
