import { RETURN, HASH, DASH } from './characters';
import { lineEndAt } from './flow';
import { isBlank, isMarker, type Line, readLine, skipBlanks } from './line';

/** The text with every line ending at LF or CRLF; as long as before, so that offsets stay. */
export function withLineFeeds(text: string): string {
  return LONE_RETURN.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
}

const LONE_RETURN = /\r(?!\n)/;

/** Where a line begins; undefined behind the last one. A byte order mark is no part of the first. */
export function startOfLine(text: string, line: number): number | undefined {
  let start = firstLine(text);
  for (let n = 0; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return start;
}

export function firstLine(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

/** Where the first line with content begins to say something; the end of a text without any. */
export function firstContent(text: string): number {
  for (let start = firstLine(text); start < text.length;) {
    const end = lineEndAt(text, start);
    const line = outsetOf(text, start, end);
    if (line !== undefined && line !== 'marker') return start + line.indent;
    start = end + 1;
  }
  return text.length;
}

/** A line with content, as cheap to have as possible: most are passed over. */
export interface Outset {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly dash: boolean;
}

/** The lines with content above one, from bottom to top, until the document begins. */
export function* linesAbove(text: string, from: number): Generator<Outset> {
  for (let next = from; next > 0;) {
    const end = next - 1;
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    next = start;
    const line = outsetOf(text, start === 0 ? firstLine(text) : start, end);
    if (line === 'marker') return;
    if (line !== undefined) yield line;
  }
}

/** The lines with content below the one that ends at `from`, from top to bottom, until the document ends. */
export function* linesBelow(text: string, from: number): Generator<Outset> {
  for (let end = from; end < text.length;) {
    const start = end + 1;
    end = lineEndAt(text, start);
    const line = outsetOf(text, start, end);
    if (line === 'marker') return;
    if (line !== undefined) yield line;
  }
}

function outsetOf(text: string, start: number, end: number): Outset | 'marker' | undefined {
  const first = skipBlanks(text, start, end);
  const code = text.charCodeAt(first);
  if (first >= end || code === RETURN || code === HASH) return undefined;
  if (first === start && isMarker(text, start, end)) return 'marker';
  const after = text.charCodeAt(first + 1);
  const dash = code === DASH && (first + 1 >= end || isBlank(after) || after === RETURN);
  return { start, end, indent: first - start, dash };
}

/**
 * The lines on the way from the root to what begins at `column` of the line at `from`: those above that are indented
 * less, each less than the one below it. Lists may begin at the column of their key. From top to bottom.
 */
export function linesOnTheWay(text: string, from: number, column: number, dash: boolean): Line[] {
  const way: Line[] = [];
  let at = { indent: column, dash };
  for (const line of linesAbove(text, from)) {
    if (line.indent > at.indent || (line.indent === at.indent && (!at.dash || line.dash))) continue;
    way.push(readLine(text, line.start, line.end)!);
    at = line;
    if (at.indent === 0 && !at.dash) break;
  }
  return way.reverse();
}

/** The keys of the block mapping at `column` on the lines above the one that begins at `start`. */
export function keysAbove(text: string, start: number, column: number): string[] {
  return keysIn(text, linesAbove(text, start), column, true).reverse();
}

/** The same on the lines below the one that ends at `end`. */
export function keysBelow(text: string, end: number, column: number): string[] {
  return keysIn(text, linesBelow(text, end), column, false);
}

function keysIn(text: string, lines: Iterable<Outset>, column: number, upwards: boolean): string[] {
  const names: string[] = [];
  for (const { start, end, indent, dash } of lines) {
    if (indent > column || (indent === column && dash)) continue;
    const line = indent === column || upwards ? readLine(text, start, end) : undefined;
    // The line that opens a list entry may hold its first key.
    if (line?.key && line.column === column) names.push(line.key.name);
    if (indent < column) break;
  }
  return names;
}
