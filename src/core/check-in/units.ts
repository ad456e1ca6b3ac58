import { isPercent, isPoints } from '../outcomes/quantity';

/**
 * True when a unit that was typed with a number is the metric's own, in whatever number or case, or its beginning:
 * "min", "Minute" and "minutes" are one unit, and so are "calls" and "calls/week". Stricter than what a file may say,
 * for here nothing else tells the reader that milliseconds were meant.
 */
export function isSameUnit(typed: string, stated: string): boolean {
  if (isPercent(typed) || isPercent(stated)) return isPercent(typed) && isPercent(stated);
  if (isPoints(typed) || isPoints(stated)) return isPoints(typed) && isPoints(stated);
  const [a, b] = [partsOf(typed), partsOf(stated)];
  return isSameWord(a.what, b.what) && (a.per === '' || b.per === '' || isSameWord(a.per, b.per));
}

/** What is counted, and what it is counted by: "calls per week" and "calls/week" alike. */
function partsOf(unit: string): { readonly what: string; readonly per: string } {
  const [what = '', ...per] = unit.toLowerCase().split(/\s*\/\s*|\s+(?:per|a|an|each)\s+/);
  return { what: what.trim(), per: per.join(' ').trim() };
}

/** Fewer letters than this abbreviate too many words. */
const TELLING = 3;

function isSameWord(a: string, b: string): boolean {
  const [x, y] = [singular(a), singular(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= TELLING && long.startsWith(short);
}

function singular(word: string): string {
  return word.length > TELLING ? word.replace(/(?<=\p{L})s$/u, '') : word;
}
