import { daysBetween } from '../outcomes/day';
import type { Outcome, OutcomeTree, Output } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { isMoving, type OutcomeProgress } from '../outcomes/progress';
import { chosenOutputs, everyOutcome, withDescendants } from '../outcomes/tree';
import type { TreeContext, TreeProblem } from './rule';

/** Days that an output gets to show an effect. */
const TIME_TO_SHOW = 14;
/** Progress below this is none. */
const MOVED = 0.1;

/**
 * Shipped is not done: an outcome for which everything is delivered and that has not moved, told at each output. What
 * is not measured, or shipped on no stated day, is not known to have changed nothing.
 */
export function* shippedNotMoved(
  { tree, today }: TreeContext,
  progress: ReadonlyMap<Outcome, OutcomeProgress>,
): Generator<TreeProblem> {
  const serving = outputsThatServe(tree);
  for (const outcome of everyOutcome(tree)) {
    if (outcome.status !== 'active' || outcome.adverse) continue;
    const outputs = [
      ...chosenOutputs(outcome).map((output) => ({ output, file: outcome.file })),
      ...(serving.get(outcome.id.toLowerCase()) ?? []).filter(({ from }) => from !== outcome),
    ];
    const hasShipped = ({ status, shipped }: Output): boolean =>
      status === 'shipped' && shipped !== null && daysBetween(shipped, today) >= TIME_TO_SHOW;
    if (outputs.length === 0 || !outputs.every(({ output }) => hasShipped(output))) continue;
    // What is below is a part of the way, and some of it may still be to come.
    const below = [...withDescendants(outcome.outcomes)].filter(({ status }) => status === 'active');
    if (!below.every((child) => chosenOutputs(child).every(hasShipped))) continue;
    const moved = movement(outcome, progress);
    if (moved === null || moved >= MOVED) continue;
    yield* outputs.map(({ output, file }) => problemAt(output, file, outcome, moved, progress.get(outcome)!));
  }
}

type Serving = { readonly output: Output; readonly file: string; readonly from: Outcome };

/** Chosen outputs by the outcomes that they also serve, by id in lower case. */
function outputsThatServe(tree: OutcomeTree): Map<string, Serving[]> {
  const serving = new Map<string, Serving[]>();
  for (const from of everyOutcome(tree)) {
    if (from.status === 'dropped' || from.status === 'draft') continue;
    for (const output of chosenOutputs(from))
      for (const id of new Set(output.serves.map((served) => served.toLowerCase()))) {
        const known = serving.get(id);
        if (known === undefined) serving.set(id, [{ output, file: from.file, from }]);
        else known.push({ output, file: from.file, from });
      }
  }
  return serving;
}

/** The mean of what is to move; a level that was kept all along hides nothing, unless there is nothing else. */
function movement(outcome: Outcome, all: ReadonlyMap<Outcome, OutcomeProgress>): number | null {
  const own = all.get(outcome)!;
  const parts: { share: number; weight: number }[] = [];
  for (const [metric, { progress }] of own.metrics)
    if (isMoving(metric) && progress !== null) parts.push({ share: capped(progress), weight: 1 });
  for (const child of outcome.outcomes) {
    const { progress } = all.get(child)!;
    if (child.status !== 'draft' && child.status !== 'dropped' && !child.adverse && progress !== null)
      parts.push({ share: progress, weight: child.weight });
  }
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return own.progress;
  return parts.reduce((sum, { share, weight }) => sum + share * (weight / total), 0);
}

function problemAt(
  output: Output,
  file: string,
  outcome: Outcome,
  moved: number,
  standing: OutcomeProgress,
): TreeProblem {
  const measured = [...standing.metrics.values()].filter(({ last }) => last !== null);
  const latest = measured
    .map(({ last }) => last!.date)
    .sort()
    .at(-1);
  const advice =
    latest !== undefined && latest < output.shipped!
      ? `It was last measured on ${latest}, before that: check in.`
      : 'Ask those it was made for why, then change it, add what is missing, or drop it.';
  const name = shown(outcome.id || outcome.title);
  return {
    file,
    span: output.at.self,
    message: `Shipped on ${output.shipped!}, but ${name} has made ${percent(moved)} of its way. ${advice}`,
    related: measured.map(({ metric, last }) => ({
      file: outcome.file,
      span: last!.at.keys.get('value')?.value ?? last!.at.self,
      message: `The last check-in of ${shown(metric.id ?? metric.title ?? 'this metric')}`,
    })),
    ...(outcome.id === '' ? {} : { outcome: outcome.id }),
  };
}

function capped(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Rounded down: 9.6 % is not yet the 10 % that would do. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}
