import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPercent, printQuantity, readQuantity, unitsAgree } from '../../../../src/core/outcomes/quantity';
import { effortOf } from '../../../support/effort';

function read(text: string): [number, string | null] | string {
  const reading = readQuantity(text);
  return reading.ok ? [reading.quantity.value, reading.quantity.unit] : reading.problem;
}

describe('quantities', () => {
  it('reads numbers as people write them', () => {
    const cases: [string, number, string | null][] = [
      ['500', 500, null],
      ['9.5%', 9.5, '%'],
      ['9.5 %', 9.5, '%'],
      ['5 percent', 5, '%'],
      ['1,000', 1000, null],
      ['12,345,678.5', 12345678.5, null],
      ['1 000', 1000, null],
      ['1\u202f000\u202f000', 1_000_000, null],
      ['1_000', 1000, null],
      ["1'000", 1000, null],
      ['+20%', 20, '%'],
      ['-40', -40, null],
      ['\u2212 40', -40, null],
      ['+2pp', 2, 'pp'],
      ['+2 percentage points', 2, 'pp'],
      ['$3', 3, '$'],
      ['-$3.50', -3.5, '$'],
      ['20 €', 20, '€'],
      ['CHF 20', 20, 'CHF'],
      ['3 days', 3, 'days'],
      ['50 per week', 50, 'per week'],
      ['12k', 12000, null],
      ['2.3M', 2_300_000, null],
      ['2.5 million users', 2_500_000, 'users'],
      ['5million', 5_000_000, null],
      ['0 CHF million', 0, 'CHF million'],
      ['3 CHF 0', 3, 'CHF 0'],
      ['12km', 12, 'km'],
      ['12 m2', 12, 'm2'],
      ['2x', 2, 'x'],
      ['4.5 of 5 stars', 4.5, 'of 5 stars'],
      ['30 COVID-19 cases', 30, 'COVID-19 cases'],
      ['80 % of the top 10 sites', 80, '% of the top 10 sites'],
      ['5 m', 5, 'm'],
      ['.5', 0.5, null],
      ['1e3', 1000, null],
      ['-0', 0, null],
    ];
    for (const [text, value, unit] of cases) assert.deepEqual(read(text), [value, unit], text);
  });

  it('rejects what can be read in two ways, and says how to write it', () => {
    assert.match(String(read('1,5')), /`1\.5`/);
    assert.match(String(read('0,500')), /`0\.500`/);
    assert.match(String(read('1.000,5')), /`1000\.5`/);
    assert.match(String(read('1.000.000')), /`1000000`/);
    assert.match(String(read('40-60')), /range/);
    assert.match(String(read('< 5')), /compares/);
    assert.match(String(read('~500')), /approximate/);
    for (const range of [
      '40–60',
      '40 – 60',
      '40 to 60',
      '40% to 60%',
      '40%-60%',
      '4k-6k',
      '3 days - 5 days',
      '5 or 6',
    ])
      assert.match(String(read(range)), /range/, range);
    for (const several of ['1 h 30 min', '1h30', '2 hours 5 minutes', '2m30s', '3 days 4 hours'])
      assert.match(String(read(several)), /several units/, several);
    for (const text of [
      '',
      'many',
      '1,00,000',
      '1,0000',
      '1 00',
      '3/5',
      '1e999',
      '5 5',
      '10:30',
      '10 ± 2',
      '0x10',
      '10 x 3',
      '1٬000',
      '--5',
      'NaN',
      'Infinity',
    ]) {
      assert.equal(typeof read(text), 'string', text);
    }
  });

  it('compares units loosely, but percent with percent only', () => {
    assert.equal(unitsAgree('day', 'days'), true);
    assert.equal(unitsAgree('calls', 'calls/week'), true);
    assert.equal(unitsAgree('%', '% of sites'), true);
    assert.equal(unitsAgree('hours', 'days'), false);
    assert.equal(unitsAgree('€', 'EUR'), true);
    assert.equal(unitsAgree('$', 'EUR'), false);
    assert.equal(unitsAgree('%', 'calls'), false);
    assert.equal(isPercent('percentage'), true);
    assert.equal(isPercent('pp'), false);
  });

  const units = fc.constantFrom(
    null,
    '%',
    'pp',
    '$',
    '€',
    'CHF',
    'days',
    'calls/week',
    '% of sites',
    '€ per user',
  );
  const values = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(values, units, (value, unit) => {
        const quantity = { value: Object.is(value, -0) ? 0 : value, unit };
        const reading = readQuantity(printQuantity(quantity));
        assert.ok(reading.ok, printQuantity(quantity));
        assert.deepEqual(reading.quantity, quantity);
      }),
    );
  });

  it('never throws and never gives a number that is not finite', () => {
    const pieces = fc.constantFrom(
      '1',
      '000',
      ',',
      '.',
      ' ',
      '%',
      'k',
      'M',
      '-',
      '+',
      'e9',
      '$',
      'pp',
      '_',
      "'",
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const reading = readQuantity(text);
          if (reading.ok) assert.ok(Number.isFinite(reading.quantity.value));
          else assert.match(reading.problem, /^(which|where) /);
        },
      ),
    );
  });

  it('takes linear time on long texts', () => {
    for (const text of [
      '1,'.repeat(100_000),
      '1 000'.repeat(50_000),
      '$'.repeat(200_000),
      ' '.repeat(200_000),
    ]) {
      assert.ok(effortOf(() => readQuantity(text)) < 200);
    }
  });
});
