import { addDays } from '../outcomes/day';
import { startOf } from '../outcomes/progress';
import { chosenOutputs, everyOutcome } from '../outcomes/tree';
import type { Outcome, OutcomeTree } from '../outcomes/model';
import type { TreeContext, TreeProblem } from './rule';

/**
 * A why that nobody works on: no TODO, branch or commit links to the outcome, to one below it or to an output of
 * theirs or one that serves them. Asked of the outermost outcome only, and not of what has hardly begun, is a side
 * effect, or waits for shipped outputs to show. Without knowledge of work it says nothing.
 */
export function* outcomeWithoutWork({ tree, today, served }: TreeContext): Generator<TreeProblem> {
  if (served === undefined) return;
  const worked = outcomesWorkedOn(tree, served);
  for (const outcome of everyOutcome(tree)) {
    const { id, parent, file, at } = outcome;
    if (outcome.status !== 'active' || outcome.adverse || worked.has(outcome)) continue;
    if (parent !== null && parent.status === 'active' && !worked.has(parent)) continue;
    // An id that is taken can be linked to by nothing: that is said already.
    if (id !== '' && tree.entries.get(id.toLowerCase())?.outcome !== outcome) continue;
    const start = startOf(outcome);
    const chosen = chosenOutputs(outcome);
    const isDelivered = chosen.length > 0 && chosen.every(({ status }) => status === 'shipped');
    if ((start !== null && addDays(start, DAYS_TO_BEGIN) > today) || isDelivered) continue;
    yield {
      file,
      span: at.self,
      message:
        id === ''
          ? 'No work serves this outcome, and none can: give it an `id` that TODOs, branches and commits can name.'
          : 'No TODO, branch or commit serves this outcome. Name it where work on it is done, or drop it until it is.',
      ...(id === '' ? {} : { outcome: id }),
    };
  }
}

/** Who has just written down a why has not worked on it yet. */
const DAYS_TO_BEGIN = 14;

/** With every outcome, those above it. */
function outcomesWorkedOn(tree: OutcomeTree, served: ReadonlySet<string>): ReadonlySet<Outcome> {
  const worked = new Set<Outcome>();
  const add = (id: string): void => {
    for (let at = tree.entries.get(id)?.outcome ?? null; at !== null && !worked.has(at); at = at.parent)
      worked.add(at);
  };
  for (const outcome of everyOutcome(tree)) {
    if (outcome.id !== '' && served.has(outcome.id.toLowerCase())) add(outcome.id.toLowerCase());
    for (const output of outcome.outputs) {
      if (output.id === '' || !served.has(output.id.toLowerCase())) continue;
      add(output.id.toLowerCase());
      for (const id of output.serves) add(id.toLowerCase());
    }
  }
  return worked;
}
