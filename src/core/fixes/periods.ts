import { readDayOrPeriod } from '../outcomes/day';
import type { Day } from '../outcomes/model';

/** A quarter as a due date is written, and its last day. */
export interface Quarter {
  readonly name: string;
  readonly end: Day;
}

/** The quarter that holds the day, or so many quarters after it. Nothing goes beyond the year 9999. */
export function quarterOf(day: Day, after = 0): Quarter {
  const index = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) + after;
  const last = Math.min(index, 9999 * 4 + 3);
  const name = `${String(Math.floor(last / 4)).padStart(4, '0')}-Q${(last % 4) + 1}`;
  const reading = readDayOrPeriod(name, 'last');
  return { name, end: reading.ok ? reading.day : day };
}

/** The last day of a written day, month or quarter; null when it is none. */
export function lastDayOf(text: string): Day | null {
  const reading = readDayOrPeriod(text, 'last');
  return reading.ok ? reading.day : null;
}
