import type { OutcomeTree } from '../outcomes/model';
import { everyOutcome } from '../outcomes/tree';

/** Everybody who answers for an outcome of the tree, who answers for most of them first. */
export function ownersOf(tree: OutcomeTree): string[] {
  const counts = new Map<string, number>();
  for (const { owner } of everyOutcome(tree)) {
    const name = owner?.trim() ?? '';
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
