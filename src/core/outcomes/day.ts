import type { Day } from './model';

/**
 * Calendar days without clocks and time zones: a Day is `YYYY-MM-DD` in the proleptic Gregorian calendar, years
 * 0001 to 9999, and its number counts days since 1970-01-01. Conversion both ways is Howard Hinnant's
 * `days_from_civil` / `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
 */

export type DayReading =
  | { readonly ok: true; readonly day: Day }
  /** `impossible`: written like a date, but the calendar has no such day. `suggestion` is how to write it. */
  | { readonly ok: false; readonly impossible: boolean; readonly suggestion: string | null };

/** Reads exactly one day, `2026-12-31`. */
export function readDay(text: string): DayReading {
  return readPeriod(text, 'day');
}

/**
 * Reads a day, a month `2026-12` or a quarter `2026-Q4`. `edge` says which day of a longer period is meant:
 * its first (a start) or its last (a due date).
 */
export function readDayOrPeriod(text: string, edge: 'first' | 'last'): DayReading {
  return readPeriod(text, edge);
}

/** True for a string that is an existing day written as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return readDay(text).ok;
}

/** The day `count` days later (earlier when negative), kept within the years 0001 to 9999. */
export function addDays(day: Day, count: number): Day {
  const moved = numberOfDay(day) + Math.trunc(Number.isNaN(count) ? 0 : count);
  return dayOfNumber(Math.min(Math.max(moved, FIRST), LAST));
}

/** Days from one day to another: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** Days since 1970-01-01. */
export function numberOfDay(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
}

/** The day with this number; numbers outside the years 0001 to 9999 give the nearest day within. */
export function dayOfNumber(number: number): Day {
  const shifted = Math.min(Math.max(Math.trunc(number), FIRST), LAST) + EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return civil(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

/** The day in UTC that holds a moment, given in seconds since 1970 as git counts them. */
export function dayOfSeconds(seconds: number): Day {
  return dayOfNumber(Math.floor(seconds / SECONDS_PER_DAY));
}

/** The start of a day in UTC, in seconds since 1970. */
export function secondsAtStart(day: Day): number {
  return numberOfDay(day) * SECONDS_PER_DAY;
}

const SECONDS_PER_DAY = 86_400;
const DAYS_PER_ERA = 146097;
/** Days from 0000-03-01, where eras begin, to 1970-01-01. */
const EPOCH = 719468;
const FIRST = numberOfDay('0001-01-01');
const LAST = numberOfDay('9999-12-31');

const SHAPE = /^(\d{4})-(?:(\d{2})(?:-(\d{2}))?|[Qq](\d))$/;

function readPeriod(text: string, wanted: 'day' | 'first' | 'last'): DayReading {
  const trimmed = text.trim();
  const match = SHAPE.exec(trimmed);
  if (match === null) return misread(trimmed, wanted);
  const [, y, m, d, q] = match;
  const year = Number(y);
  if (year === 0) return impossible;
  if (q !== undefined) {
    const quarter = Number(q);
    if (quarter < 1 || quarter > 4) return impossible;
    return wanted === 'day' ? misread(trimmed, wanted) : period(year, quarter * 3 - 2, quarter * 3, wanted);
  }
  const month = Number(m);
  if (month < 1 || month > 12) return impossible;
  if (d === undefined)
    return wanted === 'day' ? misread(trimmed, wanted) : period(year, month, month, wanted);
  const day = Number(d);
  return day < 1 || day > daysInMonth(year, month) ? impossible : { ok: true, day: civil(year, month, day) };
}

const impossible: DayReading = { ok: false, impossible: true, suggestion: null };

function period(year: number, firstMonth: number, lastMonth: number, edge: 'first' | 'last'): DayReading {
  const day =
    edge === 'first' ? civil(year, firstMonth, 1) : civil(year, lastMonth, daysInMonth(year, lastMonth));
  return { ok: true, day };
}

/** Recognizes usual other ways of writing a day, to suggest the right one; it never guesses day against month. */
function misread(text: string, wanted: 'day' | 'first' | 'last'): DayReading {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (parts !== null) {
    const suggestion = `${parts[1]!}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
    const reading = readPeriod(suggestion, 'day');
    return { ok: false, impossible: !reading.ok, suggestion: reading.ok ? suggestion : null };
  }
  const suggestion = wanted === 'day' ? null : suggestPeriod(text, wanted);
  return { ok: false, impossible: false, suggestion };
}

function suggestPeriod(text: string, edge: 'first' | 'last'): string | null {
  const quarter = /^(?:Q([1-4])[ /-]?(\d{4})|(\d{4})[ /]?Q([1-4]))$/i.exec(text);
  if (quarter !== null) return `${(quarter[2] ?? quarter[3])!}-Q${(quarter[1] ?? quarter[4])!}`;
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (month !== null && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return `${month[1]!}-${month[2]!.padStart(2, '0')}`;
  }
  return /^\d{4}$/.test(text) && text !== '0000' ? `${text}-Q${edge === 'first' ? 1 : 4}` : null;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function civil(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
