import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../src/core/outcomes/day';
import type { CheckIn, Day, Goal, Metric, Outcome, Written } from '../../../../src/core/outcomes/model';
import {
  describeProgress,
  expectedShare,
  measureMetric,
  type MetricProgress,
  type MetricStatus,
  measureTree,
} from '../../../../src/core/outcomes/progress';
import { treeOf } from '../../../support/marked';

const AT: Written = { self: { start: 0, end: 0 }, node: { start: 0, end: 0 }, keys: new Map() };
const START = '2026-01-01';
const DUE = '2026-04-11';
const AFTER = addDays(DUE, 1);

const [outcome] = treeOf(`version: 1\noutcomes: [{ id: a, title: T, start: ${START}, due: ${DUE} }]`)
  .roots as [Outcome];

function metricOf(
  goal: Goal | null,
  baseline: number | null,
  target: Metric['target'],
  values: readonly number[],
): Metric {
  const checkIns = values.map((value, i): CheckIn => ({
    date: addDays(START, i),
    value,
    confidence: null,
    note: null,
    at: AT,
  }));
  return { id: 'm', title: null, unit: null, goal, baseline, target, source: null, checkIns, at: AT };
}

const measure = (metric: Metric, today: Day = DUE): MetricProgress => measureMetric(metric, outcome, today);

/** Whole numbers, so that sums and products of them are exact. */
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const any = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1e-323, 1e308, -1e308, Number.MAX_VALUE, -Number.MAX_VALUE),
);
const day = fc.integer({ min: -400, max: 800 }).map((days) => addDays(START, days));
const goal = fc.constantFrom<Goal>('increase', 'decrease', 'at-least', 'at-most', 'between');
const moving = fc.constantFrom<Goal>('increase', 'decrease');
const few = { minLength: 1, maxLength: 6 };

/** A metric of any goal, with a target that suits it. */
const anyMetric = fc
  .record({
    goal,
    baseline: fc.option(any),
    target: any,
    other: any,
    values: fc.array(any, { maxLength: 6 }),
  })
  .map(({ goal, baseline, target, other, values }) => {
    const range = [Math.min(target, other), Math.max(target, other)] as const;
    return metricOf(goal, baseline, goal === 'between' ? range : target, values);
  });

/** Worst first. */
const ORDER: readonly MetricStatus[] = ['missed', 'off-track', 'at-risk', 'on-track', 'achieved'];

describe('the properties of progress', () => {
  it('hold for any numbers and any day: a share that is a number, and a status that fits it', () => {
    fc.assert(
      fc.property(anyMetric, day, (metric, today) => {
        const { progress, expected, status, forecast, current } = measure(metric, today);
        assert.equal(progress === null, status === 'not-measured');
        if (progress !== null) {
          assert.ok(Number.isFinite(progress) && !Object.is(progress, -0), `${progress}`);
          assert.notEqual(current, null);
        }
        assert.ok(expected !== null && expected >= 0 && expected <= 1);
        assert.ok(forecast === null || Number.isFinite(forecast.value));
        if (metric.goal === 'increase' || metric.goal === 'decrease') {
          if (status === 'achieved') assert.ok(progress! >= 1, `${progress}`);
          if (progress !== null && progress < 1) assert.notEqual(status, 'achieved');
        } else if (progress !== null) assert.ok(progress >= 0 && progress <= 1);
        assert.doesNotMatch(describeProgress(measure(metric, today)), /NaN|Infinity|null|-0 %/);
      }),
      { numRuns: 500 },
    );
  });

  it('an increase read upside down is a decrease, status and forecast included', () => {
    fc.assert(
      fc.property(whole, whole, fc.array(whole, few), day, (baseline, target, values, today) => {
        fc.pre(baseline !== target);
        const goal = target > baseline ? 'increase' : 'decrease';
        const opposite = goal === 'increase' ? 'decrease' : 'increase';
        const up = measure(metricOf(goal, baseline, target, values), today);
        const mirrored = metricOf(
          opposite,
          -baseline,
          -target,
          values.map((value) => -value),
        );
        const down = measure(mirrored, today);
        assert.deepEqual([down.progress, down.status], [up.progress, up.status]);
        assert.equal(down.forecast?.reached, up.forecast?.reached);
      }),
    );
  });

  it('moving all numbers by as much, or scaling them by a power of two, changes nothing', () => {
    const factor = fc.integer({ min: -20, max: 20 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.array(whole, few),
        whole,
        factor,
        day,
        (b, t, values, by, times, today) => {
          fc.pre(b !== t);
          const goal = t > b ? 'increase' : 'decrease';
          const shown = (to: (value: number) => number) => {
            const { progress, status } = measure(metricOf(goal, to(b), to(t), values.map(to)), today);
            return { progress, status };
          };
          const plain = shown((value) => value);
          assert.deepEqual(
            shown((value) => value + by),
            plain,
          );
          assert.deepEqual(
            shown((value) => value * times),
            plain,
          );
        },
      ),
    );
  });

  it('a step towards the target never lowers progress nor worsens the status, whatever the numbers', () => {
    fc.assert(
      fc.property(any, any, any, any, day, (baseline, target, one, other, today) => {
        fc.pre(baseline !== target && today >= START);
        const isUp = target > baseline;
        const [behind, ahead] = one < other === isUp ? [one, other] : [other, one];
        const at = (value: number) =>
          measure(metricOf(isUp ? 'increase' : 'decrease', baseline, target, [value]), today);
        assert.ok(at(ahead).progress! >= at(behind).progress!);
        assert.ok(ORDER.indexOf(at(ahead).status) >= ORDER.indexOf(at(behind).status));
      }),
    );
  });

  it('starts at 0 and ends at 1, exactly', () => {
    fc.assert(
      fc.property(any, any, (baseline, target) => {
        fc.pre(baseline !== target);
        const goal = target > baseline ? 'increase' : 'decrease';
        assert.equal(measure(metricOf(goal, baseline, target, [baseline])).progress, 0);
        const arrived = measure(metricOf(goal, baseline, target, [target]));
        assert.deepEqual([arrived.progress, arrived.status], [1, 'achieved']);
      }),
    );
  });

  it('with the target at the baseline is 0 or 1, never half of a way that is none', () => {
    fc.assert(
      fc.property(moving, any, any, (goal, level, value) => {
        const { progress, status } = measure(metricOf(goal, level, level, [value]));
        const isMet = goal === 'increase' ? value >= level : value <= level;
        assert.equal(progress, isMet ? 1 : 0);
        assert.equal(status === 'achieved', isMet);
      }),
    );
  });

  it('follows the numbers where the stated goal contradicts them, rather than count backwards', () => {
    const wrong = (value: number): MetricProgress => measure(metricOf('increase', 100, 50, [value]));
    assert.deepEqual([wrong(75).progress, wrong(75).status], [0.5, 'off-track']);
    assert.deepEqual([wrong(50).progress, wrong(50).status], [1, 'achieved']);
    assert.deepEqual([wrong(120).progress, wrong(120).status], [-0.4, 'off-track']);
  });

  it('a level to keep is met or not: by how far it is met or missed does not count', () => {
    const kept = fc.constantFrom<Goal>('at-least', 'at-most', 'between');
    fc.assert(
      fc.property(
        kept,
        whole,
        fc.nat(1000),
        fc.array(fc.tuple(whole, fc.nat(1000)), few),
        (goal, low, width, list) => {
          const target = goal === 'between' ? ([low, low + width] as const) : low;
          const isMet = (value: number): boolean =>
            goal === 'at-least'
              ? value >= low
              : goal === 'at-most'
                ? value <= low
                : value >= low && value <= low + width;
          const farther = ([value, by]: [number, number]): number => {
            if (goal === 'between') return isMet(value) ? low : value > low ? value + by : value - by;
            return isMet(value) === (goal === 'at-least') ? value + by : value - by;
          };
          const plain = measure(
            metricOf(
              goal,
              null,
              target,
              list.map(([value]) => value),
            ),
          );
          const far = measure(metricOf(goal, null, target, list.map(farther)));
          assert.deepEqual([far.progress, far.status], [plain.progress, plain.status]);
          assert.equal(plain.progress, list.filter(([value]) => isMet(value)).length / list.length);
        },
      ),
    );
  });

  it('what was never measured has no progress, before, during and after, and drags nothing down', () => {
    fc.assert(
      fc.property(goal, whole, whole, day, (goal, baseline, target, today) => {
        const range = goal === 'between' ? ([target, target + 1] as const) : target;
        const { progress, status, current } = measure(metricOf(goal, baseline, range, []), today);
        assert.deepEqual([progress, status, current], [null, 'not-measured', null]);
      }),
    );
  });

  it('check-ins after today are as if they were not there', () => {
    fc.assert(
      fc.property(anyMetric, fc.nat(8), (metric, days) => {
        const today = addDays(START, days - 1);
        const until = { ...metric, checkIns: metric.checkIns.filter(({ date }) => date <= today) };
        const shown = { ...measure(metric, today), metric: null };
        const alone = { ...measure(until, today), metric: null };
        assert.deepEqual(shown, alone);
      }),
    );
  });

  it('one check-in is enough to stand somewhere, and too little for a forecast', () => {
    fc.assert(
      fc.property(any, any, any, day, (baseline, target, value, today) => {
        fc.pre(baseline !== target && today >= START);
        const one = measure(
          metricOf(target > baseline ? 'increase' : 'decrease', baseline, target, [value]),
          today,
        );
        assert.notEqual(one.progress, null);
        assert.equal(one.forecast, null);
      }),
    );
  });

  it('what is expected runs from 0 at the start to 1 at the due date and never back', () => {
    fc.assert(
      fc.property(day, day, day, fc.nat(500), (start, due, today, later) => {
        const now = expectedShare(start, due, today)!;
        assert.ok(now >= 0 && now <= 1);
        assert.ok(expectedShare(start, due, addDays(today, later))! >= now);
        if (today < start && today < due) assert.equal(now, 0);
        if (today >= due) assert.equal(now, 1);
        if (start < due && today >= start && today <= due)
          assert.equal(now, daysBetween(start, today) / daysBetween(start, due));
      }),
    );
  });

  it('past the due date everything measured is either achieved or missed', () => {
    fc.assert(
      fc.property(anyMetric, (metric) => {
        const { status } = measure(metric, AFTER);
        assert.ok(['achieved', 'missed', 'not-measured'].includes(status), status);
      }),
    );
  });
});

describe('the properties of the roll-up', () => {
  interface Leaf {
    readonly value: number | null;
    readonly weight: number;
    readonly goal: 'increase' | 'at-least';
  }
  const leaf: fc.Arbitrary<Leaf> = fc.record({
    value: fc.option(fc.integer({ min: -200, max: 300 })),
    weight: fc.constantFrom(0, 0.5, 1, 3, 1e-300, 1e300),
    goal: fc.constantFrom('increase', 'at-least'),
  });
  const leafText = ({ value, weight, goal }: Leaf, i: number): string => {
    const checkIns = value === null ? '' : `, check-ins: [{ date: ${START}, value: ${value} }]`;
    return `{ id: c${i}, title: C, weight: ${weight}, metrics: [{ id: m${i}, goal: ${goal}, baseline: 0, target: 100${checkIns} }] }`;
  };
  const treeText = (leaves: readonly Leaf[], more = ''): string =>
    `version: 1\noutcomes: [{ id: a, title: T, start: ${START}, due: ${DUE}, ${more} outcomes: [${leaves.map(leafText).join(', ')}] }]`;
  const rolledUp = (text: string, today: Day) => {
    const tree = treeOf(text);
    const all = measureTree(tree, today);
    return {
      top: all.get(tree.roots[0]!)!,
      children: tree.roots[0]!.outcomes.map((child) => all.get(child)!),
    };
  };

  it('stays between the lowest and the highest of what counts, and covers what is measured', () => {
    fc.assert(
      fc.property(fc.array(leaf, few), day, (leaves, today) => {
        const { top, children } = rolledUp(treeText(leaves), today);
        const counted = children.filter(({ progress, outcome }) => progress !== null && outcome.weight > 0);
        assert.equal(top.coverage.of, leaves.length);
        assert.equal(top.coverage.measured, children.filter(({ progress }) => progress !== null).length);
        if (counted.length === 0) {
          assert.equal(top.progress, null);
          return;
        }
        const shares = counted.map(({ progress }) => progress!);
        assert.ok(top.progress! >= Math.min(...shares) && top.progress! <= Math.max(...shares));
        assert.ok(top.progress! >= 0 && top.progress! <= 1);
      }),
    );
  });

  it('is as good as the worst that is measured', () => {
    fc.assert(
      fc.property(fc.array(leaf, few), day, (leaves, today) => {
        const { top, children } = rolledUp(treeText(leaves), today);
        const worst = ORDER.find((status) => children.some(({ measured }) => measured === status));
        assert.equal(top.measured, worst ?? 'not-measured');
      }),
    );
  });

  it('an unmeasured child and any output leave it where it is', () => {
    const status = fc.constantFrom('proposed', 'planned', 'in-progress', 'shipped', 'rejected');
    fc.assert(
      fc.property(fc.array(leaf, few), status, day, (leaves, status, today) => {
        const { top } = rolledUp(treeText(leaves), today);
        const outputs = `outputs: [{ id: o, title: O, status: ${status}, shipped: ${START}, serves: [c0] }],`;
        const { top: withOutput, children } = rolledUp(treeText(leaves, outputs), today);
        assert.deepEqual(
          [withOutput.progress, withOutput.status, withOutput.coverage],
          [top.progress, top.status, top.coverage],
        );
        assert.equal(children.length, leaves.length);
        const more = rolledUp(treeText([...leaves, { value: null, weight: 9, goal: 'increase' }]), today).top;
        assert.deepEqual([more.progress, more.status], [top.progress, top.status]);
        assert.deepEqual(more.coverage, { ...top.coverage, of: top.coverage.of + 1 });
      }),
    );
  });

  it('takes any number of children', () => {
    const [parent] = treeOf(
      'version: 1\noutcomes: [{ id: a, title: T, outcomes: [{ id: b, title: B, metrics: [{ baseline: 0, target: 2, check-ins: [{ date: 2026-01-01, value: 1 }] }] }] }]',
    ).roots;
    const many = { ...parent!, outcomes: [] as Outcome[] };
    for (let i = 0; i < 200_000; i++) many.outcomes.push({ ...parent!.outcomes[0]!, parent: many });
    const tree = { files: [], roots: [many], entries: new Map() };
    assert.equal(measureTree(tree, DUE).get(many)!.progress, 0.5);
  });

  it('says what is nearly reached as nearly reached', () => {
    const said = (value: number): string => describeProgress(measure(metricOf('increase', 0, 1000, [value])));
    assert.equal(said(999), 'on track, 99 % of 100 % expected');
    assert.equal(said(1000), 'achieved, 100 % of 100 % expected');
    assert.equal(said(1e308), 'achieved, 99999 % of 100 % expected');
    assert.equal(said(-1), 'off track, 0 % of 100 % expected');
  });
});
