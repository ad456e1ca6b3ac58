import { daysBetween } from '../outcomes/day';
import { appointmentOf } from '../outcomes/cadence';
import type { Confidence, Day, Metric, Outcome } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import {
  isMet,
  isMoving,
  measureTree,
  type MetricProgress,
  type MetricStatus,
  type OutcomeProgress,
} from '../outcomes/progress';
import { spoken } from '../outcomes/quantity';
import { everyOutcome } from '../outcomes/tree';
import type { Span } from '../text';
import { goalSpan } from './goal-span';
import { shippedNotMoved } from './shipped';
import type { TreeContext, TreeProblem, TreeRule } from './rule';
import { movedGoalpost } from './moved-goalpost';
import { outcomeWithoutWork } from './without-work';

/** Whether what was decided comes about. Only active outcomes are asked, but for what an achieved one claims. */
export const healthRules: readonly TreeRule[] = [
  healthRule(
    'stale-check-in',
    'warning',
    'A metric was not measured for a quarter longer than its `check-in` cadence.',
    isActive,
    staleCheckIns,
  ),
  {
    code: 'shipped-not-moved',
    family: 'health',
    severity: 'warning',
    summary: 'Every chosen output shipped 14 days ago or more, and less than 10 % of the way is made.',
    check: (context) => shippedNotMoved(context, progressIn(context)),
  },
  healthRule(
    'regressed',
    'warning',
    'A metric is further from its target than where it started.',
    (outcome) => isActive(outcome) && !outcome.adverse,
    regressed,
  ),
  healthRule(
    'overdue',
    'warning',
    'The due date is over, the outcome is not reached, and nothing was decided.',
    (outcome) => isActive(outcome) && !outcome.adverse,
    overdue,
  ),
  healthRule(
    'guardrail-broken',
    'warning',
    'A level to keep is not kept, or a known side effect grew beyond what was accepted.',
    isActive,
    guardrailBroken,
  ),
  healthRule(
    'achieved-unmet',
    'error',
    'An outcome is stated as achieved, and its last check-in says otherwise.',
    ({ status, adverse }) => status === 'achieved' && !adverse,
    achievedUnmet,
  ),
  healthRule(
    'confidence-mismatch',
    'info',
    'The confidence of the last check-in and its numbers say the opposite.',
    isActive,
    confidenceMismatch,
  ),
  {
    code: 'outcome-without-work',
    family: 'health',
    severity: 'info',
    summary: 'No TODO, branch or commit serves the outcome, anything below it or its outputs.',
    check: outcomeWithoutWork,
  },
  {
    code: 'moved-goalpost',
    family: 'health',
    severity: 'info',
    summary: 'A target, a baseline or a due date was changed after work on the outcome began, as git tells.',
    check: movedGoalpost,
  },
];

type Found = Omit<TreeProblem, 'file' | 'outcome'>;

/** What is known of an outcome at the moment it is asked. */
interface Health {
  readonly standing: OutcomeProgress;
  readonly all: ReadonlyMap<Outcome, OutcomeProgress>;
  readonly today: Day;
}

function healthRule(
  code: string,
  severity: TreeRule['severity'],
  summary: string,
  isAsked: (outcome: Outcome) => boolean,
  ask: (outcome: Outcome, health: Health) => Iterable<Found>,
): TreeRule {
  return {
    code,
    severity,
    family: 'health',
    summary,
    *check(context: TreeContext) {
      const { tree, today } = context;
      const all = progressIn(context);
      for (const outcome of everyOutcome(tree)) {
        if (!isAsked(outcome)) continue;
        for (const problem of ask(outcome, { standing: all.get(outcome)!, all, today }))
          yield { file: outcome.file, ...problem, ...(outcome.id === '' ? {} : { outcome: outcome.id }) };
      }
    },
  };
}

const measured = new WeakMap<TreeContext, ReadonlyMap<Outcome, OutcomeProgress>>();

/** Measured once for all rules that look at the same. */
function progressIn(context: TreeContext): ReadonlyMap<Outcome, OutcomeProgress> {
  let progress = measured.get(context);
  if (progress === undefined) measured.set(context, (progress = measureTree(context.tree, context.today)));
  return progress;
}

function isActive({ status }: Outcome): boolean {
  return status === 'active';
}

function* staleCheckIns(outcome: Outcome, { standing, today }: Health): Generator<Found> {
  for (const metric of outcome.metrics) {
    const appointment = appointmentOf(metric, outcome, today);
    if (appointment?.isStale !== true) continue;
    const { cadence, late, next } = appointment;
    const last = standing.metrics.get(metric)!.last;
    const since =
      last === null
        ? `This metric was never measured, and its first check-in was due on ${next!}, ${days(late)} ago.`
        : `The last check-in is of ${last.date}; the next one was due on ${next!}, ${days(late)} ago.`;
    yield {
      span: metric.at.self,
      message: `${since} Check in, or change the ${cadence} \`check-in\`.`,
      ...(last && { related: [{ file: outcome.file, span: dateOf(last), message: 'The last check-in' }] }),
    };
  }
}

function* regressed(outcome: Outcome, { standing }: Health): Generator<Found> {
  for (const [metric, { progress, last }] of standing.metrics) {
    if (!isMoving(metric) || progress === null || progress >= 0 || last === null) continue;
    const { baseline, unit } = metric;
    yield {
      span: valueOf(last),
      message:
        `${spoken(last.value, unit)} is worse than the ${spoken(baseline!, unit)} that it started from. ` +
        'Find out what changed, and change what is done about it.',
      related: [{ file: outcome.file, span: goalSpan(metric, 'baseline'), message: 'The baseline' }],
    };
  }
}

function* overdue(outcome: Outcome, health: Health): Generator<Found> {
  if (!isOverdue(outcome, health)) return;
  const { parent, due } = outcome;
  // Said once, where the date is stated, for all below that inherit it.
  const inherits = !outcome.at.keys.has('due');
  if (inherits && parent !== null && parent.due === due && isActive(parent) && !parent.adverse) {
    if (isOverdue(parent, health)) return;
  }
  const { progress, coverage } = health.standing;
  const stands =
    progress === null
      ? 'and nothing was measured'
      : coverage.measured < coverage.of && health.standing.measured === 'achieved'
        ? `and only ${coverage.measured} of ${coverage.of} ${coverage.measured === 1 ? 'is' : 'are'} measured`
        : 'and it is not reached';
  yield {
    span: outcome.at.keys.get('due')?.value ?? outcome.at.self,
    message:
      `This was due on ${due!}, ${days(daysBetween(due!, health.today))} ago, ${stands}. ` +
      'Decide: set `status` to achieved, missed or dropped, or move `due` and say why.',
  };
}

function isOverdue(outcome: Outcome, { all, today }: Health): boolean {
  if (outcome.due === null || outcome.due >= today) return false;
  const { measured, coverage } = all.get(outcome)!;
  return measured !== 'achieved' || coverage.measured < coverage.of;
}

function* guardrailBroken(outcome: Outcome, { standing }: Health): Generator<Found> {
  for (const [metric, { last, progress }] of standing.metrics) {
    if (last === null) continue;
    const { goal, unit } = metric;
    const isBroken = isMoving(metric)
      ? outcome.adverse && progress !== null && progress < 0
      : isMet(metric, last.value) === false;
    if (!isBroken) continue;
    const now = spoken(last.value, unit);
    const key = isMoving(metric) ? 'baseline' : 'target';
    const related = { file: outcome.file, span: goalSpan(metric, key) };
    if (outcome.adverse && (goal === 'at-most' || goal === 'decrease')) {
      yield {
        span: valueOf(last),
        message:
          `This known side effect is at ${now}, beyond the ${spoken(metric[key] as number, unit)} that was accepted. ` +
          'Contain it, or decide anew whether the choice is worth it.',
        related: [{ ...related, message: 'What was accepted' }],
      };
    } else {
      yield {
        span: valueOf(last),
        message: `${now} is not ${levelText(metric)}. Bring it back, or say why another level will do.`,
        related: [{ ...related, message: 'The level to keep' }],
      };
    }
  }
}

function levelText({ goal, target, unit }: Metric): string {
  if (target !== null && typeof target !== 'number')
    return `between ${spoken(target[0], null)} and ${spoken(target[1], unit)}`;
  return `${goal === 'at-least' ? 'at least' : 'at most'} ${spoken(target!, unit)}`;
}

function* achievedUnmet(outcome: Outcome, { standing, all }: Health): Generator<Found> {
  const unmet = [...standing.metrics.values()].filter(isUnmet);
  const below =
    outcome.metrics.length > 0
      ? []
      : outcome.outcomes.filter(
          (child) => isActive(child) && !child.adverse && isShort(all.get(child)!.measured),
        );
  if (unmet.length + below.length === 0) return;
  const [first] = unmet;
  const reason =
    first === undefined
      ? `${shown(below[0]!.id || below[0]!.title)} below it is not`
      : `the last check-in of ${shown(nameOf(first.metric))} is ${spoken(first.current!, first.metric.unit)}`;
  yield {
    span: (outcome.at.keys.get('status') ?? { value: outcome.at.self }).value,
    message:
      `This is stated as achieved, but ${reason}${targetText(first?.metric)}. ` +
      'Add the check-in that shows it, or set `status` to active or missed.',
    related: [
      ...unmet.map(({ last }) => ({
        file: outcome.file,
        span: valueOf(last!),
        message: 'The target is not met here',
      })),
      ...below.map(({ file, at }) => ({ file, span: at.self, message: 'This is not reached' })),
    ],
  };
}

function isUnmet({ metric, current, progress }: MetricProgress): boolean {
  if (current === null || progress === null) return false;
  return isMoving(metric) ? progress < 1 : isMet(metric, current) === false;
}

function targetText(metric: Metric | undefined): string {
  if (metric === undefined || metric.target === null) return '';
  if (!isMoving(metric)) return `, not ${levelText(metric)}`;
  return `, and the target is ${spoken(metric.target as number, metric.unit)}`;
}

function isShort(status: MetricStatus): boolean {
  return status !== 'achieved' && status !== 'not-measured';
}

/** Neighbours may differ: people know more than the numbers. On track and off track cannot both be. */
function* confidenceMismatch(_: Outcome, { standing }: Health): Generator<Found> {
  for (const { status, confidence, last } of standing.metrics.values()) {
    if (confidence === null || last === null) continue;
    if (Math.abs(RANK[status] - RANK[confidence]) < 2) continue;
    yield {
      span: (last.at.keys.get('confidence') ?? { value: last.at.self }).value,
      message:
        `The check-in says ${words(confidence)}, the numbers say ${words(status)}. ` +
        'Say in its `note` what they do not show, or correct the confidence.',
    };
  }
}

/** What is not measured contradicts nothing: it is given the middle. */
const RANK: Readonly<Record<MetricStatus | Confidence, number>> = {
  achieved: 0,
  'on-track': 0,
  'at-risk': 1,
  'not-measured': 1,
  'off-track': 2,
  missed: 2,
};

function dateOf({ at }: NonNullable<MetricProgress['last']>): Span {
  return at.keys.get('date')?.value ?? at.self;
}

function valueOf({ at }: NonNullable<MetricProgress['last']>): Span {
  return at.keys.get('value')?.value ?? at.self;
}

function nameOf(metric: Metric): string {
  return metric.id ?? metric.title ?? 'a metric';
}

function words(status: string): string {
  return status.replace('-', ' ');
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
