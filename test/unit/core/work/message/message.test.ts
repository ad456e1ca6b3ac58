import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/edits';
import {
  addTrailer,
  checkMessage,
  commentCharOf,
  inferTrailer,
  readMessage,
  type MessageContext,
} from '../../../../../src/core/work/message';
import type { Branch, Link, Todo } from '../../../../../src/core/work/model';
import { treeOf } from '../../../../support/tree';

const EDITOR =
  "\n# Please enter the commit message for your changes. Lines starting\n# with '#' will be ignored.\n";

describe('a commit message', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['', 'empty'],
    [EDITOR, 'empty'],
    [`\n\nOutcome: reliable-voice\n${EDITOR}`, 'empty'],
    ['\n\nSigned-off-by: Ana <ana@example.org>\n', 'empty'],
    ['Refs: #12', 'normal'],
    ['fix: a', 'normal'],
    ['fixup! fix: a', 'fixup'],
    ['squash! fix: a', 'fixup'],
    ['amend! fix: a', 'fixup'],
    ['fixup!fix: a', 'normal'],
    ["Merge branch 'topic' into main", 'merge'],
    ["Merge remote-tracking branch 'origin/main'", 'merge'],
    ['Merge pull request #12 from ana/topic', 'merge'],
    ['Merge both lists into one', 'normal'],
    ['Revert "fix: a"', 'revert'],
    ['Reapply "fix: a"', 'revert'],
    ['Revert to the old list', 'normal'],
  ];
  for (const [text, kind] of kinds)
    it(`${JSON.stringify(text)} is ${kind}`, () => assert.equal(readMessage(text).kind, kind));

  it('has a subject, a body and trailers with their places', () => {
    const text =
      '# note\n\nfix: a\n bug\n\nIt was\n# note\nlate.\n\nRefs: #12\nOutcome: a,\n  b\n\n# Please enter\n';
    const message = readMessage(text);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(message.subject, 'fix: a bug');
    assert.equal(at(message.subjectSpan), 'fix: a\n bug');
    assert.equal(at(message.body), 'It was\n# note\nlate.');
    assert.deepEqual(
      message.trailers.map((trailer) => [
        trailer.key,
        trailer.value,
        at(trailer.span),
        at(trailer.valueSpan),
      ]),
      [
        ['Refs', '#12', 'Refs: #12', '#12'],
        ['Outcome', 'a, b', 'Outcome: a,\n  b', 'a,\n  b'],
      ],
    );
    assert.equal(at(message.block!), 'Refs: #12\nOutcome: a,\n  b');
    assert.equal(at(message.trailers[1]!.keySpan), 'Outcome');
  });

  it('ends at the scissors, whatever the diff below them holds', () => {
    const text =
      'fix: a\n# ------------------------ >8 ------------------------\n# not read\ndiff\n\nOutcome: x\n';
    assert.deepEqual(readMessage(text).trailers, []);
    assert.equal(readMessage(text).subject, 'fix: a');
  });

  it('keeps its comments when git is given it as it is', () => {
    assert.equal(readMessage('#12 is fixed').kind, 'empty');
    assert.equal(readMessage('#12 is fixed', { cleanup: 'whitespace' }).subject, '#12 is fixed');
  });

  it('knows the comment sign that git chose by itself', () => {
    const typed = '#12 is fixed\n\n; Please enter the commit message\n;\n;\tmodified: a\n';
    assert.equal(commentCharOf(typed, 'auto'), ';');
    assert.equal(
      commentCharOf('fix: a\n% ------------------------ >8 ------------------------\n+x', 'auto'),
      '%',
    );
    assert.equal(commentCharOf('fix: a\n', 'auto'), '#');
    assert.equal(commentCharOf('fix: a\n', null), '#');
    assert.equal(commentCharOf('fix: a\n', ';'), ';');
    assert.equal(readMessage(typed, { commentChar: ';' }).subject, '#12 is fixed');
  });
});

describe('the Outcome trailer', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', '\n\nOutcome: KEY-12'],
    [EDITOR, `\n\nOutcome: KEY-12\n${EDITOR}`],
    ['fix: a', 'fix: a\n\nOutcome: KEY-12'],
    ['fix: a\n', 'fix: a\n\nOutcome: KEY-12\n'],
    ['fix: a\r\n\r\nbody\r\n', 'fix: a\r\n\r\nbody\r\n\r\nOutcome: KEY-12\r\n'],
    [`fix: a\n${EDITOR}`, `fix: a\n\nOutcome: KEY-12\n${EDITOR}`],
    ['fix: a\n\nRefs: #1\n', 'fix: a\n\nRefs: #1\nOutcome: KEY-12\n'],
    ['fix: a\n\nRefs: #1\n folded\n\n# c\n', 'fix: a\n\nRefs: #1\n folded\nOutcome: KEY-12\n\n# c\n'],
    ['fix: a\n\nBREAKING CHANGE: all\n', 'fix: a\n\nBREAKING CHANGE: all\n\nOutcome: KEY-12\n'],
    [
      'fix: a\n\n(cherry picked from commit 01)\n',
      'fix: a\n\n(cherry picked from commit 01)\nOutcome: KEY-12\n',
    ],
    ['fix: a\n\nOutcome: other\nRefs: #1\n', 'fix: a\n\nOutcome: KEY-12\nRefs: #1\n'],
    ['fix: a\n\noutcome:other, more\n', 'fix: a\n\noutcome:KEY-12\n'],
    ['fix: a\n\nOutcome:\nRefs: #1', 'fix: a\n\nOutcome: KEY-12\nRefs: #1'],
    ['fix: a\n\nOutcome: other, key-12\n', 'fix: a\n\nOutcome: other, key-12\n'],
    ['fix: a\n\nOutcome: x\nOutcome: KEY-12\n', 'fix: a\n\nOutcome: x\nOutcome: KEY-12\n'],
  ];
  for (const [before, after] of cases)
    it(`is added to ${JSON.stringify(before)}`, () =>
      assert.equal(applyEdits(before, addTrailer(before, 'KEY-12')), after));

  it('is added beside another one when asked to', () => {
    const text = 'fix: a\n\nOutcome: x\nRefs: #1';
    assert.equal(applyEdits(text, addTrailer(text, 'y', { existing: 'add' })), `${text}\nOutcome: y`);
  });
});

describe('findings on a commit message', () => {
  const policy = 'policy: { commits-since: 2026-01-01 }\n';
  const outcomes = `
outcomes:
  - { id: reliable-voice, title: Voice stays }
  - { id: old-news, title: Over, status: dropped }
`;
  const context = (yaml = policy + outcomes): MessageContext => ({
    tree: treeOf(yaml),
    time: Date.UTC(2026, 5, 1) / 1000,
  });
  const found = (text: string, more: Partial<MessageContext> = {}) =>
    checkMessage(text, { ...context(), ...more }).map(({ code, severity, span, suggestion }) =>
      [
        `${code} ${severity}`,
        text.slice(span.start, span.end),
        ...(suggestion === null ? [] : [suggestion]),
      ].join(' | '),
    );

  for (const [text, ...expected] of [
    ['fix: a', 'commit-without-why warning | fix: a'],
    ['fix: a\n\nOutcome: reliable-voice'],
    ['fix(reliable-voice): a'],
    ['fix: a\n\nOutcome: relaible-voice', 'unknown-outcome error | relaible-voice | reliable-voice'],
    ['fix: a\n\nOutcome: old-news', 'closed-outcome warning | old-news'],
    ['fix(old-news): a', 'closed-outcome warning | old-news'],
    ['fix: a\n\nOutcome: none', 'waiver-without-reason warning | none'],
    ['fix: a\n\nOutcome: none (plumbing)'],
    ['fix: a\n\nOutcome:', 'commit-without-why warning | fix: a'],
    ['Revert "fix: a"', 'commit-without-why warning | Revert "fix: a"'],
    ['fixup! fix: a\n\nOutcome: nonsense'],
    ["Merge branch 'topic'"],
    ['# only a comment'],
    ['\n\nOutcome: nonsense\n'],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(found(text), expected));

  it('go by the number of parents where that is known', () => {
    assert.equal(found("Merge branch 'topic'", { parents: 1 }).length, 1);
    assert.deepEqual(found('Join the two', { parents: 2 }), []);
  });

  it('are of what is wrong also where no commit is asked for a why', () => {
    const tree = treeOf(outcomes);
    for (const [text, ...expected] of [
      ['fix: a\n\nOutcome: relaible-voice', 'unknown-outcome error | relaible-voice | reliable-voice'],
      ['fix: a\n\nOutcome: old-news', 'closed-outcome warning | old-news'],
      ['fix: a\n\nOutcome: none'],
      ['fix: a'],
    ] as const)
      assert.deepEqual(found(text, { tree }), expected);
    assert.deepEqual(found("Merge branch 'topic'\n\nOutcome: old-news", { tree }), []);
    assert.deepEqual(found('Join the two\n\nOutcome: relaible-voice', { tree, parents: 2 }), [
      'unknown-outcome hint | relaible-voice | reliable-voice',
    ]);
  });

  it('follow the policy', () => {
    assert.deepEqual(found('fix: a', { tree: treeOf(outcomes) }), []);
    const off = treeOf(
      `policy: { commits-since: 2026-01-01, rules: { commit-without-why: off } }\n${outcomes}`,
    );
    assert.deepEqual(found('fix: a', { tree: off }), []);
    assert.deepEqual(found('fix: a', { time: Date.UTC(2025, 11, 31) / 1000 }), []);
  });
});

describe('the outcome of a commit to be', () => {
  const branch = (links: readonly Link[], exempt = false): Branch => ({
    kind: 'branch',
    repository: '',
    name: 'topic',
    current: true,
    exempt,
    links,
    broken: [],
    commits: [],
  });
  const todo = (...links: Link[]): Todo => ({
    kind: 'todo',
    file: 'a.ts',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    tag: 'TODO',
    text: '',
    endLine: 0,
    assignee: null,
    isNew: true,
    waiver: null,
    links,
    statedAt: [],
    broken: [],
    key: '',
  });
  const ids = (...args: Parameters<typeof inferTrailer>) =>
    inferTrailer(...args).map(({ id, from, evidence }) => `${id} ${from} ${evidence}`);

  it('is the branch’s, else that of the staged TODOs', () => {
    const stated = todo(
      { outcome: 'b', evidence: 'stated' },
      { outcome: 'b', output: 'c', evidence: 'stated' },
    );
    assert.deepEqual(ids(branch([{ outcome: 'a', evidence: 'config' }]), [stated]), ['a branch config']);
    assert.deepEqual(ids(branch([]), [stated, stated]), ['b todo stated', 'c todo stated']);
    assert.deepEqual(ids(null, [todo({ outcome: 'b', evidence: 'path' })]), []);
  });

  it('is not guessed from commits that serve several, nor from those of an exempt branch', () => {
    const one: Link = { outcome: 'a', evidence: 'commits' };
    assert.deepEqual(ids(branch([one]), []), ['a branch commits']);
    assert.deepEqual(ids(branch([one, { outcome: 'b', evidence: 'commits' }]), []), []);
    assert.deepEqual(ids(branch([one], true), []), []);
    assert.deepEqual(ids(branch([{ outcome: 'a', evidence: 'config' }], true), []), ['a branch config']);
  });
});
