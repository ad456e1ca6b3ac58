import * as closed from './lexicon/words';
import { looksPlural } from './inflection';
import { phraseEnd, isNounLike } from './head';
import {
  isAdjective,
  isComparative,
  isDeterminer,
  isNoun,
  isNumber,
  isPercent,
  verbAs,
  isVerb,
  type Word,
} from './words';
import type { NounClass } from './lexicon/nouns';

/** A noun phrase, and what its head names. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** The word the others describe; -1 when the phrase has none. */
  readonly head: number;
  readonly classes: ReadonlySet<NounClass>;
  /** "a" or "an" before it, "the" or a possessive, or nothing. */
  readonly article: 'a' | 'the' | null;
  readonly number: boolean;
  readonly percent: boolean;
  readonly comparative: boolean;
  /** Counts what follows it: "number of pull requests". */
  readonly counted: boolean;
  readonly plural: boolean;
}

const none: ReadonlySet<NounClass> = new Set();

/** Reads the noun phrase that starts at `at`. "Number of …", "a set of …" are read through to what they are of. */
export function readPhrase(words: readonly Word[], at: number): Phrase {
  const end = phraseEnd(words, at);
  let last = -1;
  for (let i = at; i < end; i++) {
    const word = words[i]!;
    if (word.kind === 'mark' && word.lower === '(') break;
    if (i > at && last >= 0 && verbAs(word, 'ing', 'ed') && word.noun === null && !nextIsNoun(words, i, end))
      break;
    if (isNounLike(word) && !(isAdjective(word) && word.noun === null)) last = i;
  }
  const head = words[last];
  const through = head !== undefined && transparent.has(head.lower) && words[end]?.lower === 'of';
  if (through) {
    const inner = readPhrase(words, end + 1);
    const count = counting.has(head.lower);
    return {
      ...inner,
      start: at,
      counted: count || inner.counted,
      number: inner.number || words.slice(at, end).some(isNumber),
      percent: inner.percent || words.slice(at, end).some((_, i) => isPercent(words, at + i)),
      comparative: inner.comparative || words.slice(at, end).some(isComparative),
    };
  }
  const inside = words.slice(at, end);
  return {
    start: at,
    end,
    head: last,
    classes: compoundClasses(words, at, last),
    article: inside.some((w) => closed.articles.has(w.lower))
      ? 'a'
      : inside.some((w) => w.lower === 'the' || closed.possessives.has(w.lower))
        ? 'the'
        : null,
    number: inside.some(isNumber),
    percent: inside.some((_, i) => isPercent(words, at + i)),
    comparative: inside.some(isComparative),
    counted: false,
    plural: head !== undefined && (head.noun ? head.noun.plural : looksPlural(head.lower)),
  };
}

function nextIsNoun(words: readonly Word[], i: number, end: number): boolean {
  return i + 1 < end && isNounLike(words[i + 1]!);
}

/** Counts of what follows, and containers of it. */
const counting = new Set(
  'number numbers amount count volume share percentage percent proportion % total ratio coverage frequency rate'.split(
    ' ',
  ),
);
const transparent = new Set([
  ...counting,
  ...'set series range variety lot lots rest majority version part couple dozens hundreds thousands group kind type one most half third pair all pieces piece copies copy'.split(
    ' ',
  ),
]);

/** What a compound names: its last noun, but for pairs that mean something of their own. */
function compoundClasses(words: readonly Word[], at: number, last: number): ReadonlySet<NounClass> {
  const head = words[last];
  if (head === undefined) return none;
  const pair = `${words[last - 1]?.noun?.lemma ?? words[last - 1]?.lower ?? ''} ${head.noun?.lemma ?? head.lower}`;
  if (last > at) {
    const known = compounds.get(pair);
    if (known) return known;
  }
  if (head.noun) return head.noun.classes;
  return none;
}

const compounds = new Map<string, ReadonlySet<NounClass>>([
  ...'pull request,merge request,story point,test coverage,code coverage,branch coverage,unit test,code review,blog post,social post,case study,line code,design review,user interview,customer interview,test case'
    .split(',')
    .map((pair) => [pair, new Set<NounClass>(['activity', 'thing'])] as const),
  ...'market share,lead time,cycle time,user base,customer base,open rate,page view,watch time,wait time,mailing list,error budget,technical debt,tech debt'
    .split(',')
    .map((pair) => [pair, new Set<NounClass>(['measure'])] as const),
  ...'sales team,support team,product team,engineering team,business line,product line,service desk'
    .split(',')
    .map((pair) => [pair, new Set<NounClass>([pair.endsWith('team') ? 'person' : 'thing'])] as const),
]);

export function has(phrase: Phrase, ...classes: NounClass[]): boolean {
  return classes.some((c) => phrase.classes.has(c));
}

/** A sentence part that is only there to be quoted in a reason: the words from..to as they were written. */
export function quote(words: readonly Word[], from: number, to: number): string {
  const text = words
    .slice(from, Math.min(to, from + 7))
    .map((w) => w.text)
    .join(' ')
    .replace(/ ([,.;:)%])/g, '$1')
    .replace(/\( /g, '(');
  return `'${text}${to > from + 7 ? ' …' : ''}'`;
}

export { isVerb, isNoun, isDeterminer };
