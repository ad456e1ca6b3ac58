import { addDays, type Day } from '../../core';

/** A day that is likely meant, and what it is. */
export interface LikelyDay {
  readonly day: Day;
  readonly about: string;
}

/** The days that a field is likely to get, the likeliest first; none for a field that holds no day. */
export function likelyDays(key: string, today: Day): readonly LikelyDay[] {
  const now = { day: today, about: 'today' };
  switch (key) {
    case 'date':
    case 'shipped':
    case 'commits-since':
      return [now];
    case 'start':
      return [now, { day: addDays(endOfQuarter(today), 1), about: 'start of the next quarter' }];
    case 'due':
      return ends(today);
    default:
      return [];
  }
}

function ends(today: Day): LikelyDay[] {
  const end = endOfQuarter(today);
  const next = endOfQuarter(addDays(end, 1));
  const days = [
    { day: end, about: 'end of this quarter' },
    { day: next, about: 'end of the next quarter' },
    { day: `${today.slice(0, 4)}-12-31`, about: 'end of the year' },
    { day: today, about: 'today' },
  ];
  return days.filter(({ day }, i) => days.findIndex((other) => other.day === day) === i);
}

/** The last day of the day's calendar quarter. */
export function endOfQuarter(day: Day): Day {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return `${day.slice(0, 4)}-${ENDS[quarter - 1] ?? ENDS[3]}`;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;
