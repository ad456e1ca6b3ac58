import type { Outcome, OutcomeTree } from '../../outcomes/model';
import { everyOutcome } from '../../outcomes/tree';
import type { Place } from './model';

/** How the parts of a review refer to an outcome, and where things are. */
export interface Names {
  /** Every outcome with its key, in the order of the tree. */
  readonly outcomes: ReadonlyMap<Outcome, string>;
  /** The key of the outcome that an id of it or of an output leads to; null for one that is not there. */
  readonly keyOf: (id: string | null) => string | null;
  readonly placeAt: (file: string, offset: number) => Place;
}

export function createNames(tree: OutcomeTree): Names {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  const placeAt = (file: string, offset: number): Place => {
    const { line, character } = files.get(file)?.lines.positionAt(offset) ?? { line: 0, character: 0 };
    return { file, line: line + 1, column: character + 1 };
  };
  const outcomes = new Map<Outcome, string>();
  for (const outcome of everyOutcome(tree)) outcomes.set(outcome, keyFor(outcome, tree, placeAt));
  return {
    outcomes,
    placeAt,
    keyOf(id) {
      const entry = id === null ? undefined : tree.entries.get(id.toLowerCase());
      return entry === undefined ? null : outcomes.get(entry.outcome)!;
    },
  };
}

function keyFor(outcome: Outcome, tree: OutcomeTree, placeAt: Names['placeAt']): string {
  const entry = tree.entries.get(outcome.id.toLowerCase());
  if (entry?.kind === 'outcome' && entry.outcome === outcome) return outcome.id;
  const { file, line, column } = placeAt(outcome.file, outcome.at.node.start);
  return `${file}:${line}:${column}`;
}
