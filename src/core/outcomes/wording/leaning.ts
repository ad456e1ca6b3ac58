import type { Feature } from './features';
import { leaningLines } from './lexicon/leanings';
import * as is from './words';
import type { Word } from './words';

/** How many words are a title's beginning, which tells more than its end. */
const EARLY = 4;

/**
 * How far the words of a title lean to outputs (above zero) or away from them, all of them and its first ones. Counts any
 * word by where it stands among all words of English, so it also tells of words that are in no list of this folder.
 */
export function leanings(words: readonly Word[]): Feature[] {
  const all = words.filter((w) => w.kind === 'word' && !is.isFunctionWord(w.lower)).map(leaningOf);
  const feature = (name: string, of: readonly number[]): Feature => {
    const sum = of.reduce((total, each) => total + each, 0);
    return { name, from: 0, to: 0, times: of.length === 0 ? 0 : sum / Math.sqrt(of.length) };
  };
  return [feature('lean whole', all), feature('lean early', all.slice(0, EARLY))];
}

/** Of a compound without a leaning of its own, that of its last part which has one. */
function leaningOf({ lower }: Word): number {
  const own = known.get(lower);
  if (own !== undefined || !lower.includes('-')) return own ?? 0;
  const part = lower.split('-').findLast((each) => known.has(each));
  return part === undefined ? 0 : known.get(part)!;
}

/** Each line: a leaning in tenths, and the words that have it. */
const known: ReadonlyMap<string, number> = new Map(
  leaningLines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [tenths, ...words] = line.split(' ');
      return words.map((word) => [word, Number(tenths) / 10] as const);
    }),
);
