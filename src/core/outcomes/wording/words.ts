import { readNoun, readVerb, type NounReading, type VerbForm, type VerbReading } from './inflection';
import type { NounClass } from './lexicon/nouns';
import type { VerbClass } from './lexicon/verbs';
import * as closed from './lexicon/words';
import { remember } from './remember';
import { tokenize, type Token } from './tokens';

/** A token and everything it can be. Which of these it is, the sentence decides. */
export interface Word extends Token {
  readonly verbs: readonly VerbReading[];
  readonly noun: NounReading | null;
}

/** The words of a title that `normalizeTitle` has cleaned. */
export function readWords(text: string): Word[] {
  return tokenize(text).map(({ kind, text: written, lower, possessive }) => {
    const closedClass = kind !== 'word' || isFunctionWord(lower);
    const { verbs, noun } = closedClass ? nothing : readings(lower);
    return { kind, text: written, lower, possessive, verbs: possessive ? nothing.verbs : verbs, noun };
  });
}

const nothing: Pick<Word, 'verbs' | 'noun'> = { verbs: [], noun: null };
const readings = remember((lower) => ({ verbs: readVerb(lower), noun: readNoun(lower) }));

/** Whether a word only holds others together. */
export function isFunctionWord(lower: string): boolean {
  return functionWords.has(lower);
}

const functionWords = new Set(
  [
    closed.determiners,
    closed.pronouns,
    closed.prepositions,
    closed.conjunctions,
    closed.relatives,
    closed.questionWords,
    closed.modals,
    closed.beForms,
    closed.haveForms,
    closed.doForms,
  ].flatMap((words) => [...words]),
);

export function verbAs(word: Word | undefined, ...forms: VerbForm[]): VerbReading | undefined {
  return word?.verbs.find((v) => forms.includes(v.form));
}

export function isVerb(reading: VerbReading | undefined, ...classes: VerbClass[]): boolean {
  return reading?.classes[0] !== undefined && classes.includes(reading.classes[0]);
}

export function isNoun(word: Word | undefined, ...classes: NounClass[]): boolean {
  return (
    word !== undefined &&
    word.noun !== null &&
    (classes.length === 0 || classes.some((c) => word.noun?.classes.has(c)))
  );
}

export function isDeterminer(word: Word | undefined): boolean {
  return word !== undefined && (closed.determiners.has(word.lower) || word.possessive);
}

export function isPreposition(word: Word | undefined): boolean {
  return word !== undefined && closed.prepositions.has(word.lower);
}

export function isConjunction(word: Word | undefined): boolean {
  return word !== undefined && (closed.conjunctions.has(word.lower) || word.lower === ',');
}

export function isAdverb(word: Word | undefined): boolean {
  return (
    word?.kind === 'word' &&
    (closed.adverbs.has(word.lower) || (/[a-z]{3}ly$/.test(word.lower) && !closed.notAdverbs.has(word.lower)))
  );
}

export function isComparative(word: Word | undefined): boolean {
  return word !== undefined && closed.comparatives.has(word.lower);
}

/** A word that grades the noun after it. Unknown words with an adjective's ending count. */
export function isAdjective(word: Word | undefined): boolean {
  if (word?.kind !== 'word' || isFunctionWord(word.lower)) return false;
  if (closed.adjectives.has(word.lower) || closed.qualities.has(word.lower) || isComparative(word))
    return true;
  if (word.noun !== null || word.verbs.some((v) => v.form === 'base')) return false;
  if (
    /-(?:facing|free|driven|ready|wide|friendly|led|only|aware|level|style|specific|safe|proof)$/.test(
      word.lower,
    )
  )
    return true;
  if (/(?:ment|[vs]al|ness|ity)$/.test(word.lower)) return false;
  return /(?:able|ible|ful|less|ous|ive|ic|ical|ary|ish|ant|ent|al|ed|ern)$/.test(word.lower);
}

/** Whether any list of this folder has the word, but for those of function words. */
export function isKnown(word: Word): boolean {
  return word.noun !== null || word.verbs.length > 0 || isAdjective(word) || isAdverb(word);
}

/** A number, however it is written: "3", "$12M", "40%", "three", "half". */
export function isNumber(word: Word | undefined): boolean {
  return word?.kind === 'number';
}

export function isPercent(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== 'number') return false;
  const next = words[at + 1]?.lower;
  return word.text.endsWith('%') || next === '%' || next === 'percent' || next === 'per-cent';
}

/** A modal or a form of be, have or do. */
export function isAuxiliary(word: Word): boolean {
  const { lower } = word;
  return (
    (closed.modals.has(lower) && word.text !== 'May') ||
    closed.beForms.has(lower) ||
    closed.haveForms.has(lower) ||
    closed.doForms.has(lower)
  );
}

/** A word that can only start an object: a determiner, a number, a pronoun, a quantity. */
export function startsObject(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return (
    isDeterminer(word) ||
    isNumber(word) ||
    closed.pronouns.has(word.lower) ||
    closed.quantities.has(word.lower)
  );
}

/** The word after a verb's particle, if it has one: "roll out" is one verb. */
export function afterParticle(words: readonly Word[], at: number): number {
  const particle = words[at] !== undefined && closed.particles.has(words[at].lower);
  return particle && !isNumber(words[at + 1]) ? at + 1 : at;
}
