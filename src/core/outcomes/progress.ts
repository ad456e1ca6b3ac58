import { daysBetween } from './day';
import { forecastOf, type Forecast } from './forecast';
import type { CheckIn, Confidence, Day, Metric, Outcome, OutcomeTree } from './model';
import { everyOutcome } from './tree';

/** Where a metric stands by its numbers. */
export type MetricStatus = 'not-measured' | 'on-track' | 'at-risk' | 'off-track' | 'achieved' | 'missed';

/** What to show for an outcome: what was decided about it, else where it stands by its numbers. */
export type ShownStatus = MetricStatus | 'draft' | 'dropped';

export interface MetricProgress {
  readonly metric: Metric;
  /**
   * For increase and decrease, the share of the way from baseline to target, raw: below 0 regressed, above 1 exceeded.
   * For at-least, at-most and between, the share of check-ins that met it. null without a value, or without what to
   * compare it to.
   */
  readonly progress: number | null;
  /** It is a level to keep: its progress says how often it was met, which is not compared with what is expected. */
  readonly keeps: boolean;
  /** The share of the time from start to due that is over; null when either is not known. */
  readonly expected: number | null;
  readonly status: MetricStatus;
  /** The latest value. */
  readonly current: number | null;
  readonly last: CheckIn | null;
  /** What those who do the work said at the last check-in. */
  readonly confidence: Confidence | null;
  /** null with fewer than three check-ins. */
  readonly forecast: Forecast | null;
}

export interface OutcomeProgress {
  readonly outcome: Outcome;
  /** The weighted mean, from 0 to 1, over what is measured; null when nothing is. */
  readonly progress: number | null;
  /** All that is measured of it is a level to keep. */
  readonly keeps: boolean;
  readonly expected: number | null;
  /** How many of its own metrics and child outcomes are measured. Drafts and dropped children are not counted. */
  readonly coverage: { readonly measured: number; readonly of: number };
  /** A stated draft, achieved, missed or dropped as it is; for an active outcome the same as `measured`. */
  readonly status: ShownStatus;
  /** The worst status of what is measured below, whatever was stated. */
  readonly measured: MetricStatus;
  readonly metrics: ReadonlyMap<Metric, MetricProgress>;
}

/** Progress of every outcome of the tree as of `today`; check-ins after that day are left out. */
export function measureTree(tree: OutcomeTree, today: Day): ReadonlyMap<Outcome, OutcomeProgress> {
  const all = new Map<Outcome, OutcomeProgress>();
  // Children come after their parents, so backwards every child is measured before its parent.
  for (const outcome of [...everyOutcome(tree)].reverse())
    all.set(outcome, measureOutcome(outcome, all, today));
  return all;
}

/** Rolls up own metrics and children, which `below` holds. Outputs add nothing, whatever was shipped. */
function measureOutcome(
  outcome: Outcome,
  below: ReadonlyMap<Outcome, OutcomeProgress>,
  today: Day,
): OutcomeProgress {
  const metrics = new Map(outcome.metrics.map((metric) => [metric, measureMetric(metric, outcome, today)]));
  const children = outcome.outcomes.filter(({ status }) => status !== 'draft' && status !== 'dropped');
  const parts = [
    ...[...metrics.values()].map((metric) => ({ ...metric, weight: 1 })),
    ...children.map((child) => {
      const { progress, keeps, expected, measured } = below.get(child)!;
      return { progress, keeps, expected, status: closedStatus(child) ?? measured, weight: child.weight };
    }),
  ];
  const measuredParts = parts.flatMap(({ progress, ...part }) =>
    progress === null ? [] : [{ progress, ...part }],
  );
  const measured = worst(measuredParts.map(({ status }) => status));
  return {
    outcome,
    progress: weightedMean(measuredParts.map(({ progress, weight }) => [cap(progress), weight])),
    keeps: measuredParts.length > 0 && measuredParts.every(({ keeps }) => keeps),
    expected:
      expectedShare(startOf(outcome), outcome.due, today) ??
      weightedMean(
        measuredParts.flatMap(({ expected, weight }) =>
          expected === null ? [] : [[expected, weight] as const],
        ),
      ),
    coverage: { measured: measuredParts.length, of: parts.length },
    status: outcome.status === 'active' ? measured : outcome.status,
    measured,
    metrics,
  };
}

/** Progress of one metric of `outcome`, whose start and due say what is expected by `today`. */
export function measureMetric(metric: Metric, outcome: Outcome, today: Day): MetricProgress {
  const checkIns = metric.checkIns.filter(({ date }) => date <= today);
  const last = checkIns.at(-1) ?? null;
  const expected = expectedShare(startOf(outcome), outcome.due, today);
  const isPast = outcome.due !== null && today > outcome.due;
  const { progress, status } = standing(metric, checkIns, expected, isPast);
  return {
    metric,
    progress,
    keeps: isKept(metric),
    expected,
    status,
    current: last?.value ?? null,
    last,
    confidence: last?.confidence ?? null,
    forecast: forecastOf(metric, checkIns, outcome.due),
  };
}

/** A way to go, where others have a level to keep. */
export function isMoving({ goal }: Pick<Metric, 'goal'>): boolean {
  return goal === 'increase' || goal === 'decrease';
}

/** A level to keep. A metric without a goal does neither. */
export function isKept({ goal }: Pick<Metric, 'goal'>): boolean {
  return goal === 'at-least' || goal === 'at-most' || goal === 'between';
}

/** `(today − start) / (due − start)`, from 0 to 1. Equal dates step from 0 to 1 on that day. */
export function expectedShare(start: Day | null, due: Day | null, today: Day): number | null {
  if (start === null || due === null) return null;
  const whole = daysBetween(start, due);
  if (whole <= 0) return today >= due ? 1 : 0;
  return cap(daysBetween(start, today) / whole);
}

/** True when `value` is at the target or beyond it; null when the metric does not say enough to tell. */
export function isMet(metric: Metric, value: number): boolean | null {
  const { goal, target } = metric;
  if (goal === null || target === null) return null;
  if (typeof target !== 'number') return goal === 'between' ? value >= target[0] && value <= target[1] : null;
  if (goal === 'between') return null;
  return goal === 'increase' || goal === 'at-least' ? value >= target : value <= target;
}

/** Its own start, else the nearest ancestor's, as with `due`. */
export function startOf(outcome: Outcome): Day | null {
  for (let at: Outcome | null = outcome; at !== null; at = at.parent) if (at.start !== null) return at.start;
  return null;
}

/** The gap between expected and actual progress up to which an outcome is on track, and at risk. */
const ON_TRACK = 0.1;
const AT_RISK = 0.25;
/** Shares are quotients of decimals: 0.6 − 0.5 must not count as more than 0.10. */
const TOLERANCE = 1e-9;

function standing(
  metric: Metric,
  checkIns: readonly CheckIn[],
  expected: number | null,
  isPast: boolean,
): { progress: number | null; status: MetricStatus } {
  const last = checkIns.at(-1);
  const met = last === undefined ? null : isMet(metric, last.value);
  if (last === undefined || met === null) return NOT_MEASURED;
  if (isMoving(metric)) {
    const progress = shareOfTheWay(metric, last.value, met);
    if (progress === null) return NOT_MEASURED;
    if (hasArrived(metric, last.value, met)) return { progress, status: 'achieved' };
    return { progress, status: isPast ? 'missed' : statusByGap(progress, expected) };
  }
  // A level has to be kept until the end: before it, meeting it is being on track.
  const progress = checkIns.filter(({ value }) => isMet(metric, value) === true).length / checkIns.length;
  if (isPast) return { progress, status: met ? 'achieved' : 'missed' };
  return { progress, status: met ? 'on-track' : 'off-track' };
}

const NOT_MEASURED = { progress: null, status: 'not-measured' } as const;

/** Without dates nothing is expected yet; only a step back from the baseline is off track then. */
function statusByGap(progress: number, expected: number | null): MetricStatus {
  if (expected === null) return progress < 0 ? 'off-track' : 'on-track';
  const gap = expected - progress;
  return gap <= ON_TRACK + TOLERANCE ? 'on-track' : gap <= AT_RISK + TOLERANCE ? 'at-risk' : 'off-track';
}

/** `(current − baseline) / (target − baseline)`. A target at the baseline is reached or it is not: 1 or 0. */
function shareOfTheWay(metric: Metric, current: number, met: boolean): number | null {
  const { baseline, target } = metric;
  if (baseline === null || typeof target !== 'number') return null;
  if (target === baseline) return met ? 1 : 0;
  // Differences of numbers near the largest overflow; those of their halves do not.
  const scale = Number.isFinite(current - baseline) && Number.isFinite(target - baseline) ? 1 : 0.5;
  const done = current * scale - baseline * scale;
  const share = done / (target * scale - baseline * scale);
  // Adding 0 makes 0 of the -0 that standing still gives on the way down.
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, share)) + 0;
}

/** Baseline and target say which way is forward, also where the stated goal contradicts them (a finding of its own). */
function hasArrived({ baseline, target }: Metric, current: number, met: boolean): boolean {
  if (baseline === null || typeof target !== 'number' || target === baseline) return met;
  return target > baseline ? current >= target : current <= target;
}

/** Worst first. What is not measured says nothing about the rest: coverage tells of it. */
const BY_SEVERITY: readonly MetricStatus[] = ['missed', 'off-track', 'at-risk', 'on-track', 'achieved'];

function worst(statuses: readonly MetricStatus[]): MetricStatus {
  return BY_SEVERITY.find((status) => statuses.includes(status)) ?? 'not-measured';
}

function closedStatus({ status }: Outcome): 'achieved' | 'missed' | null {
  return status === 'achieved' || status === 'missed' ? status : null;
}

/** Stays within the range of its values; null without any weight. */
function weightedMean(parts: readonly (readonly [value: number, weight: number])[]): number | null {
  const largest = parts.reduce((most, [, weight]) => Math.max(most, weight), 0);
  if (largest === 0) return null;
  let sum = 0;
  let total = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const [value, weight] of parts) {
    if (weight <= 0) continue;
    sum += value * (weight / largest);
    total += weight / largest;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return Math.min(Math.max(sum / total, lowest), highest);
}

function cap(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** `at risk, 50 % of 60 % expected, 1 of 2 measured`, `met in 50 % of check-ins`; what is not known is left out. */
export function describeProgress(of: MetricProgress | OutcomeProgress): string {
  const share = (value: number): string => `${wholePercent(value)} %`;
  const parts = [of.status.replace('-', ' ')];
  if (of.progress !== null) {
    const done = share(of.progress);
    if (of.keeps) parts.push(`met in ${done} of check-ins`);
    else parts.push(of.expected === null ? done : `${done} of ${share(of.expected)} expected`);
  }
  if ('coverage' in of && of.coverage.of > 1)
    parts.push(`${of.coverage.measured} of ${of.coverage.of} measured`);
  return parts.join(', ');
}

/** 100 only for what is reached, and never more digits than anybody reads. */
function wholePercent(share: number): number {
  const percent = Math.max(-MOST_PERCENT, Math.min(MOST_PERCENT, Math.round(share * 100)));
  return percent === 100 && share < 1 ? 99 : percent + 0;
}

const MOST_PERCENT = 99_999;
