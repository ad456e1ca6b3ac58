import assert from 'node:assert/strict';
import { policyFor } from '../../../../src/core/outcomes/tree';
import type { OutcomeTree } from '../../../../src/core/outcomes/model';
import { workRules } from '../../../../src/core/rules/work';
import type { WorkProblem } from '../../../../src/core/rules/rule';
import { createLinker } from '../../../../src/core/work/linker';
import type { Branch, Commit, GitBranch, GitCommit, Todo } from '../../../../src/core/work/model';
import { todosIn } from '../../../support/todos';
import { treeOf } from '../../../support/tree';

const TREE = treeOf(`
policy: { commits-since: 2026-01-01, exempt-branches: [main] }
outcomes:
  - id: reliable-voice
    title: Customers keep reliable voice
    paths: [voice]
    metrics: [{ id: desk-calls, title: Calls }]
    outputs: [{ id: voip, title: Deploy VoIP, serves: [lower-cost] }]
    outcomes: [{ id: fast-repair, title: Repairs take a day }]
  - { id: lower-cost, title: Calls cost less }
  - { id: old-fax, title: Fax works, status: dropped, paths: [fax] }
  - { id: done-deal, title: Deals close, status: achieved }
`);

type Found = WorkProblem & { readonly code: string };

function check(item: Todo | Branch | Commit, tree: OutcomeTree = TREE): Found[] {
  const policy = policyFor(tree, '');
  return workRules.flatMap((rule) =>
    [...rule.check(item, { tree, policy })].map((problem) => ({ ...problem, code: rule.code })),
  );
}

const codes = (item: Todo | Branch | Commit) => check(item).map((p) => p.code);

function todo(text: string, file = 'a.ts', isNew = true): Todo {
  const scanned = { file, todos: todosIn(text) };
  return createLinker(TREE).linkTodos(scanned, isNew ? 'all' : [])[0]!;
}

const commit = (more: Partial<GitCommit>): Commit =>
  createLinker(TREE).linkCommit(
    {
      id: 'c1',
      parents: 1,
      subject: 'Do it',
      author: 'Ana',
      time: Date.UTC(2026, 5, 1) / 1000,
      trailers: [],
      ...more,
    },
    '',
  );

const branch = (name: string, more: Partial<GitBranch> = {}, commits: Commit[] = []): Branch =>
  createLinker(TREE).linkBranch({ name, current: false, config: [], commits: ['x'], ...more }, '', commits);

/** `startLine:startColumn-endColumn` of a finding in a file; lines of the comment count from 10, columns from 3. */
function place({ subject }: Found): string {
  assert.equal(subject.kind, 'file');
  const { start, end } = subject.range;
  return `${start.line}:${start.character}-${end.character}`;
}

/** The text in the outcomes file that a related place marks. */
const relatedTexts = ({ related }: Found) =>
  (related ?? []).map(({ file, span }) => {
    const text = TREE.files.find((f) => f.path === file)!.text;
    return text.slice(span.start, span.end);
  });

describe('rules on TODOs', () => {
  for (const [text, ...expected] of [
    ['TODO: a', 'todo-without-why'],
    ['TODO(ana): a', 'todo-without-why'],
    ['TODO(reliable-voice): a'],
    ['TODO(voip): a'],
    ['TODO(reliabel-voice): a', 'unknown-outcome'],
    ['TODO(reliabel-voice, lower-cots): a', 'unknown-outcome', 'unknown-outcome'],
    ['TODO(desk-calls): a', 'unknown-outcome'],
    ['TODO(old-fax): a', 'closed-outcome'],
    ['TODO(no-outcome: vendored): a'],
    ['TODO(no-outcome): a', 'waiver-without-reason'],
  ] as const) {
    it(text, () => assert.deepEqual(codes(todo(text)), expected));
  }

  it('mark the exact words', () => {
    const first = (text: string) => place(check(todo(text))[0]!);
    assert.equal(first('x TODO: a'), '10:5-9');
    assert.equal(first('TODO(ana, reliabel-voice): a'), '10:13-27');
    assert.equal(first('TODO(ana,\n  reliabel-voice): a'), '11:5-19');
    assert.equal(first('TODO: a\noutcome: old-fax'), '11:12-19');
    assert.equal(first('TODO(no-outcome): a'), '10:8-18');
  });

  it('say what was probably meant, and show it', () => {
    const [misspelt] = check(todo('TODO(reliabel-voice): a'));
    assert.match(misspelt!.message, /`reliabel-voice` .*Did you mean `reliable-voice`\?/);
    assert.deepEqual(relatedTexts(misspelt!), ['reliable-voice']);
    const [metric] = check(todo('TODO(desk-calls): a'));
    assert.match(metric!.message, /`desk-calls` is a metric.*`reliable-voice`/);
    const [output] = check(todo('TODO(vopi): a'));
    assert.match(output!.message, /Did you mean `voip`\?.*`@vopi`/);
    assert.deepEqual(relatedTexts(output!), ['voip']);
    const [nothing] = check(todo('TODO: a\noutcome: nothing-near'));
    assert.doesNotMatch(nothing!.message, /Did you mean/);
    assert.deepEqual(relatedTexts(nothing!), []);
  });

  it('tell of a closed outcome where its status is written, also when only a path leads to it', () => {
    const [stated] = check(todo('TODO(old-fax): a'));
    assert.match(stated!.message, /`old-fax`, which is dropped/);
    assert.deepEqual(relatedTexts(stated!), ['dropped']);
    assert.equal(stated!.outcome, 'old-fax');
    const [byPath] = check(todo('TODO: a', 'fax/a.ts'));
    assert.equal(byPath!.code, 'closed-outcome');
    assert.match(byPath!.message, /paths/);
    assert.equal(place(byPath!), '10:3-7');
  });

  it('hold older work to what the policy says of it, but what was stated wrong is wrong at any age', () => {
    const existing = (text: string, isNew: boolean, file = 'a.ts') =>
      check(todo(text, file, isNew)).map((p) => p.existing === true);
    for (const file of ['a.ts', 'fax/a.ts'])
      assert.deepEqual(
        [existing('TODO: a', true, file), existing('TODO: a', false, file)],
        [[false], [true]],
      );
    for (const text of ['TODO(reliabel-voice): a', 'TODO(old-fax): a', 'TODO(no-outcome): a'])
      assert.deepEqual(existing(text, false), [false], text);
  });
});

describe('rules on branches', () => {
  it('want a why of each branch that has commits or is checked out', () => {
    assert.deepEqual(codes(branch('x')), ['branch-without-why']);
    assert.deepEqual(codes(branch('x', { commits: [] })), []);
    assert.deepEqual(codes(branch('x', { commits: [], current: true })), ['branch-without-why']);
    assert.deepEqual(codes(branch('main', { current: true })), []);
    assert.deepEqual(codes(branch('voip-retry')), []);
  });

  it('report a wrong configuration once', () => {
    const [problem, ...others] = check(branch('x', { config: ['lower-cots'] }));
    assert.equal(problem!.code, 'unknown-outcome');
    assert.deepEqual(problem!.subject, { kind: 'branch', repository: '', branch: 'x' });
    assert.deepEqual(others, []);
  });

  it('report a closed outcome', () => assert.deepEqual(codes(branch('fix/done-deal')), ['closed-outcome']));

  it('advise to split a branch whose outcomes are unrelated', () => {
    const of = (...scopes: string[]) => {
      const commits = scopes.map((scope, i) => commit({ id: `c${i}`, subject: `fix(${scope}): it` }));
      return check(branch('x', { commits: commits.map((c) => c.id) }, commits)).filter(
        (p) => p.code === 'mixed-branch',
      );
    };
    assert.equal(of('fast-repair', 'lower-cost').length, 1);
    assert.deepEqual(of('fast-repair', 'reliable-voice'), []);
    assert.deepEqual(of('voip', 'lower-cost'), []);
    assert.deepEqual(of('lower-cost', 'lower-cost'), []);
    assert.deepEqual(of('nothing', 'lower-cost'), []);
    const [mixed] = of('fast-repair', 'lower-cost');
    assert.match(mixed!.message, /`fast-repair` and `lower-cost`/);
    assert.deepEqual(relatedTexts(mixed!), ['fast-repair', 'lower-cost']);
  });

  it('see a mix of the name and the commits', () => {
    const own = commit({ subject: 'fix(lower-cost): it' });
    assert.deepEqual(codes(branch('fast-repair-x', { commits: ['c1'] }, [own])), ['mixed-branch']);
  });
});

describe('rules on commits', () => {
  for (const [name, more, ...expected] of [
    ['without a why', {}, 'commit-without-why'],
    ['a merge', { parents: 2 }],
    ['too old', { time: 0 }],
    ['with a trailer', { trailers: ['voip'] }],
    ['waived', { trailers: ['none (plumbing)'] }],
    ['waived without a reason', { trailers: ['none'] }, 'waiver-without-reason'],
    ['waived long ago', { trailers: ['none'], time: 0 }],
    ['with a wrong trailer', { trailers: ['lower-cots'] }, 'unknown-outcome'],
    ['on an outcome closed since', { trailers: ['done-deal'] }],
  ] as const) {
    it(`${name}: ${expected.join() || 'nothing'}`, () => assert.deepEqual(codes(commit(more)), expected));
  }

  it('hold a wrong trailer against a commit only while it is asked for a why', () => {
    const existing = (more: Partial<GitCommit>) =>
      check(commit({ trailers: ['lower-cots'], ...more }))[0]!.existing === true;
    assert.deepEqual([existing({}), existing({ time: 0 })], [false, true]);
  });

  it('name the commit by its repository and id', () =>
    assert.deepEqual(check(commit({}))[0]!.subject, { kind: 'commit', repository: '', commit: 'c1' }));
});

describe('messages of work', () => {
  it('are sentences that stay on one line, whatever the work is called', () => {
    const hostile = [
      branch('$(touch x)`\n'),
      commit({ subject: 'a\nb `c`' }),
      todo('TODO: x\noutcome: `nothing-near`'),
    ];
    for (const { message } of hostile.flatMap((item) => check(item))) assert.match(message, /^[^\n]+[.?]$/);
  });

  it('name an outcome without the line end of a title that is written as a block', () => {
    const tree = treeOf('\noutcomes:\n  - id: fewer-calls\n    title: >\n      Calls\n      fall\n');
    const [item] = createLinker(tree).linkTodos(
      { file: 'a.ts', todos: todosIn('TODO(fewer-cals): a') },
      'all',
    );
    assert.deepEqual(
      check(item!, tree)[0]!.related?.map(({ message }) => message),
      ['`fewer-calls`: `Calls fall`'],
    );
  });

  it('have the severities of the rule table', () => {
    assert.deepEqual(Object.fromEntries(workRules.map((r) => [r.code, r.severity])), {
      'unknown-outcome': 'error',
      'todo-without-why': 'warning',
      'closed-outcome': 'warning',
      'branch-without-why': 'warning',
      'commit-without-why': 'warning',
      'waiver-without-reason': 'warning',
      'mixed-branch': 'info',
    });
  });
});
