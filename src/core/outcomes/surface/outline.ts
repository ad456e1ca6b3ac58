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
import { addFlow, addSimple } from './outline-flow';
import {
  type Draft,
  endNode,
  isName,
  nameNode,
  newDraft,
  type OutlineNode,
  shownKind,
} from './outline-nodes';

/**
 * The policy and the outcomes of a file, with their metrics, outputs and child outcomes, however broken or half-typed
 * it is. Read by lines and indentation in one pass, quick enough for every key that is pressed. What is reached
 * through an alias has no place of its own and is not in it.
 */
export function outlineOf(text: string): readonly OutlineNode[] {
  return new Outliner(withLineFeeds(text)).read();
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
  /** Where the last line with content begins to say something, and where it ends. */
  private lastFirst = 0;
  private lastEnd = 0;
  /** Lines that are indented deeper hold nothing of the outline. */
  private deepest = Infinity;
  /** The key that was read last. */
  private lastKey: Span = this.root;

  constructor(private readonly text: string) {}

  read(): readonly OutlineNode[] {
    const { text } = this;
    const first = firstContent(text);
    if (text[first] === '{')
      addFlow(text, readFlow(text, first, -1).flow, { container: 'file', list: false }, this.root, first);
    else
      for (let start = firstLine(text); start < text.length;) {
        const end = lineEndAt(text, start);
        if (!this.readLine(start, withoutReturn(text, end))) break;
        start = end + 1;
      }
    this.closeLevels(0);
    return this.root.children;
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
    if (stack.enterDashes(line)) this.enter(line);
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
    if (key === null && addSimple(text, value, contentEnd, below.container, above, begin)) return;
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
