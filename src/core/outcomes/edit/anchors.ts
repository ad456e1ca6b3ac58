import { isAlias, isCollection, isPair, isScalar, type Node } from 'yaml';
import type { Span } from '../../text';
import type { OutcomesFile } from '../model';
import { parseTolerantly } from '../repair';
import { shown } from '../phrases';
import { refuse } from './refusal';

/** A node with an anchor, and where aliases repeat it. */
export interface Shared {
  readonly name: string;
  readonly span: Span;
  readonly aliases: readonly Span[];
}

const found = new WeakMap<OutcomesFile, readonly Shared[]>();

/** The nodes that aliases repeat. Only a file with an anchor in it is read for them, once. */
export function sharedNodes(file: OutcomesFile): readonly Shared[] {
  let shared = found.get(file);
  if (shared === undefined)
    found.set(file, (shared = mayHaveAnchors(file.text) ? findShared(file.text) : []));
  return shared;
}

function mayHaveAnchors(text: string): boolean {
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    if (/^(?:^|[\s,[{:-])&[^\s,[\]{}]/.test(text.slice(Math.max(0, i - 1), i + 2))) return true;
  }
  return false;
}

/** Refuses when one of the places lies in a node that an alias repeats: an edit there would change both. */
export function refuseShared(file: OutcomesFile, places: readonly Span[]): void {
  for (const { name, span } of sharedNodes(file)) {
    if (places.some(({ start, end }) => span.start <= start && end <= span.end)) {
      refuse(
        `${shown(`*${name}`)} repeats this part of the file elsewhere, so that an edit would change both places. Edit it by hand.`,
      );
    }
  }
}

function findShared(text: string): Shared[] {
  const { document } = parseTolerantly(text);
  if (document === null) refuse('The file is too broken to be edited.');
  const open = new Map<string, { name: string; span: Span; aliases: Span[] }>();
  const all: Shared[] = [];
  // In the order of the text: an alias repeats the last node before it that has the anchor.
  const pending: unknown[] = [document.contents];
  while (pending.length > 0) {
    const node = pending.pop();
    if (isAlias(node)) open.get(node.source)?.aliases.push(spanOf(node));
    else if (isPair(node)) pending.push(node.value, node.key);
    else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) {
        const entry = { name: node.anchor, span: spanOf(node), aliases: [] };
        open.set(node.anchor, entry);
        all.push(entry);
      }
      if (isCollection(node)) for (let i = node.items.length - 1; i >= 0; i--) pending.push(node.items[i]);
    }
  }
  return all.filter(({ aliases }) => aliases.length > 0);
}

function spanOf({ range }: Pick<Node, 'range'>): Span {
  return range === undefined || range === null ? { start: 0, end: 0 } : { start: range[0], end: range[1] };
}
