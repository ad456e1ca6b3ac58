import type { TextEdit } from '../../edits';
import type { Entry, Item, ListLayout, MapLayout } from './layout';
import { lineAfter, lineEnd, lineStart } from './open';
import { refuse } from './refusal';

/** Puts lines of a block behind a member of it; the lines come with their indentation. */
export function linesBehind(
  text: string,
  member: Entry | Item,
  indent: number,
  lines: readonly string[],
  eol: string,
): TextEdit[] {
  const at = behind(text, member.end, indent);
  // A block scalar that keeps its blank lines ends at the start of the next line.
  if (isLineStart(text, at)) return [insertion(at, lines.map((line) => line + eol).join(''))];
  return [insertion(at, lines.map((line) => eol + line).join(''))];
}

/** Puts lines of a block before its first member, which moves on to a line of its own. */
export function linesBefore(
  member: Entry | Item,
  indent: number,
  lines: readonly string[],
  eol: string,
): TextEdit[] {
  const [first, ...rest] = lines;
  const text = [first!.trimStart(), ...rest, ' '.repeat(indent)].join(eol);
  return [insertion(member.start, text)];
}

/** Puts lines of a block before a member, above the comments that belong to it. */
export function linesAbove(text: string, member: Item, lines: readonly string[], eol: string): TextEdit[] {
  const at = startWithComments(text, member.start);
  return [insertion(at, lines.map((line) => line + eol).join(''))];
}

/** Puts a member into a collection in brackets, as the one with this index; on a line of its own if the others are. */
export function memberInBrackets(
  text: string,
  list: MapLayout | ListLayout,
  index: number,
  written: string,
  pad: string,
  eol: string,
): TextEdit[] {
  if (!/^[[{]$/.test(text.charAt(list.start)))
    refuse('This is written without brackets of its own. Put some around it first.');
  const { members } = list;
  const before = members[index - 1];
  const after = members[index];
  const own = ownIndent(text, (before ?? after)?.start);
  if (before === undefined && after === undefined) return intoEmpty(text, list, written, pad);
  if (before === undefined) {
    return [insertion(after!.start, own === null ? `${written}, ` : `${written},${eol}${own}`)];
  }
  const end = lineEnd(text, before.comma ?? before.end);
  const restOfLine = text.slice(before.comma ?? before.end, end);
  if (own === null || !/^\s*(?:#.*)?$/.test(restOfLine)) {
    return [insertion(before.end, own === null ? `, ${written}` : `,${eol}${own}${written}`)];
  }
  const line = `${eol}${own}${written}`;
  if (before.comma !== null) return [insertion(end, `${line},`)];
  return end === before.end
    ? [insertion(end, `,${line}`)]
    : [insertion(before.end, ','), insertion(end, line)];
}

/** Where the comments begin that stand right above a line, at its own indentation; the line's start without such. */
export function startWithComments(text: string, member: number): number {
  let start = lineStart(text, member);
  const indent = text.slice(start, member);
  while (start > 0) {
    const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (above >= start || !text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  return start;
}

/** The end of the last line of a member of a block, comments below it included that are indented deeper than it is. */
export function behind(text: string, end: number, indent: number): number {
  if (isLineStart(text, end)) return end;
  let last = lineEnd(text, end);
  for (let next = lineAfter(text, last); next !== null; next = lineAfter(text, last)) {
    const deep = /^ *(?=#)/.exec(text.slice(next, lineEnd(text, next)));
    if (deep === null || deep[0].length <= indent) break;
    last = lineEnd(text, next);
  }
  return last;
}

export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function isLineStart(text: string, at: number): boolean {
  return at > 0 && /[\r\n]/.test(text.charAt(at - 1));
}

/** The indentation of a member that begins its line; null when something else stands before it. */
function ownIndent(text: string, start: number | undefined): string | null {
  if (start === undefined) return null;
  const before = text.slice(lineStart(text, start), start);
  return lineStart(text, start) > 1 && before.trim() === '' ? before : null;
}

function intoEmpty(text: string, list: MapLayout | ListLayout, written: string, pad: string): TextEdit[] {
  const inside = { start: list.start + 1, end: list.end - 1 };
  const between = text.slice(inside.start, inside.end);
  if (between.includes('#')) return [insertion(inside.end, `${written} `)];
  const space = list.kind === 'map' || between !== '' ? pad : '';
  return [{ span: inside, newText: space + written + space }];
}
