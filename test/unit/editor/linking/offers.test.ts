import assert from 'node:assert/strict';
import {
  checkWork,
  createLinker,
  findTodosInText,
  policyFor,
  rankEntries,
  type Todo,
  type Work,
} from '../../../../src/core';
import { markedTodo, offersFor, openInstead, unlinkOffer } from '../../../../src/editor/linking/offers';
import { TAGS } from '../../../support/todos';
import { treeOf } from '../../../support/tree';

const tree = treeOf(`
outcomes:
  - id: growth
    title: More customers come back
    outcomes:
      - id: old-way
        title: Old
        status: dropped
        paths: [old/**]
        outputs:
          - { id: fax, title: Fax, status: rejected, instead: portal }
      - { id: portal-use, title: Portal is used, outputs: [{ id: portal, title: Portal }] }
      - { id: calls, title: Fewer calls, status: achieved }
  - { id: lower-cost, title: Cost falls }
  - { id: voice, title: Voice stays }
`);

function todosIn(text: string, file = 'src/a.ts'): Todo[] {
  const todos = findTodosInText(text, file, { tags: TAGS, mentions: 'marker' });
  assert.ok(typeof todos !== 'string');
  return createLinker(tree).linkTodos({ file, todos }, 'all');
}

/** A branch that is checked out and serves these. */
function branch(...ids: string[]): Work['branches'] {
  const links = ids.map((outcome) => ({ outcome, evidence: 'config' as const }));
  return [
    {
      kind: 'branch',
      repository: '',
      name: 'b',
      current: true,
      exempt: false,
      links,
      broken: [],
      commits: [],
    },
  ];
}

/** What is offered for each finding of a text, as the findings mark it: `code: titles`. */
function offered(text: string, branches: Work['branches'] = [], file?: string): string[] {
  const todos = todosIn(text, file);
  const work: Work = { todos, branches, commits: [] };
  const ranked = rankEntries(tree, work, { file: file ?? 'src/a.ts' });
  const unexplained = todos.filter(
    ({ links, broken, waiver }) => links.length + broken.length === 0 && !waiver,
  ).length;
  const findings = todos.flatMap((todo) => checkWork(todo, tree, policyFor(tree, todo.file)));
  return findings.flatMap(({ code, subject }) => {
    if (subject.kind !== 'file') return [];
    const at = subject.range.start;
    const todo = markedTodo(code, at, todos);
    assert.ok(todo, code);
    const offers = offersFor(code, at, todo, { tree, ranked, unexplained });
    assert.ok(offers.filter(({ preferred }) => preferred).length <= 1);
    return [
      `${code}: ${offers.map(({ title, preferred }) => (preferred ? `*${title}` : title)).join(' | ')}`,
    ];
  });
}

describe('what is offered for a TODO without a why', () => {
  it('begins with the outcome of the branch', () => {
    assert.deepEqual(offered('// TODO: a', branch('voice')), [
      "todo-without-why: *Link to `voice` (this branch's outcome) | Link to `growth` | Link to `portal-use` | Link to… | Waive with a reason… | New outcome from this TODO…",
    ]);
  });

  it('prefers nothing where the branch serves nothing, or something that is over', () => {
    for (const branches of [[], branch('calls')])
      assert.deepEqual(offered('// FIXME: a', branches), [
        'todo-without-why: Link to `growth` | Link to `portal-use` | Link to… | Waive with a reason… | New outcome from this FIXME…',
      ]);
  });

  it('is also for all of the file, when there are more', () => {
    const [first] = offered('// TODO: a\n// TODO(voice): b\n// TODO: c', branch('voice'));
    assert.match(
      first!,
      /\| Link all 2 TODOs without a why in this file to `voice` \| Link all 2 TODOs without a why in this file to…$/,
    );
  });
});

describe('what is offered for an unknown outcome', () => {
  it('is the one that was meant, then the branch’s', () => {
    assert.deepEqual(offered('// TODO(lower-cots): a', branch('voice')), [
      'unknown-outcome: *Change to `lower-cost` | Change to `voice` | Link to… | Waive with a reason… | Remove `lower-cots`',
    ]);
  });

  it('has no likely one where nothing is near', () => {
    assert.deepEqual(offered('// TODO: a (outcome: zzzzzz)'), [
      'unknown-outcome: Link to… | Waive with a reason… | Remove `zzzzzz`',
    ]);
  });

  it('says that more goes where the TODO states more', () => {
    assert.match(
      offered('// TODO(voice, lower-cots): a')[0]!,
      /Remove all that this TODO states as its why$/,
    );
  });

  it('replaces the word that is marked', () => {
    const [todo] = todosIn('// TODO(voice, lower-cots): a');
    const at = todo!.broken[0]!.range!.start;
    const [first] = offersFor('unknown-outcome', at, todo!, { tree, ranked: [], unexplained: 0 });
    assert.deepEqual(first!.task, {
      kind: 'change',
      change: { kind: 'replace', word: 'lower-cots', id: 'lower-cost' },
    });
  });
});

describe('what is offered for a closed outcome', () => {
  it('is what was chosen instead of the output, then the neighbours', () => {
    assert.deepEqual(offered('// TODO(fax): a'), [
      'closed-outcome: *Move to `portal` | Move to `portal-use` | Move to `growth` | Move to… | Waive with a reason… | Remove `fax`',
    ]);
    assert.deepEqual(offered('// TODO(calls): a', branch('voice')), [
      'closed-outcome: *Move to `voice` | Move to `portal-use` | Move to `growth` | Move to… | Waive with a reason… | Remove `calls`',
    ]);
  });

  it('is a link of its own where a path led to it', () => {
    assert.deepEqual(offered('// TODO: a', [], 'old/a.ts'), [
      'closed-outcome: *Move to `portal-use` | Move to `growth` | Move to… | Waive with a reason…',
    ]);
  });

  it('never is another closed one', () => {
    const ranked = rankEntries(tree, { todos: [], branches: branch('calls'), commits: [] }, {});
    const ids = openInstead({ outcome: 'old-way', evidence: 'stated' }, { tree, ranked });
    assert.deepEqual(ids, ['portal-use', 'growth']);
  });
});

describe('what is offered for a waiver without a reason', () => {
  it('is the reason first', () => {
    assert.deepEqual(offered('// TODO(no-outcome): a'), [
      'waiver-without-reason: *Give a reason… | Link to… | Remove the waiver',
    ]);
  });
});

describe('unlinkOffer', () => {
  it('names the only word that goes', () => {
    const [one] = todosIn('// TODO(voice): a');
    assert.equal(unlinkOffer(one!, 'voice').title, 'Remove `voice`');
  });
});
