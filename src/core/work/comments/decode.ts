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

/**
 * How many UTF-16 units `decode` makes of [from, to). Counted and not decoded: a minified line may be megabytes long.
 * What is no UTF-8 counts as the decoder has it (WHATWG Encoding, UTF-8 decoder): one U+FFFD for as many bytes as could
 * have begun a character.
 */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to;) {
    const lead = bytes[at++]!;
    length++;
    if (lead < 128) continue;
    const wanted = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    // Neither longer than need be, nor half of a pair, nor beyond the last character.
    let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let got = 0;
    while (got < wanted && at < to && bytes[at]! >= least && bytes[at]! <= most) {
      got++;
      at++;
      least = 0x80;
      most = 0xbf;
    }
    if (got === 3) length++;
  }
  return length;
}

/** The nearest position at or before `at` that is not inside a character. */
export function characterStart(bytes: Uint8Array, at: number): number {
  for (let back = 0; back < 4 && at - back > 0; back++) {
    if ((bytes[at - back]! & 0xc0) !== 0x80) return at - back;
  }
  return at;
}
