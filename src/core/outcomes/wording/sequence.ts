import * as closed from './lexicon/words';
import type { NounClass } from './lexicon/nouns';
import type { Feature } from './features';
import * as is from './words';
import type { Word } from './words';

/**
 * Which sorts of words follow each other: "next De_T" is a verb of delivery and then a thing. `verbAt` is the word that is
 * read as the title's verb even where it could be a noun, -1 for none. "^" is the start, "$" the end.
 */
export function neighbours(words: readonly Word[], verbAt: number): Feature[] {
  const sorts = words
    .map((_, i) => ({ sort: sortOf(words, i, i === verbAt), at: i }))
    .filter(({ sort }) => sort !== '');
  const all = [{ sort: '^', at: 0 }, ...sorts, { sort: '$', at: words.length }];
  return all.slice(1).map(({ sort, at }, i) => ({
    name: `next ${all[i]!.sort}_${sort}`,
    from: all[i]!.at,
    to: Math.min(at + 1, words.length),
  }));
}

/** A short name of what a word is; '' for one that says nothing of its neighbours. */
function sortOf(words: readonly Word[], i: number, asVerb: boolean): string {
  const word = words[i]!;
  const { lower, noun, verbs, kind } = word;
  if (kind === 'number') return is.isPercent(words, i) ? '%' : '#';
  if (kind === 'mark') return /^[,;:.–—(-]$/.test(lower) ? ',' : '';
  if (/^(?:of|to|for|with|in|by|that|and)$/.test(lower)) return lower;
  if (is.isFunctionWord(lower)) return smallSort(word);
  if (is.isComparative(word)) return '+';
  const verb = verbs[0]?.classes[0];
  if (verb !== undefined && (noun === null || asVerb)) return verb[0]!.toUpperCase() + verb[1]!;
  if (noun !== null) return nounSort(noun.classes) + (noun.plural ? 's' : '');
  if (is.isAdjective(word)) return closed.qualities.has(lower) ? 'J' : 'j';
  return is.isAdverb(word) ? 'y' : '?';
}

/** P: a preposition. M: a modal, or a form of be or have. */
function smallSort(word: Word): string {
  if (is.isPreposition(word)) return 'P';
  return is.isAuxiliary(word) && !closed.doForms.has(word.lower) ? 'M' : '';
}

/** The telling class of a noun that has several; x is what can be either a measure or a thing. */
function nounSort(classes: ReadonlySet<NounClass>): string {
  if (classes.has('person') && !classes.has('thing')) return 'p';
  if (classes.has('measure') && classes.has('thing') && !classes.has('trouble')) return 'x';
  return nounSorts.find(([kind]) => classes.has(kind))?.[1] ?? 'o';
}

const nounSorts: readonly (readonly [NounClass, string])[] = [
  ['trouble', 'r'],
  ['measure', 'm'],
  ['thing', 'T'],
  ['delivery', 'd'],
  ['movement', 'v'],
  ['quality', 'q'],
  ['activity', 'a'],
  ['person', 'p'],
];
