import { thousandsApart, type Day, type Evidence } from '../../core';

/** `30 %`, rounded half away from zero, so that 0.5 % short of the goal is not shown as reached: 0.996 is `99 %`. */
export function percent(share: number): string {
  const whole = share < 1 ? Math.min(99, Math.round(share * 100)) : Math.round(share * 100);
  return `${String(whole === 0 ? 0 : whole)} %`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `31 Dec`, with the year when it is not the year of `today`. */
export function shortDay(day: Day, today: Day): string {
  const [year, month, date] = day.split('-');
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined || date === undefined) return day;
  const text = `${Number(date)} ${name}`;
  return year === today.slice(0, 4) ? text : `${text} ${year}`;
}

/** A number for people: at most four decimals, thousands set apart, no exponent below 10^21. */
export function number(value: number): string {
  if (Number.isInteger(value)) return apart(value);
  const size = Math.abs(value);
  // By its digits, not by its binary value: 0.00015 is 0.0002.
  const rounded = size < 0.00005 ? 0 : Number(`${Math.round(Number(`${size}e4`))}e-4`);
  return rounded === 0 ? '0' : thousandsApart(String(value < 0 ? -rounded : rounded));
}

/** A whole number with its thousands set apart. */
export function apart(count: number): string {
  // Most need no digits set apart, and an outline of thousands says them after each key.
  return Math.abs(count) < 1000 ? String(count) : thousandsApart(String(count));
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${apart(count)} ${count === 1 ? one : many}`;
}

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  stated: 'the comment states it',
  path: 'the file lies below a path of this outcome',
  config: "git's configuration states it for the branch",
  name: 'the branch is named after it',
  pattern: 'a pattern for branches matches the name',
  commits: "the branch's commits serve it",
  trailer: 'the commit has an Outcome trailer',
  scope: "the commit's scope names it",
};

/** Why a piece of work counts as serving an outcome, as the rest of "linked because …". */
export function evidenceText(evidence: Evidence): string {
  return EVIDENCE[evidence];
}

const SHORT_EVIDENCE: Readonly<Record<Evidence, string>> = {
  stated: 'stated',
  path: 'by path',
  config: 'by git config',
  name: 'by branch name',
  pattern: 'by branch pattern',
  commits: 'by its commits',
  trailer: 'by trailer',
  scope: 'by commit scope',
};

export function shortEvidence(evidence: Evidence): string {
  return SHORT_EVIDENCE[evidence];
}

/** Not empty parts, set apart as VS Code's own views do. */
export function joined(parts: readonly (string | null | undefined)[]): string {
  let text = '';
  for (const part of parts) if (part) text = text === '' ? part : `${text} · ${part}`;
  return text;
}

/**
 * The text as Markdown that shows exactly it: no markup, entity, link, image, HTML or theme icon comes of it.
 * CommonMark lets every ASCII punctuation character be escaped, which also keeps addresses from becoming links.
 */
export function plain(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Line breaks, tabs and runs of spaces as one space; what would reorder or hide the text around it is dropped. */
export function oneLine(text: string): string {
  if (ON_ONE_LINE.test(text)) return text;
  return text
    .replace(HIDDEN, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Printable ASCII with single spaces between its words, as nearly all texts are. */
const ON_ONE_LINE = /^[!-~]+(?: [!-~]+)*$/;
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
