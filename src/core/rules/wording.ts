import { readTitle } from '../outcomes/wording';
import type { Outcome } from '../outcomes/model';
import type { TreeRule } from './rule';

/** What titles and metrics say about themselves. */
export const wordingRules: readonly TreeRule[] = [
  {
    family: 'wording',
    code: 'output-as-outcome',
    severity: 'warning',
    summary: 'The title of an outcome reads as an output: a thing to deliver, not a change.',
    *check({ tree }) {
      for (const outcome of everyOutcome(tree.roots)) {
        const reading = readTitle(outcome.title);
        const span = outcome.at.keys.get('title')?.value;
        if (reading.verdict !== 'output' || !span) continue;
        yield {
          file: outcome.file,
          span,
          outcome: outcome.id,
          message: `This reads as an output: ${reading.reason}. Write the change it should bring, and list this under \`outputs\`.`,
        };
      }
    },
  },
];

function* everyOutcome(roots: readonly Outcome[]): Iterable<Outcome> {
  for (const outcome of roots) {
    yield outcome;
    yield* everyOutcome(outcome.outcomes);
  }
}
