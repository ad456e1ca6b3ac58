import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { movedGoalposts } from '../../../../src/core';
import { createOutcomeHistory } from '../../../../src/node/git/outcome-history';
import type { OutcomeHistoryQuery } from '../../../../src/workspace/ports';
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

  const stepsOf = (folder: string, query: Partial<OutcomeHistoryQuery> = {}, limit?: number) =>
    createOutcomeHistory(folder, limit === undefined ? {} : { limit }).steps(
      { files: ['outcomes.yml'], since: '2026-01-01', ...query },
      signal,
    );

  const goalposts = async (query: Partial<OutcomeHistoryQuery> = {}, folder = repository.folder) => {
    const { steps } = await stepsOf(folder, query);
    return movedGoalposts(steps, new Map()).map(({ field, from, to, day }) => [field, from, to, day]);
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
    const { steps } = await stepsOf(repository.folder);
    assert.deepEqual([steps.at(-1)!.commit, steps.at(-1)!.author], [id, 'Ada']);
  });

  it('follows an outcome to another file, and reads a folder below the top', async () => {
    repository.write('a b/outcomes.yml', outcome(500, '2026-12-31', MEASURED));
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.git('mv', 'a b/outcomes.yml', 'outcomes.yaml');
    repository.write('outcomes.yaml', outcome(600, '2026-12-31', MEASURED));
    repository.commit('Move it', Date.UTC(2026, 2, 3) / 1000);
    assert.deepEqual(await goalposts({ files: ['outcomes.yaml'] }), [['target', '500', '600', '2026-03-03']]);
    const below = path.join(repository.folder, 'a b');
    repository.write('a b/outcomes.yml', outcome(700, '2026-12-31', MEASURED));
    repository.commit('State another', Date.UTC(2026, 2, 4) / 1000);
    repository.write('a b/outcomes.yml', outcome(710, '2026-12-31', MEASURED));
    repository.commit('Move another', Date.UTC(2026, 2, 5) / 1000);
    assert.deepEqual(await goalposts({}, below), [['target', '700', '710', '2026-03-05']]);
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
    const { steps, cut } = await stepsOf(repository.folder, { files: ['outcomes.yml'] }, 2);
    assert.equal(cut, true);
    assert.deepEqual(
      steps.map(({ moves }) => moves.map(({ from, to }) => [from, to])),
      [[['510', '520']], [['520', '530']]],
    );
  });

  it('begins with the day that it is asked about, and knows the state before it', async () => {
    for (const [i, target] of [500, 510, 520].entries()) {
      repository.write('outcomes.yml', outcome(target, '2026-12-31', MEASURED));
      repository.commit(`To ${target}`, Date.UTC(2026, 2, 2 + i, 12) / 1000);
    }
    assert.deepEqual(await goalposts({ since: '2026-03-04' }), [['target', '510', '520', '2026-03-04']]);
    assert.deepEqual(await goalposts({ since: '2026-03-05' }), []);
  });

  it('tells of several files, and of an outcome that went from one to the other', async () => {
    const other = 'version: 1\noutcomes: []\n';
    repository.write('outcomes.yml', outcome(500, '2026-12-31', MEASURED));
    repository.write('web/outcomes.yml', other);
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.write('outcomes.yml', other);
    repository.write('web/outcomes.yml', outcome(600, '2026-12-31', MEASURED));
    repository.commit('Hand it over', Date.UTC(2026, 2, 3) / 1000);
    assert.deepEqual(await goalposts({ files: ['outcomes.yml', 'web/outcomes.yml'] }), [
      ['target', '500', '600', '2026-03-03'],
    ]);
  });

  it('takes names with signs of a pattern for what they are', async () => {
    repository.write('[a]*/outcomes.yml', outcome(500, '2026-12-31', MEASURED));
    repository.commit('State it', Date.UTC(2026, 2, 2) / 1000);
    repository.write('[a]*/outcomes.yml', outcome(600, '2026-12-31', MEASURED));
    repository.commit('Move it', Date.UTC(2026, 2, 3) / 1000);
    assert.deepEqual((await goalposts({ files: ['[a]*/outcomes.yml'] })).length, 1);
  });

  it('moves nothing by what else a version changes', async () => {
    const texts = [
      outcome(500, '2026-12-31', MEASURED),
      outcome(500, '2026-12-31', MEASURED).replace('790 }', '790 }, { date: 2026-03-01, value: 700 }'),
      outcome(500, '2026-12-31', MEASURED).replace('target: 500', 'target: "500"'),
      outcome(500, '2026-Q4', MEASURED),
      `# <<<<<<< \n${outcome(500, '2026-12-31', MEASURED)}`,
      'outcomes: [\n',
      outcome(500, '2026-12-31', MEASURED),
    ];
    for (const [i, text] of texts.entries()) {
      repository.write('outcomes.yml', text);
      repository.commit(`Number ${i}`);
    }
    assert.deepEqual(await goalposts(), []);
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
    assert.equal((await stepsOf(repository.folder)).steps.length, 2);
    assert.ok(!fs.existsSync(trace));
  });

  it('has no versions without a repository or a commit', async () => {
    assert.deepEqual(await goalposts(), []);
    const bare = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-none-'));
    try {
      assert.deepEqual(await goalposts({}, bare), []);
    } finally {
      fs.rmSync(bare, { recursive: true, force: true });
    }
  });
});
