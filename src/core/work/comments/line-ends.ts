/**
 * How many lines end in [from, to): by LF, CR or both, which are one when both lie in it.
 *
 * Four bytes at a time: most of a file is read for nothing but its lines' numbers, and byte by byte that takes as long
 * as all the rest. CR is rare in most files, so what holds one is looked at once more.
 */
export function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes.byteOffset + at) % 4 !== 0) at++;
  let count = countByByte(bytes, from, at, to);
  const length = (to - at) >> 2;
  if (length > 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, length);
    for (let i = 0; i < length; i += BLOCK) {
      const end = Math.min(length, i + BLOCK);
      const lf = countLf(words, i, end);
      count += lf < 0 ? countByByte(bytes, at + 4 * i, at + 4 * end, to) : lf;
    }
    at += length * 4;
  }
  return count + countByByte(bytes, at, to, to);
}

/** Words counted in one go: each byte of the sum counts for itself and holds at most 255. */
const BLOCK = 255;

/** How many LF there are in the words [from, to); -1 when there is a CR. */
function countLf(words: Int32Array, from: number, to: number): number {
  let sum = 0;
  let without = -1;
  for (let i = from; i < to; i++) {
    // A byte that is LF (CR) becomes 0 by the xor, and then, exactly, its highest bit is 0 in the next line and no other.
    const lf = words[i]! ^ 0x0a0a0a0a;
    const cr = words[i]! ^ 0x0d0d0d0d;
    sum = (sum + (~(((lf & 0x7f7f7f7f) + 0x7f7f7f7f) | lf | 0x7f7f7f7f) >>> 7)) | 0;
    without &= ((cr & 0x7f7f7f7f) + 0x7f7f7f7f) | cr | 0x7f7f7f7f;
  }
  if (without !== -1) return -1;
  return (sum & 255) + ((sum >>> 8) & 255) + ((sum >>> 16) & 255) + (sum >>> 24);
}

/** Of the line ends in [from, to). A CR does not count where LF follows before `last`: that LF does. */
function countByByte(bytes: Uint8Array, from: number, to: number, last: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === 10 || (byte === 13 && !(i + 1 < last && bytes[i + 1] === 10))) count++;
  }
  return count;
}
