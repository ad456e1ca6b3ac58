import { classesOf } from './classes';
import { looksPlural, type VerbReading } from './inflection';
import type { NounClass } from './lexicon/nouns';
import * as closed from './lexicon/words';
import { isAmount } from './quantity';
import * as is from './words';
import type { Word } from './words';

/** A noun phrase, and what its head names. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  /** The word that the others describe; -1 when the phrase has none. */
  readonly head: number;
  readonly classes: ReadonlySet<NounClass>;
  /** "a" or "an", or else "the" or a possessive. */
  readonly article: 'a' | 'the' | null;
  readonly number: boolean;
  readonly percent: boolean;
  readonly comparative: boolean;
  /** It counts what follows: "number of pull requests". */
  readonly counted: boolean;
  readonly plural: boolean;
}

/** Reads the noun phrase at `at`. "The number of …", "a set of …" are read through to what they are of. */
export function readPhrase(words: readonly Word[], at: number): Phrase {
  const end = phraseEnd(words, at);
  const inside = words.slice(at, end);
  const head = headOf(words, at, end);
  const amounts = {
    number: inside.some((_, i) => isAmount(words, at + i)),
    percent: inside.some((_, i) => is.isPercent(words, at + i)),
    comparative: inside.some(is.isComparative),
  };
  const kind = classesOf(words, at, head);
  const tested = head > at && is.isNoun(words[head - 1]) && kind.has('activity') && !kind.has('measure');
  const often = /^(?:once|twice|every)$/.test(words[end + 1]?.lower ?? '');
  const through = words[end]?.lower === 'of' && end < words.length - 1 && !tested && !often;
  const measureWord = head >= 0 ? words[head]!.lower : (inside.at(-1)?.lower ?? '');
  if (
    through &&
    (closed.counting.has(measureWord) || closed.containers.has(measureWord) || endsInNumber(inside))
  ) {
    const inner = readPhrase(words, end + 1);
    const several = measureWord === 'number' && articleOf(inside) === 'a';
    return {
      ...inner,
      start: at,
      counted: inner.counted || (closed.counting.has(measureWord) && !several),
      number: inner.number || amounts.number,
      percent: inner.percent || amounts.percent,
      comparative: inner.comparative || amounts.comparative,
    };
  }
  const shared = sharedEnd(words, at, end, head);
  if (shared > 0) {
    const last = readPhrase(words, shared);
    return {
      ...last,
      start: at,
      article: last.article ?? articleOf(inside),
      ...amounts,
      comparative: amounts.comparative || last.comparative,
    };
  }
  const word = words[head];
  return {
    start: at,
    end,
    head,
    classes: kind,
    article: articleOf(inside),
    ...amounts,
    counted: false,
    plural: word !== undefined && (word.noun ? word.noun.plural : looksPlural(word.lower)),
  };
}

/**
 * Where the last of several nouns starts whose head they share: "data and design tools". -1 when each
 * has its own: "cost and quality", "teams and their tools".
 */
function sharedEnd(words: readonly Word[], at: number, end: number, head: number): number {
  const bare =
    head >= 0 &&
    head === end - 1 &&
    (words[head]!.noun?.plural === false || sharing(words[head]!)) &&
    articleOf(words.slice(at, end)) !== 'a';
  if (!bare) return -1;
  let from = end;
  while (
    words[from]?.lower === ',' &&
    isBareNoun(words[from + 1]) &&
    /^(?:,|and|or|&)$/.test(words[from + 2]?.lower ?? '')
  )
    from += 2;
  if (words[from]?.lower === ',') from++;
  if (!/^(?:and|or|&)$/.test(words[from]?.lower ?? '')) return -1;
  const next = from + 1;
  const to = phraseEnd(words, next);
  const last = words[to - 1];
  const compound =
    to - next >= 2 &&
    words.slice(next, to).every((w) => w.kind === 'word' && isNounLike(w)) &&
    is.isNoun(last);
  return compound &&
    (last!.noun!.plural || closed.gauges.has(last!.lower) || closed.attributes.has(last!.lower)) &&
    (last!.noun!.plural || !is.isNoun(words[head], 'measure', 'trouble', 'thing')) &&
    !is.isDeterminer(words[next]) &&
    words[next]!.verbs.every((v) => v.form !== 'base' || words[next]!.noun !== null)
    ? next
    : -1;
}

/** "C-API and Python bindings", "Savings and loan groups": no plural of its own, whatever its ending. */
const sharing = (word: Word): boolean =>
  closed.pluralModifiers.has(word.lower) || (word.noun === null && /^\p{Lu}.*\p{Lu}/u.test(word.text));

const isBareNoun = (word: Word | undefined): boolean =>
  word !== undefined && isNounLike(word) && word.noun?.plural === false;

export function has(phrase: Phrase, ...classes: NounClass[]): boolean {
  return classes.some((c) => phrase.classes.has(c));
}

/** A count of work done, which says nothing of what the work brought. */
export function countsWork(phrase: Phrase): boolean {
  if (has(phrase, 'person', 'trouble') || (has(phrase, 'measure') && !has(phrase, 'thing'))) return false;
  return (
    has(phrase, 'activity') || (phrase.counted && has(phrase, 'thing', 'delivery') && !has(phrase, 'measure'))
  );
}

/** A thing to deliver, and nothing that could rise or fall. */
export function isDeliverable(phrase: Phrase): boolean {
  return has(phrase, 'thing', 'delivery') && !has(phrase, 'measure', 'person');
}

/** Where the noun phrase at `at` ends: before a preposition, a verb group, a mark or a clause. */
export function phraseEnd(words: readonly Word[], at: number): number {
  let i = at;
  while (i < words.length && !endsPhrase(words, i, at)) i++;
  return i;
}

function endsPhrase(words: readonly Word[], i: number, at: number): boolean {
  const word = words[i]!;
  const before = words[i - 1];
  const joins = word.lower === '&' || (word.lower === '+' && words[i + 1]?.kind === 'word');
  if (word.lower === '/' && is.isNumber(words[i + 1]) && before !== undefined && isNounLike(before))
    return true;
  if (word.kind === 'mark' && !joins) return !'%/-+'.includes(word.lower) && !isAdjectiveComma(words, i);
  if (i === at || before === undefined) return false;
  if (/^(?:and|or|[&+])$/.test(word.lower) && joinsAdjectives(words, i)) return false;
  if (is.isAuxiliary(word) || closed.conjunctions.has(word.lower)) return true;
  if (is.isDeterminer(word) && !word.possessive)
    return !is.isDeterminer(before) && !is.isNumber(before) && before.lower !== 'at';
  if (closed.relatives.has(word.lower) || closed.subordinators.has(word.lower)) return true;
  if (is.isPreposition(word))
    return (
      word.lower !== 'than' && !(word.lower === 'at' && /^(?:least|most)$/.test(words[i + 1]?.lower ?? ''))
    );
  if (closed.pronouns.has(before.lower)) return true;
  return isPluralPerson(before) && word.verbs.length > 0 && !isNounLike(word);
}

/** "a dedicated, up-to-date page" */
function isAdjectiveComma(words: readonly Word[], i: number): boolean {
  if (words[i]!.lower !== ',' || !is.isAdjective(words[i - 1])) return false;
  return (
    is.isAdjective(words[i + 1]) ||
    (/^(?:and|or|&)$/.test(words[i + 1]?.lower ?? '') && is.isAdjective(words[i + 2]))
  );
}

/** "new and experienced members": of one noun, which is still to come. */
function joinsAdjectives(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.lower === ',' ? words[i - 2] : words[i - 1];
  if (!is.isAdjective(before) || !is.isAdjective(words[i + 1])) return false;
  for (let at = i + 2; at < Math.min(words.length, i + 5); at++) {
    if (is.isNoun(words[at])) return true;
    if (!is.isAdjective(words[at]) && words[at]!.lower !== ',') return false;
  }
  return false;
}

const isPluralPerson = (word: Word): boolean => is.isNoun(word, 'person') && word.noun!.plural;

/** A word that can be a phrase's head: a noun, or one that nothing else is known of. */
export function isNounLike(word: Word): boolean {
  if (word.kind !== 'word') return false;
  if (word.noun !== null) return true;
  return (
    !is.isFunctionWord(word.lower) &&
    word.verbs.every((v) => v.form === 's') &&
    !is.isAdverb(word) &&
    !is.isComparative(word)
  );
}

function headOf(words: readonly Word[], at: number, end: number): number {
  let head = -1;
  for (let i = at; i < end; i++) {
    const word = words[i]!;
    if (head >= 0 && word.lower === '/' && rateUnits.test(words[i + 1]?.lower ?? '')) break;
    const nounNext = i + 1 < end && (isNounLike(words[i + 1]!) || gradesNoun(words, i + 1, head));
    if (head >= 0 && word.noun === null && is.verbAs(word, 'ing', 'ed') && !nounNext) break;
    if (head === i - 1 && saysWhatTheyDo(words, i, end)) break;
    if (
      head === i - 1 &&
      head > at &&
      i + 1 === end &&
      i + 1 < words.length &&
      isUnknownIng(word) &&
      isPlural(words[head]!)
    )
      break;
    if (head >= 0 && isPluralPerson(words[head]!) && is.verbAs(word, 'base') && is.startsObject(words[i + 1]))
      break;
    if (isNounLike(word) && (word.noun !== null || !is.isAdjective(word))) head = i;
  }
  return head;
}

/** "Nurses sharing one rota", "sites using the new form": what those just named do. */
function saysWhatTheyDo(words: readonly Word[], at: number, end: number): boolean {
  const doing = is.verbAs(words[at], 'ing');
  const before = words[at - 1];
  if (!doing || before === undefined) return false;
  if (isPluralPerson(before))
    return at + 1 < end || (is.isConjunction(words[end]) && is.verbAs(words[end + 1], 'ing') !== undefined);
  return isPlural(before) && (at + 1 < end || is.startsObject(words[end])) && takesUp(doing);
}

const isPlural = (word: Word): boolean => (word.noun ? word.noun.plural : looksPlural(word.lower));

/** "awards ranging from …": what no list has, and still no noun. */
const isUnknownIng = (word: Word): boolean =>
  /[a-z]{3}ing$/.test(word.lower) && word.noun === null && word.verbs.length === 0;

/** Whether the verb says that something is taken up and used. */
export const takesUp = ({ lemma }: VerbReading): boolean =>
  /^(?:use|adopt|integrate|run|rely|depend|embed|stock|sell|accept|report|join|pay)$/.test(lemma);

/** "Account auditing deep dive": of one noun, after a singular one. */
function gradesNoun(words: readonly Word[], at: number, head: number): boolean {
  const noun = words[at + 1];
  return (
    head >= 0 &&
    !looksPlural(words[head]!.lower) &&
    is.isAdjective(words[at]) &&
    !is.isComparative(words[at]) &&
    noun !== undefined &&
    isNounLike(noun)
  );
}

/** Behind a slash these say per what: "visitors/month". */
const rateUnits = /^(?:second|sec|minute|min|hour|day|week|month|quarter|year|sprint|user|customer)$/;

function endsInNumber(inside: readonly Word[]): boolean {
  const last = inside.at(-1);
  return last !== undefined && (last.kind === 'number' || last.lower === '%' || last.lower === 'one');
}

function articleOf(inside: readonly Word[]): 'a' | 'the' | null {
  if (inside.some((w) => closed.articles.has(w.lower))) return 'a';
  return inside.some((w) => w.lower === 'the' || w.possessive || closed.possessives.has(w.lower))
    ? 'the'
    : null;
}
