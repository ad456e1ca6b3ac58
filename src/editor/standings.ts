import { type Day, measureTree, type Outcome, type OutcomeProgress, type OutcomeTree } from '../core';
import type { Snapshot } from '../workspace/snapshot';

interface Measured {
  readonly today: Day;
  readonly standings: ReadonlyMap<Outcome, OutcomeProgress>;
}

const measured = new WeakMap<OutcomeTree, Measured>();

/** Where every outcome stands. Measured once for each reading of the outcome files, when somebody asks. */
export function standingsOf({ tree, today }: Snapshot): ReadonlyMap<Outcome, OutcomeProgress> {
  let own = measured.get(tree);
  if (own?.today !== today) measured.set(tree, (own = { today, standings: measureTree(tree, today) }));
  return own.standings;
}
