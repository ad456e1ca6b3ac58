import type { Metric, Outcome, OutcomeTree } from '../outcomes/model';
import { nearestName } from '../outcomes/nearest';
import { shown } from '../outcomes/phrases';
import { everyOutcome } from '../outcomes/tree';

export interface FoundMetric {
  readonly outcome: Outcome;
  readonly metric: Metric;
}

/**
 * The metric that a person names: by its id in any case, or by the id of an outcome that has only the one. A name that
 * fits none, or several, is a sentence that says which there are.
 */
export function findMetric(tree: OutcomeTree, name: string): FoundMetric | { readonly problem: string } {
  const key = name.toLowerCase();
  const all = [...everyOutcome(tree)].flatMap((outcome) =>
    outcome.metrics.map((metric) => ({ outcome, metric })),
  );
  const named = all.filter(({ metric }) => metric.id?.toLowerCase() === key);
  if (named.length === 1) return named[0]!;
  if (named.length > 1)
    return { problem: `${shown(name)} is the id of ${named.length} metrics; give each its own` };
  const entry = tree.entries.get(key);
  if (entry?.kind === 'outcome') {
    const [only, ...others] = entry.outcome.metrics;
    if (only !== undefined && others.length === 0) return { outcome: entry.outcome, metric: only };
    const ids = entry.outcome.metrics.flatMap(({ id }) => id ?? []);
    return {
      problem: `${shown(name)} is an outcome; name one of its metrics${ids.length > 0 ? `: ${ids.join(', ')}` : ', after giving it an id'}`,
    };
  }
  const nearest = nearestName(
    name,
    all.flatMap(({ metric }) => metric.id ?? []),
  );
  return {
    problem: `${shown(name)} is not the id of a metric${nearest === null ? '; `outcomes tree` lists them' : `; did you mean ${nearest}?`}`,
  };
}
