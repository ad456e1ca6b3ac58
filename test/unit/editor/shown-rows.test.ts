import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rows, type Row } from '../../../src/editor/view/rows';
import { ShownRows } from '../../../src/editor/view/shown-rows';

/** What a view is made from: groups with the labels that lie in them. */
type Groups = Readonly<Record<string, readonly string[]>>;

function topOf(groups: Groups): readonly Row[] {
  return rows('', Object.entries(groups), ([key, labels]) => ({
    key,
    kind: 'group',
    label: key,
    description: String(labels.length),
    icon: 'folder',
    children: (id) =>
      rows(id, labels, (label) => ({ key: label.charAt(0), kind: 'todo', label, icon: 'checklist' })),
  }));
}

function shown(groups: Groups) {
  let now = groups;
  const made = new ShownRows(() => topOf(now));
  return {
    made,
    change: (next: Groups) => {
      now = next;
      made.refresh();
    },
    labels: (row: Row) => made.childrenOf(row).map(({ label }) => label),
  };
}

describe('the rows that a view shows', () => {
  it('stay the same objects as long as all that was opened looks the same', () => {
    const { made, change, labels } = shown({ a: ['one'], b: ['two'] });
    const top = made.top();
    assert.deepEqual(labels(top[0]!), ['one']);
    change({ a: ['one'], b: ['three'] });
    assert.equal(made.top(), top);
    change({ a: ['uno'], b: ['three'] });
    assert.notEqual(made.top(), top);
    assert.deepEqual(labels(made.top()[0]!), ['uno']);
  });

  it('are opened with what is there now, not with what was when they were made', () => {
    const { made, change, labels } = shown({ todos: ['typed j'] });
    const [todos] = made.top();
    change({ todos: ['typed just now'] });
    assert.equal(made.top()[0], todos);
    assert.deepEqual(labels(todos!), ['typed just now']);
    assert.equal(made.parentOf(made.childrenOf(todos!)[0]!), todos);
  });

  it('show what is there now to who asks at any time and heeds each change', () => {
    const groups = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.array(fc.constantFrom('x1', 'x2', 'y1', 'y2'), { maxLength: 3 }),
    );
    const step = fc.oneof(
      groups.map((next) => ({ next })),
      fc.nat({ max: 2 }).map((open) => ({ open })),
    );
    fc.assert(
      fc.property(groups, fc.array(step, { maxLength: 12 }), (first, steps) => {
        const { made, change, labels } = shown(first);
        let now: Groups = first;
        let held = made.top();
        const opened = new Map<Row, string[]>();
        for (const each of steps) {
          if ('next' in each) change((now = each.next));
          else if (held[each.open]) opened.set(held[each.open]!, labels(held[each.open]!));
          if (made.top() === held) continue;
          held = made.top();
          opened.clear();
        }
        for (const row of held) {
          const here = opened.get(row) ?? labels(row);
          assert.deepEqual(here, now[row.label]);
        }
        assert.equal(held.length, Object.keys(now).length);
      }),
      { numRuns: 2000 },
    );
  });
});
