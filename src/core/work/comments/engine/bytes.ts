import { isEol, isSpace, type Scan } from './scan';

/** The bytes of an ASCII text. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

export function startsWith(bytes: Uint8Array, needle: Uint8Array, at: number, end: number): boolean {
  if (at < 0 || at + needle.length > end) return false;
  for (let i = 0; i < needle.length; i++) if (bytes[at + i] !== needle[i]) return false;
  return true;
}

/** The same for ASCII letters of either case; the needle is in lower case. */
export function startsWithAnyCase(bytes: Uint8Array, needle: Uint8Array, at: number, end: number): boolean {
  if (at < 0 || at + needle.length > end) return false;
  for (let i = 0; i < needle.length; i++) if (lower(bytes[at + i]!) !== needle[i]) return false;
  return true;
}

/** Where `needle` begins in [from, end), or -1. */
export function find(bytes: Uint8Array, needle: Uint8Array, from: number, end: number): number {
  const first = needle[0]!;
  const last = end - needle.length;
  if (needle.length === 1) {
    for (let i = from; i <= last; i++) if (bytes[i] === first) return i;
    return -1;
  }
  const second = needle[1]!;
  for (let i = from; i <= last; i++) {
    if (bytes[i] === first && bytes[i + 1] === second && startsWith(bytes, needle, i, end)) return i;
  }
  return -1;
}

export function findAnyCase(bytes: Uint8Array, needle: Uint8Array, from: number, end: number): number {
  const last = end - needle.length;
  for (let i = from; i <= last; i++) if (startsWithAnyCase(bytes, needle, i, end)) return i;
  return -1;
}

/** The first LF or CR in [from, end), else end. */
export function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  while (from < end && bytes[from] !== 10 && bytes[from] !== 13) from++;
  return from;
}

/** As `find`, on the rest of the line only; it looks no further than to what it finds. */
export function findOnLine(bytes: Uint8Array, needle: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end && !isEol(bytes[i]!); i++) if (startsWith(bytes, needle, i, end)) return i;
  return -1;
}

/** Nothing but blanks from `at` to the end of its line. */
export function restIsBlank(bytes: Uint8Array, at: number, end: number): boolean {
  const to = skipBlanks(bytes, at, end);
  return to >= end || isEol(bytes[to]!);
}

/** The start of the line that holds `at`: behind the last LF or CR in [floor, at), else floor. */
export function lineStart(bytes: Uint8Array, at: number, floor: number): number {
  const near = Math.max(floor, at - 160);
  for (let i = at; i > near; i--) if (bytes[i - 1] === 10 || bytes[i - 1] === 13) return i;
  if (near === floor) return floor;
  // A minified file is one line of megabytes.
  const lf = floor + bytes.subarray(floor, near).lastIndexOf(10) + 1;
  return lf + bytes.subarray(lf, near).lastIndexOf(13) + 1;
}

/** The start of the line after the one that holds `from`, else end. */
export function nextLine(bytes: Uint8Array, from: number, end: number): number {
  const at = lineEnd(bytes, from, end);
  if (at >= end) return end;
  return bytes[at] === 13 && at + 1 < end && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at++;
  return at;
}

export function skipSpace(bytes: Uint8Array, at: number, end: number): number {
  while (at < end && isSpace(bytes[at]!)) at++;
  return at;
}

/** A condition on the place where something would begin. */
export type When = (scan: Scan, at: number) => boolean;

export const atLineStart: When = ({ bytes }, at) => at === 0 || isEol(bytes[at - 1]!) || afterBom(bytes, at);

/** Nothing but blanks before it on its line. */
export const firstOnLine: When = (scan, at) => {
  const { bytes } = scan;
  while (at > 0 && (bytes[at - 1] === 32 || bytes[at - 1] === 9)) at--;
  return atLineStart(scan, at);
};

export const afterSpace: When = (scan, at) => isSpace(scan.bytes[at - 1]!) || atLineStart(scan, at);

function afterBom(bytes: Uint8Array, at: number): boolean {
  return at === 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** How many `byte`s stand directly before `at`. */
export function countBefore(bytes: Uint8Array, at: number, byte: number): number {
  let n = 0;
  while (at - n > 0 && bytes[at - n - 1] === byte) n++;
  return n;
}

function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** The ASCII text of [from, to), bytes above 127 as themselves. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  // Mostly a word of a few letters, for which a view and a spread cost far more.
  const end = Math.min(to, from + 256);
  let text = '';
  for (let i = from; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
