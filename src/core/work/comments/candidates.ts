/** Where tag words stand in a file's bytes, comments or not: what rg gives, for when there is no rg. */
import type { Change } from './change';

/**
 * Finds `tags` as whole words: where a tag begins or ends with a word character, none may stand beside it. Word
 * characters are those of Unicode's \w, as for ripgrep's \b. Case counts.
 */
export function candidateFinder(tags: readonly string[]): (bytes: Uint8Array) => number[] {
  const encoder = new TextEncoder();
  const words = tags
    .filter((tag) => tag !== '')
    // Of tags with a common beginning the longest is tried first, so that FIXME2 is not read as FIXME.
    .sort((a, b) => b.length - a.length)
    .map((tag) => ({ tag, latin: latin1.decode(encoder.encode(tag)) }));
  if (words.length === 0) return () => [];
  const edges = new Map(
    words.map(({ tag, latin }) => [latin, { first: BEGINS.test(tag), last: ENDS.test(tag) }]),
  );
  const pattern = new RegExp(
    words.map(({ latin }) => latin.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return (bytes) => {
    const text = latin1.decode(bytes);
    const found: number[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { first, last } = edges.get(match[0])!;
      const from = match.index;
      const to = from + match[0].length;
      if ((first && wordBefore(bytes, from)) || (last && wordAfter(bytes, to))) pattern.lastIndex = from + 1;
      else found.push(from);
    }
    return found;
  };
}

/**
 * What `find`, the finder of `tags`, gives for a text that was edited: it is looked at around the change alone, where
 * `before` is what was found before.
 */
export function candidatesAgain(
  find: (bytes: Uint8Array) => readonly number[],
  tags: readonly string[],
  bytes: Uint8Array,
  before: readonly number[],
  change: Change,
): readonly number[] {
  // Whole words never overlap; of other tags the one that is found hangs on what was found before it.
  if (!tags.every((tag) => /^\w+$/.test(tag))) return find(bytes);
  const { start, end, moved } = change;
  const reach = Math.max(0, ...tags.map(({ length }) => length)) + LONGEST_CHARACTER;
  const from = Math.max(0, start - reach);
  const to = Math.min(bytes.length, end + moved + reach);
  const first = Math.max(0, from - LONGEST_CHARACTER);
  const part = bytes.subarray(first, Math.min(bytes.length, to + reach));
  const around = find(part)
    .map((at) => first + at)
    .filter((at) => at >= from && at < to);
  const above = before.filter((at) => at < from);
  const below = before.filter((at) => at + moved >= to).map((at) => at + moved);
  return [...above, ...around, ...below];
}

/** Bytes of UTF-8. */
const LONGEST_CHARACTER = 4;

/** One byte, one UTF-16 unit: offsets in the text are offsets in the bytes. */
const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;
const BEGINS = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;
const ENDS = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u;

function isAsciiWord(byte: number): boolean {
  return (
    (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95
  );
}

function wordBefore(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at - 1];
  if (byte === undefined) return false;
  if (byte < 128) return isAsciiWord(byte);
  let from = at - 1;
  while (from > 0 && at - from < 4 && (bytes[from]! & 0xc0) === 0x80) from--;
  return isWordCharacter(bytes, from, at);
}

function wordAfter(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === undefined) return false;
  if (byte < 128) return isAsciiWord(byte);
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  return isWordCharacter(bytes, at, at + length);
}

/** Bytes that are no UTF-8 are no word. */
function isWordCharacter(bytes: Uint8Array, from: number, to: number): boolean {
  try {
    return WORD.test(utf8.decode(bytes.subarray(from, to)));
  } catch {
    return false;
  }
}
