import { daysBetween } from '../outcomes/day';
import type { CheckIn, Day, Metric, Outcome } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { spoken } from '../outcomes/quantity';
import { isKept, isMet, startOf } from '../outcomes/progress';
import { ancestorsOf, chosenOutputs, everyOutcome, withDescendants } from '../outcomes/tree';
import { goalSpan } from './goal-span';
import type { TreeContext, TreeProblem, TreeRule } from './rule';

/**
 * What an outcome still lacks to be measurable, owned and bound in time. Only active outcomes are asked: a draft says
 * of itself that it is unfinished, and an achieved, missed or dropped one is past finishing.
 */
export const smartRules: readonly TreeRule[] = [
  smartRule(
    'not-measurable',
    'warning',
    'Nothing says how the outcome is measured: no metric with a target, here or below.',
    notMeasurable,
  ),
  smartRule(
    'no-baseline',
    'warning',
    'A metric that is to rise or fall does not say from where.',
    noBaseline,
  ),
  smartRule('not-time-bound', 'warning', 'Neither the outcome nor one above it says by when.', notTimeBound),
  smartRule('no-owner', 'warning', 'Nobody answers for the outcome or for one above it.', noOwner),
  smartRule(
    'unreachable-pace',
    'info',
    'Reaching the target takes more than twice the best pace seen so far.',
    unreachablePace,
  ),
  smartRule(
    'one-sided-outputs',
    'info',
    'Every chosen output is of one element; outcomes rarely come from people, process or technology alone.',
    oneSidedOutputs,
  ),
];

type Found = Omit<TreeProblem, 'file' | 'outcome'>;
type Ask = (outcome: Outcome, today: Day) => Iterable<Found>;

function smartRule(code: string, severity: TreeRule['severity'], summary: string, ask: Ask): TreeRule {
  return {
    code,
    severity,
    family: 'smart',
    summary,
    *check({ tree, today }: TreeContext) {
      for (const outcome of everyOutcome(tree)) {
        if (outcome.status !== 'active') continue;
        for (const problem of ask(outcome, today)) {
          yield { file: outcome.file, ...problem, ...(outcome.id === '' ? {} : { outcome: outcome.id }) };
        }
      }
    },
  };
}

function* notMeasurable(outcome: Outcome): Generator<Found> {
  for (const metric of outcome.metrics) {
    if (metric.target === null && !statesTarget(metric)) {
      yield {
        span: metric.at.self,
        message:
          'This metric has no target. State the value to reach with `target`, or `change` from the baseline.',
      };
    }
  }
  if (outcome.metrics.length > 0) return;
  for (const below of withDescendants(outcome.outcomes)) {
    if (below.status !== 'dropped' && below.metrics.length > 0) return;
  }
  yield {
    span: outcome.at.self,
    message:
      'No metric says how far this outcome is. Add one under `metrics`: what is counted, from what, to what.',
  };
}

/** A target that could not be read is a finding of its own. */
function statesTarget(metric: Metric): boolean {
  return metric.at.keys.has('target') || metric.at.keys.has('change');
}

function* noBaseline({ metrics }: Outcome): Generator<Found> {
  for (const metric of metrics) {
    const { goal, baseline, at } = metric;
    if (baseline !== null || at.keys.has('baseline')) continue;
    if (isKept(metric) || !statesTarget(metric)) continue;
    const keeps = goal === null ? ' For a level to keep, write `goal: at-least` or `at-most`.' : '';
    yield {
      span: at.self,
      message: `This metric does not say where it starts from. Add its \`baseline\`.${keeps}`,
    };
  }
}

/** A parent that is only the sum of children with due dates is bound by theirs; one finding covers all below it. */
function* notTimeBound(outcome: Outcome): Generator<Found> {
  if (outcome.due !== null || outcome.adverse || outcome.at.keys.has('due')) return;
  for (const above of ancestorsOf(outcome)) if (lacksDue(above)) return;
  if (lacksDue(outcome)) {
    yield {
      span: outcome.at.self,
      message:
        'It is open by when this is to be reached. Add `due`: a day, a month 2026-12 or a quarter 2026-Q4.',
    };
  }
}

function lacksDue(outcome: Outcome): boolean {
  if (outcome.due !== null || outcome.status !== 'active' || outcome.adverse) return false;
  const parts = outcome.outcomes.filter(({ status }) => status !== 'draft' && status !== 'dropped');
  return outcome.metrics.length > 0 || parts.length === 0 || parts.some(({ due }) => due === null);
}

/** Said once, at the topmost outcome without an owner: naming one there answers for all below. */
function* noOwner(outcome: Outcome): Generator<Found> {
  if (outcome.owner !== null || outcome.at.keys.has('owner')) return;
  for (const above of ancestorsOf(outcome)) if (above.owner !== null || above.status === 'active') return;
  yield {
    span: outcome.at.self,
    message: 'Nobody is named who answers for this outcome. Add `owner`: a person or a team.',
  };
}

/** "Twice the best pace seen" leaves room for a strong finish. */
const STRETCH = 2;

function* unreachablePace(outcome: Outcome, today: Day): Generator<Found> {
  const { due } = outcome;
  if (due === null) return;
  for (const metric of outcome.metrics) {
    const { goal, target, unit } = metric;
    if ((goal !== 'increase' && goal !== 'decrease') || typeof target !== 'number') continue;
    const checkIns = metric.checkIns.filter(({ date }) => date <= today);
    const last = checkIns.at(-1);
    const left = daysBetween(today, due);
    if (last === undefined || checkIns.length < 2 || left <= 0 || isMet(metric, last.value) !== false)
      continue;
    const best = bestPace(metric, checkIns, startOf(outcome), goal === 'increase' ? 1 : -1);
    const needed = Math.abs(target - last.value) / left;
    if (best === null || needed <= STRETCH * best) continue;
    const seen =
      best > 0 ? `the best so far was ${aMonth(best, unit)}` : 'no check-in has come nearer to it yet';
    yield {
      span: goalSpan(metric, 'target'),
      message: `Reaching ${spoken(target, unit)} by ${due} takes ${aMonth(needed, unit)}; ${seen}. Change what is done, the target or the date.`,
      related: [
        {
          file: outcome.file,
          span: last.at.keys.get('value')?.value ?? last.at.self,
          message: `The last check-in, ${last.date}`,
        },
      ],
    };
  }
}

/** The fastest move towards the target between two measurements, a day; 0 when none moved there. null without days. */
function bestPace(
  metric: Metric,
  checkIns: readonly CheckIn[],
  start: Day | null,
  sign: 1 | -1,
): number | null {
  const begun = start !== null && metric.baseline !== null && start < checkIns[0]!.date;
  const points = [...(begun ? [{ date: start, value: metric.baseline }] : []), ...checkIns];
  let best: number | null = null;
  for (let i = 1; i < points.length; i++) {
    const days = daysBetween(points[i - 1]!.date, points[i]!.date);
    if (days > 0) best = Math.max(best ?? 0, (sign * (points[i]!.value - points[i - 1]!.value)) / days);
  }
  return best;
}

function aMonth(pace: number, unit: string | null): string {
  return `${spoken(Number((pace * 30).toPrecision(2)), unit)} in 30 days`;
}

function* oneSidedOutputs(outcome: Outcome): Generator<Found> {
  const chosen = chosenOutputs(outcome);
  const element = chosen[0]?.element ?? null;
  if (element === null || chosen.some((output) => output.element !== element)) return;
  const others = ['people', 'process', 'technology'].filter((other) => other !== element).map(shown);
  yield {
    span: outcome.at.keys.get('outputs')?.key ?? outcome.at.self,
    message: `Every chosen output changes ${shown(element)}. Ask what ${others.join(' and ')} need for the outcome to come about.`,
  };
}
