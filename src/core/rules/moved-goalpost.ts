import type { GoalpostField, MovedGoalpost } from '../history/goalposts';
import type { Metric, Outcome, OutcomeTree } from '../outcomes/model';
import { plainNumber, shown } from '../outcomes/phrases';
import { everyOutcome, policyFor } from '../outcomes/tree';
import type { Span } from '../text';
import { goalSpan } from './goal-span';
import type { TreeContext, TreeProblem } from './rule';

/**
 * A goal that is not the one that work began with, told where it stands today. What was put back has not moved. Without
 * knowledge of the history it says nothing.
 */
export function* movedGoalpost({ tree, goalposts = [] }: TreeContext): Generator<TreeProblem> {
  if (goalposts.length === 0) return;
  const moves = byPlace(goalposts);
  for (const outcome of everyOutcome(tree)) {
    if (outcome.status === 'draft' || outcome.status === 'dropped') continue;
    if (outcome.id !== '' && tree.entries.get(outcome.id.toLowerCase())?.outcome !== outcome) continue;
    for (const [place, found] of placesOf(outcome)) {
      const own = moves.get(place);
      if (own === undefined || own[0]!.from === found.now) continue;
      yield {
        file: outcome.file,
        span: found.span,
        message: messageOf(own, found),
        ...(outcome.id === '' ? {} : { outcome: outcome.id }),
      };
    }
  }
}

/** True when a file's policy lets the finding be: only then is the history read for it. */
export function asksForHistory(tree: OutcomeTree): boolean {
  return tree.files.some(({ path }) => policyFor(tree, path).rules.get('moved-goalpost') !== 'off');
}

interface Goal {
  readonly field: GoalpostField;
  /** As in a MovedGoalpost. */
  readonly now: string | null;
  readonly unit: string | null;
  readonly span: Span;
}

/** The goals of an outcome today, by the place that a move names. */
function* placesOf(outcome: Outcome): Generator<[place: string, goal: Goal]> {
  const { id, title, due, at } = outcome;
  const name = id || title;
  const dueAt = at.keys.get('due');
  yield [placeName(name, null, 'due'), { field: 'due', now: due, unit: null, span: dueAt?.value ?? at.self }];
  for (const metric of outcome.metrics) {
    const label = (metric.id ?? '') || (metric.title ?? '');
    for (const field of ['baseline', 'target'] as const)
      yield [
        placeName(name, label, field),
        { field, now: spelled(metric[field]), unit: metric.unit, span: goalSpan(metric, field) },
      ];
  }
}

/** The moves of each goal, oldest first. */
function byPlace(goalposts: readonly MovedGoalpost[]): Map<string, MovedGoalpost[]> {
  const places = new Map<string, MovedGoalpost[]>();
  for (const move of goalposts) {
    const name = placeName(move.outcome, move.metric, move.field);
    const own = places.get(name);
    if (own === undefined) places.set(name, [move]);
    else own.unshift(move);
  }
  return places;
}

function placeName(outcome: string, metric: string | null, field: GoalpostField): string {
  return JSON.stringify([outcome.toLowerCase(), metric?.toLowerCase() ?? null, field]);
}

function messageOf(moves: readonly MovedGoalpost[], { field, unit }: Goal): string {
  const [first, last] = [moves[0]!, moves.at(-1)!];
  const suffix = unit === null || last.to === null ? '' : unit === '%' ? unit : ` ${unit}`;
  const way = `from ${first.from} to ${last.to === null ? 'none' : `${last.to}${suffix}`}`;
  const when = `on ${last.day} by ${shown(last.author)}`;
  const how =
    moves.length === 1
      ? `was moved ${way} ${when}`
      : `was moved ${moves.length} times, ${way}, the last time ${when}`;
  return (
    `The ${field === 'due' ? 'due date' : field} ${how}, after work began on ${first.began}. ` +
    'If that was agreed, say in `why` what was learnt; if not, put it back.'
  );
}

function spelled(value: Metric['target']): string | null {
  if (value === null) return null;
  return typeof value === 'number' ? plainNumber(value) : value.map(plainNumber).join(' to ');
}
