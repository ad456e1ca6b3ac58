import type { TextEdit } from '../../edits';
import type { Span } from '../../text';
import { behind, insertion, startWithComments } from './insert';
import { commentsOf, hasAnchors, type Entry, type Item, type Layout, type ListLayout } from './layout';
import type { Piece } from './lists';
import { meaningOf } from './meaning';
import { lineAfter, lineBreakBefore, lineEnd, lineStart } from './open';
import { inFlow, kindOfItems, type FieldValue } from './print';
import { refuse } from './refusal';

export interface TakenOut {
  /** What removes the entry, with its comments, from the text. */
  readonly edits: readonly TextEdit[];
  readonly piece: Piece;
}

/** Takes an entry, which is a mapping, out of the list that is the value of `entry`. */
export function takeOut(text: string, entry: Entry, list: ListLayout, index: number): TakenOut {
  const item = list.members[index]!;
  const extent = extentOf(text, list, item);
  const written = text.slice(extent.start, extent.end);
  if (hasAnchors(written)) {
    refuse(
      'This entry holds a YAML anchor or alias, which would lose its meaning elsewhere. Write it out first.',
    );
  }
  return {
    edits: extent.lines ? withoutLines(text, entry, list, index, extent) : withoutMember(list, index),
    piece: pieceFrom(text, entry.name, list, item, extent),
  };
}

interface Extent extends Span {
  /** The entry has its lines for itself, and its comments are in the extent. */
  readonly lines: boolean;
}

function extentOf(text: string, list: ListLayout, item: Item): Extent {
  const inside = item.comma ?? item.end;
  if (list.flow) {
    const alone =
      text.slice(lineStart(text, item.start), item.start).trim() === '' && item.start > list.start;
    const end = lineEnd(text, inside);
    const ends = /^[ \t]*(?:#.*)?$/.test(text.slice(inside, end));
    if (!alone || !ends || lineStart(text, item.start) <= list.start) {
      return { start: item.start, end: item.end, lines: false };
    }
    return { start: startWithComments(text, item.start), end, lines: true };
  }
  const start = startWithComments(text, item.start);
  return { start, end: behind(text, item.end, list.indent), lines: true };
}

function withoutLines(
  text: string,
  entry: Entry,
  list: ListLayout,
  index: number,
  { start, end }: Extent,
): TextEdit[] {
  const next = lineAfter(text, end);
  const above = lineBreakBefore(text, start);
  // A blank line that sets the entry apart goes with it.
  const spaced =
    index > 0 && text.slice(lineStart(text, above), above).trim() === '' && lineStart(text, above) > 1;
  const span =
    next === null
      ? { start: spaced ? lineBreakBefore(text, lineStart(text, above)) : above, end }
      : { start: spaced ? lineStart(text, above) : start, end: next };
  const edits: TextEdit[] = [{ span, newText: '' }];
  if (!list.flow && list.members.length === 1) return [insertion(entry.colon!, ' []'), ...edits];
  const before = list.members[index - 1];
  const endsList = list.flow && list.members[index]!.comma === null;
  const comma = before?.comma ?? null;
  if (endsList && comma !== null) edits.push({ span: { start: comma - 1, end: comma }, newText: '' });
  return edits;
}

function withoutMember(list: ListLayout, index: number): TextEdit[] {
  const { members } = list;
  const item = members[index]!;
  const [before, after] = [members[index - 1], members[index + 1]];
  if (after !== undefined) return [{ span: { start: item.start, end: after.start }, newText: '' }];
  if (before !== undefined) return [{ span: { start: before.end, end: item.end }, newText: '' }];
  return [{ span: { start: list.start + 1, end: list.end - 1 }, newText: '' }];
}

function pieceFrom(text: string, name: string, list: ListLayout, item: Item, extent: Extent): Piece {
  const { value } = item;
  const written = text.slice(extent.start, extent.end);
  const body = text.slice(value.start, value.end);
  const comments = commentsOf(written);
  const around = comments.length > commentsOf(body).length;
  return {
    block: (dash, hand) =>
      list.flow
        ? linesOfMember(text, item, extent, dash, hand.gap)
        : written.split(BREAK).map((line) => shifted(line, dash - list.indent)),
    brackets: (hand) => {
      if (around) refuse('The comments of this entry have no place in a list in brackets. Move it by hand.');
      if (value.kind !== 'list' && body.startsWith('{')) return body;
      if (comments.length > 0)
        refuse('The comments of this entry have no place in brackets. Move it by hand.');
      return inFlow(valueOf(value), hand, kindOfItems(name));
    },
    means: meaningOf(value),
    comments,
    reveal:
      value.kind === 'map' && value.members.some((field) => field.name === 'title') ? ['title'] : ['id'],
  };
}

const BREAK = /\r\n|\n|\r/;

/** A member of a list in brackets as an entry of a block: comments above, then a dash and what it was. */
function linesOfMember(
  text: string,
  { value, end, comma }: Item,
  extent: Extent,
  dash: number,
  gap: number,
): string[] {
  const body = text.slice(value.start, value.end);
  if (!body.startsWith('{')) refuse('This entry has no braces of its own. Put some around it first.');
  const above = text
    .slice(extent.start, value.start)
    .split(BREAK)
    .map((line) => line.trim());
  const behindIt = text.slice(comma ?? end, Math.max(comma ?? end, extent.end)).trim();
  const line = lineStart(text, value.start);
  const base = /^[ \t]*/.exec(text.slice(line, value.start))![0].length;
  const column = dash + 1 + gap;
  const [first, ...rest] = body.split(BREAK);
  const lines = [
    ...above.filter((comment) => comment !== '').map((comment) => ' '.repeat(dash) + comment),
    `${' '.repeat(dash)}-${' '.repeat(gap)}${first!}`,
    ...rest.map((inner) => shifted(inner, Math.max(column - base, dash + 1 - indentOf(inner)))),
  ];
  return behindIt === '' ? lines : [...lines.slice(0, -1), `${lines.at(-1)!} ${behindIt}`];
}

function shifted(line: string, by: number): string {
  const indent = indentOf(line);
  return ' '.repeat(Math.max(0, indent + by)) + line.slice(indent);
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** What a layout holds, to be written anew. */
function valueOf(layout: Layout): FieldValue {
  if (layout.kind === 'list') return layout.members.map(({ value }) => valueOf(value));
  if (layout.kind === 'map') {
    return Object.fromEntries(layout.members.map(({ name, value }) => [name, valueOf(value)]));
  }
  const { value } = layout;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return refuse('This entry holds a value that is neither text nor number. Move it by hand.');
}
