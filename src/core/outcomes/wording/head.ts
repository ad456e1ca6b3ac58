import type { VerbReading } from './inflection';
import { gaugesMeasure, leadsWork, listsCommands } from './leading';
import * as closed from './lexicon/words';
import { skipLead } from './lead';
import { isNounLike, phraseEnd } from './phrase';
import { findPredicate, hasFiniteVerb, isActive, type Predicate } from './predicate';
import { measureNext } from './quantity';
import * as is from './words';
import type { Word } from './words';

/** What a title is built around. */
export type Head =
  /** "Launch the app", "We launched the app", "Launching the app": done by the author's own side. */
  | {
      readonly kind: 'verb';
      readonly at: number;
      readonly rest: number;
      readonly verb: VerbReading | null;
      /** Said of \"we\". */ readonly own: boolean;
    }
  /** "Customers find their size". */
  | { readonly kind: 'clause'; readonly start: number; readonly predicate: Predicate }
  /** "Faster checkout", "A mobile app". */
  | { readonly kind: 'phrase'; readonly start: number };

/** Finds the head of what starts at word `from`. */
export function findHead(words: readonly Word[], from = 0): Head {
  const start = skipLead(words, from);
  if (words[start] === undefined) return { kind: 'phrase', start };
  const self = afterSelf(words, start);
  if (self > start) return ownClause(words, start, self);
  const infinitive =
    start > 0 && words[start - 1]!.lower === 'to' ? is.verbAs(words[start], 'base') : undefined;
  const verb = infinitive ?? leadingVerb(words, start);
  if (verb) {
    const rest = afterJoined(words, is.afterParticle(words, start + 1), verb.form);
    return {
      kind: 'verb',
      at: start,
      rest: verb.form === 'ing' && words[rest]?.lower === 'of' ? rest + 1 : rest,
      verb,
      own: false,
    };
  }
  if (isUnknownCommand(words, start))
    return { kind: 'verb', at: start, rest: start + 1, verb: null, own: false };
  const predicate = findPredicate(words, start);
  return predicate ? { kind: 'clause', start, predicate } : { kind: 'phrase', start };
}

/** "Sign-in: ensure …": where the sentence starts that a short name introduces; -1 without one. */
export function behindName(words: readonly Word[], from = 0): number {
  const colon = words.findIndex((w, i) => i > from && w.lower === ':');
  if (
    colon < 0 ||
    colon - from > 4 ||
    words.slice(from, colon).some((w) => w.verbs.some((v) => v.form === 'base') && w.noun === null)
  )
    return -1;
  const next = words[colon + 1];
  return next !== undefined &&
    next.verbs.some((v) => v.form === 'base') &&
    findHead(words, colon + 1).kind === 'verb'
    ? colon + 1
    : -1;
}

/** Past "we", "our team", "the platform team"; `start` when the title does not begin so. */
function afterSelf(words: readonly Word[], start: number): number {
  const first = words[start]!;
  if (closed.selves.has(first.lower)) return start + 1;
  if (first.lower !== 'team' && !closed.ownTeam.has(first.lower)) return start;
  for (let i = start; i < Math.min(start + 4, words.length); i++) {
    const next = words[i + 1];
    if (words[i]!.lower !== 'team' || words[i]!.possessive || next === undefined) continue;
    return next.verbs.length > 0 || is.isAuxiliary(next) ? i + 1 : start;
  }
  return start;
}

/** "we have migrated …" is read by its verb, "we are the …" as a clause. */
function ownClause(words: readonly Word[], start: number, at: number): Head {
  let i = at;
  while (
    words[i] &&
    (is.isAuxiliary(words[i]!) || is.isAdverb(words[i]) || isLeadVerb(words, i) || words[i]!.lower === 'to')
  )
    i++;
  const group = words.slice(at, i);
  if (group.some((w) => /^c(?:an|ould)$/.test(w.lower)))
    return {
      kind: 'clause',
      start,
      predicate: { kind: 'modal', at, rest: i, verb: is.verbAs(words[i], 'base') ?? null },
    };
  if (words[i - 1]?.lower === 'be' && words[i - 2]?.lower === 'to')
    return {
      kind: 'verb',
      at: i - 1,
      rest: i,
      verb: { lemma: 'be', form: 'base', classes: ['act'] },
      own: false,
    };
  const graded = closed.adjectives.has(words[i]?.lower ?? '') && isNounLike(words[i + 1] ?? words[i]!);
  const be = closed.beForms.has(words[i - 1]?.lower ?? '');
  const verb = graded
    ? null
    : (is.verbAs(words[i], ...(be ? [] : (['base', 's'] as const)), 'ed', 'ing') ?? null);
  if (verb || group.length === 0)
    return { kind: 'verb', at: i, rest: is.afterParticle(words, i + 1), verb, own: true };
  return { kind: 'clause', start, predicate: { kind: be ? 'be' : 'have', at, rest: i, verb: null } };
}

/** Past further verbs that share the object: "Plan and run …", "Meet/beat …". */
function afterJoined(words: readonly Word[], from: number, form: VerbReading['form']): number {
  for (let at = from; ;) {
    let next = at;
    while (words[next] && is.isConjunction(words[next])) next++;
    const after = next > at && is.verbAs(words[next], form) !== undefined ? words[next + 1] : undefined;
    if (after === undefined) return at;
    const verbal =
      words[next]!.noun === null ||
      is.startsObject(after) ||
      is.isVerb(is.verbAs(words[next], form), 'change', 'polish');
    const object =
      is.startsObject(after) || isNounLike(after) || is.isAdjective(after) || is.isConjunction(after);
    if (!verbal || !object) return at;
    at = is.afterParticle(words, next + 1);
  }
}

/** A word that no list has, and then an object: "Open-source the tool". */
function isUnknownCommand(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (word.kind !== 'word' || word.noun !== null || word.verbs.length > 0 || word.possessive) return false;
  if (is.isFunctionWord(word.lower) || is.isAdverb(word) || is.isComparative(word) || is.isAdjective(word))
    return false;
  return next !== undefined && is.isDeterminer(next) && !next.possessive && next.lower !== 'no';
}

function isLeadVerb(words: readonly Word[], i: number): boolean {
  const lemma = words[i]!.verbs[0]?.lemma ?? words[i]!.lower;
  return closed.leadVerbs.has(lemma) && words[i + 1]?.lower === 'to';
}

/** The verb that the title starts with; undefined when its first word is not a verb here. */
function leadingVerb(words: readonly Word[], at: number): VerbReading | undefined {
  const word = words[at]!;
  const next = words[at + 1];
  if (/^(?:be|have|having)$/.test(word.lower))
    return { lemma: word.lower === 'be' ? 'be' : 'have', form: 'base', classes: ['act'] };
  if (word.lower === 'level' && next?.lower === 'up' && is.startsObject(words[at + 2]))
    return { lemma: 'level', form: 'base', classes: ['polish'] };
  if (word.lower === 'do' && next !== undefined && !is.isNumber(next) && !closed.negations.has(next.lower))
    return { lemma: 'do', form: 'base', classes: ['deliver'] };
  const base = is.verbAs(word, 'base');
  if (base) return isCommand(words, at, base) ? base : undefined;
  const past = is.verbAs(word, 'ed');
  if (past) {
    const particle = next !== undefined && closed.particles.has(next.lower) && is.isVerb(past, 'deliver');
    const taken = closed.usedBy.has(past.lemma) && /^(?:by|in|at|across)$/.test(next?.lower ?? '');
    return taken || is.startsObject(next) || particle || (is.isAdverb(next) && !is.isAdjective(words[at + 2]))
      ? past
      : undefined;
  }
  const ing = is.verbAs(word, 'ing');
  if (ing) return isGerund(words, at) ? ing : undefined;
  const third = is.verbAs(word, 's');
  const object =
    is.startsObject(next) ||
    (word.noun === null && next !== undefined && (isNounLike(next) || is.isAdjective(next)));
  const runs = /^(?:works|runs|builds|compiles|installs)$/.test(word.lower) && is.isPreposition(next);
  return third && (runs || object) && !findPredicate(words, at) ? third : undefined;
}

/** Before a measure these say of what: "learning gains", "reading scores". */
const pursuits =
  /^(?:learning|reading|writing|parking|cooking|farming|fishing|nursing|teaching|cycling|spelling)$/;

/** "Launching a programme", not "Monitoring dashboard", "Waiting lists shortened" or "Booking a room is easy". */
function isGerund(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined) return words[at]!.noun === null;
  if (pursuits.test(words[at]!.lower) && is.isNoun(next, 'measure', 'movement')) return false;
  if (next.lower === 'that' && (words[at + 2]?.verbs.some((v) => v.form === 's') ?? false)) return false;
  if (is.isPreposition(next)) return !hasFiniteVerb(words, at + 1);
  if (next.lower === ',' && is.isAdjective(words[at + 2])) return false;
  const subject =
    is.isVerb(is.verbAs(words[at], 'ing'), 'deliver', 'reach', 'act', 'serve') &&
    hasFiniteVerb(words, at + 1);
  if (words[at]!.lower === 'making' && isNounLike(next)) return !findPredicate(words, at);
  const whom =
    is.isNoun(next, 'person') && next.noun!.plural && /^(?:in|on|for|to)$/.test(words[at + 2]?.lower ?? '');
  if (whom && words[at]!.noun !== null) return !hasFiniteVerb(words, at + 1);
  if (is.startsObject(next) || is.isConjunction(next)) return !subject;
  if (isNounLike(next) && findPredicate(words, at)) return false;
  if (words[at]!.lower === 'making') return true;
  return words[at]!.noun === null && !is.isVerb(is.verbAs(words[at], 'ing'), 'act');
}

/** Whether a verb's base form starts a command rather than a noun phrase: "Test the app", "Test coverage". */
function isCommand(words: readonly Word[], at: number, verb: VerbReading): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (word.noun === null && !closed.nounish.has(word.lower) && !closed.adjectives.has(word.lower))
    return true;
  if (next === undefined) return word.noun === null || is.isVerb(verb, 'change');
  if (next.lower === ',') return listsCommands(words, at);
  if (next.kind === 'mark') return next.lower === '&' ? startsCommandToo(words, at + 2) : next.lower === '(';
  if (is.startsObject(next)) return true;
  if (is.isAuxiliary(next)) return false;
  if (word.lower === 'live' && !is.isPreposition(next)) return false;
  if (word.lower === 'free')
    return next.lower === 'up' || words.slice(at + 2, at + 6).some((w) => w.lower === 'from');
  if (idle.has(verb.lemma) && isNounLike(next)) return false;
  if (word.lower === 'open' && /^(?:source|data|access|science|education)$/.test(next.lower)) return false;
  if (/^(?:of|per)$/.test(next.lower)) return false;
  if (is.isNoun(word, 'trouble') && isNounLike(next)) return false;
  if (word.lower === 'clean' && isMass(words, at + 1)) return false;
  if (
    word.lower === 'clear' &&
    /^(?:understanding|vision|ownership|direction|sense|view|picture|responsibility)$/.test(next.lower)
  )
    return false;
  if (word.lower === 'access' && next.lower === 'to') return false;
  const named = /^(?:trust|access|demand|experience)$/.test(word.lower);
  if (named && isNounLike(next) && !is.isNoun(next, 'person')) return false;
  if (leadsWork(words, at)) return true;
  if (is.isNoun(word, 'person')) {
    const leads =
      /^(?:host|coach|champion|pilot|sponsor|advocate)$/.test(word.lower) && !isMeasureName(words, at);
    if (leads && (isNounLike(next) || is.isPreposition(next))) return true;
    if (isNounLike(next) && !is.isNoun(next, 'person')) return false;
    if (word.noun?.plural === true && isActive(words, at + 1, at, false)) return false;
  }
  if (word.noun?.plural === false && is.verbAs(next, 's') && is.startsObject(words[at + 2])) return false;
  if (is.isConjunction(next)) return startsCommandToo(words, at + 2);
  if (/^(?:up|down)$/.test(words[at + 2]?.lower ?? '') && words[at + 3]?.lower === 'from') return false;
  if (gaugesMeasure(words, at)) return true;
  if (hasFiniteVerb(words, at + 1)) return false;
  if (is.isPreposition(next)) return !measureNext(words, at + 1) || is.isVerb(verb, 'change', 'reach');
  if (is.isVerb(verb, 'change', 'reach')) return true;
  const praised = words.length === at + 2 && word.noun !== null;
  if ((closed.adjectives.has(word.lower) || praised) && is.isNoun(next, 'quality')) return false;
  return !isMeasureName(words, at);
}

/** Take no object, so that a noun behind them makes them a noun: "Chat view", "Work plan". */
const idle = new Set(
  'chat work sleep rest talk walk travel vote smoke smile trade live land progress sit wait flow'.split(' '),
);

/** "Clean drinking water", not "Clean the beach" or "Clean beaches". */
function isMass(words: readonly Word[], at: number): boolean {
  const last = words[phraseEnd(words, at) - 1];
  return !is.startsObject(words[at]) && is.isNoun(last) && !last!.noun!.plural;
}

/** "Plan and execute", not "Support and training". */
function startsCommandToo(words: readonly Word[], from: number): boolean {
  const at = is.isAdverb(words[from]) ? from + 1 : from;
  const word = words[at];
  return (
    is.verbAs(word, 'base') !== undefined &&
    (word!.noun === null || is.startsObject(words[at + 1]) || isNounLike(words[at + 1] ?? word!))
  );
}

/** "Support response time", "Test coverage above 80 %": a compound whose last noun is a measure. */
function isMeasureName(words: readonly Word[], at: number): boolean {
  const end = phraseEnd(words, at);
  const last = words[end - 1]!;
  if (
    end - 1 === at ||
    !(
      closed.attributes.has(last.lower) ||
      (is.isNoun(last, 'measure') && (measureNext(words, end) || closed.firstNouns.has(words[at]!.lower)))
    )
  )
    return false;
  return !is.isNoun(last, 'thing') && (end === words.length || measureNext(words, end) || end - at === 2);
}
