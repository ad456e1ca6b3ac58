import * as closed from './lexicon/words';
import { looksPlural, type VerbReading } from './inflection';
import {
  isAdjective,
  isAdverb,
  isComparative,
  isConjunction,
  isDeterminer,
  isFunctionWord,
  isNoun,
  isNumber,
  isPreposition,
  isVerb,
  verbAs,
  type Word,
} from './words';

/** What a title is built around. */
export type Head =
  /** "Launch the app", "We launched the app", "Launching the app": the doer is the author's own side. */
  | { readonly kind: 'verb'; readonly at: number; readonly verb: VerbReading | null; readonly rest: number }
  /** "Customers find their size": a subject before `predicate.at`. */
  | { readonly kind: 'clause'; readonly start: number; readonly predicate: Predicate }
  /** "Faster checkout", "A mobile app". */
  | { readonly kind: 'phrase'; readonly start: number };

export interface Predicate {
  readonly kind: 'modal' | 'be' | 'have' | 'active' | 'participle';
  /** Where the verb group starts, and where what follows it starts. */
  readonly at: number;
  readonly rest: number;
  readonly verb: VerbReading | null;
}

/** Finds the head from word `from` on. */
export function findHead(words: readonly Word[], from = 0): Head {
  const start = skipLead(words, from);
  const first = words[start];
  if (first === undefined) return { kind: 'phrase', start };
  const self = selfSubject(words, start);
  if (self > start) return afterSelf(words, self);
  const verb = leadingVerb(words, start);
  if (verb !== undefined) {
    return { kind: 'verb', at: start, verb, rest: afterParticle(words, start + 1) };
  }
  const predicate = findPredicate(words, start);
  if (predicate) return { kind: 'clause', start, predicate };
  return { kind: 'phrase', start };
}

/** Past "Successfully", "Continue to", "To", "By Q3," and other words that lead up to the head. */
function skipLead(words: readonly Word[], from: number): number {
  let at = from;
  for (;;) {
    const word = words[at];
    if (word === undefined) return from;
    const comma = isPreposition(word) || closed.subordinators.has(word.lower) ? leadEnd(words, at) : -1;
    if (comma > 0) at = comma + 1;
    else if (leadVerbs.has(word.lower) && words[at + 1]?.lower === 'to') at += 2;
    else if (word.lower === 'be' && words[at + 1]?.lower === 'able' && words[at + 2]?.lower === 'to') at += 3;
    else if (word.lower === 'to' && verbAs(words[at + 1], 'base')) at++;
    else if (
      isAdverb(word) &&
      !closed.negations.has(word.lower) &&
      !closed.determiners.has(word.lower) &&
      words[at + 1] &&
      !isComparative(word)
    )
      at++;
    else return at;
  }
}
const leadVerbs = new Set(
  'continue begin start aim try seek strive want need work plan go have'
    .split(' ')
    .filter((w) => w !== 'work' && w !== 'plan'),
);

/** The comma that ends a leading phrase ("By the end of Q3, …"), -1 when there is none near. */
function leadEnd(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < Math.min(words.length - 1, at + 12); i++) if (words[i]!.lower === ',') return i;
  return -1;
}

/** Past "we", "our team", "the team", "the platform team"; `start` when the title does not begin so. */
function selfSubject(words: readonly Word[], start: number): number {
  if (closed.selves.has(words[start]!.lower)) return start + 1;
  if (!isDeterminer(words[start]) && words[start]?.lower !== 'team') return start;
  if (['every', 'each', 'all', 'any'].includes(words[start]!.lower)) return start;
  for (let i = start; i < Math.min(start + 4, words.length); i++) {
    if (words[i]!.lower === 'team' && !words[i]!.possessive) {
      const next = words[i + 1];
      const predicate =
        next !== undefined &&
        (isModal(next) ||
          next.verbs.length > 0 ||
          closed.beForms.has(next.lower) ||
          closed.haveForms.has(next.lower));
      return predicate ? i + 1 : start;
    }
  }
  return start;
}

function afterSelf(words: readonly Word[], at: number): Head {
  let i = at;
  while (
    words[i] &&
    (isModal(words[i]!) ||
      closed.doForms.has(words[i]!.lower) ||
      closed.haveForms.has(words[i]!.lower) ||
      closed.beForms.has(words[i]!.lower) ||
      isAdverb(words[i]) ||
      words[i]!.lower === 'to' ||
      (leadVerbs.has(words[i]!.lower) && words[i + 1]?.lower === 'to'))
  )
    i++;
  const be = words[i - 1] !== undefined && i > at && closed.beForms.has(words[i - 1]!.lower);
  const verb = verbAs(words[i], 'base', 's', 'ed', 'ing');
  if (verb && !(be && verb.form === 'base'))
    return { kind: 'verb', at: i, verb, rest: afterParticle(words, i + 1) };
  if (i > at) {
    const kind = be ? 'be' : 'have';
    return { kind: 'clause', start: at - 1, predicate: { kind, at, rest: i, verb: null } };
  }
  return { kind: 'verb', at: i, verb: null, rest: i + 1 };
}

const isModal = (word: Word): boolean => closed.modals.has(word.lower);

function afterParticle(words: readonly Word[], at: number): number {
  return closed.particles.has(words[at]?.lower ?? '') && !isNumber(words[at + 1]) ? at + 1 : at;
}

/** The verb a title starts with, undefined when its first word is not one here. */
function leadingVerb(words: readonly Word[], at: number): VerbReading | undefined {
  const word = words[at]!;
  const next = words[at + 1];
  const base = verbAs(word, 'base');
  const past = verbAs(word, 'ed');
  const ing = verbAs(word, 'ing');
  const third = verbAs(word, 's');
  if (base && imperative(words, at)) return base;
  if (past && !base)
    return startsObject(next) ||
      isAdverb(next) ||
      (next !== undefined && closed.particles.has(next.lower) && isVerb(past, 'deliver'))
      ? past
      : undefined;
  if (ing) {
    if (next === undefined) return isNoun(word) ? undefined : ing;
    if (startsObject(next) || isPreposition(next) || isConjunction(next)) return ing;
    return isNoun(next) && !next.noun!.plural
      ? isVerb(ing, 'deliver', 'offer', 'act')
        ? undefined
        : ing
      : isNoun(next) && findPredicate(words, at)
        ? undefined
        : ing;
  }
  if (third && startsObject(next) && !findPredicate(words, at)) return third;
  return undefined;
}

/** Whether a word that can be a verb's base form starts a command rather than a noun phrase. */
function imperative(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (nounsFirst.has(word.lower) && next && isNounLike(next) && !isNoun(next, 'thing', 'person'))
    return false;
  if (word.noun === null && !nounish.has(word.lower) && !closed.adjectives.has(word.lower)) return true;
  if (next === undefined) return !(word.noun !== null && !isVerb(verbAs(word, 'base'), 'change'));
  if (next.kind === 'mark') return next.lower === '&' || next.lower === '(' || next.lower === '{';
  if (startsObject(next)) return !closed.relatives.has(next.lower) || isDeterminer(next);
  if (closed.beForms.has(next.lower) || closed.haveForms.has(next.lower) || isModal(next)) return false;
  if (isConjunction(next))
    return (
      verbAs(words[at + 2], 'base') !== undefined && !(isNoun(words[at + 2]) && !findObject(words, at + 3))
    );
  if (isPreposition(next)) return !finiteLater(words, at + 1) && !thresholdNext(words, at + 1);
  if (isVerb(verbAs(word, 'base'), 'change', 'reach') && !finiteLater(words, at + 1)) return true;
  const end = phraseEnd(words, at);
  const head = words[end - 1]!;
  if (
    head !== word &&
    isNoun(head, 'measure') &&
    !isNoun(head, 'thing') &&
    (thresholdNext(words, end) || end === words.length)
  )
    return false;
  if (finiteLater(words, at + 1)) return false;
  return true;
}

/** Words that are a noun first when another noun follows: "test coverage", "support tickets". */
const nounsFirst = new Set(
  'support test search team market design system product service sales build release page'.split(' '),
);
const nounish = new Set(
  'test search design build release support ship plan process report market trade share order work return rank view start change need value score rate wait call contact access visit fit charge lead host guide'.split(
    ' ',
  ),
);

function findObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && (startsObject(word) || isNounLike(word) || isAdjective(word));
}

/** The words that can only start an object: determiners, numbers, pronouns. */
function startsObject(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (isDeterminer(word) || isNumber(word) || closed.pronouns.has(word.lower) || quantifiers.has(word.lower))
  );
}
const quantifiers = new Set('all every each any some more fewer less at multiple several many'.split(' '));

export function isNounLike(word: Word): boolean {
  if (word.kind !== 'word') return false;
  if (word.noun !== null) return true;
  return !isFunctionWord(word.lower) && word.verbs.length === 0 && !isAdverb(word);
}

/** Where the noun phrase that starts at `at` ends: before a preposition, a verb group, a mark or a clause. */
export function phraseEnd(words: readonly Word[], at: number): number {
  let i = at;
  for (; i < words.length; i++) {
    const word = words[i]!;
    if (word.kind === 'mark' && !'%/-+&'.includes(word.lower)) break;
    if (i > at && isDeterminer(word) && !word.possessive) {
      const before = words[i - 1]!;
      if (!isDeterminer(before) && !isNumber(before)) break;
    }
    if (
      i > at &&
      (isPreposition(word) || closed.relatives.has(word.lower) || closed.subordinators.has(word.lower))
    ) {
      if (!(word.lower === 'than' || (word.lower === 'at' && /least|most/.test(words[i + 1]?.lower ?? ''))))
        break;
    }
    if (i > at && (isModal(word) || closed.beForms.has(word.lower) || closed.haveForms.has(word.lower)))
      break;
    if (i > at && (word.lower === 'and' || word.lower === 'or')) break;
  }
  return i;
}

function thresholdNext(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.kind === 'mark') return /[<>≤≥=:(]/.test(word.lower) && words.slice(at + 1, at + 3).some(isNumber);
  return (
    ((closed.thresholds.has(word.lower) ||
      word.lower === 'from' ||
      word.lower === 'at' ||
      word.lower === 'to' ||
      word.lower === 'of' ||
      word.lower === 'by') &&
      words.slice(at + 1, at + 4).some(isNumber)) ||
    (isNumber(word) && at > 0)
  );
}

/** Whether a finite verb that cannot be anything else follows before the sentence turns to a new clause. */
function finiteLater(words: readonly Word[], from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    if (
      closed.relatives.has(word.lower) ||
      closed.questionWords.has(word.lower) ||
      closed.subordinators.has(word.lower)
    )
      return false;
    if (word.lower === 'to' || word.lower === ',' || word.lower === ':' || word.lower === '(') return false;
    if (closed.beForms.has(word.lower) && word.lower !== 'be' && word.lower !== 'being') return true;
    if (isModal(word) || closed.haveForms.has(word.lower)) return true;
    if (isPluralPerson(words[i]) && i === from && activeVerb(words, i + 1)) return true;
    if (
      i > from &&
      isVerb(verbAs(word, 'base', 's'), 'change') &&
      isNounLike(words[i - 1]!) &&
      predicateContext(words, i)
    )
      return true;
  }
  return false;
}

const isPluralPerson = (word: Word | undefined): boolean => isNoun(word, 'person') && word!.noun!.plural;

/** Finds the predicate of a title that starts with a noun phrase; null when it is only that phrase. */
export function findPredicate(words: readonly Word[], start: number): Predicate | null {
  let participle: Predicate | null = null;
  let depth = 0;
  let subjectHead = -1;
  for (let i = start; i < words.length; i++) {
    const word = words[i]!;
    if (word.lower === '(') depth++;
    if (word.lower === ')') depth--;
    if (depth > 0) continue;
    if (closed.relatives.has(word.lower) && i > start) {
      const skip = relativeEnd(words, i);
      if (skip < 0) break;
      i = skip;
    }
    if (closed.subordinators.has(word.lower) && i > start) break;
    if (word.kind === 'mark' && /[:;–—]/.test(word.lower)) break;
    if (i === start) {
      if (isNounLike(word)) subjectHead = i;
      continue;
    }
    const group = verbGroup(words, i);
    if (group) {
      if (group.kind === 'participle' && group.verb?.form === 'ed') {
        participle ??= group;
        continue;
      }
      return group;
    }
    if (
      word.lower === 'to' &&
      verbAs(words[i + 1], 'base') &&
      (words[i + 1]!.noun === null || findObject(words, i + 2)) &&
      participle === null &&
      i > start + 1 &&
      !['ability', 'time', 'way', 'need', 'effort', 'right', 'likelihood', 'willingness'].includes(
        words[i - 1]!.lower,
      )
    )
      break;
    if (participle === null && subjectHead >= 0 && activeVerb(words, i)) {
      return active(words, i);
    }
    if (isNounLike(word) || word.noun) subjectHead = i;
  }
  return participle;
}

/** Where a relative clause's own verb group ends, -1 when nothing follows it. */
function relativeEnd(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length - 1; i++) {
    if (
      words[i]!.verbs.length > 0 ||
      isModal(words[i]!) ||
      closed.beForms.has(words[i]!.lower) ||
      closed.haveForms.has(words[i]!.lower)
    ) {
      while (
        i + 1 < words.length &&
        (isModal(words[i + 1]!) ||
          closed.beForms.has(words[i + 1]!.lower) ||
          closed.haveForms.has(words[i + 1]!.lower))
      )
        i++;
      return i + 1;
    }
  }
  return -1;
}

/** A modal, a form of be or have, or a past participle that says what was done to the subject. */
function verbGroup(words: readonly Word[], i: number): Predicate | null {
  const word = words[i]!;
  if (isModal(word) || closed.doForms.has(word.lower)) {
    const rest = skipAuxiliaries(words, i);
    const be = rest > i + 1 && closed.beForms.has(words[rest - 1]!.lower);
    const verb = verbAs(words[rest], 'base', 'ed');
    return { kind: be ? 'be' : 'modal', at: i, rest: be || !verb ? rest : rest + 1, verb: verb ?? null };
  }
  if (closed.beForms.has(word.lower) && word.lower !== 'being') {
    const rest = skipAuxiliaries(words, i);
    return { kind: 'be', at: i, rest, verb: verbAs(words[rest], 'ed', 'ing') ?? null };
  }
  if (closed.haveForms.has(word.lower)) {
    const rest = skipAuxiliaries(words, i);
    if (closed.beForms.has(words[rest - 1]!.lower))
      return { kind: 'be', at: i, rest, verb: verbAs(words[rest], 'ed', 'ing') ?? null };
    const verb = verbAs(words[rest], 'ed');
    if (verb && !isNumber(words[rest])) return { kind: 'active', at: i, rest: rest + 1, verb };
    return { kind: 'have', at: i, rest, verb: null };
  }
  const ed = verbAs(word, 'ed');
  if (ed && participleContext(words, i)) return { kind: 'participle', at: i, rest: i + 1, verb: ed };
  return null;
}

function skipAuxiliaries(words: readonly Word[], at: number): number {
  let i = at + 1;
  while (
    words[i] &&
    (closed.beForms.has(words[i]!.lower) ||
      closed.haveForms.has(words[i]!.lower) ||
      isAdverb(words[i]) ||
      closed.negations.has(words[i]!.lower)) &&
    !(isDeterminer(words[i]) && words[i]!.lower !== 'all')
  )
    i++;
  return i;
}

/** "problems solved", "videos published in June": after a noun, and not before the noun it would describe. */
function participleContext(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]!;
  if (!isNounLike(before) && !closed.particles.has(before.lower) && before.lower !== ')' && !isAdverb(before))
    return false;
  if (isNoun(before) && !before.noun!.plural && words[i]!.verbs.some((v) => v.form === 'base')) return false;
  const next = words[i + 1];
  if (
    next === undefined ||
    isPreposition(next) ||
    isAdverb(next) ||
    isConjunction(next) ||
    next.kind === 'mark'
  )
    return true;
  if (isDeterminer(next) || isNumber(next)) return true;
  return isPluralPerson(before);
}

/** Whether the word at `i` is the finite verb of the noun phrase before it. */
function activeVerb(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  if (word?.kind !== 'word' || before === undefined) return false;
  if (isAdverb(word) && isNounLike(before)) return activeVerb2(words, i + 1, before);
  return activeVerb2(words, i, before);
}

function activeVerb2(words: readonly Word[], i: number, before: Word): boolean {
  const word = words[i];
  if (word?.kind !== 'word') return false;
  if (isPreposition(before) || isDeterminer(before) || before.lower === 'to' || isConjunction(before))
    return false;
  const s = verbAs(word, 's');
  const base = verbAs(word, 'base');
  const plural = before.noun ? before.noun.plural : looksPlural(before.lower);
  const person = isNoun(before, 'person');
  if (base && (plural || person) && (isNounLike(before) || before.noun)) {
    if (person && plural) return word.noun === null || predicateContext(words, i);
    return plural
      ? (word.noun === null && !closed.adjectives.has(word.lower)) ||
          (isVerb(base, 'change') && predicateContext(words, i)) ||
          (predicateContext(words, i) && !isNoun(word, 'measure', 'thing'))
      : isVerb(base, 'change') && predicateContext(words, i) && word.noun === null;
  }
  if (base && isVerb(base, 'change') && isNounLike(before)) return predicateContext(words, i);
  if (s && isNounLike(before) && !plural) return word.noun === null || predicateContext(words, i);
  if (
    person &&
    plural &&
    word.noun === null &&
    !isFunctionWord(word.lower) &&
    !isAdjective(word) &&
    word.verbs.length === 0
  ) {
    return /^(?:self|co|re)-/.test(word.lower) || (findObject(words, i + 1) && !isNounLike(words[i + 1]!));
  }
  return false;
}

/** What follows a verb rather than a noun: an object, an adverb, a direction, the end after a movement. */
function predicateContext(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  if (next === undefined) return isVerb(verbAs(words[i], 'base', 's'), 'change');
  return (
    startsObject(next) ||
    isAdverb(next) ||
    isComparative(next) ||
    (isPreposition(next) && next.lower !== 'of') ||
    closed.questionWords.has(next.lower) ||
    next.lower === 'that' ||
    verbAs(next, 'ing') !== undefined ||
    isAdjective(next) ||
    (isNounLike(next) && next.noun?.plural === true)
  );
}

function active(words: readonly Word[], i: number): Predicate {
  const at = isAdverb(words[i]) ? i + 1 : i;
  return {
    kind: 'active',
    at,
    rest: afterParticle(words, at + 1),
    verb: verbAs(words[at], 's', 'base') ?? null,
  };
}
