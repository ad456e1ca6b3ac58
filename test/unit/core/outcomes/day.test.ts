import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  dayOfNumber,
  dayOfSeconds,
  daysBetween,
  isDay,
  numberOfDay,
  readDay,
  readDayOrPeriod,
  secondsAtStart,
} from '../../../../src/core/outcomes/day';

describe('days', () => {
  it('reads a day, and only one that exists', () => {
    assert.deepEqual(readDay('2026-12-31'), { ok: true, day: '2026-12-31' });
    assert.equal(isDay('2024-02-29'), true);
    assert.equal(isDay('2000-02-29'), true);
    for (const text of [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '0000-01-01',
      '2026-12',
    ]) {
      assert.equal(isDay(text), false, text);
    }
  });

  it('takes the first day of a period for a start and the last for a due date', () => {
    const read = (text: string, edge: 'first' | 'last') => {
      const reading = readDayOrPeriod(text, edge);
      return reading.ok ? reading.day : null;
    };
    assert.equal(read('2026-12', 'last'), '2026-12-31');
    assert.equal(read('2024-02', 'last'), '2024-02-29');
    assert.equal(read('2026-Q1', 'last'), '2026-03-31');
    assert.equal(read('2026-q4', 'first'), '2026-10-01');
    assert.equal(read('2026-Q4', 'last'), '2026-12-31');
    assert.equal(read('2026-06-15', 'last'), '2026-06-15');
    assert.equal(read('2026-Q5', 'last'), null);
  });

  it('tells an impossible day from another spelling, and suggests the spelling', () => {
    assert.deepEqual(readDay('2026-02-30'), { ok: false, impossible: true, suggestion: null });
    assert.deepEqual(readDay('2026/2/30'), { ok: false, impossible: true, suggestion: null });
    assert.deepEqual(readDay('2026-1-5'), { ok: false, impossible: false, suggestion: '2026-01-05' });
    assert.deepEqual(readDay('2026-01-05T10:00:00Z'), {
      ok: false,
      impossible: false,
      suggestion: '2026-01-05',
    });
    assert.deepEqual(readDayOrPeriod('Q3 2026', 'last'), {
      ok: false,
      impossible: false,
      suggestion: '2026-Q3',
    });
    assert.deepEqual(readDayOrPeriod('2026', 'first'), {
      ok: false,
      impossible: false,
      suggestion: '2026-Q1',
    });
    // Day or month first? It is not guessed.
    assert.deepEqual(readDay('05/01/2026'), { ok: false, impossible: false, suggestion: null });
  });

  const number = fc.integer({ min: numberOfDay('0001-01-01'), max: numberOfDay('9999-12-31') });

  it('numbers days as UTC does', () => {
    fc.assert(
      fc.property(number, (n) => {
        const day = new Date(n * 86_400_000).toISOString().slice(0, 10);
        assert.equal(dayOfNumber(n), day);
        assert.equal(numberOfDay(day), n);
        assert.equal(isDay(day), true);
      }),
    );
  });

  it('knows the day of a moment in UTC, also of one that no calendar holds', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 86_399 }), (n, second) => {
        assert.equal(secondsAtStart(dayOfNumber(n)), n * 86_400);
        assert.equal(dayOfSeconds(n * 86_400 + second), dayOfNumber(n));
      }),
    );
    // A commit may say so: git takes any number for its time.
    assert.equal(dayOfSeconds(Number.MAX_SAFE_INTEGER), '9999-12-31');
    assert.equal(dayOfSeconds(-Number.MAX_SAFE_INTEGER), '0001-01-01');
  });

  it('adds what it subtracts, and orders as text orders', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [dayOfNumber(a), dayOfNumber(b)];
        assert.equal(addDays(x, daysBetween(x, y)), y);
        assert.equal(x < y, a < b);
      }),
    );
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('9999-12-31', 5), '9999-12-31');
  });
});
