import { readDay } from '../outcomes/day';
import type { Confidence, Day, Metric } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { isPercent, isPoints, readQuantity, spoken } from '../outcomes/quantity';
import { isSameUnit } from './units';

/** A sentence that says why something cannot be taken, and how to write it. */
export interface NotTaken {
  readonly ok: false;
  readonly problem: string;
}

export interface TakenValue {
  readonly ok: true;
  /** In the metric's unit. */
  readonly value: number;
  /** How it was read, where it was not written as a plain number: "Read as 12000 calls/week." */
  readonly note: string | null;
}

/** Reads a value that a person typed for a metric: a number, with the metric's unit or without one. */
export function readCheckIn(metric: Metric, typed: string): TakenValue | NotTaken {
  const text = typed.trim();
  if (text === '') return no(`Type the value${metric.unit === null ? '' : ` in ${metric.unit}`}.`);
  const reading = readQuantity(text);
  if (!reading.ok) return no(`This is ${shown(text)}, ${reading.problem}.`);
  const { value, unit } = reading.quantity;
  if (reading.signed && /^\S*\+/.test(text))
    return no(`${shown(text)} reads as a change. Write the value as it is now, without the +.`);
  const problem =
    (unit === null ? null : unitProblem(unit, text, metric)) ?? separatorProblem(text, value, metric);
  if (problem !== null) return no(problem);
  return { ok: true, value, note: PLAIN.test(text) ? null : `Read as ${spoken(value, metric.unit)}.` };
}

/** Reads the day of a measurement. */
export function readCheckInDay(
  metric: Metric,
  typed: string,
  today: Day,
): { readonly ok: true; readonly day: Day } | NotTaken {
  const text = typed.trim();
  const reading = readDay(text);
  if (!reading.ok) {
    const { suggestion } = reading;
    const how = suggestion === null ? 'as YYYY-MM-DD' : `as ${suggestion}`;
    return no(
      reading.impossible
        ? `${shown(text)} is a day that the calendar does not have.`
        : `${shown(text)} is no day; write it ${how}.`,
    );
  }
  const { day } = reading;
  if (day > today) return no(`${day} has not come yet: a check-in says what was measured.`);
  const there = metric.checkIns.find(({ date }) => date === day);
  if (there !== undefined)
    return no(
      `There is a check-in of ${day} already: ${spoken(there.value, metric.unit)}. Correct it in the file, or give another day.`,
    );
  return { ok: true, day };
}

/** Reads `on-track`, `On track`, `at_risk` and the like; null for anything else. */
export function readConfidence(typed: string): Confidence | null {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  return CONFIDENCES.find((confidence) => confidence === word) ?? null;
}

/** Best first. */
export const CONFIDENCES: readonly Confidence[] = ['on-track', 'at-risk', 'off-track'];

const PLAIN = /^-?\d+(\.\d+)?$/;

function unitProblem(unit: string, text: string, metric: Metric): string | null {
  const stated = metric.unit;
  if (stated === null)
    return `${shown(text)} has the unit ${shown(unit)}, and the metric states none. Write the number alone, or give the metric a \`unit\`.`;
  if (isSameUnit(unit, stated)) return null;
  const counts = `the metric counts ${shown(stated)}`;
  if (isPoints(unit) && isPercent(stated))
    return `${shown(text)} is a change in percentage points, and ${counts}. Write the percentage as it is now.`;
  if (isPercent(unit))
    return `${shown(text)} is a percentage, and ${counts}: a share of what? Write the number of ${stated}.`;
  return `${shown(text)} is in ${shown(unit)}, and ${counts}. Write the number in that unit.`;
}

/**
 * "1.500" is one and a half here, and fifteen hundred to half of the world; with a comma it is the other way round.
 * Where what the metric knows already speaks for the other reading, it is asked for without a separator.
 */
function separatorProblem(text: string, value: number, metric: Metric): string | null {
  const match = /^[^\d]*([1-9]\d{0,2})([.,])(\d{3})(?!\d|[.,]\d)/.exec(text);
  if (match === null) return null;
  const [, whole, separator, rest] = match;
  const [thousands, fraction] = [`${whole!}${rest!}`, `${whole!}.${rest!}`];
  const other = separator === ',' ? Number(fraction) : Number(thousands);
  const known = knownValues(metric);
  if (known.length === 0 || distance(value, known) <= distance(other, known) + 1) return null;
  const plain = String(Number(fraction));
  return separator === ','
    ? `In ${shown(text)} the comma would separate thousands. Write ${plain}, or ${thousands} for thousands.`
    : `In ${shown(text)} the dot would be a decimal point. Write ${thousands}, or ${plain} if that is meant.`;
}

function knownValues({ baseline, target, checkIns }: Metric): number[] {
  const targets = target === null ? [] : typeof target === 'number' ? [target] : [...target];
  const values = [
    ...(baseline === null ? [] : [baseline]),
    ...targets,
    ...checkIns.slice(-1).map(({ value }) => value),
  ];
  return values.filter((value) => value !== 0);
}

/** Powers of ten to the nearest of the known values. */
function distance(value: number, known: readonly number[]): number {
  return Math.min(
    ...known.map((other) => Math.abs(Math.log10(Math.abs(value)) - Math.log10(Math.abs(other)))),
  );
}

function no(problem: string): NotTaken {
  return { ok: false, problem };
}
