import type { Span } from '../../text';
import type { Outcome, OutcomesFile, Written } from '../model';
import { readLayout, type Layout, type MapLayout } from './layout';
import { refuse, Refusal } from './refusal';
import { Slice, type Hole } from './slice';

/** A mapping of the file, ready to be edited: the slice that holds it, and its layout there. */
export interface Opened {
  readonly file: OutcomesFile;
  readonly slice: Slice;
  /** Of the whole slice. */
  readonly layout: Layout;
  readonly map: MapLayout;
  /** In the layout of the slice: the way to `map`. */
  readonly path: readonly (string | number)[];
}

/** The lists of a node that may be long. An edit looks into one of them at most. */
const LONG = ['metrics', 'outputs', 'outcomes', 'check-ins', 'policy'] as const;

/**
 * Opens an outcome, metric or output, with at most one of its long lists: `keep`. Of the outcomes below it only the
 * last one is there, and of the list nothing that is in `far`. Refuses what is not written out in one place, or broken.
 */
export function openNode(
  file: OutcomesFile,
  node: Outcome | { readonly at: Written },
  keep: string | null = null,
  far: readonly Hole[] = [],
): Opened {
  refuseSeveralDocuments(file);
  const { at } = node;
  if (isElsewhere(at)) {
    refuse('This part of the file is written as a YAML alias. Edit the part that its anchor stands before.');
  }
  const start = itemStart(file.text, at.node.start);
  if (start === null)
    refuse('This part of the file is not written as an entry of a list, so it is not edited.');
  const children = 'outcomes' in node ? node.outcomes : [];
  const holes = [...holesIn(file.text, { at, flow: start.flow }, keep, children), ...far];
  if (start.flow) return openFlow(file, at, start.at, holes);
  const end = behindBrackets(file.text, at.node.end);
  const span = blockSpan(file.text, start.at, end);
  const slice = new Slice(file.text, span, holes);
  const layout = readOrExplain(file, slice, span);
  const item = layout?.kind === 'list' && !layout.flow ? layout.members[0] : undefined;
  if (layout?.kind !== 'list' || layout.members.length !== 1 || !isAt(slice, item?.value, at)) {
    refuse(UNCLEAR);
  }
  return { file, slice, layout, map: item!.value as MapLayout, path: [0] };
}

/** Opens the file's own mapping; null for a file without content. Of its outcomes, the last one is there at most. */
export function openRoot(file: OutcomesFile, keep: 'outcomes' | 'policy' = 'outcomes'): Opened | null {
  refuseSeveralDocuments(file);
  const { at, text } = file;
  const flow = at !== null && itemStart(text, at.node.start)?.flow === true;
  const holes = at === null ? [] : holesIn(text, { at, flow }, keep, file.outcomes);
  const slice = new Slice(text, { start: 0, end: text.length }, holes);
  const map = readLayout(slice.text);
  if (map === null) return null;
  if (at === null || !isAt(slice, map, at)) {
    refuse('The file does not start with fields such as `version` and `outcomes`, so it is not edited.');
  }
  return { file, slice, layout: map, map: map as MapLayout, path: [] };
}

const UNCLEAR = 'This part of the file is written in a way that cannot be edited. Edit it by hand.';

/** What is behind a document marker is not read, and what is before it may not be what its author means. */
function refuseSeveralDocuments(file: OutcomesFile): void {
  let several = hasSeveral.get(file);
  if (several === undefined) hasSeveral.set(file, (several = holdsSeveral(file)));
  if (several) refuse('The file holds several YAML documents. Keep one of them.');
}

const hasSeveral = new WeakMap<OutcomesFile, boolean>();

function holdsSeveral({ text, at }: OutcomesFile): boolean {
  const start = at?.node.start ?? text.length;
  return MARKERS.some((marker) => {
    for (let i = text.indexOf(marker, start); i >= 0; i = text.indexOf(marker, i + 1)) {
      const rest = text.slice(i + marker.length);
      const ends = marker.endsWith('.') && /^[ \t]*(?:#.*)?(?:[\r\n]+(?:[ \t]*#.*)?)*$/.test(rest);
      if (/^(?:\s|$)/.test(rest) && !ends) return true;
    }
    return false;
  });
}

/** Only at the start of a line do these end a document, but there they do even inside of quotes. */
const MARKERS = ['\n---', '\n...', '\r---', '\r...'];

/** What is broken in the slice is explained as the file's problems explain it, if they do. */
function readOrExplain({ problems }: OutcomesFile, slice: Slice, span: Span): Layout | null {
  try {
    return readLayout(slice.text);
  } catch (error) {
    const known = problems.find(
      (problem) =>
        problem.code === 'invalid-yaml' && span.start <= problem.span.start && problem.span.end <= span.end,
    );
    if (!(error instanceof Refusal) || known === undefined) throw error;
    return refuse(`This part of the file is broken. ${known.message}`);
  }
}

/** Reached through an alias: its fields are written in another place than it is. */
export function isElsewhere({ node, keys }: Written): boolean {
  return [...keys.values()].some(({ key }) => key.start < node.start || key.end > node.end);
}

/** Whether the layout is the very mapping that was read: it has the same keys at the same places. */
function isAt(slice: Slice, layout: Layout | undefined, at: Written): boolean {
  if (layout?.kind !== 'map') return false;
  const starts = new Set(layout.members.map(({ key }) => slice.toFile(key.start)));
  return at.keys.size > 0 && [...at.keys.values()].every(({ key }) => starts.has(key.start));
}

/** The bracket that closes a mapping is the first one behind it, unless its last value is itself a mapping. */
function openFlow(file: OutcomesFile, at: Written, start: number, holes: readonly Hole[]): Opened {
  const { text } = file;
  let end = at.node.end;
  for (let round = 0; round < 8; round++) {
    end = text.indexOf('}', end) + 1;
    if (end === 0) break;
    const slice = new Slice(text, { start, end }, holes);
    const map = orNull(() => readLayout(slice.text));
    if (map !== null && isAt(slice, map, at))
      return { file, slice, layout: map, map: map as MapLayout, path: [] };
  }
  return refuse(UNCLEAR);
}

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The dash or brace that begins an entry of a list, read backwards from its first key over spaces, comments, anchors
 * and tags. That nothing else was read over is seen when the slice that begins there is read.
 */
export function itemStart(
  text: string,
  first: number,
): { readonly at: number; readonly flow: boolean } | null {
  let at = first;
  for (;;) {
    const line = lineStart(text, at);
    const before = text.slice(line, at).trimEnd();
    if (before === '') {
      if (line === 0) return null;
      at = lineBreakBefore(text, line);
      at = beforeComment(text, at);
      continue;
    }
    const last = line + before.length - 1;
    if (text[last] === '{') return { at: last, flow: true };
    const word = /[^\s{[,]*$/.exec(before)![0];
    const wordStart = line + before.length - word.length;
    if (word === '-') return { at: wordStart, flow: false };
    if (word !== '?' && !/^[&!]/.test(word)) return null;
    at = wordStart;
  }
}

/** Where the comment at the end of a line begins, for a line that holds nothing but the start of an entry. */
function beforeComment(text: string, end: number): number {
  const line = lineStart(text, end);
  const start = /^(?:[ \t]*-?(?:[ \t]+[&!]\S*)*|.*?\{)[ \t]*(?=#)/.exec(text.slice(line, end));
  return start === null ? end : line + start[0].length;
}

/**
 * From the line of the dash to the line behind the entry, with all below that is indented deeper: comments, and in a
 * broken file what could not be read.
 */
function blockSpan(text: string, dash: number, end: number): Span {
  const start = lineStart(text, dash);
  const column = dash - start;
  let last = lineEnd(text, end);
  for (let next = lineAfter(text, last); next !== null; next = lineAfter(text, lineEnd(text, next))) {
    const stop = lineEnd(text, next);
    const line = text.slice(next, stop);
    const indent = /^[ \t]*/.exec(line)![0];
    if (line.trim() !== '' && indent.length <= column && !indent.includes('\t')) break;
    last = stop;
  }
  return { start, end: lineAfter(text, last) ?? last };
}

/** Start of the line that holds an offset; a byte order mark is no part of a line. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start === 0 && offset > 0 && text.startsWith('\ufeff') ? 1 : start;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** Where the line break is that ends the line of an offset, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  BREAK.lastIndex = offset;
  return BREAK.exec(text)?.index ?? text.length;
}

const BREAK = /[\r\n]/g;

/** The start of the next line, given the end of a line; null at the end of the text. */
export function lineAfter(text: string, end: number): number | null {
  if (end >= text.length) return null;
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

/** Where the line break begins that stands before the start of a line; the start of the text has none. */
export function lineBreakBefore(text: string, line: number): number {
  return text.startsWith('\r\n', line - 2) ? line - 2 : line - 1;
}

/** A mapping, and whether it is written in braces. */
interface Mapping {
  readonly at: Written;
  readonly flow: boolean;
}

function holesIn(
  text: string,
  { at, flow }: Mapping,
  keep: string | null,
  children: readonly Outcome[],
): Hole[] {
  const holes: Hole[] = [];
  for (const name of LONG) {
    const field = at.keys.get(name);
    if (field === undefined || field.value.start < field.key.end) continue;
    const end = flow ? field.value.end : behindBrackets(text, field.value.end);
    if (name !== keep) holes.push(...holeFor(text, field.key.end, end));
    else if (name === 'outcomes') holes.push(...holesBetween(text, children));
  }
  return holes;
}

/** Spans of what is written in blocks end with the last value, before the brackets that close around it. */
export function behindBrackets(text: string, end: number): number {
  GAP.lastIndex = end;
  const gap = GAP.exec(text)![0];
  const closed = gap.replace(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length)).search(/[}\]][^}\]]*$/);
  return closed < 0 ? end : end + closed + 1;
}

/** Spaces, line breaks, commas, closing brackets and comments. */
const GAP = /(?:[\s,}\]]|(?<=\s)#[^\r\n]*)*/y;

/** Everything between a key's colon and the end of its value, an empty list in its place. */
function holeFor(text: string, key: number, end: number): Hole[] {
  COLON.lastIndex = key;
  const colon = COLON.exec(text);
  if (colon === null) return [];
  const start = key + colon[0].length;
  return start <= end ? [{ start, end, filler: ' []' }] : [];
}

const COLON = /[ \t]*:/y;

/** All outcomes of a list but the last, and the long lists of that one. */
function holesBetween(text: string, outcomes: readonly Outcome[]): Hole[] {
  const first = outcomes[0];
  const last = outcomes.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = itemStart(text, first.at.node.start);
  const to = itemStart(text, last.at.node.start);
  const own =
    to === null || isElsewhere(last.at) ? [] : holesIn(text, { at: last.at, flow: to.flow }, null, []);
  if (first === last || from === null || to === null || from.flow !== to.flow) return own;
  const start = from.flow ? from.at : lineStart(text, from.at);
  const end = to.flow ? to.at : lineStart(text, to.at);
  return [{ start, end, filler: '' }, ...own];
}
