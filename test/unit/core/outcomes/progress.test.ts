import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../src/core/outcomes/day';
import { forecastOf } from '../../../../src/core/outcomes/forecast';
import type { CheckIn, Goal, Metric, Outcome, Written } from '../../../../src/core/outcomes/model';
import {
  describeProgress,
  expectedShare,
  measureMetric,
  measureTree,
  type OutcomeProgress,
} from '../../../../src/core/outcomes/progress';
import { treeOf, yaml } from '../../../support/marked';

const AT: Written = { self: { start: 0, end: 0 }, node: { start: 0, end: 0 }, keys: new Map() };
const START = '2026-01-01';
const DUE = '2026-04-11';
/** Half of the hundred days are over. */
const HALF = '2026-02-20';

function metric(goal: Goal, baseline: number | null, target: Metric['target'], values: number[]): Metric {
  const checkIns = values.map((value, i): CheckIn => ({
    date: addDays(START, i + 1),
    value,
    confidence: null,
    note: null,
    at: AT,
  }));
  return { id: 'm', title: null, unit: null, goal, baseline, target, source: null, checkIns, at: AT };
}

const [outcome] = treeOf(`version: 1\noutcomes: [{ id: a, title: T, start: ${START}, due: ${DUE} }]`)
  .roots as [Outcome];
const measure = (of: Metric, today = HALF) => measureMetric(of, outcome, today);

function measured(text: string, today = HALF): Map<string, OutcomeProgress> {
  return new Map([...measureTree(treeOf(text), today)].map(([{ id }, progress]) => [id, progress]));
}

describe('progress', () => {
  it('is the share of the way, raw, upwards and downwards', () => {
    assert.equal(measure(metric('increase', 100, 200, [150])).progress, 0.5);
    assert.equal(measure(metric('decrease', 800, 500, [650])).progress, 0.5);
    assert.equal(measure(metric('decrease', 800, 500, [860])).progress, -0.2);
    assert.equal(measure(metric('increase', 100, 200, [250])).progress, 1.5);
  });

  it('is how often a level was kept, alone and rolled up, and is not compared with what is expected', () => {
    const level = 'metrics: [{ goal: at-most, target: 5, check-ins: [{ date: 2026-01-02, value: 5 }] }]';
    const way = 'metrics: [{ baseline: 0, target: 10, check-ins: [{ date: 2026-01-02, value: 5 }] }]';
    const none = 'metrics: [{ baseline: 0, target: 10 }]';
    const keeps = (...children: string[]) => {
      const below = children.map((child, i) => `{ id: c${i}, title: C, ${child} }`).join(', ');
      const all = measured(`version: 1
outcomes: [{ id: top, title: T, start: ${START}, due: ${DUE}, outcomes: [${below}] }]`);
      return ['top', ...children.map((_, i) => `c${i}`)].map((id) => all.get(id)!.keeps);
    };
    assert.deepEqual(keeps(level), [true, true]);
    assert.deepEqual(keeps(none), [false, false]);
    assert.deepEqual(keeps(level, none), [true, true, false]);
    assert.deepEqual(keeps(level, way), [false, true, false]);
    assert.deepEqual(keeps(level, `${way}, status: dropped`), [true, true, false]);
    const { metric: of, ...standing } = measure(metric('between', null, [1, 3], [2, 9]));
    assert.equal(of.goal, 'between');
    assert.equal(describeProgress({ metric: of, ...standing }), 'off track, met in 50 % of check-ins');
  });

  it('is not measured, rather than 0 %, without a value or something to compare it with', () => {
    for (const of of [
      metric('increase', 1, 2, []),
      metric('increase', null, 2, [1]),
      metric('increase', 1, null, [1]),
    ]) {
      assert.equal(measure(of).progress, null);
      assert.equal(measure(of).status, 'not-measured');
      assert.equal(measure(of, '2027-01-01').status, 'not-measured');
    }
    assert.equal(measure({ ...metric('increase', 1, 2, [1]), goal: null }).status, 'not-measured');
  });

  it('is judged by its gap to what is expected', () => {
    const status = (value: number, today?: string): string =>
      measure(metric('increase', 0, 100, [value]), today).status;
    assert.equal(measure(metric('increase', 0, 100, [0])).expected, 0.5);
    assert.equal(status(50), 'on-track');
    assert.equal(status(40), 'on-track');
    assert.equal(status(39), 'at-risk');
    assert.equal(status(25), 'at-risk');
    assert.equal(status(24), 'off-track');
    assert.equal(status(100), 'achieved');
    assert.equal(status(99, DUE), 'on-track');
    assert.equal(status(99, addDays(DUE, 1)), 'missed');
    assert.equal(status(101, addDays(DUE, 1)), 'achieved');
    assert.equal(measure({ ...metric('increase', 0, 100, [0]) }, '2025-06-01').status, 'not-measured');
  });

  it('expects nothing before the start, all after the due date, and steps on equal dates', () => {
    assert.equal(expectedShare(START, DUE, '2025-01-01'), 0);
    assert.equal(expectedShare(START, DUE, '2027-01-01'), 1);
    assert.equal(expectedShare(START, START, addDays(START, -1)), 0);
    assert.equal(expectedShare(START, START, START), 1);
    assert.equal(expectedShare(null, DUE, START), null);
  });

  it('of a level to keep is the share of check-ins that met it, and its status the latest', () => {
    const kept = measure(metric('at-least', null, 95, [96, 94, 99, 95]));
    assert.deepEqual([kept.progress, kept.status], [0.75, 'on-track']);
    assert.equal(measure(metric('at-most', null, 5, [1, 9])).status, 'off-track');
    assert.equal(measure(metric('between', null, [40, 60], [50, 61, 60])).progress, 2 / 3);
    assert.equal(measure(metric('at-least', null, 95, [96]), '2027-01-01').status, 'achieved');
    assert.equal(measure(metric('at-least', null, 95, [90]), '2027-01-01').status, 'missed');
  });

  it('of a known side effect is how often it stayed within what was accepted', () => {
    const sideEffect = (goal: string, value: number): OutcomeProgress =>
      measured(`version: 1
outcomes:
  - id: a
    title: A
    start: ${START}
    due: ${DUE}
    outcomes:
      - id: b
        title: B
        effect: adverse
        metrics: [{ id: m, ${goal} baseline: 10, target: 20, check-ins: [{ date: ${HALF}, value: ${value} }] }]
`).get('a')!;
    for (const goal of ['', 'goal: increase,']) {
      const [none, some, much] = [10, 20, 30].map((value) => sideEffect(goal, value));
      assert.deepEqual([none!.progress, none!.status], [1, 'on-track']);
      assert.deepEqual([some!.progress, some!.status], [1, 'on-track']);
      assert.deepEqual([much!.progress, much!.status], [0, 'off-track']);
    }
  });

  it('of a target at the baseline is reached or not, never in between', () => {
    assert.equal(measure(metric('increase', 5, 5, [4])).progress, 0);
    assert.equal(measure(metric('increase', 5, 5, [5])).progress, 1);
  });

  it('overlooks what comes after today', () => {
    const of = metric('increase', 0, 100, [10, 90]);
    assert.equal(measure(of, addDays(START, 1)).current, 10);
    assert.equal(measure(of, addDays(START, 2)).current, 90);
  });

  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const close = (a: number | null, b: number | null): void => {
    assert.ok(a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a)), `${a} ${b}`);
  };
  const share = (b: number, t: number, c: number): number | null =>
    measure(metric(t > b ? 'increase' : 'decrease', b, t, [c])).progress;

  it('does not change when all numbers are moved or scaled', () => {
    fc.assert(
      fc.property(
        number,
        number,
        number,
        number,
        fc.integer({ min: 1, max: 1000 }),
        (b, t, c, by, factor) => {
          fc.pre(b !== t);
          close(share(b, t, c), share(b + by, t + by, c + by));
          close(share(b, t, c), share(b * factor, t * factor, c * factor));
        },
      ),
    );
  });

  it('of a decrease mirrors an increase, and grows with every step towards the target', () => {
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 1, max: 1000 }), (b, t, c, step) => {
        fc.pre(b !== t);
        close(share(b, t, c), share(-b, -t, -c));
        assert.ok(share(b, t, t > b ? c + step : c - step)! > share(b, t, c)!);
      }),
    );
  });

  it('stays a number, however huge or tiny the numbers are', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const goals = fc.constantFrom<Goal>('increase', 'decrease', 'at-least', 'at-most');
    fc.assert(
      fc.property(goals, any, any, fc.array(any, { minLength: 1, maxLength: 5 }), (goal, b, t, values) => {
        const { progress, forecast } = measure(metric(goal, b, t, values));
        assert.ok(Number.isFinite(progress));
        assert.ok(forecast === null || Number.isFinite(forecast.value));
      }),
    );
  });

  it('of a level to keep does not rise by overshooting it', () => {
    fc.assert(
      fc.property(
        number,
        fc.array(number, { minLength: 1, maxLength: 8 }),
        fc.nat(1000),
        (target, values, extra) => {
          const more = values.map((value) => (value >= target ? value + extra : value));
          const [a, b] = [values, more].map((v) => measure(metric('at-least', null, target, v)).progress);
          assert.equal(a, b);
          assert.ok(a! >= 0 && a! <= 1);
        },
      ),
    );
  });
});

describe('the roll-up', () => {
  const child = (id: string, value: number | null, fields = ''): string =>
    `{ id: ${id}, title: T, ${fields} metrics: [{ baseline: 0, target: 100${value === null ? '' : `, check-ins: [{ date: 2026-01-02, value: ${value} }]`} }] }`;
  const parent = (...children: string[]): string =>
    `version: 1\noutcomes: [{ id: a, title: T, start: ${START}, due: ${DUE}, outcomes: [${children.join(', ')}] }]`;

  it('weighs what is measured, says how much that is, and takes the worst status', () => {
    const a = measured(parent(child('b', 80, 'weight: 3,'), child('c', 20), child('d', null))).get('a')!;
    assert.equal(a.progress, 0.65);
    assert.deepEqual(a.coverage, { measured: 2, of: 3 });
    assert.equal(a.status, 'off-track');
    assert.equal(a.expected, 0.5);
    assert.equal(describeProgress(a), 'off track, 65 % of 50 % expected, 2 of 3 measured');
  });

  it('caps each part, so that one cannot make up for another', () => {
    assert.equal(measured(parent(child('b', 300), child('c', -100))).get('a')!.progress, 0.5);
  });

  it('counts neither drafts nor what was dropped, and is not measured when nothing is', () => {
    const a = measured(
      parent(child('b', 80), child('c', 0, 'status: dropped,'), child('d', 0, 'status: draft,')),
    ).get('a')!;
    assert.deepEqual([a.progress, a.coverage, a.status], [0.8, { measured: 1, of: 1 }, 'on-track']);
    const none = measured(parent(child('b', null))).get('a')!;
    assert.deepEqual(
      [none.progress, none.coverage, none.status],
      [null, { measured: 0, of: 1 }, 'not-measured'],
    );
    assert.equal(measured(parent(child('b', 50, 'weight: 0,'))).get('a')!.progress, null);
  });

  it('shows what was decided, and keeps what the numbers say', () => {
    const all = measured(parent(child('b', 20, 'status: achieved,'), child('c', 100, 'status: missed,')));
    assert.deepEqual([all.get('b')!.status, all.get('b')!.measured], ['achieved', 'off-track']);
    assert.equal(all.get('a')!.status, 'missed');
    assert.equal(measured(parent(child('b', 0, 'status: dropped,'))).get('b')!.status, 'dropped');
  });

  it('takes start and due from above', () => {
    assert.equal(measured(parent(child('b', 50))).get('b')!.expected, 0.5);
  });

  it('stays within the range of its children, and no output changes it', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom('shipped', 'planned', 'rejected'), (list, status) => {
        const children = list.map(([value, weight], i) => child(`c${i}`, value, `weight: ${weight},`));
        const text = parent(...children);
        const a = measured(text).get('a')!;
        const capped = list.map(([value]) => Math.min(1, Math.max(0, value / 100)));
        assert.ok(a.progress! >= Math.min(...capped) && a.progress! <= Math.max(...capped));
        const output = `outputs: [{ id: o, title: O, status: ${status} }]`;
        const b = measured(text.replace('id: a,', `id: a, ${output},`)).get('a')!;
        assert.deepEqual([b.progress, b.coverage, b.status], [a.progress, a.coverage, a.status]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the forecast', () => {
  const line = (values: number[], goal: Goal = 'decrease', target = 0) =>
    forecastOf(metric(goal, 100, target, values), metric(goal, 100, target, values).checkIns, DUE);

  it('needs three check-ins on two days', () => {
    assert.equal(line([90, 80]), null);
    const same = metric('decrease', 100, 0, [3, 2, 1]).checkIns.map((checkIn) => ({
      ...checkIn,
      date: START,
    }));
    assert.equal(forecastOf(metric('decrease', 100, 0, []), same, DUE), null);
  });

  it('reads the line at the due date and finds the day of the target', () => {
    // 99, 98, 97 … one less a day from 100 on the first day.
    assert.deepEqual(line([99, 98, 97]), {
      value: 100 - daysBetween(START, DUE),
      reached: addDays(START, 100),
    });
    assert.equal(line([97, 98, 99])!.reached, null);
    assert.equal(line([50, 50, 50])!.reached, null);
    assert.equal(line([99, 98, 97], 'at-most')!.reached, null);
  });

  it('is the least-squares line', () => {
    // By hand: x 1, 2, 3, 4; y 1, 3, 2, 6: slope 1.4, mean 3 at 2.5.
    const { value } = line([1, 3, 2, 6], 'increase', 10)!;
    assert.ok(Math.abs(value! - (3 + 1.4 * (daysBetween(START, DUE) - 2.5))) < 1e-9);
  });

  it('is in the outcome’s own figures', () => {
    const text = yaml`
      outcomes:
        - id: a
          title: T
          start: 2026-01-01
          due: 2026-04-11
          metrics: [{ baseline: 800, target: 500, check-ins: [
            { date: 2026-01-11, value: 790 }, { date: 2026-01-21, value: 780 }, { date: 2026-01-31, value: 770, confidence: at-risk }] }]
    `;
    const [figures] = [...measured(text).get('a')!.metrics.values()];
    assert.equal(figures!.confidence, 'at-risk');
    assert.ok(Math.abs(figures!.forecast!.value! - 700) < 1e-9);
    assert.equal(figures!.forecast!.reached, '2026-10-28');
  });
});
