import { countsMost, done, isHandedOut, manners, usedBy, type Clause } from './decide-done';
import { decideHaving } from './deliverable';
import { assertedEffect } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import type { Predicate } from './predicate';
import { measured, measuredSpan, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** Reads a title that says something of a subject. */
export function decideClause(words: readonly Word[], start: number, predicate: Predicate): Reading {
  const subject = readPhrase(words.slice(0, predicate.at), start);
  const people = isPeople(words, start, predicate.at, subject);
  const said = quote(words, predicate.at, predicate.rest + 2);
  const clause = { words, predicate, subject, people, said };
  const effect = assertedEffect(words, start);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const span = measuredSpan(words, start);
  if (span !== null && !is.isVerb(predicate.verb ?? undefined, 'deliver'))
    return outcome(`${span} states a measured change`);
  const delivered = predicate.kind !== 'active' && is.isVerb(predicate.verb ?? undefined, 'deliver');
  if (
    !delivered &&
    is.isComparative(words[start]) &&
    !(words[start]!.lower === 'more' && countsWork(subject))
  )
    return outcome(`'${words[start]!.text}' names a change`);
  const often = words.findIndex(
    (w, i) =>
      is.isPercent(words, i) &&
      words.slice(i + 1, i + 5).some((x) => x.lower === 'time') &&
      w.kind === 'number',
  );
  if (often > 0 && !words.slice(0, often).some((w) => w.lower === ','))
    return outcome(`${quote(words, often, words.length)} states a level`);
  const share = closed.shares.has(words[start]!.lower) && words[start + 1]?.lower === 'of';
  if (
    share &&
    !countsWork(subject) &&
    (!isDeliverable(subject) || !is.isVerb(predicate.verb ?? undefined, 'deliver'))
  )
    return outcome(`${quote(words, start, start + 2)} names a measure`);
  if (words[start]!.lower === 'no' && predicate.kind !== 'participle')
    return outcome(`${said} says what happens no more`);
  switch (predicate.kind) {
    case 'modal':
      return modal(clause);
    case 'have':
      return decideHaving(words, predicate.rest, people);
    case 'be':
      return being(clause);
    case 'participle':
      return done(clause);
    case 'active':
      return active(clause);
  }
}

function isPeople(words: readonly Word[], start: number, end: number, subject: Phrase): boolean {
  if (has(subject, 'person')) return !has(subject, 'thing') || has(subject, 'measure');
  const inside = words.slice(start, end);
  if (closed.pronouns.has(inside[0]?.lower ?? '')) return true;
  const flat = inside.every(
    (w) => !is.isPreposition(w) || w.lower === 'of' || w.lower === 'at' || w.lower === 'least',
  );
  return (
    flat &&
    !isDeliverable(subject) &&
    inside.some((w) => is.isNoun(w, 'person') && !is.isNoun(w, 'thing') && !w.possessive) &&
    subject.head < start + 1
  );
}

function modal({ words, predicate, subject, people, said }: Clause): Reading {
  const verb = predicate.verb ?? undefined;
  const group = words.slice(predicate.at, predicate.rest);
  if (subject.percent) return outcome(`${said} says of how many it is true`);
  if (group.some((w) => closed.negations.has(w.lower))) return outcome(`${said} says what happens no more`);
  if ([...group, words[predicate.rest]].some((w) => w && manners.has(w.lower)))
    return outcome(`${said} says how it is`);
  const gives = verb !== undefined && /^(?:teach|train|publish|host|organi[sz]e)$/.test(verb.lemma);
  const planned = group.some((w) => intents.has(w.lower)) && (gives || !(people && subject.plural));
  if (planned && verb && tasks.has(verb.classes[0]!)) {
    const object = readPhrase(words, predicate.rest);
    const held = measured(words, predicate.rest) !== null || has(object, 'measure', 'person', 'trouble');
    if (!held || gives || is.isVerb(verb, 'deliver')) return output(`${said} names what is to be done`);
  }
  return people || !is.isVerb(verb, 'offer', 'deliver')
    ? outcome(`${said} says what becomes possible`)
    : output(`${said} says what a thing does`);
}

/** "will", "should": the plan of whoever is named. "can" says what becomes possible. */
const intents = new Set(['will', 'shall', 'should', 'must']);
const tasks: ReadonlySet<string> = new Set(['deliver', 'serve', 'keep', 'offer']);

function being(clause: Clause): Reading {
  const { words, predicate, subject, people, said } = clause;
  const { verb, rest } = predicate;
  const next = words[rest];
  if (
    words[predicate.at - 1]?.lower === 'there' &&
    isDeliverable(readPhrase(words, rest)) &&
    next?.lower !== 'no'
  )
    return output(`${said} says that something was delivered`);
  if (
    words
      .slice(predicate.at, rest)
      .some((w) => w.lower === 'never' || w.lower === 'not' || w.lower === 'longer')
  )
    return outcome(`${said} says what happens no more`);
  if (verb?.form === 'ing')
    return is.isVerb(verb, 'deliver') && !people && !growsBetter(words, rest)
      ? output(`${said} says what is being delivered`)
      : outcome(`${said} says what happens`);
  if (words.slice(predicate.at, rest).some((w) => /^(?:highly|widely|well)$/.test(w.lower)) && next)
    return outcome(`${said} says how it is`);
  const state = words.slice(rest, rest + 3);
  if (!isDelivered(verb, next) && state.some((w) => is.isComparative(w) || closed.superlatives.has(w.lower)))
    return outcome(`${said} states a comparison`);
  if (verb && !closed.qualities.has(next!.lower))
    return done({ ...clause, predicate: { ...predicate, rest: rest + 1 } });
  if (next && /^(?:up|down|flat)$/.test(next.lower) && words[rest + 1]?.lower !== 'and')
    return outcome(`${said} states a change`);
  const level = measured(words, rest);
  if (level !== null && !isDeliverable(subject)) return outcome(`${level} states a level`);
  const promise = words[rest + 1]?.lower === 'within' ? serviceLevel(words, rest) : null;
  if (promise !== null) return outcome(`${promise} states a service level`);
  if (next && (closed.doneStates.has(next.lower) || next.lower === 'supported') && !people)
    return output(`${said} says that something was delivered`);
  if (
    next?.lower === 'in' &&
    words[rest + 1]?.lower === 'use' &&
    /^(?:by|in|at)$/.test(words[rest + 2]?.lower ?? '')
  )
    return outcome(`${said} says what people do`);
  if (next?.lower === 'in' && closed.places.has(words[rest + 1]?.lower ?? ''))
    return output(`${said} says that something was delivered`);
  if (state.some((w) => closed.qualities.has(w.lower)) || isAbility(next))
    return outcome(`${said} says how it is`);
  if (level !== null) return outcome(`${level} states a level`);
  if (is.isDeterminer(next) && isDeliverable(readPhrase(words, rest))) return output(`${said} names a thing`);
  if (subject.percent && !verb) return outcome(`${said} says of how many it is true`);
  if (people) return outcome(`${said} says how people are`);
  const made = next !== undefined && /[a-z]{3}ed$/.test(next.lower);
  return made || (isDeliverable(subject) && !is.isDeterminer(next) && !is.isNoun(next))
    ? output(`${said} says that something was delivered`)
    : outcome(`${said} says how it is`);
}

/** "searchable", "visible": what can be done with it. */
const isAbility = (word: Word | undefined): boolean => /[a-z]{3}(?:able|ible)$/.test(word?.lower ?? '');

/** "… performing better", not "… building better tools". */
const growsBetter = (words: readonly Word[], at: number): boolean =>
  is.isComparative(words[at + 1]) && !is.isNoun(words[at + 2]) && !is.isAdjective(words[at + 2]);

const isDelivered = (verb: Predicate['verb'], next: Word | undefined): boolean =>
  verb?.form === 'ed' && (is.isVerb(verb, 'deliver', 'enable') || next?.lower === 'made');

/** To have been given what is on offer is no change yet. */
const takesPart = new Set(['complete', 'attend', 'finish', 'undergo', 'undertake', 'present', 'speak']);

/** Of a thing, these say how it fares. */
const goesOn = new Set(['work', 'start', 'complete', 'finish', 'open', 'sell', 'ship', 'move']);

function active({ words, predicate, subject, people, said }: Clause): Reading {
  const verb = predicate.verb ?? undefined;
  if (verb?.lemma === 'meet' && !has(readPhrase(words, predicate.rest), 'measure'))
    return output(`${said} names an activity`);
  if (verb?.lemma === 'have') return decideHaving(words, predicate.rest, people);
  if (
    /^(?:leave|exit|enter)$/.test(verb?.lemma ?? '') &&
    closed.places.has(words[predicate.rest]?.lower ?? '')
  )
    return output(`${said} says that something was delivered`);
  const trained = /^(?:training|course|workshop|class|program(?:me)?|module)$/;
  const given = readPhrase(words, predicate.rest);
  if (
    verb &&
    takesPart.has(verb.lemma) &&
    (!subject.percent || trained.test(words[given.head]?.noun?.lemma ?? '')) &&
    !words.slice(predicate.rest).some((w) => w.lower === 'without' || is.isComparative(w)) &&
    has(readPhrase(words, predicate.rest), 'thing', 'delivery', 'activity')
  )
    return output(`${said} names an activity`);
  if (isHandedOut(verb, words, predicate.rest)) return output(`${said} names an activity`);
  const spared = words.findIndex((w, i) => i >= predicate.rest && w.lower === 'without');
  if (spared > 0 && has(readPhrase(words, spared + 1), 'trouble'))
    return outcome(`${said} says what happens no more`);
  if (verb?.lemma === 'exist' && !has(subject, 'trouble', 'person') && !closed.negations.has(words[0]!.lower))
    return output(`${said} says that something was delivered`);
  const often =
    subject.percent || (countsMost(words.slice(0, predicate.at)) && usedBy.has(verb?.lemma ?? ''));
  if (often && verb && (usedBy.has(verb.lemma) || !is.isVerb(verb, 'deliver')))
    return outcome(`${said} says of how many it is true`);
  const object = readPhrase(words, predicate.rest);
  if (
    is.isVerb(verb, 'deliver') &&
    object.number &&
    countsWork(object) &&
    /^(?:team|squad|engineer|department)$/.test(words[subject.head]?.noun?.lemma ?? '')
  )
    return unclear(`${said} counts work`);
  if (people || is.isComparative(words[predicate.rest]))
    return outcome(`${said} says what ${people ? 'people do' : 'happens'}`);
  if (is.isVerb(verb, 'change', 'polish') && countsWork(subject))
    return unclear(`${said} names a change, but of a count of work`);
  if (is.isVerb(verb, 'change')) return outcome(`${said} names a change`);
  if (is.isVerb(verb, 'polish')) {
    return object.head < 0 || has(subject, 'measure') || has(object, 'measure')
      ? outcome(`${said} names a change`)
      : unclear('no change is named');
  }
  const offers = verb?.classes.includes('offer') === true || is.isVerb(verb, 'deliver');
  if (/^(?:take|last|cost)$/.test(verb?.lemma ?? '') && object.number)
    return outcome(`${said} states a level`);
  const level = serviceLevel(words, predicate.rest, true) ?? measured(words, predicate.rest);
  if (level !== null && !(verb?.classes.includes('offer') && isDeliverable(subject) && verb.lemma !== 'run'))
    return outcome(`${level} states a level`);
  if (words.slice(predicate.at - 2, predicate.rest + 1).some((w) => closed.negations.has(w.lower)))
    return outcome(`${said} says what happens no more`);
  if (verb && goesOn.has(verb.lemma)) return outcome(`${said} says what happens`);
  if (offers && isDeliverable(subject)) return output(`${said} says what a thing does`);
  return offers && !has(subject, 'measure')
    ? output(`${said} says what a thing does`)
    : outcome(`${said} says what happens`);
}
