import assert from 'node:assert/strict';
import { reviewJson, reviewOf, type ReviewInput } from '../../../../src/core/report/review';
import { checkTree } from '../../../../src/core/rules/run';
import { treeRules } from '../../../../src/core/rules/table';
import type { Commit } from '../../../../src/core/work/model';
import { treeOf } from '../../../support/tree';

const TODAY = '2026-11-22';

const FILE = `
outcomes:
  - id: calls
    title: Support calls fall from 800 to 500 a week
    start: 2026-01-01
    due: 2026-12-31
    metrics:
      - id: weekly
        baseline: 800
        target: 500
        check-ins:
          - { date: 2026-06-01, value: 790 }
          - { date: 2026-09-01, value: 700, confidence: on-track }
          - { date: 2026-11-01, value: 650, confidence: on-track }
    outputs:
      - { id: bot, title: Release a chatbot, status: shipped, shipped: 2026-09-15 }
      - { id: shift, title: Staff a second shift, status: rejected, instead: bot, trade-off: Prevents none }
    outcomes:
      - id: Repeat
        title: Callers call once
  - id: calls
    title: The same id again
`;

function review(given: Partial<ReviewInput> = {}) {
  const tree = given.tree ?? treeOf(FILE);
  return reviewOf({
    tree,
    today: TODAY,
    work: { todos: [], branches: [], commits: [] },
    findings: checkTree({ tree, today: TODAY }, treeRules),
    ...given,
  });
}

function commit(day: string, given: Partial<Commit>): Commit {
  return {
    kind: 'commit',
    repository: '',
    id: '0'.repeat(40),
    subject: 's',
    author: 'Ana',
    time: Date.parse(`${day}T12:00:00Z`) / 1000,
    asked: true,
    waiver: null,
    links: [],
    broken: [],
    ...given,
  };
}

const linkTo = (...ids: string[]) => ({
  links: ids.map((outcome) => ({ outcome, evidence: 'trailer' as const })),
});

describe('the review', () => {
  it('refers to every outcome by a key of its own', () => {
    const { outcomes } = review();
    assert.deepEqual(
      outcomes.map(({ key, parent, depth }) => [key, parent, depth]),
      [
        ['calls', null, 0],
        ['Repeat', 'calls', 1],
        ['outcomes.yml:21:5', null, 0],
      ],
    );
  });

  it('draws the expected line, and the forecast through the check-ins', () => {
    const [metric] = review().outcomes[0]!.metrics;
    assert.deepEqual(metric!.expectedLine, [
      { day: '2026-01-01', value: 800 },
      { day: '2026-12-31', value: 500 },
    ]);
    const [from, to] = metric!.forecastLine!;
    assert.deepEqual([from.day, to.day], ['2026-11-01', '2026-12-31']);
    assert.equal(to.value, metric!.forecast!.value);
    assert.ok(Math.abs(from.value - 652) < 5 && to.value < from.value);
  });

  it('leaves out what is measured after today', () => {
    const { outcomes } = review({ today: '2026-09-30' });
    assert.deepEqual(
      outcomes[0]!.metrics[0]!.series.map(({ day }) => day),
      ['2026-06-01', '2026-09-01'],
    );
  });

  it('sets outputs that shipped in the period against outcomes that moved in it', () => {
    const { factory, period } = review();
    assert.equal(period.from, '2026-08-24');
    assert.deepEqual(
      factory.shipped.map(({ output, day }) => [output, day]),
      [['bot', '2026-09-15']],
    );
    assert.deepEqual(factory.moved, [{ outcome: 'calls', from: 10 / 300, to: 0.5 }]);
    assert.deepEqual(factory.shippedFor, { outcomes: 1, moved: 1 });
  });

  it('puts what was said beside the numbers', () => {
    const [judgement] = review().confidence;
    assert.deepEqual(judgement, {
      outcome: 'calls',
      metric: 0,
      stated: 'on-track',
      numbers: 'off-track',
      difference: 2,
      day: '2026-11-01',
    });
  });

  it('keeps what was chosen and rejected side by side', () => {
    const [group] = review().alternatives;
    assert.deepEqual(
      [group!.chosen.map(({ id }) => id), group!.rejected.map(({ id }) => id)],
      [['bot'], ['shift']],
    );
    assert.equal(group!.rejected[0]!.tradeOff, 'Prevents none');
  });

  it('spreads work over what it serves, in equal parts, and adds up to one', () => {
    const commits = [
      commit('2026-11-01', linkTo('calls', 'Repeat')),
      commit('2026-10-01', linkTo('calls')),
      commit('2026-10-02', {}),
      commit('2026-10-03', { waiver: { reason: 'plumbing' } }),
      commit('2026-10-04', { asked: false }),
      commit('2026-01-01', linkTo('calls')),
    ];
    const { spread, coverage } = review({ work: { todos: [], branches: [], commits } });
    assert.equal(spread.items, 4);
    assert.deepEqual(spread.outcomes, [
      { outcome: 'calls', items: 1.5, share: 0.375 },
      { outcome: 'Repeat', items: 0.5, share: 0.125 },
    ]);
    assert.deepEqual([spread.none.share, spread.waived.share], [0.25, 0.25]);
    assert.deepEqual(coverage.commits, { linked: 3, waived: 1, exempt: 1, open: 1 });
    assert.deepEqual(
      [coverage.months.length, coverage.months[0]!.month, coverage.months[5]!.linked],
      [11, '2026-01', 0],
    );
  });

  it('says what changed since another state, and the progress made', () => {
    const was = FILE.replace('target: 500', 'target: 400')
      .replace('          - { date: 2026-11-01, value: 650, confidence: on-track }\n', '')
      .replace(/ {4}outcomes:\n.*\n.*\n/, '');
    const { changes, progressMade, period, since } = review({
      since: { ref: 'v1', day: '2026-10-01', tree: treeOf(was) },
    });
    assert.deepEqual(since, { ref: 'v1', day: '2026-10-01' });
    assert.equal(period.from, '2026-10-01');
    assert.deepEqual(
      changes.map(({ kind, outcome, part, field, from, to }) => [kind, outcome, part, field, from, to]),
      [
        ['changed', 'calls', 'weekly', 'target', '400', '500'],
        ['added', 'Repeat', null, null, null, null],
      ],
    );
    assert.deepEqual(
      progressMade.map(({ outcome, from, to }) => [outcome, from, to]),
      [['calls', 0.25, 0.5]],
    );
  });

  it('is plain data, the same each time', () => {
    const text = reviewJson(review());
    assert.equal(text, reviewJson(review()));
    assert.deepEqual(JSON.parse(text), review());
  });

  it('reads an empty folder', () => {
    const { outcomes, coverage, spread } = review({ tree: treeOf({}) });
    assert.deepEqual([outcomes, coverage.months, spread.items], [[], [], 0]);
  });
});
