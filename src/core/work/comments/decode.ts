/** Bytes as the lexer wants them: UTF-8, or something close enough to it. */

export type Decoded = { readonly kind: 'utf8'; readonly bytes: Uint8Array } | { readonly kind: 'binary' };

/** UTF-16 with a byte order mark becomes UTF-8; what holds NUL bytes otherwise is binary. */
export function toUtf8(bytes: Uint8Array): Decoded {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (label) return { kind: 'utf8', bytes: new TextEncoder().encode(new TextDecoder(label).decode(bytes)) };
  // A Buffer is a Uint8Array of another shape to the engine; one shape keeps the inner loops fast.
  const plain =
    bytes.constructor === Uint8Array
      ? bytes
      : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return plain.includes(0) ? { kind: 'binary' } : { kind: 'utf8', bytes: plain };
}

/** Where the text begins: after a UTF-8 byte order mark, which is no character of the first line. */
export function textStart(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

// A mark in the middle of a text is a character: only the file's first bytes are special, and textStart skips them.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function decode(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

/** How many UTF-16 units [from, to) decodes to; both ends lie between characters. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let length = 0;
  let at = from;
  // Most text is ASCII with a few other characters, and no sequence of bytes goes on over one of ASCII.
  for (let runs = 0; runs < MOST_RUNS; runs++) {
    const start = at;
    while (at < to && bytes[at]! < 128) at++;
    length += at - start;
    if (at >= to) return length;
    const run = at;
    while (at < to && bytes[at]! >= 128) at++;
    length += decode(bytes, run, at).length;
  }
  return length + decode(bytes, at, to).length;
}

/** Runs of other characters that are decoded one by one; a text with more is decoded as a whole. */
const MOST_RUNS = 32;

/** The nearest position at or before `at` that is not inside a character. */
export function characterStart(bytes: Uint8Array, at: number): number {
  for (let back = 0; back < 4 && at - back > 0; back++) {
    if ((bytes[at - back]! & 0xc0) !== 0x80) return at - back;
  }
  return at;
}
