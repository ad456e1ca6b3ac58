import { looksPlural, type VerbReading } from './inflection';
import * as closed from './lexicon/words';
import { isNounLike } from './phrase';
import * as is from './words';
import type { Word } from './words';

/** What a title says of its subject. */
export interface Predicate {
  readonly kind: 'modal' | 'be' | 'have' | 'active' | 'participle';
  /** Where the verb group starts, and where what follows it starts. */
  readonly at: number;
  readonly rest: number;
  readonly verb: VerbReading | null;
}

/** The predicate of what starts with a noun phrase at `start`; null when it is only that phrase. */
export function findPredicate(words: readonly Word[], start: number): Predicate | null {
  let participle: Predicate | null = null;
  let depth = 0;
  for (let i = start + 1; i < words.length; i++) {
    const word = words[i]!;
    depth += word.lower === '(' ? 1 : word.lower === ')' ? -1 : 0;
    if (depth > 0) continue;
    if (closed.selves.has(word.lower) && (isNounLike(words[i - 1]!) || is.verbAs(words[i - 1], 'ing'))) break;
    if (closed.subordinators.has(word.lower) || /^(?:[:;–—]|why|how|what)$/.test(word.lower)) break;
    if (closed.relatives.has(word.lower)) {
      i = relativeEnd(words, i);
      continue;
    }
    const group = verbGroup(words, i);
    if (group && group.kind !== 'participle') return group;
    if (group) participle ??= group;
    else if (isPurposeStart(words, i, start)) break;
    else if (isActive(words, i, start, participle !== null)) return active(words, i);
  }
  return participle;
}

/** Whether, before the sentence turns, a verb follows that can be nothing else; a command has none. */
export function hasFiniteVerb(words: readonly Word[], from: number): boolean {
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    if (closed.turns.has(word.lower) || startsCommand(words, i)) return false;
    if (is.isAuxiliary(word) && word.lower !== 'be' && word.lower !== 'being') return true;
    if (i === from && isPluralPerson(word) && isActive(words, i + 1, i, false)) return true;
    if (i > from && isNounLike(words[i - 1]!) && isSureVerb(words, i)) return true;
  }
  return false;
}

/** "… and make sure they are ready": the second of two commands. */
function startsCommand(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return words[i]!.lower === 'and' && next?.noun === null && is.verbAs(next, 'base') !== undefined;
}

/** Whether the word at `i`, which follows a noun, can be nothing but its verb. */
function isSureVerb(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  const next = words[i + 1];
  const { noun } = words[i - 1]!;
  if (noun?.plural === true && closed.surelyVerbs.has(word.lower)) return true;
  const third = is.verbAs(word, 's');
  if (third && noun?.plural === false) {
    if (is.startsObject(next)) return true;
    const after = is.isAdjective(next) || is.isAdverb(next) || is.isNoun(words[i - 1], 'measure');
    if (word.noun === null && after) return true;
  }
  const moves = is.isVerb(is.verbAs(word, 'base', 's'), 'change') || /^becomes?$/.test(word.lower);
  if (moves && followsVerb(words, i)) return true;
  const moved = is.isVerb(is.verbAs(word, 'ed'), 'change') && !is.verbAs(word, 'base');
  return moved && endsPhrase(words, i);
}

function endsPhrase(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return next === undefined || is.isPreposition(next);
}

/** "… to lower latency" after a noun phrase; not "time to merge", "ability to pay". */
function isPurposeStart(words: readonly Word[], i: number, start: number): boolean {
  if (words[i]!.lower !== 'to' || i < start + 2 || closed.infinitiveNouns.has(words[i - 1]!.lower))
    return false;
  const verb = words[i + 1];
  return is.verbAs(verb, 'base') !== undefined && (verb!.noun === null || is.startsObject(words[i + 2]));
}

/** The last word of a relative clause's own verb group: the scan goes on behind it. */
function relativeEnd(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length; i++) {
    if (words[i]!.verbs.length === 0 && !is.isAuxiliary(words[i]!)) continue;
    while (words[i + 1] && is.isAuxiliary(words[i]!)) i++;
    return i + 1;
  }
  return words.length;
}

/** Auxiliaries with their verb, or a past participle that says what was done to the subject. */
function verbGroup(words: readonly Word[], i: number): Predicate | null {
  const word = words[i]!;
  if (!is.isAuxiliary(word)) {
    const ed = is.verbAs(word, 'ed');
    return ed && isPostposed(words, i) ? { kind: 'participle', at: i, rest: i + 1, verb: ed } : null;
  }
  if (word.lower === 'being') return null;
  let rest = i + 1;
  while (
    words[rest] &&
    (is.isAuxiliary(words[rest]!) ||
      isAside(words, rest) ||
      (words[rest]!.lower === 'to' && words[rest + 1]?.lower === 'be'))
  )
    rest++;
  const duty = words[rest]?.lower === 'to' ? is.verbAs(words[rest + 1], 'base') : undefined;
  if (duty && closed.haveForms.has(word.lower)) return { kind: 'modal', at: i, rest: rest + 2, verb: duty };
  const group = words.slice(i, rest);
  const next = words[rest];
  if (group.some((w) => closed.beForms.has(w.lower))) {
    return { kind: 'be', at: i, rest, verb: is.verbAs(next, 'ed', 'ing') ?? null };
  }
  if (group.some((w) => closed.modals.has(w.lower) || closed.doForms.has(w.lower))) {
    const verb = is.verbAs(next, 'base') ?? null;
    return { kind: 'modal', at: i, rest: verb ? rest + 1 : rest, verb };
  }
  const done = is.isNumber(next) ? undefined : is.verbAs(next, 'ed');
  return done
    ? { kind: 'active', at: i, rest: rest + 1, verb: done }
    : { kind: 'have', at: i, rest, verb: null };
}

/** Adverbs and negations inside a verb group: "have not yet", "no longer". */
function isAside(words: readonly Word[], i: number): boolean {
  const lower = words[i]!.lower;
  if (lower === 'no') return words[i + 1]?.lower === 'longer';
  if (lower === 'longer') return words[i - 1]?.lower === 'no';
  return (
    (is.isAdverb(words[i]) && !is.isComparative(words[i]) && !closed.degrees.has(lower)) || lower === 'not'
  );
}

/** "problems solved", "videos published in June": after its noun, and not before one that it would describe. */
function isPostposed(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]!;
  if (!isNounLike(before) && before.lower !== ')' && before.lower !== '%' && !is.isAdverb(before))
    return false;
  const alsoBase = is.verbAs(words[i], 'base') !== undefined;
  if (
    alsoBase &&
    (isPluralPerson(before) ||
      words[i]!.noun !== null ||
      !isNounLike(before) ||
      beforeAsides(words, i) < i - 1)
  )
    return false;
  const next = words[i + 1];
  if (next === undefined || next.kind !== 'word') return true;
  if (is.isPreposition(next) || is.isAdverb(next) || is.isConjunction(next) || is.isDeterminer(next))
    return true;
  return isPluralPerson(before) && !alsoBase;
}

function isPluralPerson(word: Word | undefined): boolean {
  return is.isNoun(word, 'person') && word!.noun!.plural;
}

/**
 * Whether the word at `i` is the finite verb of the noun phrase that starts at `start`; `late` when a participle
 * came before it, after which less is taken for a verb.
 */
export function isActive(words: readonly Word[], i: number, start: number, late: boolean): boolean {
  const word = words[i];
  if (word?.kind !== 'word' || (words[i + 1] && is.isAuxiliary(words[i + 1]!))) return false;
  if (words[i - 1]?.kind === 'number' && word.noun?.plural) return false;
  const before = beforeAsides(words, i);
  if (before < start || words[i - 1]!.possessive) return false;
  if (!endsNoun(words[before]!) && words[before]!.lower !== 'this') return false;
  if (words[before]!.noun === null && is.isAdjective(words[before])) return false;
  const noun = words[before]!;
  const base = is.verbAs(word, 'base');
  const third = is.verbAs(word, 's');
  const share = noun.text.endsWith('%') || noun.text.endsWith('%+');
  if (share && base && opinions.test(word.lower) && words[i + 1] && !is.isNoun(words[i + 1])) return true;
  if (
    before === start &&
    (spoken.test(noun.lower) ||
      (noun.lower === 'this' && third && (!word.noun || is.isVerb(third, 'change'))))
  )
    return base !== undefined || third !== undefined;
  const sure = word.noun === null && !closed.adjectives.has(word.lower) && !closed.nounish.has(word.lower);
  const plural = noun.noun ? noun.noun.plural : looksPlural(noun.lower) || noun.lower === 'they';
  const object = is.startsObject(words[i + 1]) || closed.questionWords.has(words[i + 1]?.lower ?? '');
  if (base) {
    if (plural && before < i - 1) return !late;
    if (plural && closed.surelyVerbs.has(word.lower)) return !late;
    if (
      is.isVerb(base, 'change') &&
      followsVerb(words, i) &&
      (plural || !word.noun || !noun.noun || is.isPreposition(words[i + 1]) || is.isNumber(words[i + 1]))
    )
      return true;
    if (isPluralPerson(noun) || (noun.noun === null && plural))
      return (
        (sure ||
          (word.noun === null && isPluralPerson(noun) && isNounLike(words[i + 1] ?? noun)) ||
          followsVerb(words, i) ||
          (words[i + 1]?.noun === null && looksPlural(words[i + 1]!.lower))) &&
        !late
      );
    if ((sure || (object && closed.surelyVerbs.has(word.lower))) && subjectIsPlural(words, start))
      return true;
    const runs =
      plural && noun.noun !== null && !closed.pluralModifiers.has(noun.lower) && isSaidOf(words, i);
    if (runs && before === i - 1) return !late;
    return (
      (plural && (object || (words[i + 1]?.lower === 'to' && is.isDeterminer(words[i + 2])))) ||
      (object && (sure || late))
    );
  }
  if (third && (!plural || !subjectIsPlural(words, start)))
    return (
      sure ||
      (!plural && (before < i - 1 || words[i + 1]?.lower === 'even')) ||
      isEachOne(words, start, before) ||
      (!plural &&
        /^(?:supports|handles|monitors|mirrors|returns)$/.test(word.lower) &&
        words[i + 1] !== undefined) ||
      (object && !late) ||
      (is.isVerb(third, 'change', 'keep', 'reach') && followsVerb(words, i)) ||
      (third.classes.includes('offer') && is.isDeterminer(words[start]))
    );
  return isPluralPerson(noun) && word.noun === null && word.verbs.length === 0 && isUnknownVerb(words, i);
}

/** "Nobody waits …", "Every child sleeps …": one of many, and so no name of a thing. */
function isEachOne(words: readonly Word[], start: number, end: number): boolean {
  const each = /^(?:every|each|no)$/.test(words[start]!.lower) && end === start + 1;
  return end === start ? closed.pronouns.has(words[end]!.lower) : each && is.isNoun(words[end], 'person');
}

/** What people asked do. */
const opinions = /^(?:report|say|agree|rate|feel|find|know|recommend|believe|prefer|trust|use|return)$/;

/** What stands alone as a subject. */
const spoken = /^(?:it|you|they|he|she)$/;

/** "Trains run on Sundays", "Scans take under 5 minutes": said of what has just been named. */
function isSaidOf(words: readonly Word[], i: number): boolean {
  if (
    !/^(?:ship|run|take|work|land|pass|fail|load|finish|start|close|complete|arrive|deploy|reach|cost|last|survive|flow|go|come|live)$/.test(
      words[i]!.lower,
    )
  )
    return false;
  const next = words[i + 1];
  return (
    next !== undefined &&
    (/^(?:on|in|under|within|at|through|via|without|faster|less)$/.test(next.lower) ||
      is.isNumber(next) ||
      is.isAdverb(next))
  );
}

/** Past the adverbs between a subject and its verb: the index of the word before them. */
function beforeAsides(words: readonly Word[], i: number): number {
  let at = i - 1;
  while (at > 0 && isAside(words, at) && !isNounLike(words[at]!)) at--;
  return at;
}

function endsNoun(word: Word): boolean {
  if (word.kind === 'number' || word.lower === '%' || word.lower === ')' || word.lower === '}') return true;
  return isNounLike(word) || closed.pronouns.has(word.lower);
}

/** The first noun phrase's own number: "projects besides X" are many. */
function subjectIsPlural(words: readonly Word[], start: number): boolean {
  let last: Word | undefined;
  for (let i = start; i < words.length && !is.isPreposition(words[i]); i++) {
    if (last && words[i]!.lower === 'and' && isNounLike(words[i + 1] ?? last)) return true;
    if (isNounLike(words[i]!)) last = words[i];
    else if (last && words[i]!.verbs.length > 0) break;
  }
  return last !== undefined && (last.noun ? last.noun.plural : looksPlural(last.lower));
}

/** People followed by a word nobody listed, and then by what only follows a verb. */
function isUnknownVerb(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  if (is.isFunctionWord(word.lower) || is.isAdjective(word) || is.isAdverb(word)) return false;
  return is.startsObject(words[i + 1]);
}

/** What follows a verb rather than a noun: an object, an adverb, a direction; for a movement also the end. */
function followsVerb(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  if (next === undefined) return is.isVerb(is.verbAs(words[i], 'base', 's'), 'change');
  if (is.startsObject(next) || is.isAdverb(next) || is.isComparative(next) || is.isAdjective(next))
    return true;
  if (is.isPreposition(next)) return next.lower !== 'of' && next.lower !== 'for';
  if (startsCommand(words, i + 1)) return true;
  if (closed.questionWords.has(next.lower) || next.lower === 'that' || next.lower === 'to') return true;
  return is.verbAs(next, 'ing') !== undefined || (next.noun?.plural ?? false);
}

function active(words: readonly Word[], i: number): Predicate {
  return {
    kind: 'active',
    at: i,
    rest: is.afterParticle(words, i + 1),
    verb: is.verbAs(words[i], 's', 'base') ?? null,
  };
}
