import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { isDay, readDayOrPeriod } from '../../../src/core/outcomes/day';
import { printQuantity, readQuantity } from '../../../src/core/outcomes/quantity';
import { addTrailer, outcomeTrailers, readMessage } from '../../../src/core/work/message';
import { fuzz } from './support';
import { anyCharacter } from '../../support/any-character';

const joined = (pieces: readonly string[], most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...pieces) },
        fc.string({ unit: anyCharacter, maxLength: 2 }),
      ),
      {
        maxLength: most,
      },
    )
    .map((parts) => parts.join(''));

const number = joined(
  [
    ...'0123456789.,_’+-−%$€ '.split(''),
    ' ',
    'e',
    'k',
    'M',
    'bn',
    'pp',
    'million',
    'CHF ',
    'calls/week',
    '1,000',
    '٣',
    '∞',
  ],
  8,
);

const message = joined(
  [
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '  folded',
    '\t',
    'fix: a bug',
    'Outcome: a',
    'outcome:b',
    'Outcome :c',
    'Refs: 1',
    'Co-authored-by: A <a@b.c>',
    '(cherry picked from commit 1)',
    '---',
    '# comment',
    '# ------------------------ >8 ------------------------\n',
    'fixup! ',
    'Merge branch',
    'Revert "x"',
    'text',
    ':',
    '=',
  ],
  14,
);

describe('fuzzing the small grammars', function () {
  this.timeout(300_000);

  it('reads a quantity back as it printed it, or says what is wrong with what was written', () => {
    let read = 0;
    fuzz(15_000, number, (text) => {
      const reading = readQuantity(text);
      if (!reading.ok) {
        assert.match(reading.problem, /\S/);
        return;
      }
      read++;
      assert.ok(Number.isFinite(reading.quantity.value));
      const again = readQuantity(printQuantity(reading.quantity));
      assert.deepEqual(again.ok && again.quantity, reading.quantity, JSON.stringify(text));
    });
    assert.ok(read > 400, `only ${read} were quantities`);
  });

  it('reads a day, a month or a quarter whose days the calendar has', () => {
    const part = fc.constantFrom(
      '2026',
      '2024',
      '0001',
      '02',
      '2',
      '06',
      '12',
      '13',
      '28',
      '29',
      '30',
      '31',
      'Q4',
      'q1',
      'Q5',
      '',
    );
    const day = fc
      .tuple(
        part,
        fc.constantFrom('-', '-', '-', '/', '.', ' ', ''),
        part,
        fc.constantFrom('-', '-', '/', ''),
        part,
      )
      .map((parts) => parts.join(''));
    let read = 0;
    fuzz(4000, day, (text) => {
      const [first, last] = [readDayOrPeriod(text, 'first'), readDayOrPeriod(text, 'last')];
      assert.equal(first.ok, last.ok);
      if (!first.ok || !last.ok) return;
      read++;
      assert.ok(isDay(first.day) && isDay(last.day) && first.day <= last.day, JSON.stringify(text));
      assert.equal(new Date(last.day).toISOString().slice(0, 10), last.day);
    });
    assert.ok(read > 40, `${read}`);
  });

  it('adds a trailer to any message that then has it', () => {
    fuzz(4000, message, (text) => {
      const before = readMessage(text);
      for (const { span, keySpan, valueSpan } of before.trailers) {
        assert.ok(0 <= span.start && span.end <= text.length);
        assert.ok(span.start <= keySpan.start && valueSpan.end <= span.end);
      }
      const edits = addTrailer(text, 'reliable-voice');
      const after = applyEdits(text, edits);
      const own = outcomeTrailers(readMessage(after));
      assert.ok(
        own.some(({ value }) => value === 'reliable-voice'),
        JSON.stringify(after),
      );
      const others = (of: string) =>
        readMessage(of)
          .trailers.filter((trailer) => !own.includes(trailer) && !/^outcome$/i.test(trailer.key))
          .map(({ key, value }) => `${key}: ${value}`);
      assert.deepEqual(others(after), others(text));
      const values = outcomeTrailers(before).map(({ valueSpan: { start, end } }) => `${start}-${end}`);
      for (const { start, end } of edits.map(({ span }) => span))
        assert.ok(start === end || values.includes(`${start}-${end}`), 'its own lines and no other');
      assert.deepEqual(addTrailer(after, 'reliable-voice'), [], 'a second time there is nothing to do');
    });
  });
});
