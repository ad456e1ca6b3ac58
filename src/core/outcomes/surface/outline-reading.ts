import { type OutlineNode, shifted } from './outline-nodes';

/** An outline, and what it takes to read the next version of the text from where it changes on. */
export interface OutlineReading {
  readonly nodes: readonly OutlineNode[];
  /** With line feeds alone at the ends of its lines. */
  readonly text: string;
  readonly entries: readonly TopEntry[];
}

/**
 * A line that opens an entry of the file's own `outcomes` with a dash. What comes before it has no say in what it and
 * the lines below it mean, as long as they stand in the same list.
 */
export interface TopEntry {
  /** Where the line begins. */
  readonly start: number;
  /** The column of its dash, and that of the key of the list. */
  readonly dash: number;
  readonly key: number;
  /** How many nodes stand at the top of the outline above it. */
  readonly above: number;
}

/** What was read anew from the entry `first` on, and around it what was there before: from `next` on it has moved. */
export function joined(
  before: OutlineReading,
  anew: OutlineReading,
  { first, next, moved }: { readonly first: number; readonly next: number; readonly moved: number },
): OutlineReading {
  const from = before.entries[first]!.above;
  const rest = before.entries[next]?.above ?? before.nodes.length;
  const grown = from + anew.nodes.length - rest;
  const nodes = before.nodes.slice(rest).map((node) => shifted(node, moved));
  const entries = before.entries
    .slice(next)
    .map(({ start, dash, key, above }) => ({ start: start + moved, dash, key, above: above + grown }));
  return {
    text: anew.text,
    nodes: [...before.nodes.slice(0, from), ...anew.nodes, ...nodes],
    entries: [...before.entries.slice(0, first), ...anew.entries, ...entries],
  };
}
