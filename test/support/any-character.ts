import fc from 'fast-check';

/** Code points of halves of pairs, which are no characters. */
const HALVES = { from: 0xd800, count: 0x800 };
const PRINTABLE = { from: 0x20, count: 95 };

/**
 * Any Unicode character, shrinking to a blank: fast-check's unit `binary` without its table, which keeps 80 MB for
 * as long as the process lives.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - HALVES.count })
  .map(characterAt, placeOf);

/** Printable ASCII comes first, then ASCII's control characters, then the rest in its order. */
function characterAt(place: number): string {
  const { from, count } = PRINTABLE;
  const ascii = place < count ? place + from : place < from + count ? place - count : place;
  return String.fromCodePoint(ascii < HALVES.from ? ascii : ascii + HALVES.count);
}

function placeOf(value: unknown): number {
  const point = typeof value === 'string' ? value.codePointAt(0) : undefined;
  if (point === undefined || value !== String.fromCodePoint(point)) throw new Error('not one character');
  if (point >= HALVES.from + HALVES.count) return point - HALVES.count;
  if (point >= HALVES.from) throw new Error('half of a pair');
  const { from, count } = PRINTABLE;
  if (point < from) return point + count;
  return point < from + count ? point - from : point;
}
