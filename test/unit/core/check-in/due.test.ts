import assert from 'node:assert/strict';
import { addCheckIns, findMetric, isDue, measurables, sameMetric } from '../../../../src/core/check-in';
import { applyEdits } from '../../../../src/core/edits';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { treeOf, yaml } from '../../../support/marked';

const TREE = yaml`
  outcomes:
    - id: a
      title: A
      check-in: weekly
      metrics:
        - { id: late, baseline: 1, target: 2, check-ins: [{ date: 2026-06-20, value: 1 }] }
        - { id: fresh, baseline: 1, target: 2, check-ins: [{ date: 2026-06-24, value: 1 }] }
        - { id: today, baseline: 1, target: 2, check-ins: [{ date: 2026-06-23, value: 1 }] }
        - { id: never, baseline: 1, target: 2 }
    - id: b
      title: B
      check-in: quarterly
      metrics: [{ id: quarter, unit: '%', baseline: "1%", target: 2, check-ins: [{ date: 2026-03-20, value: "1.5%" }] }]
    - { id: c, title: C, metrics: [{ id: unasked, baseline: 1, target: 2 }] }
    - { id: d, title: D, check-in: weekly, status: dropped, metrics: [{ id: dropped, baseline: 1, target: 2 }] }
`;
const TODAY = '2026-06-30';
const tree = treeOf(TREE);
const due = (today: string) => measurables(tree, today).filter(({ appointment }) => isDue(appointment));
const ids = (list: readonly { metric: { id: string | null } }[]): (string | null)[] =>
  list.map(({ metric }) => metric.id);

describe('what is due', () => {
  it('comes by its share of the cadence, with what was never measured at the end', () => {
    assert.deepEqual(ids(due(TODAY)), ['late', 'quarter', 'today', 'never']);
    assert.deepEqual(ids(due('2026-06-25')), ['quarter', 'never']);
  });

  it('comes first among all that can be checked in', () => {
    assert.deepEqual(ids(measurables(tree, TODAY)), [
      'late',
      'quarter',
      'today',
      'never',
      'fresh',
      'unasked',
    ]);
  });
});

describe('a metric', () => {
  const found = (name: string): string => {
    const result = findMetric(tree, name);
    return 'problem' in result ? result.problem : result.metric.id!;
  };

  it('is found by its id, or by the outcome that has only the one', () => {
    assert.equal(found('LATE'), 'late');
    assert.equal(found('b'), 'quarter');
    assert.match(found('a'), /is an outcome; name one of its metrics: late, fresh, today, never/);
    assert.match(found('quater'), /did you mean quarter\?/);
    assert.match(found('zzz'), /not the id of a metric; `outcomes tree` lists them/);
    const twice = treeOf('version: 1\noutcomes: [{ id: a, title: A, metrics: [{ id: m }, { id: M }] }]');
    assert.match((findMetric(twice, 'm') as { problem: string }).problem, /the id of 2 metrics/);
  });
});

describe('several check-ins', () => {
  it('are one change that adds only them, with the unit where the others have it', () => {
    const file = parseOutcomes('outcomes.yml', TREE);
    const measured = due(TODAY).map(({ outcome, metric }, i) => ({
      metric: sameMetric(file, outcome, metric)!,
      date: TODAY,
      value: i + 5,
    }));
    const result = addCheckIns(file, measured);
    assert.ok('edits' in result);
    const after = applyEdits(TREE, result.edits);
    assert.deepEqual(parseOutcomes('outcomes.yml', after).problems, []);
    const added = treeOf(after).roots.flatMap(({ metrics }) =>
      metrics.flatMap(({ id, checkIns }) =>
        checkIns.filter(({ date }) => date === TODAY).map(({ value }) => `${id} ${value}`),
      ),
    );
    assert.deepEqual(added, ['late 5', 'today 7', 'never 8', 'quarter 6']);
    assert.match(after, /\{ date: 2026-06-30, value: "6%" \}/);
    // Nothing is lost: taking out what was put in gives the old text.
    assert.ok(result.edits.every(({ span }) => span.start === span.end));
  });
});
