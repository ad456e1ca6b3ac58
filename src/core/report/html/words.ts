import { daysBetween } from '../../outcomes/day';
import type { Day } from '../../outcomes/model';
import { spoken } from '../../outcomes/quantity';
import { thousandsApart } from '../../text';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `31 Dec 2026` */
export function dayText(day: Day): string {
  return `${Number(day.slice(8))} ${monthName(day)} ${Number(day.slice(0, 4))}`;
}

/** `Dec`, of a day or of a month. */
export function monthName(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? day;
}

/** Where a day lies from today: `in 12 days`, `today`, `3 months ago`. */
export function away(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  const span = spanText(Math.abs(days));
  return days > 0 ? `in ${span}` : `${span} ago`;
}

/** `12 days`, `3 months`, `2 years`: rounded, as people say it. */
export function spanText(days: number): string {
  if (days < 60) return counted(days, 'day');
  return days < 730 ? counted(Math.round(days / 30.44), 'month') : counted(Math.round(days / 365.25), 'year');
}

/** Never 100 % before it is reached. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const whole = Math.round(share * 100);
  return `${whole === 0 ? 0 : whole === 100 && share < 1 ? 99 : whole} %`;
}

/** `1 output`, `2,300 outputs` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousandsApart(String(count))} ${count === 1 ? one : many}`;
}

/** A value with its unit, in full: `1,250 calls/week`. */
export function quantity(value: number, unit: string | null): string {
  // As shares are written everywhere on the page.
  const text = unit === '%' ? `${spoken(value, null)} %` : spoken(value, unit);
  return text.replace(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/i, thousandsApart);
}

/** A value without its unit, in full: `1,250.5`. */
export function number(value: number): string {
  return quantity(value, null);
}

/** At most three digits and a letter, for the narrow places of a chart: `1.25M`. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return String(value === 0 ? 0 : value);
  if (size >= 1e15 || size < 1e-4) return value.toPrecision(2).replace(/\.?0+(?=e)/, '');
  const [divisor, letter] =
    size >= 999.5e9
      ? [1e12, 'T']
      : size >= 999.5e6
        ? [1e9, 'B']
        : size >= 999.5e3
          ? [1e6, 'M']
          : size >= 9999.5
            ? [1e3, 'k']
            : [1, ''];
  const scaled = value / divisor;
  return `${thousandsApart(String(Number(scaled.toPrecision(divisor === 1 ? 4 : 3))))}${letter}`;
}

/** `off-track` as people say it. */
export function words(status: string): string {
  return status.replaceAll('-', ' ');
}

/** The first letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text, cut with an ellipsis where it has more letters than `most`. */
export function shortened(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
