import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lettered } from '../../../../../src/core/report/html/map-layout';
import { apart } from '../../../../../src/core/report/html/trend';
import { FIELD, trendScales } from '../../../../../src/core/report/html/trend-scales';
import { sourceOf } from '../../../../../src/core/report/html/pieces';
import { visible } from '../../../../../src/core/report/html/markup';
import {
  away,
  compact,
  dayText,
  percent,
  quantity,
  spanText,
} from '../../../../../src/core/report/html/words';
import type { ReviewMetric } from '../../../../../src/core/report/review';

const PLACE = { file: 'outcomes.yml', line: 1, column: 1 };
const metric = (some: Partial<ReviewMetric> = {}): ReviewMetric => ({
  id: 'calls',
  title: 'Calls',
  unit: 'calls/week',
  goal: 'decrease',
  baseline: 120,
  target: 60,
  source: null,
  place: PLACE,
  status: 'on-track',
  progress: 0.5,
  expected: 0.5,
  current: 90,
  series: [
    { day: '2026-03-01', value: 120, confidence: null, note: null, place: PLACE },
    { day: '2026-06-01', value: 90, confidence: null, note: null, place: PLACE },
  ],
  expectedLine: null,
  forecastLine: null,
  forecast: null,
  ...some,
});

describe('the scales of a trend', () => {
  it('hold the start, the due date, the baseline and the target', () => {
    const scales = trendScales(metric(), '2026-06-10', '2026-01-01', '2026-12-31')!;
    assert.equal(scales.x('2026-01-01'), FIELD.left);
    assert.equal(scales.x('2026-12-31'), FIELD.right);
    assert.ok(scales.y(120) >= FIELD.top && scales.y(60) <= FIELD.bottom);
    assert.ok(scales.y(120) < scales.y(60), 'more is higher up');
  });

  it('name days, months and years by how long the time is', () => {
    const labels = (today: string, start: string, due: string) =>
      trendScales(
        metric({ series: metric().series.map((each, i) => ({ ...each, day: i === 0 ? start : today })) }),
        today,
        start,
        due,
      )!.days.map(({ label }) => label);
    assert.deepEqual(labels('2026-01-20', '2026-01-05', '2026-02-01'), ['11 Jan', '18 Jan', '25 Jan', 'Feb']);
    assert.deepEqual(labels('2026-06-01', '2026-01-01', '2026-12-31'), ['Jan 2026', 'Apr', 'Jul', 'Oct']);
    assert.deepEqual(labels('2028-06-01', '2024-01-01', '2030-12-31'), ['2024', '2026', '2028', '2030']);
  });

  it('cut a forecast that leaves the field, on its way', () => {
    const scales = trendScales(
      metric({
        forecastLine: [
          { day: '2026-06-01', value: 90 },
          { day: '2026-12-31', value: -900 },
        ],
      }),
      '2026-06-10',
      '2026-01-01',
      '2026-12-31',
    )!;
    const [from, to] = scales.clip([
      { day: '2026-06-01', value: 90 },
      { day: '2026-12-31', value: -900 },
    ])!;
    assert.deepEqual(from, [scales.x('2026-06-01'), scales.y(90)]);
    assert.equal(to[1], FIELD.bottom);
    assert.ok(to[0] > from[0] && to[0] < FIELD.right);
    assert.equal(
      scales.clip([
        { day: '2026-06-01', value: 9e9 },
        { day: '2026-12-31', value: 9e9 },
      ]),
      null,
    );
  });

  it('are none where there is nothing, or numbers too far apart to subtract', () => {
    assert.equal(
      trendScales(metric({ series: [], baseline: null, target: null }), '2026-06-10', null, null),
      null,
    );
    assert.equal(trendScales(metric({ baseline: -1e308, target: 1e308 }), '2026-06-10', null, null), null);
  });
});

describe('labels beside a chart', () => {
  it('keep their order and their distance, and stay above the bottom', () => {
    const at = fc.array(fc.record({ at: fc.double({ min: FIELD.top, max: FIELD.bottom, noNaN: true }) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(at, (labels) => {
        const moved = apart(labels, 12);
        assert.equal(moved.length, labels.length);
        for (let i = 1; i < moved.length; i++) assert.ok(moved[i]!.at - moved[i - 1]!.at >= 12 - 1e-9);
        for (const each of moved) assert.ok(each.at <= FIELD.bottom + 6);
      }),
    );
  });

  it('stay where they are when there is room', () => {
    assert.deepEqual(apart([{ at: 100 }, { at: 40 }], 12), [{ at: 40 }, { at: 100 }]);
  });
});

describe('a title in a box', () => {
  it('is broken between words, and cut with an ellipsis after the last line', () => {
    assert.deepEqual(lettered('Customers keep their number', 400, 12, 2), ['Customers keep their number']);
    assert.equal(lettered('Customers keep their number and wait two days for it', 150, 12, 2).length, 2);
    assert.match(lettered('Customers keep their number and wait two days for it', 100, 12, 2)[1]!, /…$/);
  });

  it('never has more lines than there is room for, nor loses a text that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 40, max: 400 }),
        (text, width) => {
          const lines = lettered(visible(text).trim(), width, 12, 2);
          assert.ok(lines.length <= 2);
          if (!lines.join('').includes('…'))
            assert.equal(lines.join('').replaceAll(' ', ''), visible(text).replaceAll(' ', ''));
        },
      ),
    );
  });
});

describe('words of the page', () => {
  it('say days and how far they are', () => {
    assert.equal(dayText('2026-01-05'), '5 Jan 2026');
    assert.equal(away('2026-11-22', '2026-11-22'), 'today');
    assert.equal(away('2026-11-23', '2026-11-22'), 'in 1 day');
    assert.equal(away('2026-08-22', '2026-11-22'), '3 months ago');
    assert.equal(spanText(59), '59 days');
    assert.equal(spanText(800), '2 years');
  });

  it('never round up to reached', () => {
    assert.equal(percent(0.999), '99 %');
    assert.equal(percent(1), '100 %');
    assert.equal(percent(-0.001), '0 %');
    assert.equal(percent(null), '–');
  });

  it('set thousands apart in the number alone', () => {
    assert.equal(quantity(1234567.5, 'calls/week'), '1,234,567.5 calls/week');
    assert.equal(quantity(12000, '€ a month'), '€12,000 a month');
    assert.equal(quantity(82, '%'), '82 %');
    assert.equal(quantity(-1500, null), '-1,500');
  });

  it('fit numbers of every size beside an axis', () => {
    const said: readonly (readonly [number, string])[] = [
      [0, '0'],
      [-0, '0'],
      [0.25, '0.25'],
      [9500, '9,500'],
      [12345, '12.3k'],
      [999_950, '1M'],
      [1.25e6, '1.25M'],
      [-3e9, '-3B'],
      [1e21, '1e+21'],
      [1e-7, '1e-7'],
    ];
    for (const [value, text] of said) assert.equal(compact(value), text);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => compact(value).length <= 9),
    );
  });

  it('show what is obeyed and not seen', () => {
    assert.equal(visible('a\u202eb\u200bc\u00add\u{e0041}'), 'a\\u202eb\\u200bc\\u00add\\u{e0041}');
    assert.equal(visible('two\r\nlines\tand  gaps'), 'two lines and gaps');
    assert.equal(visible('می\u200cخواهم 👩\u200d💻'), 'می\u200cخواهم 👩\u200d💻');
  });
});

describe('a source', () => {
  const isLink = (source: string) => sourceOf(source).toString().startsWith('<a ');

  it('is a link when it is an address of the web', () => {
    for (const source of [
      'https://grafana.example/d/desk',
      'http://a.example:8080/?a=1&b=[2]#c',
      'HTTPS://A.EXAMPLE',
    ])
      assert.ok(isLink(source), source);
  });

  it('is a text when it is anything else', () => {
    for (const source of [
      'javascript:alert(1)',
      ' https://a.example',
      'https://user:pass@a.example/',
      'https://a.example\\@b.example',
      'https://a.example/"onclick="x',
      'https://a.example/\u202ecod.exe',
      'https://аpple.example/',
      'data:text/html,x',
      '//a.example',
      'https:a.example',
      'https://',
      'see https://a.example',
    ])
      assert.ok(!isLink(source), source);
  });
});
