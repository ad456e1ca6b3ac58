import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  apart,
  counted,
  joined,
  number,
  oneLine,
  percent,
  plain,
  shortDay,
} from '../../../src/editor/view/words';
import { anyCharacter } from '../../support/any-character';

const hundredths = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e5);

describe('words of the views', () => {
  it('never rounds up to what is not reached', () => {
    assert.deepEqual([0, 0.004, 0.5, 0.995, 0.9999, 1, 1.204, -0.3, -0.001].map(percent), [
      '0 %',
      '0 %',
      '50 %',
      '99 %',
      '99 %',
      '100 %',
      '120 %',
      '-30 %',
      '0 %',
    ]);
  });

  it('names the year only when it is another one', () => {
    assert.equal(shortDay('2026-12-31', '2026-11-22'), '31 Dec');
    assert.equal(shortDay('2027-03-01', '2026-11-22'), '1 Mar 2027');
    assert.equal(shortDay('no day', '2026-11-22'), 'no day');
  });

  it('writes numbers and counts for people', () => {
    assert.deepEqual([0.1 + 0.2, 1234567, -0.5, 9.5].map(number), ['0.3', '1,234,567', '-0.5', '9.5']);
    assert.deepEqual(
      [counted(1, 'branch', 'branches'), counted(2, 'branch', 'branches'), counted(1200, 'TODO')],
      ['1 branch', '2 branches', '1,200 TODOs'],
    );
    assert.equal(joined(['a', null, '', undefined, 'b']), 'a · b');
  });

  it('writes numbers as the locale en-US does, without its data', () => {
    const locale = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
    const people = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      hundredths,
      fc.double({ noNaN: true, max: 1e20, min: -1e20 }),
    );
    fc.assert(
      fc.property(people, (value) => {
        // A negative number that rounds to nothing is nothing.
        assert.equal(number(value), locale.format(value).replace(/^-0$/, '0'));
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), (count) => assert.equal(apart(count), count.toLocaleString('en-US'))),
    );
  });

  it('keeps what people wrote from acting as Markdown', () => {
    assert.equal(
      plain('**a** [b](command:x) <img src=x>'),
      '\\*\\*a\\*\\* \\[b\\]\\(command\\:x\\) \\<img src\\=x\\>',
    );
    assert.equal(
      plain('https://example.org www.a.b a@b.c'),
      'https\\:\\/\\/example\\.org www\\.a\\.b a\\@b\\.c',
    );
    assert.equal(plain('$(zap) &lt; `c`\n# head'), '\\$\\(zap\\) \\&lt\\; \\`c\\` \\# head');
  });

  it('escapes every punctuation character and loses no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const escaped = plain(text);
        assert.equal(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1'), oneLine(text));
        assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~]/);
      }),
    );
  });

  it('drops what reorders or hides the text around it', () => {
    assert.equal(oneLine(' a\r\n\tb\u202ec\u0000\u200bd\ufeff '), 'a bcd');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) =>
        assert.equal(oneLine(oneLine(text)), oneLine(text)),
      ),
    );
  });
});
