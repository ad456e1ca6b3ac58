import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PAGE, rows, type Row } from '../../../src/editor/view/rows';

const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i));
const draft = (key: string) => ({ key, kind: 'todo', label: key, icon: 'x' }) as const;

function* all(level: readonly Row[]): Generator<Row> {
  for (const row of level) {
    yield row;
    yield* all(row.children?.() ?? []);
  }
}

describe('rows', () => {
  it('puts what exceeds a page below rows that say how much they hold', () => {
    const made = rows('p', numbered(1300), draft);
    assert.equal(made.length, PAGE);
    assert.equal(made[498]?.label, '498');
    assert.equal(made[499]?.label, '801 more…');
    const ranges = made[499].children!();
    assert.deepEqual(
      ranges.map(({ label }) => label),
      ['500 – 999', '1,000 – 1,300'],
    );
    assert.deepEqual(
      ranges[0]!.children!().map(({ label }) => label),
      numbered(1300).slice(499, 999),
    );
  });

  it('loses nothing, repeats no id and never has more than a page of children', function () {
    this.timeout(60_000);
    for (const count of [0, 1, 499, 500, 501, 999, 1000, 1001, 40_000, 260_000]) {
      const seen = new Set<string>();
      const labels: string[] = [];
      const visit = (level: readonly Row[]) => {
        assert.ok(level.length <= PAGE, `${level.length} children`);
        for (const row of level) {
          assert.ok(!seen.has(row.id), row.id);
          seen.add(row.id);
          if (row.children === null) labels.push(row.label);
          else visit(row.children());
        }
      };
      visit(rows('p', numbered(count), draft));
      assert.deepEqual(labels, numbered(count));
    }
  });

  it('gives every row an id of its own, whatever the keys', () => {
    const key = fc.oneof(fc.constantFrom('a', 'a/b', 'b', '/', '//2', '', '%2F', 'a//2'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.array(key))), (tree) => {
        const made = rows('p', tree, ([own, below]) => ({
          ...draft(own),
          children: (id: string) => rows(id, below, draft),
        }));
        const ids = [...all(made)].map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('keeps ids when others come and go', () => {
    const before = rows('p', ['a', 'b', 'c'], draft).map(({ id }) => id);
    const after = rows('p', ['x', 'c', 'a'], draft).map(({ id }) => id);
    assert.deepEqual([after[2], after[1]], [before[0], before[2]]);
  });

  it('makes only the rows that are asked for', () => {
    let made = 0;
    rows('p', numbered(40_000), (key) => {
      made++;
      return draft(key);
    });
    assert.equal(made, PAGE - 1);
  });

  it('is said as a sentence', () => {
    const [row] = rows('p', ['a'], () => ({
      key: 'a',
      kind: 'outcome',
      label: 'Calls fall',
      description: 'at risk · due 31 Dec',
      icon: 'warning',
    }));
    assert.equal(row?.spoken, 'Calls fall, outcome, at risk, due 31 Dec');
  });
});
