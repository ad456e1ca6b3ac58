import type { Span } from '../../text';
import { codesOf } from './characters';
import type { Container } from './containers';
import { isQuote, quotedEnd } from './line';

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

/** A node that is being read. */
export interface Draft extends OutlineNode {
  id: string;
  title: string;
  self: Span;
  end: number;
  children: Draft[];
}

export function newDraft(kind: OutlineNode['kind'], start: number, self: Span): Draft {
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

/** The same nodes in a text that has grown by so much before them. */
export function shifted(node: OutlineNode, by: number): OutlineNode {
  const { kind, id, title, self, start, end, children } = node;
  return {
    kind,
    id,
    title,
    self: { start: self.start + by, end: self.end + by },
    start: start + by,
    end: end + by,
    children: children.map((child) => shifted(child, by)),
  };
}

/** What the outline shows of the mappings. */
export function shownKind(container: Container | null): OutlineNode['kind'] | undefined {
  return container === 'outcome' || container === 'metric' || container === 'output' || container === 'policy'
    ? container
    : undefined;
}

/** Ends the node where it is seen to end, or, in what is broken, where the last part of it does. */
export function endNode(node: Draft, end: number): void {
  node.end = Math.max(end, node.self.end, node.children.at(-1)?.end ?? 0);
}

export function isName(key: string): key is 'id' | 'title' {
  return key === 'id' || key === 'title';
}

/** Notes the id or title that stands from `start` to `end`, if it is a text. */
export function nameNode(node: Draft, key: 'id' | 'title', text: string, start: number, end: number): void {
  if (start >= end || NO_NAME.has(text.charCodeAt(start))) return;
  node[key] = unquoted(text, start, end);
  if (key === 'id' || node.id === '') node.self = { start, end };
}

/** What a scalar of one line says. */
export function unquoted(text: string, start: number, end: number): string {
  if (!isQuote(text.charCodeAt(start))) return text.slice(start, end);
  const close = quotedEnd(text, start, end);
  const inner = text.slice(start + 1, close === undefined ? end : close - 1);
  return text[start] === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
}

/** Block texts, aliases and brackets. */
const NO_NAME = codesOf('|>*{}[]');
