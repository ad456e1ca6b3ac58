import type { Span } from '../../text';
import { BlockStack, type Frame } from './block';
import { codesOf } from './characters';
import { childOf, type Container } from './containers';
import { type Flow, isFlow, readFlow } from './flow';
import {
  isMarker,
  isQuote,
  type Line,
  lineEndAt,
  quotedEnd,
  readLine,
  skipBlanks,
  trimmedEnd,
  withoutReturn,
} from './line';
import { firstContent, firstLine, withLineFeeds } from './lines';

/** A part of an outcomes.yml that readers look for. The span is all of it, from its dash, bracket or key on. */
export interface OutlineNode extends Span {
  readonly kind: 'policy' | 'outcome' | 'metric' | 'output';
  /** As written; '' when it is not there yet. */
  readonly id: string;
  /** As written, when it stands on one line; else ''. */
  readonly title: string;
  /** What to select: the id, else the title, else the first key. Lies in the span. */
  readonly self: Span;
  /** In the order of the file. */
  readonly children: readonly OutlineNode[];
}

/**
 * The policy and the outcomes of a file, with their metrics, outputs and child outcomes, however broken or half-typed
 * it is. Read by lines and indentation in one pass, quick enough for every key that is pressed. What is reached
 * through an alias has no place of its own and is not in it.
 */
export function outlineOf(text: string): readonly OutlineNode[] {
  return new Outliner(withLineFeeds(text)).read();
}

interface Draft extends OutlineNode {
  id: string;
  title: string;
  self: Span;
  end: number;
  children: Draft[];
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
    if (first >= end || text[first] === '#') return true;
    if (first === start && isMarker(text, start, end)) return this.lastEnd === 0;
    if (first - start <= this.deepest) this.readContent(start, first, end);
    this.lastFirst = first;
    this.lastEnd = end;
    return true;
  }

  private readContent(start: number, first: number, end: number): void {
    const { stack, text } = this;
    const column = first - start;
    TELLING.lastIndex = first;
    if (!TELLING.test(text)) {
      if (!stack.closeTo(column, false)) return;
      const { top } = stack;
      if (top?.kind === 'map' && top.column === column) {
        // A field that the outline does not show: nor is anything below it.
        top.awaits = false;
        this.deepest = column;
        this.closeLeft();
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
    addFlow(text, readFlow(text, value, parent).flow, below, level?.node ?? this.root, begin);
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

/** How a line begins that may say something of the outline. All others are fields that it does not show. */
const TELLING = /[-"'&!?{[]|(?:id|title|metrics|outputs|outcomes|policy)[ \t]*:/y;

/** Deeper than this, nothing is added: only a hostile file is. */
const DEEPEST_FLOW = 200;

function addFlow(
  text: string,
  flow: Flow,
  { container, list }: { readonly container: Container | null; readonly list: boolean },
  above: Draft,
  begin: number,
  depth = 0,
): void {
  if (depth > DEEPEST_FLOW) return;
  if (flow.kind === 'list') {
    for (const { value } of list ? flow.entries : [])
      if (isFlow(value)) addFlow(text, value, { container, list: false }, above, value.start, depth + 1);
    return;
  }
  const node = flowNode(text, flow, shownKind(container), above, begin);
  for (const { key, value } of flow.entries) {
    const child = key === null ? undefined : childOf(container, unquoted(text, key.start, key.end));
    if (child === undefined || !isFlow(value)) continue;
    addFlow(text, value, child, node, child.list ? value.start : key!.start, depth + 1);
  }
  if (node !== above) endNode(node, flow.closed ? flow.end : text.slice(0, flow.end).trimEnd().length);
}

/** Ends the node where it is seen to end, or, in what is broken, where the last part of it does. */
function endNode(node: Draft, end: number): void {
  node.end = Math.max(end, node.self.end, node.children.at(-1)?.end ?? 0);
}

/** The node that a mapping is; `above` when it is none itself. */
function flowNode(
  text: string,
  { entries, start }: Flow,
  kind: OutlineNode['kind'] | undefined,
  above: Draft,
  begin: number,
): Draft {
  if (kind === undefined) return above;
  const first = entries.find(({ key }) => key !== null)?.key ?? { start, end: start + 1 };
  const node = newDraft(kind, begin, first);
  for (const { key, value } of entries) {
    if (key === null || value === null || isFlow(value)) continue;
    const name = unquoted(text, key.start, key.end);
    if (isName(name)) nameNode(node, name, text, value.start, value.end);
  }
  above.children.push(node);
  return node;
}

function isName(key: string): key is 'id' | 'title' {
  return key === 'id' || key === 'title';
}

function newDraft(kind: OutlineNode['kind'], start: number, self: Span): Draft {
  return {
    kind,
    id: '',
    title: '',
    self: { start: self.start, end: self.end },
    start,
    end: self.end,
    children: [],
  };
}

function nameNode(node: Draft, key: 'id' | 'title', text: string, start: number, end: number): void {
  if (start >= end || NO_NAME.has(text.charCodeAt(start))) return;
  node[key] = unquoted(text, start, end);
  if (key === 'id' || node.id === '') node.self = { start, end };
}

/** What a scalar of one line says. */
function unquoted(text: string, start: number, end: number): string {
  if (!isQuote(text.charCodeAt(start))) return text.slice(start, end);
  const close = quotedEnd(text, start, end);
  const inner = text.slice(start + 1, close === undefined ? end : close - 1);
  return text[start] === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}

/** The last dash of the line, else where its content begins. */
function beginOf({ start, dashes }: Line, content: number): number {
  const dash = dashes.at(-1);
  return dash === undefined ? content : start + dash;
}

function shownKind(container: Container | null): OutlineNode['kind'] | undefined {
  return container === 'outcome' || container === 'metric' || container === 'output' || container === 'policy'
    ? container
    : undefined;
}

/** Block texts, aliases and brackets. */
const NO_NAME = codesOf('|>*{}[]');
