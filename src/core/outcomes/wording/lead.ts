import * as closed from './lexicon/words';
import * as is from './words';
import type { Word } from './words';

/** Past "By the end of Q3,", "Twice a year,", "Continue to", "To", "Be able to", "Successfully". */
export function skipLead(words: readonly Word[], from: number): number {
  let at = from;
  for (;;) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined) return word === undefined ? from : at;
    const now =
      /^(?:this|next|last|each|every)$/.test(word.lower) && closed.selves.has(words[at + 2]?.lower ?? '');
    const self = now ? at + 2 : is.isPreposition(word) ? selfAfter(words, at) : -1;
    if (self > 0) return self;
    const aim = word.lower === 'to' && is.verbAs(next, 'base') !== undefined;
    const comma = is.isPreposition(word) || closed.subordinators.has(word.lower) ? commaAfter(words, at) : -1;
    const often = /^(?:once|twice|each|every)$/.test(word.lower) ? commaAfter(words, at) : -1;
    if (word.lower === 'there' && closed.beForms.has(next.lower)) return at;
    const stated = statedAim(words, at);
    if (stated > 0) return stated;
    if (word.lower === 'let' && word.possessive) at++;
    else if (comma > 0 && (!aim || startsMain(words, comma + 1))) at = comma + 1;
    else if (often > 0 && often < at + 6 && tellsMore(words, often + 1)) at = often + 1;
    else if (closed.leadVerbs.has(word.lower) && next.lower === 'to') at += 2;
    else if (word.lower === 'be' && next.lower === 'able' && words[at + 2]?.lower === 'to') at += 3;
    else if (
      word.lower === 'to' &&
      (is.verbAs(next, 'base') || (at === 0 && /^(?:be|have)$/.test(next.lower)))
    )
      at++;
    else if (isLeadingAdverb(word) && next.lower === ',') at += 2;
    else if (isLeadingAdverb(word) && !isRank(words, at))
      at += isLeadingAdverb(words[at + 2] ?? word) && next.lower === 'and' ? 3 : 1;
    else return at;
  }
}

/** Past "Our goal is to"; -1 when the title does not begin so. */
function statedAim(words: readonly Word[], at: number): number {
  const lead = words.slice(at, at + 4).map((w) => w.lower);
  return /^(?:our|the|my) (?:mission|goal|aim|vision|purpose|objective|intent|intention|ambition|job) (?:is|was) to$/.test(
    lead.join(' '),
  )
    ? at + 4
    : -1;
}

/** "To cut waste, retrain staff": what comes after the comma is what is to be done. */
function startsMain(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  return closed.selves.has(word.lower) || (is.verbAs(word, 'base') !== undefined && word.noun === null);
}

/** "Twice a year, host a fair", but not "Each ward, clinic and school". */
function tellsMore(words: readonly Word[], at: number): boolean {
  const verb = is.verbAs(words[at], 'base') !== undefined && is.startsObject(words[at + 1]);
  return verb || startsMain(words, at) || is.isComparative(words[at]);
}

/** "First customer", "Twice as many", but "First, count the beds" and "First count the beds". */
function isRank(words: readonly Word[], at: number): boolean {
  if (words[at]!.lower === 'twice') return words[at + 1]?.lower === 'as';
  return /^(?:first|next|most)$/.test(words[at]!.lower) && is.verbAs(words[at + 1], 'base') === undefined;
}

function isLeadingAdverb(word: Word): boolean {
  return (
    is.isAdverb(word) &&
    !closed.negations.has(word.lower) &&
    !is.isDeterminer(word) &&
    !is.isComparative(word)
  );
}

/** The comma that ends a leading phrase, -1 when there is none near. */
function commaAfter(words: readonly Word[], at: number): number {
  const limit = Math.min(words.length - 1, at + 12);
  for (let i = at + 1; i < limit; i++) if (words[i]!.lower === ',') return i;
  return -1;
}

/** The "we" that follows a short leading phrase: "In 2027 we …"; -1 when there is none. */
function selfAfter(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < Math.min(words.length - 1, at + 5); i++) {
    if (closed.relatives.has(words[i]!.lower)) return -1;
    if (closed.selves.has(words[i]!.lower) && !is.isConjunction(words[i - 1])) return i;
  }
  return -1;
}
