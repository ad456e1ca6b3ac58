import { dayOfNumber, numberOfDay } from './day';
import type { CheckIn, Day, Metric } from './model';

/** Where the straight line through the check-ins leads. */
export interface Forecast {
  /** The value at `due`; null without a due date. */
  readonly value: number | null;
  /** The day the line reaches the target; null when it does not lead there, or not within a hundred years. */
  readonly reached: Day | null;
}

/** Days ahead beyond which a line says nothing. */
const FARTHEST = 36_525;

/**
 * Ordinary least squares of value over day, through three or more check-ins of at least two different days
 * (`checkIns` sorted by date). null with fewer, or when the numbers are too large to add up.
 */
export function forecastOf(metric: Metric, checkIns: readonly CheckIn[], due: Day | null): Forecast | null {
  const line = lineThrough(checkIns);
  const last = checkIns.at(-1);
  if (line === null || last === undefined) return null;
  const value = due === null ? null : line.middle + line.slope * (numberOfDay(due) - line.center);
  if (value !== null && !Number.isFinite(value)) return null;
  return {
    value: value === null ? null : value + 0,
    reached: reachedOn(metric, line, numberOfDay(last.date)),
  };
}

interface Line {
  /** The mean day number and the value there. */
  readonly center: number;
  readonly middle: number;
  /** Change of value a day. */
  readonly slope: number;
}

function lineThrough(checkIns: readonly CheckIn[]): Line | null {
  if (checkIns.length < 3) return null;
  const days = checkIns.map(({ date }) => numberOfDay(date));
  const center = mean(days);
  const middle = mean(checkIns.map(({ value }) => value));
  let covariance = 0;
  let variance = 0;
  checkIns.forEach(({ value }, i) => {
    const offset = days[i]! - center;
    covariance += offset * (value - middle);
    variance += offset * offset;
  });
  const slope = covariance / variance;
  return variance > 0 && Number.isFinite(slope) && Number.isFinite(middle) ? { center, middle, slope } : null;
}

function reachedOn({ goal, target }: Metric, line: Line, lastDay: number): Day | null {
  if ((goal !== 'increase' && goal !== 'decrease') || typeof target !== 'number') return null;
  if (goal === 'increase' ? line.slope <= 0 : line.slope >= 0) return null;
  const day = Math.ceil(line.center + (target - line.middle) / line.slope - 1e-9);
  return day >= lastDay && day <= lastDay + FARTHEST ? dayOfNumber(day) : null;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
