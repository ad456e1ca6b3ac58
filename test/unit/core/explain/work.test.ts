import assert from 'node:assert/strict';
import { explainBranch, explainCommit, explainTodo } from '../../../../src/core/explain/work';
import { policyFor } from '../../../../src/core/outcomes/tree';
import type { OutcomeTree } from '../../../../src/core/outcomes/model';
import { checkWork } from '../../../../src/core/rules/run';
import { createLinker } from '../../../../src/core/work/linker';
import type { GitBranch, GitCommit } from '../../../../src/core/work/model';
import { around, firstTodo, textOf, treeOf } from './support';

const OUTCOMES = `outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    paths: [Desk/**, "calls/*.ts"]
    branches: [calm/**]
    outputs:
      - { id: call-back, title: Call-back button, status: planned }
  - id: old-idea
    status: dropped
    paths: [attic/**]
`;

function tree(policy = ''): OutcomeTree {
  return treeOf({ 'outcomes.yml': `version: 1\npolicy: {${policy}}\n${OUTCOMES}` });
}

describe('why a TODO is flagged', () => {
  const explained = (source: string, policy = '', file = 'src/a.ts', added: 'all' | [] = 'all') => {
    const its = tree(policy);
    const { todo, findings } = firstTodo(its, file, source, added);
    return textOf(explainTodo(todo, around(its, { findings })));
  };

  it('names what of the policy silences it', () => {
    const off = explained('// TODO: x', 'rules: {todo-without-why: off}');
    assert.match(off, /^Not flagged as todo-without-why, though it could be\.$/m);
    assert.match(off, /^The policy's rules set it to `off`\. \(outcomes\.yml:2:18\)$/m);
    const old = explained('// TODO: x', 'existing: off', 'src/a.ts', []);
    assert.match(
      old,
      /^Older work gets nothing instead: existing is `off` by the policy\. \(outcomes\.yml:2:10\)$/m,
    );
    assert.match(
      explained('// TODO: x', 'existing: same', 'src/a.ts', []),
      /^Flagged as todo-without-why, a warning[^]*gets the same as new work/m,
    );
  });

  it('does not speak of older work where that has no say', () => {
    const text = explained('// TODO(old-idea): x', '', 'src/a.ts', []);
    assert.match(text, /^Flagged as closed-outcome, a warning/m);
    assert.doesNotMatch(text, /Older work/);
    assert.match(
      explained('// TODO: x', '', 'attic/a.ts', []),
      /closed-outcome, a hint[^]*Older work gets a hint/,
    );
  });

  it('names a glob that would match but for the case of letters', () => {
    assert.match(explained('// TODO: x', '', 'desk/a.ts'), /`Desk\/\*\*` would, but for the case of letters/);
    assert.doesNotMatch(explained('// TODO: x', '', 'src/a.ts'), /case of letters/);
  });

  it('tells a person from an id', () => {
    assert.match(
      explained('// TODO(ana): x'),
      /`ana` is no id and close to none, so it counts as a person\./,
    );
  });

  it('says that an output leads to its outcome', () => {
    assert.match(
      explained('// TODO(call-back): x'),
      /states `call-back`: `call-back`, an output of `short-wait`\. \(outcomes\.yml:9:\d+\)/,
    );
  });

  it('names the nearest of many globs only', () => {
    const many = Array.from(
      { length: 9 },
      (_, i) => `  - {id: o-${i}, title: t, paths: [src/p${i}/**]}`,
    ).join('\n');
    const its = treeOf({ 'outcomes.yml': `outcomes:\n${many}\n` });
    const { todo, findings } = firstTodo(its, 'src/a.ts', '// TODO: x');
    const text = textOf(explainTodo(todo, around(its, { findings })));
    assert.match(text, /; 9 were tried\. The nearest is `src\/p0\/\*\*` of `o-0`\. \(outcomes\.yml:2:33\)/);
  });

  it('says what is known of its age', () => {
    const its = tree();
    const { todo } = firstTodo(its, 'src/a.ts', '// TODO: x');
    const age = (given: Parameters<typeof around>[1]) => textOf(explainTodo(todo, around(its, given)));
    assert.match(age({}), /It is new: .*merge base with `origin\/main`/);
    assert.match(age({ git: 'no-repository' }), /in no git repository/);
    assert.match(age({ git: 'restricted' }), /Restricted Mode/);
    const old = { ...todo, isNew: false };
    const since = { day: '2024-02-29', commit: 'a'.repeat(40) };
    assert.match(
      textOf(explainTodo(old, around(its, { since }))),
      /It is old: .*from 2024-02-29, commit aaaaaaaaaaaa\./,
    );
  });
});

describe('why a branch is flagged', () => {
  const BRANCH: GitBranch = { name: 'spike', current: false, config: [], commits: [] };
  const explained = (given: Partial<GitBranch>, policy = '', commits: readonly GitCommit[] = []) => {
    const its = tree(policy);
    const linker = createLinker(its);
    const linked = commits.map((one) => linker.linkCommit(one, ''));
    const branch = linker.linkBranch({ ...BRANCH, ...given }, '', linked, 'origin/main');
    const findings = checkWork(branch, its, policyFor(its, ''));
    return textOf(explainBranch(branch, around(its, { findings })));
  };

  it('goes through all evidence when there is none', () => {
    const text = explained({ current: true, commits: ['a'.repeat(40)] }, '', [commit('Tidy')]);
    assert.match(text, /^Flagged as branch-without-why, a warning/m);
    assert.match(
      text,
      /1\. Git's configuration has no `branch\.spike\.outcome`\.\n {2}2\. The name holds no id.*\n {2}3\. No glob in `branches`.*`calm\/\*\*` of `short-wait`\. \(outcomes\.yml:7:16\)\n {2}4\. Its one own commit states none\.$/m,
    );
  });

  it('stops at the evidence that is there', () => {
    assert.match(
      explained({ config: ['short-wait'] }),
      /`branch\.spike\.outcome` states `short-wait`.*\(outcomes\.yml:4:9\)\n {2}2\. Nothing else was asked/,
    );
    assert.match(
      explained({ config: ['short-wiat'] }),
      /states `short-wiat`, which is no id; the nearest is `short-wait`/,
    );
    assert.match(explained({ name: 'ana/short-wait-now' }), /2\. The name holds the id of `short-wait`/);
    assert.match(
      explained({ name: 'calm/down' }),
      /3\. The pattern `calm\/\*\*` of `short-wait` matches the name\. \(outcomes\.yml:7:16\)/,
    );
    assert.match(
      explained({ commits: ['a'.repeat(40)] }, '', [commit('fix(short-wait): x')]),
      /4\. Its one own commit: at least one serves `short-wait`/,
    );
  });

  it('says why it is asked for nothing', () => {
    assert.match(
      explained({ name: 'release/1' }),
      /asked for nothing: its name is among exempt-branches by default/,
    );
    assert.match(
      explained({ name: 'v1' }, 'exempt-branches: [v*]'),
      /exempt-branches by the policy\. \(outcomes\.yml:2:10\)/,
    );
    assert.match(explained({ name: 'main' }), /it is the base/);
    assert.match(explained({}), /asked for nothing: it is not checked out/);
  });
});

describe('why a commit is flagged', () => {
  const explained = (given: GitCommit, policy = 'commits-since: 2026-01-01') => {
    const its = tree(policy);
    const linked = createLinker(its).linkCommit(given, '');
    const findings = checkWork(linked, its, policyFor(its, ''));
    return textOf(explainCommit(linked, around(its, { findings })));
  };

  it('goes through trailer and scope', () => {
    const text = explained(commit('fix(parser): x'));
    assert.match(
      text,
      /^Commit aaaaaaaaaaaa, `fix\(parser\): x`\n\nFlagged as commit-without-why, a warning/,
    );
    assert.match(
      text,
      /1\. The message ends with no trailer `Outcome: ID`\.\n {2}2\. The subject's scope `parser` is not an id\.$/m,
    );
    assert.match(explained(commit('fix: x')), /2\. The subject has no scope/);
    assert.match(
      explained(commit('fix(call-back): x')),
      /2\. The scope of the subject names `call-back`, an output of `short-wait`/,
    );
  });

  it('stops at a trailer, whatever it says', () => {
    assert.match(
      explained(commit('x', ['short-wait'])),
      /1\. The trailer `Outcome:` names `short-wait`.*\n {2}2\. The scope .* was not asked/,
    );
    assert.match(
      explained(commit('x', ['nonsense'])),
      /names `nonsense`, which is no id, and no id is close to it/,
    );
    assert.match(explained(commit('x', ['none (release)'])), /waives the why: `release`/);
    assert.match(explained(commit('x', ['none'])), /waives the why, without a reason/);
  });

  it('says why it is asked for nothing, and by what', () => {
    assert.match(explained(commit('x'), ''), /asked for nothing: the policy names no day in commits-since/);
    assert.match(
      explained(commit('x'), 'commits-since: 2027-01-01'),
      /older than 2027-01-01.* \(outcomes\.yml:2:10\)/,
    );
    assert.match(explained(commit('fixup! x')), /a rebase will fold it/);
    assert.match(explained({ ...commit('x'), parents: 2 }), /it is a merge/);
    assert.doesNotMatch(explained(commit('x')), /asked for nothing/);
  });
});

function commit(subject: string, trailers: readonly string[] = []): GitCommit {
  const time = Date.UTC(2026, 5, 1) / 1000;
  return { id: 'a'.repeat(40), parents: 1, subject, author: 'Ada', time, trailers };
}
