import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ownCommits, type Log } from '../../../../src/node/git/commits';
import { factsOf, onlyFacts, withBareGit } from '../../../support/git-facts';
import {
  FIRST_COMMIT,
  makeRepository,
  openRepository,
  type TestRepository,
} from '../../../support/repository';
import type { GitFacts } from '../../../../src/core/work/model';

describe('branches and commits', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository()));
  afterEach(() => repo.remove());

  /** Branch → subjects of its commits; the current one is starred. */
  const shown = (facts: GitFacts) => {
    const subjects = new Map(facts.commits.map((commit) => [commit.id, commit.subject]));
    return Object.fromEntries(
      facts.branches.map(({ name, current, commits }) => [
        `${name}${current ? '*' : ''}`,
        commits.map((id) => subjects.get(id)).join(', '),
      ]),
    );
  };
  const trailersOf = async (message: string) => {
    repo.commit(message);
    return (await onlyFacts(repo.folder)).commits[0]!.trailers;
  };

  it('lists branches with commits that the base lacks, and the current one', async () => {
    repo.commit('base');
    repo.git('branch', 'merged');
    repo.git('switch', '-q', '-c', 'one');
    repo.commit('one a');
    repo.commit('one b');
    repo.git('switch', '-q', '-c', 'stacked');
    repo.commit('stacked');
    repo.git('switch', '-q', 'main');
    repo.commit('base too');
    repo.git('switch', '-q', '-c', 'fresh');
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual(shown(facts), { 'fresh*': '', one: 'one b, one a', stacked: 'stacked, one b, one a' });
    assert.deepEqual(
      facts.commits.map((commit) => commit.subject),
      ['base too', 'stacked', 'one b', 'one a', 'base'],
    );
    assert.deepEqual(facts.own, []);
  });

  it('does not count as own what was merged from the base', async () => {
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('mine');
    repo.git('switch', '-q', 'main');
    repo.commit('theirs');
    repo.git('switch', '-q', 'work');
    repo.git('merge', '-q', '--no-edit', 'main');
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual(shown(facts), { 'work*': "Merge branch 'main' into work, mine" });
    assert.deepEqual(
      facts.commits.map(({ parents }) => parents),
      [2, 1, 1, 0],
    );
  });

  it('tells the own commits of a detached HEAD', async () => {
    repo.commit('base');
    repo.git('switch', '-q', '--detach');
    const own = repo.commit('mine');
    const facts = await onlyFacts(repo.folder);
    assert.equal(facts.branch, null);
    assert.equal(facts.head, own);
    assert.deepEqual(facts.own, [own]);
    assert.deepEqual(shown(facts), {});
    assert.equal(facts.commits[0]!.id, own);
  });

  it('knows the branch that a rebase is rewriting', async () => {
    repo.write('a', '1\n');
    repo.commit('base');
    repo.git('switch', '-q', '-c', 'feature/x');
    repo.write('a', '2\n');
    repo.commit('mine');
    repo.git('switch', '-q', 'main');
    repo.write('a', '3\n');
    repo.commit('theirs');
    repo.git('switch', '-q', 'feature/x');
    for (const backend of ['--merge', '--apply']) {
      assert.throws(() => repo.git('rebase', '-q', backend, 'main'));
      const facts = await onlyFacts(repo.folder);
      assert.equal(facts.branch, 'feature/x', backend);
      assert.deepEqual(shown(facts), { 'feature/x*': 'mine' });
      repo.git('rebase', '--abort');
    }
  });

  it('works before the first commit', async () => {
    repo.write('a', 'x\n');
    repo.git('add', 'a');
    repo.write('b', 'x\n');
    const facts = await onlyFacts(repo.folder);
    assert.deepEqual([facts.branch, facts.head, facts.base], ['main', null, null]);
    assert.deepEqual(shown(facts), { 'main*': '' });
    assert.deepEqual([...facts.added.keys()].sort(), ['a', 'b']);
  });

  it('reads branch.<name>.outcome, whatever the name', async () => {
    repo.commit('base');
    const names = ['a.b/c.d', 'Case', 'case', 'x"y', '$(touch>x)', 'ünï'];
    for (const name of names) {
      repo.git('branch', name);
      repo.git('config', `branch.${name}.outcome`, `id-of-${name}`);
      repo.git('switch', '-q', name);
      repo.commit(name);
    }
    repo.git('config', '--add', 'branch.Case.outcome', 'two\nlines');
    repo.git('config', 'branch.Case.description', 'none');
    fs.appendFileSync(path.join(repo.folder, '.git/config'), '[branch "case"]\n\tOutcome\n');
    const { branches } = await onlyFacts(repo.folder);
    const found = Object.fromEntries(branches.map(({ name, config }) => [name, config]));
    assert.deepEqual(found, {
      ...Object.fromEntries(names.map((name) => [name, [`id-of-${name}`]])),
      Case: ['id-of-Case', 'two\nlines'],
    });
    assert.ok(!fs.existsSync(path.join(repo.folder, 'x')));
  });

  it('takes for trailers what git takes for trailers', async () => {
    assert.deepEqual(await trailersOf('Subject\n\nOutcome: one'), ['one']);
    assert.deepEqual(await trailersOf('Subject\n\noutcome: one\nOUTCOME : two\nSigned-off-by: A <a@b>'), [
      'one',
      'two',
    ]);
    assert.deepEqual(await trailersOf('Subject\n\nOutcome: none (release\n  plumbing)'), [
      'none (release plumbing)',
    ]);
    assert.deepEqual(await trailersOf('Subject\n\nOutcome: one\n\nNo trailer, as text follows.'), []);
    assert.deepEqual(await trailersOf('Subject\n\nOutcomes: one\nOutcome-of: x'), []);
    assert.deepEqual(await trailersOf('Outcome: one'), []);
    assert.deepEqual(await trailersOf('Subject\n\nOutcome:'), []);
  });

  it('reads subjects and names of any kind', async () => {
    repo.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    repo.git('config', 'i18n.logOutputEncoding', 'ISO-8859-1');
    const file = path.join(repo.folder, 'message');
    fs.writeFileSync(file, Buffer.from('Caf\xe9\r\nsecond line of it\n\nOutcome: caf\xe9\n', 'latin1'));
    repo.git('commit', '-q', '--allow-empty', '-F', 'message', '--cleanup=verbatim', '--author=%s%x00 <a@b>');
    const [commit] = (await onlyFacts(repo.folder)).commits;
    assert.equal(commit!.subject.replace('\r', ''), 'Café second line of it');
    assert.deepEqual(commit!.trailers, ['café']);
    assert.equal(commit!.author, '%s%x00');
    assert.equal(commit!.time, FIRST_COMMIT - 3600);
  });

  it('shows the base’s commits from the start of the asked day on, UTC, whatever time it is now', async () => {
    const day = Date.UTC(2026, 5, 10) / 1000;
    repo.commit('second before', day - 1);
    repo.commit('midnight', day);
    repo.commit('later', day + 100);
    const facts = await onlyFacts(repo.folder, { since: '2026-06-10' });
    assert.deepEqual(
      facts.commits.map(({ subject }) => subject),
      ['later', 'midnight'],
    );
  });

  it('is not stopped by a branch whose commit is missing', async () => {
    repo.commit('base');
    fs.writeFileSync(path.join(repo.folder, '.git/refs/heads/broken'), `${'1'.repeat(40)}\n`);
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('mine');
    assert.deepEqual(shown(await onlyFacts(repo.folder)), { 'work*': 'mine' });
  });

  it('agrees with git rev-list on histories of any shape, wrong clocks included', async function () {
    this.timeout(120_000);
    const node = fc.record({ parents: fc.array(fc.nat(40), { maxLength: 3 }), time: fc.nat(1000) });
    const graphs = fc.sample(fc.array(node, { minLength: 2, maxLength: 40 }), { numRuns: 12, seed: 1 });
    for (const graph of graphs) {
      const one = makeRepository('main');
      try {
        one.import(asImport(graph));
        const facts = await onlyFacts(one.folder);
        for (const { name, commits } of facts.branches) {
          const wanted = one
            .git('rev-list', `refs/heads/${name}`, '--not', 'main')
            .split('\n')
            .filter(Boolean);
          assert.deepEqual([...commits].sort(), wanted.sort());
          assertChildrenFirst(commits, one.git('rev-list', '--parents', '--all'));
        }
        const unmerged = one.git('branch', '--no-merged', 'main', '--format=%(refname:short)').split('\n');
        const listed = facts.branches.filter(({ current }) => !current).map(({ name }) => name);
        assert.deepEqual(listed, unmerged.filter(Boolean).sort());
        assert.equal(new Set(facts.commits.map(({ id }) => id)).size, facts.commits.length);
      } finally {
        one.remove();
      }
    }
  });

  it('stops at 5,000 commits of the base, the newest, and says so', async () => {
    const commits = Array.from({ length: 5_003 }, (_, i) => ({ parents: i === 0 ? [] : [i - 1], time: i }));
    repo.import(asImport(commits, ['refs/heads/main']));
    const { facts, warnings } = await factsOf(repo.folder);
    assert.equal(facts[0]!.commits.length, 5_000);
    assert.equal(facts[0]!.commits[0]!.id, facts[0]!.head);
    assert.match(warnings.join('\n'), /only the newest 5000 commits of main/);
  });

  it('works with SHA-256', async () => {
    const modern = makeRepository('main', '--object-format=sha256');
    try {
      modern.write('a', 'x\n');
      modern.commit('base');
      modern.git('switch', '-q', '-c', 'work');
      const id = modern.commit('mine\n\nOutcome: x');
      const facts = await onlyFacts(modern.folder);
      assert.equal(id.length, 64);
      assert.deepEqual([facts.head, facts.own, facts.commits[0]!.trailers], [id, [id], ['x']]);
    } finally {
      modern.remove();
    }
  });

  it('reads a worktree with its own branch', async () => {
    repo.commit('base');
    const folder = `${repo.folder}-tree`;
    repo.git('worktree', 'add', '-q', '-b', 'side', folder);
    const tree = openRepository(folder);
    try {
      tree.write('b', 'x\n');
      tree.git('add', 'b');
      const facts = await onlyFacts(folder);
      assert.equal(facts.branch, 'side');
      assert.deepEqual([...facts.added], [['b', 'all']]);
      assert.equal((await onlyFacts(repo.folder)).branch, 'main');
    } finally {
      tree.remove();
    }
  });
});

interface Node {
  /** Places of earlier commits; what is no earlier one is left out. */
  readonly parents: readonly number[];
  readonly time: number;
}

/** Each commit gets a branch: `main` and `b<n>`, or the last one the only branch given. */
function asImport(graph: readonly Node[], only?: readonly [string]): string {
  const commits = graph.map(({ parents, time }, i) => {
    const [first, ...others] = [...new Set(parents)].filter((parent) => parent < i);
    const name = only?.[0] ?? (i === Math.floor(graph.length / 2) ? 'refs/heads/main' : `refs/heads/b${i}`);
    return [
      first === undefined && only === undefined ? `reset ${name}\n` : '',
      `commit ${name}\nmark :${i + 1}\ncommitter A <a@b> ${FIRST_COMMIT + time} +0000\ndata 1\nx`,
      first === undefined ? '' : `from :${first + 1}`,
      ...others.map((parent) => `merge :${parent + 1}`),
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
  return `${commits.join('\n\n')}\n`;
}

function assertChildrenFirst(commits: readonly string[], revList: string): void {
  const place = new Map(commits.map((id, i) => [id, i]));
  for (const line of revList.split('\n')) {
    const [child, ...parents] = line.split(' ').map((id) => place.get(id));
    for (const parent of parents) assert.ok(child === undefined || parent === undefined || child < parent);
  }
}

describe('ownCommits', () => {
  const chain = (length: number): Log => ({
    commits: Array.from({ length }, (_, i) => ({
      id: `c${i}`,
      parents: 1,
      subject: '',
      author: '',
      time: 0,
      trailers: [],
    })),
    parents: Array.from({ length }, (_, i) => (i + 1 < length ? [i + 1] : [])),
    cut: false,
  });

  it('lists a commit once though it is reached by many ways', () => {
    const log: Log = { ...chain(4), parents: [[1, 2], [3], [3], []] };
    assert.deepEqual(ownCommits(log, ['c0', 'c2', 'elsewhere'], 10), [
      ['c0', 'c1', 'c2', 'c3'],
      ['c2', 'c3'],
      [],
    ]);
  });

  it('stops at the limit, newest first', () => {
    assert.deepEqual(ownCommits(chain(9), ['c3'], 2), [['c3', 'c4']]);
  });
});
