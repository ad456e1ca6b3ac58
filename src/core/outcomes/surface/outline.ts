import type { Span } from '../../text';
import { BlockStack, type Frame } from './block';
import { codesOf, HASH } from './characters';
import { readFlow } from './flow';
import {
  endOfContent,
  isMarker,
  type Line,
  lineEndAt,
  readLine,
  skipBlanks,
  trimmedEnd,
  withoutReturn,
} from './line';
import { firstContent, firstLine, withLineFeeds } from './lines';
import { addFlow } from './outline-flow';
import {
  type Draft,
  endNode,
  isName,
  nameNode,
  newDraft,
  type OutlineNode,
  shownKind,
} from './outline-nodes';
import { joined, type OutlineReading, type TopEntry } from './outline-reading';
import { addSimple } from './outline-simple';
import { sameAtEnd, sameAtStart } from './same';

/**
 * The policy and the outcomes of a file, with their metrics, outputs and child outcomes, however broken or half-typed
 * it is. Read by lines and indentation in one pass. What is reached through an alias has no place of its own and is
 * not in it.
 */
export function outlineOf(text: string): readonly OutlineNode[] {
  return readOutline(text).nodes;
}

/** The same, with what the next version needs; given the reading of an older one, only what changed is read. */
export function readOutline(text: string, before?: OutlineReading): OutlineReading {
  const lines = withLineFeeds(text);
  return (before && readChange(lines, before)) ?? new Outliner(lines).read();
}

/** Reads from the last entry before the change on, to the first behind it; undefined when there is none before it. */
function readChange(text: string, before: OutlineReading): OutlineReading | undefined {
  const { entries } = before;
  const same = sameAtStart(before.text, text);
  const first = entries.findLastIndex(({ start, dash }) => start + dash + '- '.length <= same);
  const from = entries[first];
  if (from === undefined) return undefined;
  const moved = text.length - before.text.length;
  const tail = before.text.length - sameAtEnd(before.text, text, same);
  const next = entries.findIndex(({ start }, index) => index > first && start > tail);
  const to = entries[next];
  if (to?.dash === from.dash && to.key === from.key) {
    const part = new Outliner(text).readEntries(from, to.start + moved);
    if (part !== undefined) return joined(before, part, { first, next, moved });
  }
  const rest = new Outliner(text).readEntries(from, text.length);
  return rest && joined(before, rest, { first, next: entries.length, moved });
}

/** A block collection, and the node that holds it or is it. */
interface Level {
  readonly frame: Frame;
  readonly node: Draft;
  readonly isNode: boolean;
}

class Outliner {
  private readonly root = newDraft('outcome', 0, { start: 0, end: 0 });
  private readonly stack = new BlockStack();
  private readonly levels: Level[] = [];
  private readonly entries: TopEntry[] = [];
  /** How many nodes there are at the top before the first that is read. */
  private above = 0;
  /** Where the last line with content begins to say something, and where it ends. */
  private lastFirst = 0;
  private lastEnd = 0;
  /** Lines that are indented deeper hold nothing of the outline. */
  private deepest = Infinity;
  /** The key that was read last. */
  private lastKey: Span = this.root;

  constructor(private readonly text: string) {}

  read(): OutlineReading {
    const { text } = this;
    const first = firstContent(text);
    if (text[first] === '{')
      addFlow(text, readFlow(text, first, -1).flow, { container: 'file', list: false }, this.root, first);
    else this.readLines(firstLine(text), text.length);
    this.closeLevels(0);
    return this.reading();
  }

  /** Reads from the line of an entry to that of another, or to the end; undefined when the other is in another list. */
  readEntries({ start: from, dash, key, above }: TopEntry, to: number): OutlineReading | undefined {
    const { text, stack } = this;
    this.above = above;
    for (const line of [`${' '.repeat(key)}outcomes:`, `${' '.repeat(dash)}-`])
      stack.enter(readLine(line, 0, line.length)!);
    for (const frame of stack.frames) this.levels.push({ frame, node: this.root, isNode: false });
    const list = stack.top!;
    const isEnded = !this.readLines(from, to);
    if (to < text.length && (isEnded || !stack.frames.includes(list))) return undefined;
    this.closeLevels(0);
    return this.reading();
  }

  private reading(): OutlineReading {
    return { nodes: this.root.children, text: this.text, entries: this.entries };
  }

  /** False when the document ends before `to`. */
  private readLines(from: number, to: number): boolean {
    for (let start = from; start < to;) {
      const end = lineEndAt(this.text, start);
      if (!this.readLine(start, withoutReturn(this.text, end))) return false;
      start = end + 1;
    }
    return true;
  }

  /** False when the document ends before this line. */
  private readLine(start: number, end: number): boolean {
    const { text } = this;
    const first = skipBlanks(text, start, end);
    if (first >= end || text.charCodeAt(first) === HASH) return true;
    if (first === start && isMarker(text, start, end)) return this.lastEnd === 0;
    if (first - start <= this.deepest) this.readContent(start, first, end);
    this.lastFirst = first;
    this.lastEnd = end;
    return true;
  }

  private readContent(start: number, first: number, end: number): void {
    const { stack, text } = this;
    const column = first - start;
    const mayTell = TELLING_FIRST.has(text.charCodeAt(first));
    const name = mayTell ? plainName(text, first) : undefined;
    if (!mayTell || name !== undefined || !isTelling(text, first)) {
      if (!stack.closeTo(column, false)) return;
      const { top } = stack;
      if (top?.kind === 'map' && top.column === column) {
        // A field with a text, or one that the outline does not show: nothing below it is of interest.
        top.awaits = false;
        this.deepest = column;
        this.closeLeft();
        const level = this.levels.at(-1)!;
        if (name !== undefined && level.isNode)
          nameNode(level.node, name, text, ...scalarIn(text, first, end));
        return;
      }
    }
    const line = readLine(text, start, end)!;
    if (!stack.enterDashes(line)) return;
    this.noteEntry(line);
    this.enter(line);
  }

  private noteEntry({ start, dashes }: Line): void {
    const [top, list] = this.stack.frames;
    if (list === undefined || list.container !== 'outcome' || list.column !== dashes[0]) return;
    if (list.kind !== 'list' || top!.kind !== 'map' || top!.container !== 'file') return;
    const above = this.above + this.root.children.length;
    this.entries.push({ start, dash: list.column, key: top!.column, above });
  }

  private enter(line: Line): void {
    const { stack, text } = this;
    const { key, value, contentEnd } = line;
    stack.enterContent(line);
    this.followStack(line);
    const level = this.levels.at(-1);
    if (key !== null) {
      this.lastKey = key;
      if (level?.isNode === true && isName(key.name)) {
        nameNode(level.node, key.name, text, value, contentEnd);
        this.deepest = line.column;
        return;
      }
    }
    const below = stack.below();
    const isShown = shownKind(below.container) !== undefined;
    this.deepest = isShown ? Infinity : line.column;
    if (!isShown || value >= contentEnd || (text[value] !== '{' && text[value] !== '[')) return;
    const parent = key === null ? (stack.top?.column ?? -1) : line.column;
    const begin = key === null ? beginOf(line, value) : below.list ? value : key.start;
    const above = level?.node ?? this.root;
    const isAsMeant = below.list === (text[value] === '[');
    if (isAsMeant && addSimple(text, value, contentEnd, below.container, above, begin)) return;
    addFlow(text, readFlow(text, value, parent).flow, below, above, begin);
  }

  /** Ends the nodes whose collections the stack has left. */
  private closeLeft(): void {
    const { frames } = this.stack;
    let depth = this.levels.length;
    while (depth > 0 && this.levels[depth - 1]!.frame !== frames[depth - 1]) depth--;
    if (depth < this.levels.length) this.closeLevels(depth);
  }

  /** Follows the stack: ends the nodes that it has left and begins those that it has entered. */
  private followStack(line: Line): void {
    this.closeLeft();
    const { frames } = this.stack;
    if (frames.length === this.levels.length) return;
    for (const frame of frames.slice(this.levels.length)) {
      const above = this.levels.at(-1)?.node ?? this.root;
      const kind = frame.kind === 'map' ? shownKind(frame.container) : undefined;
      if (kind === undefined) this.levels.push({ frame, node: above, isNode: false });
      else {
        const self = kind === 'policy' ? this.lastKey : (line.key ?? line);
        const node = newDraft(kind, kind === 'policy' ? self.start : beginOf(line, self.start), self);
        above.children.push(node);
        this.levels.push({ frame, node, isNode: true });
      }
    }
  }

  private closeLevels(depth: number): void {
    const end = trimmedEnd(this.text, this.lastFirst, this.lastEnd);
    while (this.levels.length > depth) {
      const { node, isNode } = this.levels.pop()!;
      if (isNode) endNode(node, end);
    }
  }
}

/** The name of an `id: …` or `title: …` without anchor or tag; most lines that are read are such ones. */
function plainName(text: string, first: number): 'id' | 'title' | undefined {
  const name = text.startsWith('id: ', first)
    ? 'id'
    : text.startsWith('title: ', first)
      ? 'title'
      : undefined;
  if (name === undefined) return undefined;
  const mark = text[first + name.length + 2];
  return mark === '&' || mark === '!' ? undefined : name;
}

/** Where the value of such a line begins and ends. */
function scalarIn(text: string, first: number, end: number): [start: number, end: number] {
  const last = trimmedEnd(text, first, end);
  const start = skipBlanks(text, text.indexOf(':', first) + 1, last);
  return [start, endOfContent(text, start, last, end)];
}

/** Whether a line that begins so may say something of the outline. All others are fields that it does not show. */
function isTelling(text: string, first: number): boolean {
  TELLING.lastIndex = first;
  return TELLING.test(text);
}

const TELLING_FIRST = codesOf('-"\'&!?{[itmop');
const TELLING = /[-"'&!?{[]|(?:id|title|metrics|outputs|outcomes|policy)[ \t]*:/y;

/** The last dash of the line, else where its content begins. */
function beginOf({ start, dashes }: Line, content: number): number {
  const dash = dashes.at(-1);
  return dash === undefined ? content : start + dash;
}
