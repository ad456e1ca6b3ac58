import { readQuantity } from '../quantity';
import { normalizeTitle } from './normalize';
import { isDate } from './quantity';
import { remember } from './remember';
import { isComparative, isFunctionWord, isNumber, isPercent, readWords, type Word } from './words';

/** A number that a title states, and what it is there for. */
export interface TitleNumber {
  /** from: where it starts · to: where it is to be · by: how far it moves · level: a number with no such word. */
  readonly role: 'from' | 'to' | 'by' | 'level';
  readonly value: number;
  readonly percent: boolean;
  /** A currency sign, or the word that says what is counted, in its singular; null when neither is written. */
  readonly of: string | null;
  /** How many seconds its unit of time has; null for anything else. */
  readonly seconds: number | null;
  /** As it was written, with its percent sign. */
  readonly text: string;
}

/** The numbers of a title that can be compared with a metric: no dates, versions, ordinals or numbers in words. */
export function titleNumbers(title: string): TitleNumber[] {
  if (!/\d/.test(title)) return [];
  const words = readWords(normalizeTitle(title));
  return words.flatMap((word, i) => {
    if (!isNumber(word) || isDate(words, i)) return [];
    const reading = readQuantity(word.text.replace(/^[<>≤≥~−]|\+$/g, ''));
    if (!reading.ok) return [];
    const { value, unit } = reading.quantity;
    const next = words[i + 1];
    const scale = scales.get(next?.lower ?? '') ?? 1;
    const percent = isPercent(words, i);
    const counted = percent ? null : (unit ?? nounAfter(words, scale === 1 ? i + 1 : i + 2));
    return [
      {
        role: roleOf(words, i),
        value: Math.abs(value) * scale,
        percent,
        of: counted,
        seconds: secondsOf(unit ?? next?.lower ?? null),
        text: percent && unit === null ? `${word.text} %` : word.text,
      },
    ];
  });
}

/** The singulars of the words of a text that mean something by themselves. */
export const contentWords: (text: string) => ReadonlySet<string> = remember((text) => {
  const words = readWords(normalizeTitle(text)).filter((w) => w.kind === 'word' && !isFunctionWord(w.lower));
  return new Set(words.filter((w) => !empty.has(w.lower)).map(singular));
});

/** Seconds in a unit of time, as English and its short forms write it; null for any other unit. */
export function secondsOf(unit: string | null): number | null {
  const found =
    unit === null
      ? null
      : /^(ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/i.exec(
          unit.trim(),
        );
  if (!found) return null;
  const name = found[1]!.toLowerCase();
  if (name.startsWith('ms') || name.startsWith('mil')) return 0.001;
  return { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }[name[0]!] ?? null;
}

const scales = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const limits = new Set([
  'under',
  'below',
  'above',
  'over',
  'within',
  'least',
  'most',
  'than',
  '<',
  '>',
  '≤',
  '≥',
]);
const empty = new Set(
  'number rate share average total mean median percentage level new first time per increase reduce increased reduced improve grow raise lower cut reach achieve from to by week month year day quarter'.split(
    ' ',
  ),
);

function singular(word: Word): string {
  return word.noun?.lemma ?? (word.lower.length > 3 ? word.lower.replace(/s$/, '') : word.lower);
}

function nounAfter(words: readonly Word[], at: number): string | null {
  for (const word of words.slice(at, at + 4)) {
    if (word.kind !== 'word' || isFunctionWord(word.lower)) return null;
    if (word.noun !== null) return singular(word);
  }
  return null;
}

function roleOf(words: readonly Word[], at: number): TitleNumber['role'] {
  const after = words[at + (isPercent(words, at) && !words[at]!.text.endsWith('%') ? 2 : 1)];
  if (isPercent(words, at) && isComparative(after)) return 'by';
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const { lower } = words[i]!;
    if (lower === 'from' || lower === 'by') return lower;
    if (lower === 'to' || lower === '→' || lower === 'into' || limits.has(lower)) return 'to';
    if (words[i]!.kind === 'number') break;
  }
  return words[at + 1]?.lower === '→' ? 'from' : 'level';
}
