import assert from 'node:assert/strict';
import type { OutcomeTree } from '../../../../src/core/outcomes/model';
import { createLinker } from '../../../../src/core/work/linker';
import type { GitBranch, GitCommit, LineRun, Todo } from '../../../../src/core/work/model';
import { effortOf } from '../../../support/effort';
import { todosIn } from '../../../support/todos';
import { treeOf } from '../../../support/tree';

const VOICE = treeOf(`
policy:
  commits-since: 2026-01-01
  exempt-branches: [main, release/**]
outcomes:
  - id: reliable-voice
    owner: "@voice-crew"
    paths: [services/voice/**]
    branches: [voice/**]
    metrics: [{ id: desk-calls, title: Calls }]
    outputs: [{ id: voip, title: Deploy VoIP }, { id: mpf, title: MPF }]
    outcomes:
      - { id: fast-repair, paths: [services/voice/repair], branches: ["*/repair-*"] }
  - { id: lower-cost, paths: ["**/*.sql"] }
  - { id: KEY-12 }
  - { id: KEY-12-b }
`);

const todo = (text: string, file = 'a.ts', tree: OutcomeTree = VOICE): Todo =>
  createLinker(tree).linkTodos({ file, todos: todosIn(text) }, 'all')[0]!;

/** `outcome/output evidence` of each link, then each broken one as `text?suggestion`. */
const links = (item: Pick<Todo, 'links' | 'broken'>): string[] => [
  ...item.links.map((l) => `${l.outcome}${l.output ? `/${l.output}` : ''} ${l.evidence}`),
  ...item.broken.map((b) => `${b.text}?${b.suggestion ?? ''}`),
];

describe('links of a TODO', () => {
  for (const [text, ...expected] of [
    ['TODO(reliable-voice): a', 'reliable-voice stated'],
    ['TODO(Reliable-VOICE): a', 'reliable-voice stated'],
    ['TODO(@ana, reliable-voice): a', 'reliable-voice stated'],
    ['TODO(voip): a', 'reliable-voice/voip stated'],
    ['TODO(voip, reliable-voice, VOIP): a', 'reliable-voice/voip stated', 'reliable-voice stated'],
    ['TODO: a\noutcome: lower-cost', 'lower-cost stated'],
    ['TODO(key-12): a', 'KEY-12 stated'],
    ['TODO(reliabel-voice): a', 'reliabel-voice?reliable-voice'],
    ['TODO(reliabel-voice, lower-cost): a', 'lower-cost stated', 'reliabel-voice?reliable-voice'],
    ['TODO(desk-calls): a', 'desk-calls?reliable-voice'],
    ['TODO: a\noutcome: nothing-near', 'nothing-near?'],
    ['TODO: a\noutcome: nothing', 'nothing?'],
    ['TODO: a\nwhy: lower-cots', 'lower-cots?lower-cost'],
    ['TODO: a\nwhy: performance'],
    ['TODO: a\nwhy: VoIP', 'reliable-voice/voip stated'],
    ['Outcome: done\n\nTODO: a'],
    ['TODO(ana): a'],
    ['TODO(@voip): a'],
    ['TODO(@reliabel-voice): a'],
    ['TODO(voice-crew): a'],
    ['TODO(KEY-13): a'],
    ['TODO(KEY-123): a'],
    ['TODO(__proto__, constructor): a'],
    ['TODO(no-outcome: vendored): a'],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(links(todo(text)), expected));
  }

  for (const [text, assignee] of [
    ['TODO(ana): a', 'ana'],
    ['TODO(@ana, reliable-voice): a', 'ana'],
    ['TODO(reliable-voice, bo): a', 'bo'],
    ['TODO(#12, KEY-77, b/9, example.org/issue/7, v8:9, v2.0, 2026-01-01, ana): a', 'ana'],
    ['TODO(#12): a', null],
    ['TODO(https://x.org/ana): a', null],
    ['TODO(reliabel-voice): a', null],
    ['TODO @org/team: a', 'org/team'],
    ['TODO: a', null],
  ] as const) {
    it(`${text} is assigned to ${assignee ?? 'nobody'}`, () => assert.equal(todo(text).assignee, assignee));
  }

  it('takes nobody for a misspelt id whose name differs as names do', () => {
    const tree = treeOf(
      'outcomes: [{ id: margin }, { id: anne }, { id: market }, { id: ans }, { id: growth }]',
    );
    const assigned = ['ana', 'bob', 'peter', 'karin', 'marcus', 'hanne'].map((n) =>
      todo(`TODO(${n}): a`, 'a.ts', tree),
    );
    assert.deepEqual(
      assigned.flatMap((t) => t.broken),
      [],
    );
    assert.deepEqual(links(todo('TODO(gorwth): a', 'a.ts', tree)), ['gorwth?growth']);
  });

  it('remembers where each link is stated', () => {
    const { links: found, statedAt } = todo('TODO(ana, voip): a\noutcome: lower-cost');
    assert.deepEqual(
      statedAt.map((at) => at.text),
      ['voip', 'lower-cost'],
    );
    assert.equal(found.length, 2);
  });

  it('leads from an output without an outcome id to the nearest outcome above', () => {
    const tree = treeOf(
      'outcomes: [{ id: top, outcomes: [{ title: Below, outputs: [{ id: thing, title: T }] }] }]',
    );
    assert.deepEqual(links(todo('TODO(thing): a', 'a.ts', tree)), ['top/thing stated']);
  });
});

describe('links of a TODO by path', () => {
  for (const [file, outcome] of [
    ['services/voice/a.ts', 'reliable-voice'],
    ['services/voice/repair/x/a.ts', 'fast-repair'],
    ['services/voice/a.sql', 'reliable-voice'],
    ['db/a.sql', 'lower-cost'],
    ['a.sql', 'lower-cost'],
    ['services/voicemail/a.ts', undefined],
  ] as const) {
    it(`${file} serves ${outcome ?? 'nothing'}`, () =>
      assert.deepEqual(links(todo('TODO: a', file)), outcome ? [`${outcome} path`] : []));
  }

  it('gives way to what the TODO states, right or wrong, and to a waiver', () => {
    const of = (text: string) => links(todo(text, 'services/voice/a.ts'));
    assert.deepEqual(of('TODO(lower-cost): a'), ['lower-cost stated']);
    assert.deepEqual(of('TODO(lower-cots): a'), ['lower-cots?lower-cost']);
    assert.deepEqual(of('TODO(no-outcome): a'), []);
    assert.deepEqual(of('TODO(ana): a'), ['reliable-voice path']);
  });

  it('reads globs from the folder of their file, the longest from the root first, then the deeper outcome', () => {
    const tree = treeOf({
      'outcomes.yml': `
outcomes:
  - { id: root, paths: [apps/web/**, "apps/[x]/**", "lib/**"], outcomes: [{ id: child, paths: [lib/**] }] }
  - { id: wide, paths: ["**"] }
  - { id: narrow, paths: ["{lib,a-very-long-name}/core/*.ts"] }`,
      'apps/web/outcomes.yml': 'outcomes: [{ id: web, paths: [src/**] }]',
      'apps/[x]/outcomes.yml': 'outcomes: [{ id: odd, paths: [src] }]',
    });
    const of = (file: string) => links(todo('TODO: a', file, tree)).join();
    assert.equal(of('apps/web/src/a.ts'), 'web path');
    assert.equal(of('apps/web/a.ts'), 'root path');
    assert.equal(of('src/a.ts'), 'wide path');
    assert.equal(of('apps/[x]/src/a.ts'), 'odd path');
    assert.equal(of('apps/x/src/a.ts'), 'root path');
    assert.equal(of('lib/a.ts'), 'child path');
    assert.equal(of('lib/core/a.ts'), 'narrow path');
  });

  it('links 4,000 files by 500 outcomes with 1,000 globs in little time', () => {
    const outcomes = Array.from(
      { length: 500 },
      (_, i) => `{ id: o-${i}, paths: [src/m${i}/**, "**/*.e${i}"] }`,
    );
    const linker = createLinker(treeOf(`outcomes: [${outcomes.join(', ')}]`));
    const todos = todosIn('TODO: a');
    let found: Todo[][] = [];
    const effort = effortOf(() => {
      found = Array.from({ length: 4000 }, (_, i) =>
        linker.linkTodos({ file: `src/m${i % 700}/deep/er/file${i}.e${i % 900}`, todos }, 'all'),
      );
    });
    assert.equal(found[499]![0]!.links[0]!.outcome, 'o-499');
    assert.equal(found[699]![0]!.links.length, 0);
    assert.ok(effort < 4000, `${effort} ms`);
  });
});

describe('new TODOs and keys', () => {
  const marks = (added: 'all' | LineRun[] | undefined) =>
    createLinker(VOICE)
      .linkTodos({ file: 'a.ts', todos: todosIn('TODO: a\n\nTODO: b\nTODO: c\n\nTODO: d') }, added)
      .map((t) => (t.isNew ? t.text : '-'))
      .join('');

  it('are those on added lines', () => {
    assert.equal(marks('all'), 'abcd');
    assert.equal(marks(undefined), '----');
    assert.equal(marks([]), '----');
    assert.equal(marks([{ first: 10, last: 10 }]), 'a---');
    assert.equal(
      marks([
        { first: 15, last: 20 },
        { first: 11, last: 12 },
      ]),
      '-b-d',
    );
    assert.equal(
      marks([
        { first: 0, last: 9 },
        { first: 11, last: 11 },
        { first: 13, last: 14 },
      ]),
      '--c-',
    );
  });

  it('keep their key when lines move and a link is added, and differ when they are equal', () => {
    const keys = (text: string) =>
      createLinker(VOICE)
        .linkTodos({ file: 'a.ts', todos: todosIn(text) }, 'all')
        .map((t) => t.key);
    assert.deepEqual(keys('TODO: a\nTODO: b'), keys('x\n\nTODO(voip): a\n\nother\n\nTODO: b'));
    assert.equal(new Set(keys('TODO: a\nTODO: a\nFIXME: a\nTODO: b')).size, 4);
  });
});

describe('links of a branch', () => {
  const linked = commitOf({ id: 'c1', trailers: ['lower-cost, voip'] });
  const other = commitOf({ id: 'c2', subject: 'feat(KEY-12): x' });
  const commits = [linked, other].map((c) => createLinker(VOICE).linkCommit(c, ''));
  const branch = (name: string, more: Partial<GitBranch> = {}, base?: string) =>
    createLinker(VOICE).linkBranch(
      { name, current: false, config: [], commits: [], ...more },
      '',
      commits,
      base,
    );

  for (const [name, ...expected] of [
    ['feature/reliable-voice-retry', 'reliable-voice name'],
    ['Reliable-Voice', 'reliable-voice name'],
    ['x_voip_y', 'reliable-voice/voip name'],
    ['fix/KEY-12', 'KEY-12 name'],
    ['fix/key-12-retry', 'KEY-12 name'],
    ['fix/KEY-12-b', 'KEY-12-b name'],
    ['fix/KEY-123'],
    ['fix/MONKEY-12'],
    ['voipx'],
    ['voip-for-reliable-voice', 'reliable-voice name'],
    ['voice/retry', 'reliable-voice pattern'],
    ['voice/repair-x', 'fast-repair pattern'],
    ['x/y/repair-x'],
    ['$(touch x)'],
  ] as const) {
    it(JSON.stringify(name), () => assert.deepEqual(links(branch(name)), expected));
  }

  it('come from the first kind of evidence that there is', () => {
    const own = { commits: ['c1', 'c2', 'gone'] };
    assert.deepEqual(links(branch('voice/voip', { config: ['lower-cost'], ...own })), ['lower-cost config']);
    assert.deepEqual(links(branch('voice/voip', own)), ['reliable-voice/voip name']);
    assert.deepEqual(links(branch('voice/x', own)), ['reliable-voice pattern']);
    assert.deepEqual(links(branch('x', own)), [
      'lower-cost commits',
      'reliable-voice/voip commits',
      'KEY-12 commits',
    ]);
    assert.deepEqual(branch('voice/x', own).serves, ['lower-cost', 'reliable-voice', 'KEY-12']);
  });

  it('take several configured ids, and report a wrong one without guessing another', () => {
    assert.deepEqual(links(branch('x', { config: ['voip, KEY-12', 'lower-cost'] })), [
      'reliable-voice/voip config',
      'KEY-12 config',
      'lower-cost config',
    ]);
    assert.deepEqual(links(branch('voice/voip', { config: ['lower-cots'] })), ['lower-cots?lower-cost']);
    assert.deepEqual(links(branch('voice/x', { config: [''] })), ['reliable-voice pattern']);
  });

  it('exempt what the policy names, and the base', () => {
    const exempt = (name: string, base?: string) => branch(name, {}, base).exempt;
    assert.deepEqual(
      ['main', 'release/1.2', 'releases', 'x/main'].map((n) => exempt(n)),
      [true, true, false, false],
    );
    assert.equal(exempt('develop', 'origin/develop'), true);
    assert.equal(exempt('develop', 'refs/remotes/origin/develop'), true);
    assert.equal(exempt('develop', 'refs/heads/develop'), true);
    assert.equal(exempt('team/develop', 'origin/team/develop'), true);
    assert.equal(exempt('develop', 'origin/team/develop'), false);
  });

  it('follow the policy of a nested repository', () => {
    const tree = treeOf({
      'outcomes.yml': 'outcomes: []',
      'sub/outcomes.yml': 'policy: { exempt-branches: [trunk] }',
    });
    const exempt = (repository: string) =>
      createLinker(tree).linkBranch({ name: 'trunk', current: true, config: [], commits: [] }, repository, [])
        .exempt;
    assert.deepEqual(['', 'sub', '../..'].map(exempt), [false, true, false]);
  });
});

describe('links of a commit', () => {
  const commit = (more: Partial<GitCommit>) => createLinker(VOICE).linkCommit(commitOf(more), '');

  for (const [subject, trailers, ...expected] of [
    ['x', ['reliable-voice'], 'reliable-voice trailer'],
    ['x', ['VOIP', 'lower-cost'], 'reliable-voice/voip trailer', 'lower-cost trailer'],
    ['x', ['voip, KEY-12,'], 'reliable-voice/voip trailer', 'KEY-12 trailer'],
    ['x', ['voip KEY-12'], 'reliable-voice/voip trailer', 'KEY-12 trailer'],
    ['x', ['voip (the lasting fix)'], 'reliable-voice/voip trailer'],
    ['x', ['reliabel-voice'], 'reliabel-voice?reliable-voice'],
    ['x', ['desk-calls'], 'desk-calls?reliable-voice'],
    ['x', ['better days'], 'better days?'],
    ['feat(voip): x', ['lower-cost'], 'lower-cost trailer'],
    ['feat(voip): x', ['lower-cots'], 'lower-cots?lower-cost'],
    ['feat(voip): x', [''], 'reliable-voice/voip scope'],
    ['feat(voip): x', ['none (plumbing)']],
    ['feat(reliable-voice)!: x', [], 'reliable-voice scope'],
    ['fix(VoIP,lower-cost): x', [], 'reliable-voice/voip scope', 'lower-cost scope'],
    ['fixup! feat(voip): x', [], 'reliable-voice/voip scope'],
    ['Revert "feat(voip): x"', [], 'reliable-voice/voip scope'],
    ['feat(parser): x', []],
    ['feat (voip): x', []],
    ['about feat(voip): x', []],
    ['feat(voip) x', []],
    ['voip: x', []],
  ] as const) {
    it(`${subject} ${JSON.stringify(trailers)}`, () =>
      assert.deepEqual(links(commit({ subject, trailers })), expected));
  }

  for (const [value, reason] of [
    ['none (release plumbing, vendored)', 'release plumbing, vendored'],
    ['None - vendored', 'vendored'],
    ['none', ''],
    ['none ()', ''],
    ['nonesuch', undefined],
  ] as const) {
    it(`Outcome: ${value}`, () => assert.equal(commit({ trailers: [value] }).waiver?.reason, reason));
  }

  it('is asked since the day of the policy, unless git or a rebase made it', () => {
    const day = Date.UTC(2026, 0, 1) / 1000;
    const asked = (more: Partial<GitCommit>) => commit({ time: day, ...more }).asked;
    assert.equal(asked({}), true);
    assert.equal(asked({ time: day - 1 }), false);
    assert.equal(asked({ parents: 0 }), true);
    assert.equal(asked({ parents: 2 }), false);
    assert.equal(asked({ subject: 'Revert "x"' }), true);
    for (const kind of ['fixup', 'squash', 'amend']) assert.equal(asked({ subject: `${kind}! x` }), false);
    const noDay = createLinker(treeOf('outcomes: [{ id: voip }]')).linkCommit(commitOf({ time: day }), '');
    assert.equal(noDay.asked, false);
  });
});

function commitOf(more: Partial<GitCommit>): GitCommit {
  return {
    id: 'c',
    parents: 1,
    subject: 'x',
    author: 'Ana',
    time: Date.UTC(2026, 5, 1) / 1000,
    trailers: [],
    ...more,
  };
}
