import { dayOfSeconds } from '../outcomes/day';
import type { Day, Metric, Outcome, OutcomeTree } from '../outcomes/model';
import { everyOutcome, withDescendants } from '../outcomes/tree';
import type { Commit } from '../work/model';
import { changesBetween, type TreeChange } from './changes';

/** A target, a baseline or a due date that was changed when work on its outcome had begun. */
export interface MovedGoalpost {
  readonly outcome: string;
  /** The id or title of the metric; null for a due date. */
  readonly metric: string | null;
  readonly field: GoalpostField;
  readonly from: string;
  /** null when it was taken away. */
  readonly to: string | null;
  readonly day: Day;
  readonly author: string;
  readonly commit: string;
  /** The day the work began: of the first check-in, or of the first commit that links to the outcome. */
  readonly began: Day;
}

export type GoalpostField = 'target' | 'baseline' | 'due';

/** A goalpost that stands elsewhere in one version than in the version before, whether work had begun or not. */
export interface GoalpostMove {
  readonly outcome: string;
  readonly metric: string | null;
  readonly field: GoalpostField;
  readonly from: string;
  readonly to: string | null;
  /** The first check-in of the outcome, or of one below it, that each of the two versions knew. */
  readonly firstCheckIns: readonly [before: Day | null, after: Day | null];
  /** By which ids, in lower case, work can serve the outcome: its own, those below it and those of their outputs. */
  readonly ids: readonly string[];
}

/** What one commit moved. */
export interface GoalpostStep {
  readonly commit: string;
  readonly author: string;
  readonly day: Day;
  readonly moves: readonly GoalpostMove[];
}

/**
 * What moved from one version of the outcomes to the next. To state what was not stated yet moves nothing, and neither
 * does to count in another unit.
 */
export function goalpostMoves(before: OutcomeTree, after: OutcomeTree): GoalpostMove[] {
  const moves = changesBetween(before, after).filter(isGoalpost);
  if (moves.length === 0) return [];
  const [old, now] = [byName(before), byName(after)];
  return moves.flatMap(({ outcome, part, field, from, to }) => {
    const [was, is] = [old.get(outcome.toLowerCase()), now.get(outcome.toLowerCase())];
    if (was === undefined || is === undefined || (part !== null && isConverted(part, was, is))) return [];
    const firstCheckIns = [firstCheckIn(was), firstCheckIn(is)] as const;
    return [{ outcome, metric: part, field, from, to, firstCheckIns, ids: idsOf(was) }];
  });
}

/**
 * The goalposts that moved after work began, newest first; `steps` are given oldest first. Work begins with the first
 * check-in, or with the first commit for the outcome or one below it (`firstCommits`, by id in lower case). A first
 * check-in that came together with the change counts from the day after it was made.
 */
export function movedGoalposts(
  steps: readonly GoalpostStep[],
  firstCommits: ReadonlyMap<string, Day>,
): MovedGoalpost[] {
  const moved = steps.flatMap(({ moves, day, author, commit }) =>
    moves.flatMap(({ outcome, metric, field, from, to, firstCheckIns: [known, told], ids }) => {
      // Who first measures may find that day that the goal was a guess.
      const late = told !== null && told < day ? told : null;
      const began = earliest([known, late, ...ids.map((id) => firstCommits.get(id) ?? null)]);
      return began === null || began > day
        ? []
        : [{ outcome, metric, field, from, to, day, author, commit, began }];
    }),
  );
  return moved.reverse();
}

/**
 * The first day on which work on any outcome can have begun, by what is known today; null when none has. No commit
 * before it moved a goalpost.
 */
export function workBegan(tree: OutcomeTree, firstCommits: ReadonlyMap<string, Day>): Day | null {
  return earliest([...[...everyOutcome(tree)].map(firstOwnCheckIn), ...firstCommits.values()]);
}

/** The day (UTC) of the first commit for each outcome and output, by id in lower case. */
export function firstCommitDays(commits: readonly Commit[]): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const { time, links } of commits) {
    const day = dayOfSeconds(time);
    for (const { outcome, output } of links)
      for (const id of [outcome, ...(output === undefined ? [] : [output])]) {
        const known = first.get(id.toLowerCase());
        if (known === undefined || day < known) first.set(id.toLowerCase(), day);
      }
  }
  return first;
}

type Goalpost = TreeChange & { readonly field: GoalpostField; readonly from: string };

function isGoalpost(change: TreeChange): change is Goalpost {
  const { field, from } = change;
  return from !== null && (field === 'target' || field === 'baseline' || field === 'due');
}

/** True when a metric's unit changed and its numbers with it, all by one factor as far as can be told. */
function isConverted(metric: string, before: Outcome, after: Outcome): boolean {
  const [was, is] = [before, after].map(({ metrics }) => metrics.find((each) => labelOf(each) === metric));
  if (was === undefined || is === undefined || was.unit === is.unit) return false;
  const [old, now] = [numbersOf(was), numbersOf(is)];
  if (old.length !== now.length) return false;
  const factors = now.flatMap((number, i) => (number === 0 && old[i] === 0 ? [] : [number / old[i]!]));
  return factors.every((factor) => Math.abs(factor / factors[0]! - 1) < 0.01);
}

function numbersOf({ baseline, target }: Metric): number[] {
  return [baseline ?? [], target ?? []].flat();
}

function labelOf({ id, title }: Metric): string {
  return (id ?? '') || (title ?? '');
}

function firstCheckIn(outcome: Outcome): Day | null {
  return earliest([...withDescendants([outcome])].map(firstOwnCheckIn));
}

function firstOwnCheckIn({ metrics }: Outcome): Day | null {
  return earliest(metrics.map(({ checkIns }) => checkIns[0]?.date ?? null));
}

function idsOf(outcome: Outcome): string[] {
  return [...withDescendants([outcome])]
    .flatMap(({ id, outputs }) => [id, ...outputs.map((output) => output.id)])
    .filter((id) => id !== '')
    .map((id) => id.toLowerCase());
}

function earliest(days: Iterable<Day | null>): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day !== null && (first === null || day < first)) first = day;
  return first;
}

/** The first of each name, as everywhere. */
function byName(tree: OutcomeTree): Map<string, Outcome> {
  const known = new Map<string, Outcome>();
  for (const outcome of everyOutcome(tree)) {
    const name = (outcome.id || outcome.title).toLowerCase();
    if (!known.has(name)) known.set(name, outcome);
  }
  return known;
}
