/** Where statements stand in the source itself, decoration of comments included, and what to take away with one. */
import type { Span } from '../../text';
import { CLOSING } from '../why';

/** The key in front of an id, also one further back in a list: `outcome: a, b`. */
export function keyAt(
  text: string,
  { start }: Span,
): { readonly word: string; readonly start: number } | undefined {
  const from = Math.max(0, start - LONGEST_LIST);
  const match = KEY_BEFORE.exec(text.slice(from, start));
  return match ? { word: match[1]!, start: from + match.index } : undefined;
}

const LONGEST_LIST = 600;
const KEY_BEFORE =
  /(?<![\p{L}\p{N}\p{M}_$@.\\/-])(outcome|why)[ \t]?[:：][ \t]*(?:["'`]?[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*["'`]?[ \t]*[,，、][ \t]*)*["'`]?$/iu;

/** The bracket that a word of `TODO(a, b)` stands in; undefined when none is open before it on its line. */
export function bracketAt(text: string, { start }: Span): string | undefined {
  for (let i = start - 1; i >= 0 && start - i < LONGEST_LIST; i--) {
    const c = text.charAt(i);
    if (CLOSING.has(c)) return c;
    if (isLineEnd(c) || CLOSERS.has(c)) return undefined;
  }
  return undefined;
}

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start--;
  return start;
}

export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charAt(end))) end++;
  return end;
}

export function skip(text: string, at: number): number {
  let i = at;
  while (isBlank(text.charAt(i))) i++;
  return i;
}

export function skipBack(text: string, at: number): number {
  let i = at;
  while (i > 0 && isBlank(text.charAt(i - 1))) i--;
  return i;
}

export function isQuote(c: string): boolean {
  return c !== '' && '"\'`'.includes(c);
}

export function isBlank(c: string): boolean {
  return c === ' ' || c === '\t';
}

function isLineEnd(c: string): boolean {
  return c === '\n' || c === '\r';
}

export function isSeparator(c: string): boolean {
  return c !== '' && ',;，、；'.includes(c);
}

export function isComma(c: string): boolean {
  return c !== '' && ',，、'.includes(c);
}

const CLOSERS = new Set(CLOSING.values());
