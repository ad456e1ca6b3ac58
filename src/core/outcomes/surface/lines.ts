import { DASH, HASH, RETURN } from './characters';
import { isBlank, isMarker, type Line, lineEndAt, readLine, skipBlanks } from './line';

/** The text with every line ending at LF or CRLF; as long as before, so that offsets stay. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') && LONE_RETURN.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
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

/** A line with content, before it is read. */
export interface Outset {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly dash: boolean;
}

/** Sees a line, and tells how far those are indented at most that it wants to see next; -1 for no more. */
type Visitor = (line: Outset) => number;

/**
 * Shows the lines with content above the one that begins at `from` and indented by `column` at most, from bottom to
 * top, until the document begins. Of all others no more than their indentation is read.
 */
function walkUp(text: string, from: number, column: number, visit: Visitor): void {
  for (let next = from; next > 0 && column >= 0;) {
    const end = next - 1;
    next = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const start = next === 0 ? firstLine(text) : next;
    if (isDeeper(text, start, column)) continue;
    const line = outsetOf(text, start, end);
    if (line === 'marker') return;
    if (line !== undefined) column = visit(line);
  }
}

/** The same with the lines below the one that ends at `from`, from top to bottom, until the document ends. */
function walkDown(text: string, from: number, column: number, visit: Visitor): void {
  for (let end = from; end < text.length && column >= 0;) {
    const start = end + 1;
    end = lineEndAt(text, start);
    if (isDeeper(text, start, column)) continue;
    const line = outsetOf(text, start, end);
    if (line === 'marker') return;
    if (line !== undefined) column = visit(line);
  }
}

function isDeeper(text: string, start: number, column: number): boolean {
  for (let i = start; i <= start + column; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
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

/** The next line with content below the one that ends at `from`. */
export function lineBelow(text: string, from: number): Outset | undefined {
  let found: Outset | undefined;
  walkDown(text, from, Infinity, (line) => {
    found = line;
    return -1;
  });
  return found;
}

/**
 * The lines on the way from the root to what begins at `column` of the line at `from`: those above that are indented
 * less, each less than the one below it. Lists may begin at the column of their key. From top to bottom.
 */
export function linesOnTheWay(text: string, from: number, column: number, dash: boolean): Line[] {
  const way: Line[] = [];
  let at = { indent: column, dash };
  walkUp(text, from, column, (line) => {
    if (line.indent === at.indent && (!at.dash || line.dash)) return at.indent;
    way.push(readLine(text, line.start, line.end)!);
    at = line;
    return line.dash ? line.indent : line.indent - 1;
  });
  return way.reverse();
}

/** The keys of the block mapping at `column` on the lines above the one that begins at `start`. */
export function keysAbove(text: string, start: number, column: number): string[] {
  const names: string[] = [];
  walkUp(text, start, column, (line) => {
    // The line that opens a list entry may hold its first key.
    names.push(...keyOn(text, line, column));
    return line.indent < column ? -1 : column;
  });
  return names.reverse();
}

/** The same on the lines below the one that ends at `end`. */
export function keysBelow(text: string, end: number, column: number): string[] {
  const names: string[] = [];
  walkDown(text, end, column, (line) => {
    if (line.indent < column) return -1;
    names.push(...keyOn(text, line, column));
    return column;
  });
  return names;
}

function keyOn(text: string, { start, end }: Outset, column: number): readonly string[] {
  const line = readLine(text, start, end);
  return line?.key && line.column === column ? [line.key.name] : [];
}
