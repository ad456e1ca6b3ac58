import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { movedGoalposts } from '../../../../src/core';
import { createOutcomeHistory } from '../../../../src/node/git/outcome-history';
import { makeRepository, type TestRepository } from '../../../support/repository';

const { signal } = new AbortController();

function outcome(target: number, due = '2026-12-31', checkIns = ''): string {
  return `version: 1
outcomes:
  - id: calls
    title: Support calls fall
    due: ${due}
    metrics:
      - { id: weekly, baseline: 800, target: ${target}${checkIns} }
`;
}

const MEASURED = ', check-ins: [{ date: 2026-02-01, value: 790 }]';

describe('the history of the outcomes files', function () {
  this.timeout(30_000);
  let repository: TestRepository;
  beforeEach(() => (repository = makeRepository()));
  afterEach(() => repository.remove());

  const goalposts = async (folder = repository.folder) => {
    const { versions } = await createOutcomeHistory(folder).versions(signal);
    return movedGoalposts(versions, new Map()).map(({ field, from, to, day }) => [field, from, to, day]);
  };

  it('tells a target and a date that moved after the first check-in, and no others', async () => {
    repository.write('outcomes.yml', outcome(500));
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.write('outcomes.yml', outcome(450));
    repository.commit('Think again before it begins', Date.UTC(2026, 2, 3) / 1000);
    repository.write('outcomes.yml', outcome(450, '2026-12-31', MEASURED));
    repository.commit('Check in', Date.UTC(2026, 2, 4) / 1000);
    repository.write('outcomes.yml', `# Moved down\n${outcome(600, '2027-03-31', MEASURED)}`);
    const id = repository.commit('Make it easier', Date.UTC(2026, 2, 5) / 1000);
    assert.deepEqual(await goalposts(), [
      ['target', '450', '600', '2026-03-05'],
      ['due', '2026-12-31', '2027-03-31', '2026-03-05'],
    ]);
    const { versions } = await createOutcomeHistory(repository.folder).versions(signal);
    assert.deepEqual([versions.at(-1)!.commit, versions.at(-1)!.author], [id, 'Ada']);
  });

  it('follows an outcome to another file, and reads a folder below the top', async () => {
    repository.write('a b/outcomes.yml', outcome(500, '2026-12-31', MEASURED));
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.git('mv', 'a b/outcomes.yml', 'outcomes.yaml');
    repository.write('outcomes.yaml', outcome(600, '2026-12-31', MEASURED));
    repository.commit('Move it', Date.UTC(2026, 2, 3) / 1000);
    assert.deepEqual(await goalposts(), [['target', '500', '600', '2026-03-03']]);
    fs.mkdirSync(path.join(repository.folder, 'a b'), { recursive: true });
    assert.deepEqual(await goalposts(path.join(repository.folder, 'a b')), []);
  });

  it('counts what a merge brought when it was merged', async () => {
    repository.write('outcomes.yml', outcome(500, '2026-12-31', MEASURED));
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.git('switch', '-q', '-c', 'easier');
    repository.write('outcomes.yml', outcome(600, '2026-12-31', MEASURED));
    repository.commit('Make it easier', Date.UTC(2026, 2, 3) / 1000);
    repository.git('switch', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'easier');
    assert.deepEqual(
      (await goalposts()).map(([field, from, to]) => [field, from, to]),
      [['target', '500', '600']],
    );
  });

  it('reads the newest versions only, and says so', async () => {
    for (const target of [500, 510, 520, 530]) {
      repository.write('outcomes.yml', outcome(target, '2026-12-31', MEASURED));
      repository.write('lib/outcomes.yml', 'version: 1\noutcomes: []\n');
      repository.commit(`To ${target}`);
    }
    const { versions, cut } = await createOutcomeHistory(repository.folder, { limit: 2 }).versions(signal);
    assert.equal(cut, true);
    assert.deepEqual(
      versions.map(({ tree }) => [tree.files.length, tree.roots[0]!.metrics[0]!.target]),
      [
        [2, 520],
        [2, 530],
      ],
    );
  });

  it('gives the state at a revision and at the end of a day', async () => {
    repository.write('outcomes.yml', outcome(500));
    repository.commit('One', Date.UTC(2026, 2, 2, 23) / 1000);
    repository.git('tag', 'v1');
    repository.write('outcomes.yml', outcome(600));
    repository.commit('Two', Date.UTC(2026, 2, 3) / 1000);
    const history = createOutcomeHistory(repository.folder);
    for (const ref of ['v1', '2026-03-02', 'HEAD~1']) {
      const { tree, day } = await history.at(ref, signal);
      assert.deepEqual([tree.roots[0]!.metrics[0]!.target, day], [500, '2026-03-02'], ref);
    }
    for (const ref of ['nope', '--all', '2026-03-01', 'HEAD:outcomes.yml'])
      await assert.rejects(history.at(ref, signal), /to compare with/, ref);
  });

  it('runs nothing that the repository configures', async () => {
    const trace = path.join(repository.folder, 'trace');
    repository.write('outcomes.yml', outcome(500));
    repository.write('.gitattributes', '*.yml diff=evil\n');
    repository.commit('One');
    repository.write('outcomes.yml', outcome(600));
    repository.commit('Two');
    for (const key of ['diff.evil.textconv', 'diff.evil.command', 'diff.external'])
      repository.git('config', key, `touch '${trace}'; cat`);
    assert.equal((await createOutcomeHistory(repository.folder).versions(signal)).versions.length, 2);
    assert.ok(!fs.existsSync(trace));
  });

  it('has no versions without a repository or a commit', async () => {
    assert.deepEqual(await goalposts(), []);
    const bare = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-none-'));
    try {
      assert.deepEqual(await goalposts(bare), []);
    } finally {
      fs.rmSync(bare, { recursive: true, force: true });
    }
  });
});
