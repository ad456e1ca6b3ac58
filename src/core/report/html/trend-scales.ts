import { extent } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { numberOfDay } from '../../outcomes/day';
import type { Day } from '../../outcomes/model';
import type { ReviewLine, ReviewMetric, ReviewPoint } from '../review';
import { compact, monthName } from './words';

/** The field of a trend, in units of its drawing; labels stand outside of it. */
export const FIELD = { left: 44, top: 20, right: 264, bottom: 156, width: 360, height: 180 } as const;

export interface TrendScales {
  readonly x: (day: Day) => number;
  readonly y: (value: number) => number;
  readonly days: readonly { readonly at: number; readonly label: string }[];
  readonly values: readonly { readonly at: number; readonly label: string }[];
  /** The part of a line that lies in the field; null when none does. */
  readonly clip: (line: ReviewLine) => readonly [Point, Point] | null;
}

export type Point = readonly [x: number, y: number];

/**
 * Where days and values of a metric lie. The days run from the start (or the first check-in) to the due date, or to
 * today where that is later; the values hold the check-ins, the baseline and the target. A forecast may widen them by
 * half and is cut beyond. null where there is nothing to draw, or numbers so large that their difference is none.
 */
export function trendScales(
  metric: ReviewMetric,
  today: Day,
  start: Day | null,
  due: Day | null,
): TrendScales | null {
  const values = [...metric.series.map(({ value }) => value), ...goalValues(metric)];
  if (values.length === 0) return null;
  const [low, high] = extent(values) as [number, number];
  const span = high - low;
  if (!Number.isFinite(span * 4)) return null;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Doubles hold some 16 digits: closer together, or closer to 0, values are one level.
  const isFlat = span <= size * 1e-12 || span < 1e-100;
  const room = !isFlat ? span / 2 : size < 1e-100 ? 1 : size / 2;
  const foreseen = metric.forecastLine?.map(({ value }) => value) ?? [];
  const bottom = Math.min(low, Math.max(low - room, Math.min(low, ...foreseen)));
  const top = Math.max(high, Math.min(high + room, Math.max(high, ...foreseen)));
  const y = scaleLinear()
    .domain(isFlat ? [low - room, high + room] : [bottom, top])
    .nice(4)
    .range([FIELD.bottom, FIELD.top]);
  const days = [...metric.series.map(({ day }) => day), start, due, today]
    .filter((day) => day !== null)
    .sort();
  const [first, last] = [numberOfDay(days[0]!), numberOfDay(days.at(-1)!)];
  const spare = last - first < 14 ? 14 : 0;
  const x = scaleUtc()
    .domain([dateOf(first - spare), dateOf(last + spare)])
    .range([FIELD.left, FIELD.right]);
  const [from, to] = y.domain() as [number, number];
  return {
    x: (day) => x(dateOf(numberOfDay(day))),
    y,
    days: dayTicks(x.ticks(4)).map(({ date, label }) => ({ at: x(date), label })),
    values: y.ticks(4).map((value) => ({ at: y(value), label: compact(value) })),
    clip: (line) => {
      const kept = clipped(line, from, to);
      return kept === null
        ? null
        : (kept.map(({ at, value }) => [x(dateOf(at)), y(value)] as const) as unknown as [Point, Point]);
    },
  };
}

/** Baseline and target. */
export function goalValues({ baseline, target }: Pick<ReviewMetric, 'baseline' | 'target'>): number[] {
  return [...(baseline === null ? [] : [baseline]), ...(target === null ? [] : [target].flat())];
}

/** The part of a straight line between two values, with days as numbers. */
function clipped(
  [a, b]: ReviewLine,
  low: number,
  high: number,
): readonly [{ at: number; value: number }, { at: number; value: number }] | null {
  const from = asNumbers(a);
  const to = asNumbers(b);
  if (Math.max(from.value, to.value) < low || Math.min(from.value, to.value) > high) return null;
  const along = (value: number) =>
    from.at + ((value - from.value) / (to.value - from.value)) * (to.at - from.at);
  const end = (point: { at: number; value: number }) => {
    const value = Math.min(high, Math.max(low, point.value));
    return value === point.value ? point : { at: along(value), value };
  };
  return [end(from), end(to)];
}

function asNumbers({ day, value }: ReviewPoint): { at: number; value: number } {
  return { at: numberOfDay(day), value };
}

/** Names of months, with the year where one begins and at the first; days where the whole is shorter than that. */
function dayTicks(dates: readonly Date[]): { date: Date; label: string }[] {
  return dates.map((date, i) => {
    const iso = date.toISOString();
    const year = iso.slice(0, iso.indexOf('-', 1));
    const isFirst = iso.endsWith('-01T00:00:00.000Z');
    if (!isFirst) return { date, label: `${date.getUTCDate()} ${monthName(iso)}` };
    const isYear = iso.slice(-20).startsWith('-01-01');
    const everyYear = dates.every((each) => each.getUTCMonth() === dates[0]!.getUTCMonth());
    if (isYear && everyYear && dates.length > 1) return { date, label: String(Number(year)) };
    return { date, label: isYear || i === 0 ? `${monthName(iso)} ${Number(year)}` : monthName(iso) };
  });
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}
