import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf16Length } from '../../../../../src/core/work/comments/decode';
import { lineStart } from '../../../../../src/core/work/comments/engine/bytes';
import { countLineEnds } from '../../../../../src/core/work/comments/line-ends';
import { effortOf } from '../../../../support/effort';

/** Text with now and then a character of several bytes, or bytes that are none. */
const bytes = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('a', 'the words of a line ', '\n', '\r\n', '\r') },
      { weight: 2, arbitrary: fc.constantFrom('é', '漢字', '😀', '\ufeff') },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constant('x'.repeat(400)) },
    ),
    { maxLength: 120, size: 'max' },
  )
  .map((parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string)))));

describe('bytes of a text', () => {
  it('are as many UTF-16 units as they decode to', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    fc.assert(
      fc.property(bytes, (text) => {
        assert.equal(utf16Length(text, 0, text.length), decoder.decode(text).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are counted in linear time where characters of one and of several bytes take turns', () => {
    const text = new TextEncoder().encode('aé'.repeat(300_000));
    const effort = effortOf(() => assert.equal(utf16Length(text, 0, text.length), 600_000));
    assert.ok(effort < 200);
  });

  it('end as many lines as there are LF, CR and both', () => {
    const ends = fc
      .array(
        fc.oneof(
          bytes,
          fc.constantFrom('\n', '\r', '\r\n', '\u010a\u010d').map((end) => Buffer.from(end)),
        ),
      )
      .map((parts) => new Uint8Array(Buffer.concat(parts)));
    fc.assert(
      fc.property(ends, fc.nat(), fc.nat(), fc.nat(8), (text, a, b, offset) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const latin = Buffer.from(text.subarray(from, to)).toString('latin1');
        const shifted = new Uint8Array(text.length + offset).subarray(offset);
        shifted.set(text);
        assert.equal(countLineEnds(shifted, from, to), latin.match(/\r\n|\r|\n/g)?.length ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('begin a line behind the last end of one', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(), (text, a, b) => {
        const [floor, at] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        let expected = at;
        while (expected > floor && text[expected - 1] !== 10 && text[expected - 1] !== 13) expected--;
        assert.equal(lineStart(text, at, floor), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
