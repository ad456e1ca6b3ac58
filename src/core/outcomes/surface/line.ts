import type { Span } from '../../text';
import {
  TAB,
  RETURN,
  SPACE,
  BANG,
  DOUBLE,
  HASH,
  PERCENT,
  AMPERSAND,
  SINGLE,
  DASH,
  COLON,
  BACKSLASH,
  codesOf,
} from './characters';

/**
 * One line of a YAML text, read by itself: what its indentation, its dashes and its first `key:` say. Whether it is
 * such a line at all, or lies inside of a text of several lines, only the lines around it tell.
 */
export interface Line {
  readonly start: number;
  /** Without the line break and the spaces before it. */
  readonly end: number;
  /** How many spaces or tabs come first. Column of the first dash or word. */
  readonly indent: number;
  /** The column of each dash that opens an entry of a list. */
  readonly dashes: readonly number[];
  /** The column behind the dashes. */
  readonly column: number;
  /** Where the key or value begins, behind anchors and tags; `end` when there is none. */
  readonly content: number;
  readonly key: Key | null;
  /** Where the value begins, behind anchors and tags; of a line without a key its content. */
  readonly value: number;
  /** Where what is written ends: before a comment and the spaces that lead to it. */
  readonly contentEnd: number;
}

export interface Key extends Span {
  /** Without quotes. */
  readonly name: string;
  readonly colon: number;
}

/** Reads the line from `start` to `end`; undefined when it is empty, a comment or a marker of the document. */
export function readLine(text: string, start: number, end: number): Line | undefined {
  const first = skipBlanks(text, start, end);
  if (first === end || text.charCodeAt(first) === HASH) return undefined;
  if (first === start && isMarker(text, start, end)) return undefined;
  const last = trimmedEnd(text, first, end);
  let begin = first;
  let dashes: number[] = NO_DASHES;
  while (text.charCodeAt(begin) === DASH && isBlankAt(text, begin + 1, last)) {
    if (dashes === NO_DASHES) dashes = [];
    dashes.push(begin - start);
    begin = skipBlanks(text, begin + 1, last);
  }
  const content = skipMarks(text, begin, last);
  const contentEnd =
    text.charCodeAt(content) === HASH ? content : endOfContent(text, content, last, withoutReturn(text, end));
  const key = contentEnd > content ? keyAt(text, content, contentEnd) : null;
  const value = key === null ? content : Math.min(skipMarks(text, key.colon + 1, contentEnd), contentEnd);
  const indent = first - start;
  return { start, end: last, indent, dashes, column: begin - start, content, key, value, contentEnd };
}

/** `---`, `...` or a directive: they part documents and are no content. */
export function isMarker(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === PERCENT) return true;
  const three = text.startsWith('---', start) || text.startsWith('...', start);
  return three && isBlankAt(text, start + 3, end);
}

/** Where the line feed is that ends the line of `from`, or the end of the text. */
export function lineEndAt(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `end`, or where the CR of a CRLF that ends there stands. */
export function withoutReturn(text: string, end: number): number {
  return text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
}

/** The first offset from `at` on that is no space or tab. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Behind spaces, anchors (`&a`) and tags (`!t`) that stand before a value. */
function skipMarks(text: string, at: number, end: number): number {
  for (;;) {
    at = skipBlanks(text, at, end);
    const code = text.charCodeAt(at);
    if (at >= end || (code !== AMPERSAND && code !== BANG)) return Math.min(at, end);
    at = markEnd(text, at, end);
  }
}

function markEnd(text: string, at: number, end: number): number {
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where a quoted scalar ends, its closing quote included; undefined when it does not before `end`. */
export function quotedEnd(text: string, start: number, end: number): number | undefined {
  const quote = text.charCodeAt(start);
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && quote === DOUBLE) i++;
    else if (code === quote) {
      if (quote === SINGLE && text.charCodeAt(i + 1) === SINGLE && i + 1 < end) i++;
      else return i + 1;
    }
  }
  return undefined;
}

export function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** True at the end, too. */
export function isBlankAt(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at));
}

/** The `key:` that begins at `start`, if there is one. */
function keyAt(text: string, start: number, end: number): Key | null {
  const first = text.charCodeAt(start);
  if (isQuote(first)) {
    const close = quotedEnd(text, start, end);
    if (close === undefined) return null;
    const colon = skipBlanks(text, close, end);
    if (text.charCodeAt(colon) !== COLON || colon >= end || !isBlankAt(text, colon + 1, end)) return null;
    return { name: text.slice(start + 1, close - 1), start, end: close, colon };
  }
  if (NEVER_A_KEY.has(first)) return null;
  for (let colon = start; colon < end; colon++) {
    if (text.charCodeAt(colon) !== COLON || !isBlankAt(text, colon + 1, end)) continue;
    const stop = trimmedEnd(text, start, colon);
    return stop === start ? null : { name: text.slice(start, stop), start, end: stop, colon };
  }
  return null;
}

/** The end of the content before a comment; `end` is where it ends without one, `lineEnd` with the spaces behind. */
export function endOfContent(text: string, start: number, end: number, lineEnd: number): number {
  // Nearly all lines have neither a comment nor spaces at their end, which may belong to a text being typed.
  if (end === lineEnd && !hasHash(text, start, end)) return end;
  return endBeforeComment(text, start, end, lineEnd);
}

function hasHash(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === HASH) return true;
  return false;
}

/** A quoted key, value or entry may hold a `#`. */
function endBeforeComment(text: string, start: number, end: number, lineEnd: number): number {
  let before = -1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === HASH && i > start && isBlank(text.charCodeAt(i - 1))) return trimmedEnd(text, start, i);
    // Inside of a plain word a quote is a letter like any other.
    if (isQuote(code) && (before === -1 || OPENS_VALUE.has(before))) {
      const close = quotedEnd(text, i, end);
      // It is being typed, or runs on into the next lines: spaces and what looks like a comment are in it.
      if (close === undefined) return lineEnd;
      i = close - 1;
    } else if ((code === AMPERSAND || code === BANG) && (before === -1 || OPENS_VALUE.has(before))) {
      i = markEnd(text, i, end) - 1;
      continue;
    }
    if (!isBlank(code)) before = code;
  }
  return end;
}

/** Where what is written ends before the spaces at `end`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === RETURN;
}

/** One for all lines without a dash; never written to. */
const NO_DASHES: number[] = [];
const NEVER_A_KEY = codesOf('{}[],#*|>%@`');
const OPENS_VALUE = codesOf('[{,:');
