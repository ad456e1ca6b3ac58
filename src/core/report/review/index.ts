import { changesBetween } from '../../history/changes';
import type { MovedGoalpost } from '../../history/goalposts';
import { addDays } from '../../outcomes/day';
import type { Day, Outcome, OutcomeTree } from '../../outcomes/model';
import { measureTree, type OutcomeProgress, type ShownStatus } from '../../outcomes/progress';
import type { Finding } from '../../rules/finding';
import type { Work } from '../../work/model';
import { countSeverities } from '../json';
import { attentionOf, findingsWithCode } from './findings';
import { alternativesOf, factoryOf, judgementsOf } from './choices';
import type { ProgressMade, Review } from './model';
import { createNames, type Names } from './names';
import { reviewOutcomes } from './outcomes';
import { coverageOf, reviewWork, spreadOf } from './work';

export type * from './model';

export interface ReviewInput {
  readonly tree: OutcomeTree;
  readonly work: Work;
  readonly findings: readonly Finding[];
  readonly today: Day;
  /** The state to compare with; `day` is the day it was committed on. */
  readonly since?: { readonly ref: string; readonly day: Day; readonly tree: OutcomeTree } | null;
  /** Newest first, from `movedGoalposts`. */
  readonly goalposts?: readonly MovedGoalpost[];
}

/** How long a period is when no revision says since when. */
const PERIOD_DAYS = 90;

/** Everything that a tech lead reviews, from one state of a folder. Reads no clock and changes nothing. */
export function reviewOf(input: ReviewInput): Review {
  const { tree, work, findings, today, since = null } = input;
  const from = since === null || since.day > today ? addDays(today, -PERIOD_DAYS) : since.day;
  const period = { from, to: today };
  const names = createNames(tree);
  const progress = measureTree(tree, today);
  const outcomes = reviewOutcomes(tree, work, progress, names);
  const items = reviewWork(work, names);
  return {
    version: 1,
    today,
    period,
    since: since === null ? null : { ref: since.ref, day: since.day },
    files: tree.files.map(({ path, title }) => ({ path, title })),
    summary: {
      outcomes: outcomes.length,
      byStatus: countStatuses(outcomes.map(({ status }) => status)),
      findings: countSeverities(findings),
    },
    outcomes,
    work: items,
    attention: attentionOf(outcomes, findings, names),
    shippedNotMoved: findingsWithCode('shipped-not-moved', findings, names),
    withoutWork: findingsWithCode('outcome-without-work', findings, names),
    withoutWhy: items.flatMap(({ state }, i) => (state === 'open' ? [i] : [])),
    alternatives: alternativesOf(outcomes),
    confidence: judgementsOf(outcomes),
    factory: factoryOf(tree, period, progress, names),
    spread: spreadOf(items, period, today),
    coverage: coverageOf(items),
    changes: since === null ? [] : changesBetween(since.tree, tree),
    progressMade: since === null ? [] : progressMade(since, tree, progress, names),
    goalposts: input.goalposts ?? [],
  };
}

/** The review as JSON: a contract like that of the other commands, one entry of a list a line. */
export function reviewJson(review: Review): string {
  const fields = Object.entries(review).map(([name, value]) => {
    const list = Array.isArray(value) && value.length > 0;
    const text = list
      ? `[\n${(value as unknown[]).map((item) => JSON.stringify(item)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${fields.join(',\n')}}\n`;
}

const STATUSES: readonly ShownStatus[] = [
  'missed',
  'off-track',
  'at-risk',
  'not-measured',
  'on-track',
  'achieved',
  'draft',
  'dropped',
];

function countStatuses(statuses: readonly ShownStatus[]): Record<ShownStatus, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<ShownStatus, number>;
  for (const status of statuses) counts[status]++;
  return counts;
}

/** By the numbers of then, reckoned on the day of then: a target that was moved since shows in it too. */
function progressMade(
  since: NonNullable<ReviewInput['since']>,
  tree: OutcomeTree,
  now: ReadonlyMap<Outcome, OutcomeProgress>,
  names: Names,
): ProgressMade[] {
  const then = measureTree(since.tree, since.day);
  return [...names.outcomes].flatMap(([outcome, key]) => {
    const was = since.tree.entries.get(outcome.id.toLowerCase());
    if (was?.kind !== 'outcome' || tree.entries.get(outcome.id.toLowerCase())?.outcome !== outcome) return [];
    const [a, b] = [then.get(was.outcome)!, now.get(outcome)!];
    if (a.progress === b.progress && a.status === b.status) return [];
    return [{ outcome: key, from: a.progress, to: b.progress, statusFrom: a.status, statusTo: b.status }];
  });
}
