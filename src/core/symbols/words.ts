import type { Position, Range } from '../text';
import type { IdPlace, IdSlot } from './model';

/** The line that holds an offset's `position.line`, without its end. Lines end at LF, CRLF or a lone CR. */
export function lineAt(text: string, line: number): string {
  let start = 0;
  for (let n = 0; n < line; n++) {
    const next = lineEnd(text, start);
    if (next >= text.length) return '';
    start = next + (text.startsWith('\r\n', next) ? 2 : 1);
  }
  return text.slice(start, lineEnd(text, start));
}

function lineEnd(text: string, from: number): number {
  END.lastIndex = from;
  return END.exec(text)?.index ?? text.length;
}

const END = /\r\n?|\n/g;

/** A slot for the id that ends at `position` with what was `typed`; what follows of the same word is replaced too. */
export function slotAt(
  line: string,
  position: Position,
  typed: string,
  wanted: IdSlot['wanted'] = 'any',
): IdSlot {
  AFTER.lastIndex = position.character;
  const after = AFTER.exec(line)?.[0].length ?? 0;
  return {
    range: onLine(position.line, position.character - typed.length, typed.length + after),
    typed,
    wanted,
  };
}

/** The rest of a word; a full stop or hyphen at its end is not part of it. */
const AFTER = /(?:[\p{L}\p{N}\p{M}_]|[-.](?=[\p{L}\p{N}]))*/uy;

export function onLine(line: number, character: number, length: number): Range {
  return { start: { line, character }, end: { line, character: character + length } };
}

/** Sorted by position, each once. */
export function inOrder(places: readonly IdPlace[]): IdPlace[] {
  const sorted = [...places].sort((a, b) => before(a.range.start, b.range.start));
  return sorted.filter((place, i) => i === 0 || before(sorted[i - 1]!.range.start, place.range.start) < 0);
}

function before(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
