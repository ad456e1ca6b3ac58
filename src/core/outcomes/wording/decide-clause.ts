import { active } from './decide-active';
import { done, type Clause } from './decide-done';
import { decideHaving } from './deliverable';
import { assertedEffect } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import type { Predicate } from './predicate';
import { measured, measuredSpan, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, type Reading } from './reading';
import { manyAt } from './verbs/command';
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
  const named = /^(?:the|a)$/.test(words[start]!.lower) ? start + 1 : start;
  const share = closed.shares.has(words[named]?.lower ?? '') && words[named + 1]?.lower === 'of';
  if (
    share &&
    !(countsWork(subject) && has(subject, 'activity')) &&
    (!isDeliverable(subject) || !is.isVerb(predicate.verb ?? undefined, 'deliver'))
  )
    return outcome(`${quote(words, named, named + 2)} names a measure`);
  if (words[start]!.lower === 'no' && predicate.kind !== 'participle')
    return outcome(`${said} says what happens no more`);
  switch (predicate.kind) {
    case 'modal':
      return modal(clause);
    case 'have':
      return decideHaving(words, predicate.rest, people, subject);
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
  if (subject.percent && subject.head < 0) return true;
  if (closed.pronouns.has(inside[0]?.lower ?? '') && inside[0]!.lower !== 'it') return true;
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
  if ([...group, words[predicate.rest]].some((w) => w && closed.manners.has(w.lower)))
    return outcome(`${said} says how it is`);
  if (verb && /^(?:happen|occur|take)$/.test(verb.lemma) && isDeliverable(subject))
    return output(`${said} names what is to be done`);
  if (!people && words[predicate.rest] && serviceLevel(words, predicate.rest)?.startsWith("'within"))
    return outcome(`${serviceLevel(words, predicate.rest)} states a service level`);
  const gives = verb !== undefined && /^(?:teach|train|publish|host|organi[sz]e)$/.test(verb.lemma);
  const planned = group.some((w) => intents.has(w.lower)) && (gives || !(people && subject.plural));
  if (planned && verb && tasks.has(verb.classes[0]!)) {
    const object = readPhrase(words, predicate.rest);
    const held = measured(words, predicate.rest) !== null || has(object, 'measure', 'person', 'trouble');
    if (!held || gives || is.isVerb(verb, 'deliver')) return output(`${said} names what is to be done`);
  }
  const can = group.some((w) => /^c(?:an|ould)$/.test(w.lower));
  if (can && words.some((_, i) => i >= predicate.rest && manyAt(words, i)))
    return outcome(`${said} names a level to bear`);
  const able = can && users.has(words[subject.head]?.noun?.lemma ?? '');
  return people || able || !is.isVerb(verb, 'offer', 'deliver')
    ? outcome(`${said} says what becomes possible`)
    : output(`${said} says what a thing does`);
}

/** Of these too it says what they can do, though they may be things. */
const users = new Set('agent host client guest leadership management public audience community'.split(' '));

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
  const supplied = words[rest + 1]?.lower === 'with' && isDeliverable(readPhrase(words, rest + 2));
  if (verb && (supplied || !closed.qualities.has(next!.lower)))
    return done({ ...clause, predicate: { ...predicate, rest: rest + 1 } });
  if (next && /^(?:up|down|flat)$/.test(next.lower) && words[rest + 1]?.lower !== 'and')
    return outcome(`${said} states a change`);
  const level = measured(words, rest);
  if (level !== null && !isDeliverable(subject)) return outcome(`${level} states a level`);
  const promise = words[rest + 1]?.lower === 'within' ? serviceLevel(words, rest) : null;
  if (promise !== null) return outcome(`${promise} states a service level`);
  const always = /^(?:all|always|throughout|whenever|24)/.test(words[rest + 1]?.lower ?? '');
  if (next && (closed.doneStates.has(next.lower) || next.lower === 'supported') && !people && !always)
    return output(`${said} says that something was delivered`);
  if (
    next?.lower === 'in' &&
    words[rest + 1]?.lower === 'use' &&
    /^(?:by|in|at)$/.test(words[rest + 2]?.lower ?? '')
  )
    return outcome(`${said} says what people do`);
  if (next?.lower === 'in' && closed.places.has(words[rest + 1]?.lower ?? ''))
    return output(`${said} says that something was delivered`);
  const holds =
    next?.lower === 'in' &&
    /^(?:stock|balance|reach|order|demand|control)$/.test(words[rest + 1]?.lower ?? '');
  if (holds || (next && words[rest + 1]?.lower === 'again')) return outcome(`${said} says how it is`);
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
