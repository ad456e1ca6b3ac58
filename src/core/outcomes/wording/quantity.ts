import * as closed from './lexicon/words';
import { quote } from './quote';
import * as is from './words';
import type { Word } from './words';

/** A measured level, span or difference from word `from` on, quoted: "under 200 ms", "by 12 %", "from 5 to 8", "+20 %". */
export function measured(words: readonly Word[], from = 0): string | null {
  for (let i = from; i < words.length; i++) {
    const end = measureEnd(words, i);
    if (end > 0) return quote(words, i, end);
  }
  return null;
}

/** Whether a level or span comes next, as after the name of a measure. */
export function measureNext(words: readonly Word[], at: number): boolean {
  return (
    measureEnd(words, at) > 0 || (words[at]?.lower === 'of' && words.slice(at + 1, at + 4).some(is.isNumber))
  );
}

/** "from A to B" with two numbers, quoted. */
export function measuredSpan(words: readonly Word[], from = 0): string | null {
  for (let i = from; i < words.length; i++) {
    const end = spanEnd(words, i);
    if (end > 0) return quote(words, i, end);
  }
  return null;
}

/** "within 24 hours", "on time": a promise that is kept anew each time. `loose` also takes "in 3 days". */
export function serviceLevel(words: readonly Word[], from: number, loose = false): string | null {
  for (let i = from; i < words.length; i++) {
    const { lower } = words[i]!;
    const limit = lower === 'within' || lower === 'under' || lower === 'below' || (loose && lower === 'in');
    const near = words.slice(i + 1, i + 5);
    if (
      limit &&
      near.some((w) => timeUnits.test(w.lower)) &&
      near.some((w) => is.isNumber(w) || is.isDeterminer(w))
    ) {
      return quote(words, i, Math.min(i + 4, words.length));
    }
    if (lower === 'on' && near.slice(0, 3).some((w) => /^(?:time|schedule|day|date)$/.test(w.lower))) {
      return quote(words, i, Math.min(i + 4, words.length));
    }
  }
  return null;
}

const timeUnits =
  /^(?:milliseconds?|seconds?|minutes?|mins?|hours?|hrs?|days?|workdays?|sprints?|iterations?|years?|weeks?|months?|quarters?|visits?|clicks?|calls?)$/;

/** A number that counts or measures: not a year, and not the version in "Rails 7". */
export function isAmount(words: readonly Word[], at: number): boolean {
  if (!is.isNumber(words[at]) || isDate(words, at)) return false;
  const before = words[at - 1];
  const version = before?.kind === 'word' && !is.isFunctionWord(before.lower) && !is.isAdverb(before);
  return !version || before.verbs.length > 0 || is.isPercent(words, at) || before.lower === 'reach';
}

function measureEnd(words: readonly Word[], i: number): number {
  const word = words[i];
  if (word === undefined) return -1;
  const span = spanEnd(words, i);
  if (span > 0) return span;
  if (is.isPercent(words, i)) return words[i]!.text.endsWith('%') ? i + 1 : i + 2;
  if (is.isNumber(word)) return /^[+−<>≤≥-]/.test(word.text) && i > 0 ? i + 1 : -1;
  if (/^[<>≤≥]$/.test(word.lower)) return is.isNumber(words[i + 1]) ? i + 2 : -1;
  if (i === 0 || !closed.thresholds.has(word.lower) || isRange(words, i)) return -1;
  const reach = word.lower === 'by' || word.lower === 'up' || word.lower === 'down' ? 2 : 4;
  for (let n = i + 1; n < Math.min(i + reach, words.length); n++) {
    if (is.isNumber(words[n]) && !isDate(words, n)) return isUnit(words[n + 1]) ? n + 2 : n + 1;
    if (closed.amountWords.has(words[n]!.lower)) return n + 1;
    if (words[n]!.lower === 'one' && isUnit(words[n + 1])) return n + 2;
    if (words[n]!.lower === 'one' && words[n + 1]?.lower === 'working') return n + 3;
  }
  return reach === 2 && /^(?:half|third|quarter|fifth|tenth)$/.test(words[i + 2]?.lower ?? '') ? i + 3 : -1;
}

/** "years 7 to 9": which ones, and no level. */
const isRange = (words: readonly Word[], at: number): boolean =>
  words[at]!.lower === 'to' &&
  is.isNumber(words[at - 1]) &&
  is.isNumber(words[at + 1]) &&
  words[at - 2]?.kind === 'word' &&
  !is.isFunctionWord(words[at - 2]!.lower);

/** A unit that is read with its number: "2 %", "200 ms". */
function isUnit(word: Word | undefined): boolean {
  return (
    word !== undefined && (/^(?:%|percent|ms|s|h|pp|bps)$/.test(word.lower) || timeUnits.test(word.lower))
  );
}

/** Behind B's number in "from A to B"; -1 when `at` does not start such a span. */
function spanEnd(words: readonly Word[], at: number): number {
  if (
    words[at]?.lower === '→' &&
    words.slice(Math.max(0, at - 3), at).some(is.isNumber) &&
    is.isNumber(words[at + 1])
  )
    return at + 2;
  if (words[at]?.lower !== 'from') return -1;
  const first = words.slice(at + 1, at + 4).findIndex(is.isNumber);
  if (first < 0) return -1;
  for (let i = at + 2 + first; i < Math.min(words.length, at + 14); i++) {
    if (words[i]!.lower !== 'to' && words[i]!.lower !== 'into') continue;
    const second = words.slice(i + 1, i + 4).findIndex(is.isNumber);
    if (second >= 0) return i + 2 + second;
  }
  return -1;
}

const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4]|h[12]|eoy|eoq|fy)$/;

/** "3 March", "March 3", "2027", "Q3 2026". */
export function isDate(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!;
  if (months.test(words[at + 1]?.lower ?? '') || months.test(words[at - 1]?.lower ?? '')) return true;
  return (
    /^(?:19|20)\d\d$/.test(text) &&
    !is.isPercent(words, at) &&
    /^(?:by|in|for|until|of|since|before|the|end|to|year)?$/.test(words[at - 1]?.lower ?? '')
  );
}
