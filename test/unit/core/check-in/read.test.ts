import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCheckIn, readCheckInDay, readConfidence } from '../../../../src/core/check-in';
import { isSameUnit } from '../../../../src/core/check-in/units';
import type { Metric } from '../../../../src/core/outcomes/model';
import { treeOf } from '../../../support/marked';

function metricOf(fields: string): Metric {
  return treeOf(`version: 1\noutcomes: [{ id: a, title: T, metrics: [{ id: m, ${fields} }] }]`).roots[0]!
    .metrics[0]!;
}
const calls = metricOf('unit: calls/week, baseline: 800, target: 500');
const days = metricOf('unit: days, baseline: 9, target: 2');
const percent = metricOf('unit: "%", baseline: 4, target: 9.5');
const bare = metricOf('baseline: 4, target: 9');

/** The value, or the problem. */
function read(metric: Metric, typed: string): number | string {
  const reading = readCheckIn(metric, typed);
  return reading.ok ? reading.value : reading.problem;
}

describe('a typed value', () => {
  it('is a number, with the unit of the metric or without', () => {
    for (const typed of [
      '790',
      ' 790 ',
      '790 calls/week',
      '790 calls',
      '790 Calls per week',
      '790 call a week',
    ])
      assert.equal(read(calls, typed), 790, typed);
    for (const typed of ['9.5', '9.5%', '9.5 %', '9.5 percent'])
      assert.equal(read(percent, typed), 9.5, typed);
    assert.equal(read(days, '-3'), -3);
    assert.equal(read(days, '−3 days'), -3);
    assert.equal(read(bare, '1e3'), 1000);
  });

  it('is said back where it is not written plainly', () => {
    assert.deepEqual(readCheckIn(calls, '790'), { ok: true, value: 790, note: null });
    assert.deepEqual(readCheckIn(calls, '1,200'), {
      ok: true,
      value: 1200,
      note: 'Read as 1200 calls/week.',
    });
    assert.deepEqual(readCheckIn(calls, '1.2k'), { ok: true, value: 1200, note: 'Read as 1200 calls/week.' });
  });

  it('is explained where it is not one number', () => {
    const refused: readonly (readonly [Metric, string, RegExp])[] = [
      [calls, '', /Type the value in calls\/week/],
      [days, '4,5', /decimal point it is `4\.5`/],
      [days, '4,5 days', /decimal point it is `4\.5 days`/],
      [calls, '1.000.000', /dots separate thousands; write `1000000`/],
      [calls, '1.000,5', /`1000\.5`/],
      [calls, '+20', /reads as a change/],
      [calls, '40-60', /range/],
      [calls, '~500', /approximate/],
      [calls, 'many', /no number in it/],
    ];
    for (const [metric, typed, problem] of refused) assert.match(String(read(metric, typed)), problem, typed);
  });

  it('is explained where its unit is another one', () => {
    const refused: readonly (readonly [Metric, string, RegExp])[] = [
      [calls, '790 calls/day', /is in `calls\/day`, and the metric counts `calls\/week`/],
      [calls, '5%', /a share of what\?/],
      [percent, '2pp', /a change in percentage points/],
      [percent, '3 days', /is in `days`/],
      [days, '30 h', /is in `h`, and the metric counts `days`/],
      [bare, '5 days', /the metric states none/],
      [bare, '5%', /the metric states none/],
      [metricOf('unit: s, baseline: 9, target: 2'), '300 ms', /is in `ms`/],
      [metricOf('unit: €/month, baseline: 9, target: 2'), '$5', /is in `\$`/],
    ];
    for (const [metric, typed, problem] of refused) assert.match(String(read(metric, typed)), problem, typed);
    assert.equal(read(metricOf('unit: €/month, baseline: 9, target: 2'), '€5'), 5);
  });

  it('is asked for without a separator where the metric speaks for the other reading', () => {
    assert.match(String(read(days, '4,500')), /comma would separate thousands\. Write 4\.5, or 4500/);
    assert.match(
      String(read(metricOf('unit: lines, baseline: 9000, target: 2000'), '7.500')),
      /Write 7500, or 7\.5/,
    );
    assert.equal(read(metricOf('unit: lines, baseline: 9000, target: 2000'), '7,500'), 7500);
    assert.equal(read(days, '4.125'), 4.125);
    assert.equal(read(metricOf('goal: increase, unit: lines'), '7.500'), 7.5);
  });

  it('never throws, and gives back every plain number', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-+$]?[\d.,' ]{1,9}[%a-z ]{0,5}$/)),
        (typed) => {
          const reading = readCheckIn(calls, typed);
          if (reading.ok) assert.ok(Number.isFinite(reading.value));
          else assert.ok(reading.problem.endsWith('.') || reading.problem.endsWith('?'), reading.problem);
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        assert.equal(read(bare, String(value)), value);
      }),
    );
  });
});

describe('units', () => {
  it('are the same in any number and case, and as beginnings', () => {
    for (const [a, b] of [
      ['min', 'minutes'],
      ['Sites', 'site'],
      ['calls', 'calls per week'],
      ['per cent', '%'],
      ['EUR', 'eur'],
    ] as const)
      assert.ok(isSameUnit(a, b) && isSameUnit(b, a), `${a} ${b}`);
    for (const [a, b] of [
      ['ms', 's'],
      ['s', 'sites'],
      ['m', 'minutes'],
      ['calls/day', 'calls/week'],
      ['pp', '%'],
      ['h', 'hours'],
    ] as const)
      assert.ok(!isSameUnit(a, b) && !isSameUnit(b, a), `${a} ${b}`);
  });
});

describe('the day of a check-in', () => {
  const metric = metricOf('baseline: 1, target: 2, check-ins: [{ date: 2026-06-01, value: 1.5 }]');
  const day = (typed: string): string => {
    const reading = readCheckInDay(metric, typed, '2026-06-30');
    return reading.ok ? reading.day : reading.problem;
  };

  it('is one that has come, exists and is not taken', () => {
    assert.equal(day('2026-06-30'), '2026-06-30');
    assert.equal(day(' 2026-05-31 '), '2026-05-31');
    assert.match(day('2026-07-01'), /has not come yet/);
    assert.match(day('2026-02-30'), /calendar does not have/);
    assert.match(day('2026/6/3'), /write it as 2026-06-03/);
    assert.match(day('yesterday'), /write it as YYYY-MM-DD/);
    assert.match(day('2026-06-01'), /already: 1\.5\. Correct it/);
  });
});

describe('a confidence', () => {
  it('is read as people write it', () => {
    assert.deepEqual(['on-track', 'On track', 'at_risk', ' OFF  TRACK '].map(readConfidence), [
      'on-track',
      'on-track',
      'at-risk',
      'off-track',
    ]);
    assert.deepEqual(['', 'green', 'on-track!'].map(readConfidence), [null, null, null]);
  });
});
