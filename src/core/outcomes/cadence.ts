import { addDays, daysBetween } from './day';
import type { Cadence, Day, Metric, Outcome } from './model';
import { startOf } from './progress';

/** Days from one check-in to the next; a month is taken as its longest. */
export const CADENCE_DAYS: Readonly<Record<Exclude<Cadence, 'never'>, number>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  quarterly: 92,
};

/** A check-in is stale when it is late by more than this share of its cadence: a week may hold a holiday. */
const GRACE = 0.25;

/** When a metric is to be measured next. */
export interface Appointment {
  readonly cadence: Exclude<Cadence, 'never'>;
  /** The latest check-in up to today; null when there is none. */
  readonly last: Day | null;
  /** The day of the next check-in; null for a metric that was never measured and whose outcome has no start. */
  readonly next: Day | null;
  /** Days since `next`, negative before it; 0 when `next` is not known. */
  readonly late: number;
  /** Late beyond the grace of a quarter of the cadence. */
  readonly isStale: boolean;
}

/** How often an outcome is checked in: as it says itself, else as the nearest one above it does. */
export function cadenceOf(outcome: Outcome): Cadence | null {
  for (let at: Outcome | null = outcome; at !== null; at = at.parent)
    if (at.checkIn !== null) return at.checkIn;
  return null;
}

/**
 * Counts from the last check-in, else from the outcome's start. Past the due date one last measurement is asked for,
 * none after it. null when nobody agreed on a cadence, or when it is not (or no longer) asked for.
 */
export function appointmentOf(metric: Metric, outcome: Outcome, today: Day): Appointment | null {
  const cadence = cadenceOf(outcome);
  if (cadence === null || cadence === 'never' || outcome.status !== 'active') return null;
  const last = metric.checkIns.findLast(({ date }) => date <= today)?.date ?? null;
  const start = startOf(outcome);
  if (last === null && start === null) return { cadence, last, next: null, late: 0, isStale: false };
  const { due } = outcome;
  if (last !== null && due !== null && last >= due) return null;
  const regular =
    last === null ? addDays(start!, CADENCE_DAYS[cadence]) : addDays(last, CADENCE_DAYS[cadence]);
  const next = due !== null && due < regular && (last !== null || start! <= due) ? due : regular;
  const late = daysBetween(next, today);
  return { cadence, last, next, late, isStale: late > CADENCE_DAYS[cadence] * GRACE };
}
