import assert from 'node:assert/strict';
import { branchWhy } from '../../../src/editor/view/branch-why';
import { outcomeRows } from '../../../src/editor/view/outcome-rows';
import { entryTarget, servedTodo, unservedTodo, type Target } from '../../../src/editor/view/targets';
import { withoutWhy } from '../../../src/editor/view/without-why-rows';
import type { Row } from '../../../src/editor/view/rows';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { withBareGit } from '../../support/git-facts';
import { makeRepository, type TestRepository } from '../../support/repository';
import { everyRow, outline, snapshotOf } from './support';

const OUTCOMES = `version: 1
policy: { base: main, commits-since: 2026-01-01 }
outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    why: One in five hangs up
    owner: "@desk"
    start: 2026-01-01
    due: 2026-12-31
    paths: [desk/**]
    metrics:
      - { id: wait, title: Wait, unit: minutes, baseline: 6, target: 4, check-ins: [{ date: 2026-11-01, value: 5 }] }
    outputs:
      - { id: call-back, title: Call-back button, status: shipped, shipped: 2026-10-20 }
      - { id: more-lines, title: More lines, status: rejected, instead: call-back, trade-off: dear }
    outcomes:
      - { id: calm-desk, title: Half of the desk's overtime is gone, branches: ['calm/**'] }
  - { id: old-idea, title: Callers find the number sooner, status: dropped }
`;

describe('what the views show', () => {
  withBareGit();
  let repository: TestRepository;
  let snapshot: Snapshot;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const outcomes = (branchOnly = false) => outcomeRows(snapshot, 'file:///w', branchOnly, '');
  const unexplained = (branchOnly = false) => withoutWhy(snapshot, 'file:///w', branchOnly);

  /** A branch with work of every kind, over a base with older work. */
  async function makeHistory(): Promise<void> {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('src/old.ts', '// TODO: old and unexplained\n');
    repository.write('desk/queue.py', '# TODO: old, served by path\n');
    repository.commit('Begin');
    repository.commit('fix(short-wait): answer sooner');
    repository.git('branch', 'stray');
    repository.git('switch', '-q', '-c', 'calm/breaks');
    repository.write('src/a/b/one.go', 'package b\n// TODO(call-back): in an output\n// TODO: of nothing\n');
    repository.write('src/a/two.go', 'package a\n// FIXME(short-wiat): misspelt\n');
    repository.write('src/z.sh', '# TODO(no-outcome: vendored): waived\n');
    repository.commit('Add breaks\n\nOutcome: calm-desk');
    repository.commit('Tidy');
    repository.git('switch', '-q', 'stray');
    repository.commit('Wander');
    repository.git('switch', '-q', 'calm/breaks');
    snapshot = await snapshotOf(repository.folder);
  }

  it('hangs all work below what it serves, with the evidence', async () => {
    await makeHistory();
    assert.equal(
      outline(outcomes()),
      `Callers wait two minutes less  off track · 50 % of 89 % expected · due 31 Dec
  Wait  5 → 4 minutes · off track · 50 %
  Call-back button  shipped 20 Oct · 1 TODO
    in an output  stated · new · src/a/b/one.go:2
  More lines  rejected · instead: call-back
  Half of the desk's overtime is gone  not measured · due 31 Dec
    calm/breaks  current · by branch pattern · 2 commits
      Tidy  # · Ada · 2 Mar
      Add breaks  by trailer · # · Ada · 2 Mar
    Add breaks  by trailer · # · Ada · 2 Mar
  old, served by path  by path · desk/queue.py:1
  fix(short-wait): answer sooner  by commit scope · # · Ada · 2 Mar
Callers find the number sooner  dropped
`,
    );
  });

  it('lists what states no why, new work apart from older work', async () => {
    await makeHistory();
    const { roots, fresh, older } = unexplained();
    assert.equal(
      outline(roots('')),
      `Branches  1
  stray  1 commit
    Wander  # · Ada · 2 Mar
Commits  2
  Wander  # · Ada · 2 Mar
  Tidy  # · Ada · 2 Mar
TODOs  2
  src/a  2
    b/one.go  1
      of nothing  line 3
    two.go  1
      misspelt  no outcome short-wiat · line 2
Older  2
  TODOs  1
    src/old.ts  1
      old and unexplained  line 1
  Commits  1
    Begin  # · Ada · 2 Mar
`,
    );
    assert.deepEqual([fresh, older], [5, 2]);
  });

  it('shows of this branch only its own work', async () => {
    await makeHistory();
    assert.equal(
      outline(outcomes(true)),
      `Callers wait two minutes less  off track · 50 % of 89 % expected · due 31 Dec
  Wait  5 → 4 minutes · off track · 50 %
  Call-back button  shipped 20 Oct · 1 TODO
    in an output  stated · new · src/a/b/one.go:2
  More lines  rejected · instead: call-back
  Half of the desk's overtime is gone  not measured · due 31 Dec
    calm/breaks  current · by branch pattern · 2 commits
      Tidy  # · Ada · 2 Mar
      Add breaks  by trailer · # · Ada · 2 Mar
    Add breaks  by trailer · # · Ada · 2 Mar
`,
    );
    assert.deepEqual(
      everyRow(unexplained(true).roots('')).map(({ label }) => label),
      ['Commits', 'Tidy', 'TODOs', 'src/a', 'b/one.go', 'of nothing', 'two.go', 'misspelt'],
    );
  });

  it('finds the row of a TODO or an outcome, however deep, looking only where it can be', async () => {
    await makeHistory();
    const find = (rows: readonly Row[], target: Target): string | undefined => {
      for (const row of rows) {
        if (target.wanted(row)) return row.label;
        const found = target.mayHold(row) ? find(row.children?.() ?? [], target) : undefined;
        if (found !== undefined) return found;
      }
      return undefined;
    };
    for (const todo of snapshot.work.todos.filter(({ waiver }) => waiver === null)) {
      const target = servedTodo(snapshot, 'file:///w', todo);
      const found =
        target === undefined
          ? find(unexplained().roots(''), unservedTodo('file:///w', todo))
          : find(outcomes(), target);
      assert.equal(found, todo.text);
    }
    for (const { id, title } of [
      { id: 'CALM-DESK', title: "Half of the desk's overtime is gone" },
      { id: 'call-back', title: 'Call-back button' },
    ])
      assert.equal(find(outcomes(), entryTarget(snapshot, 'file:///w', id)!), title);
    assert.equal(entryTarget(snapshot, 'file:///w', 'nobody'), undefined);
    assert.equal(find(outcomes(), entryTarget(snapshot, 'file:///other', 'call-back')!), undefined);
  });

  it('follows the policy: what a team turned off is not listed', async () => {
    await makeHistory();
    const rules = 'rules: { todo-without-why: off, commit-without-why: off, branch-without-why: off }';
    repository.write('outcomes.yml', OUTCOMES.replace('base: main,', `base: main, ${rules},`));
    snapshot = await snapshotOf(repository.folder);
    assert.deepEqual(
      everyRow(unexplained().roots('')).map(({ label }) => label),
      ['TODOs', 'src/a/two.go', 'misspelt'],
    );
    repository.write('outcomes.yml', OUTCOMES.replace('base: main,', 'base: main, existing: off,'));
    snapshot = await snapshotOf(repository.folder);
    assert.ok(!outline(unexplained().roots('')).includes('old and unexplained'));
  });

  it('says what the branch is for, that it is for nothing, or nothing', async () => {
    await makeHistory();
    const text = () => branchWhy(snapshot)?.text;
    const on = async (branch: string) => {
      repository.git('switch', '-q', branch);
      snapshot = await snapshotOf(repository.folder);
    };
    assert.equal(text(), "$(target) Half of the desk's overtime is gone");
    assert.match(branchWhy(snapshot)!.tooltip, /a pattern for branches matches the name/);
    await on('stray');
    assert.equal(text(), '$(question) No why');
    assert.equal(branchWhy(snapshot)?.missing, true);
    await on('main');
    assert.equal(branchWhy(snapshot), null);
    repository.git('switch', '-q', '--detach');
    snapshot = await snapshotOf(repository.folder);
    assert.equal(branchWhy(snapshot), null);
  });

  it('shows hostile titles as text', async () => {
    const attack = '$(zap)[x](command:evil)<img src=x onerror=alert(1)>`**b**`';
    repository.write(
      'outcomes.yml',
      OUTCOMES.replace("Half of the desk's overtime is gone", JSON.stringify(attack)).replace(
        'One in five hangs up',
        JSON.stringify(attack),
      ),
    );
    repository.write('a.ts', `// TODO(calm-desk): ${attack}\n`);
    repository.git('switch', '-q', '-c', 'calm/x`y](command.evil)<b>');
    repository.commit(`${attack}\n\nOutcome: calm-desk`);
    snapshot = await snapshotOf(repository.folder);
    const rows = everyRow([...outcomes(), ...unexplained().roots('')]);
    const markdown = [...rows.map(({ tooltip }) => tooltip()), branchWhy(snapshot)!.tooltip].join('\n');
    assert.ok(markdown.includes('zap'), 'the title is shown');
    const unescaped = markdown.replace(/\\./g, '').replace(/\*\*|`[\w-]+`/g, '');
    assert.doesNotMatch(unescaped, /[[\]<>`$&]|command:|https?:/);
    assert.doesNotMatch(branchWhy(snapshot)!.text.slice('$(target) '.length), /\$\(/);
  });
});
