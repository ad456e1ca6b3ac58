import { delivery } from '../deliverable';
import { assertedEffect, purposeTail } from '../effects';
import type { VerbReading } from '../inflection';
import * as closed from '../lexicon/words';
import { has, readPhrase } from '../phrase';
import { measured, measuredSpan, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, output, unclear, type Reading } from '../reading';
import * as is from '../words';
import { objectNoun, wordSet, type Command } from './command';
import { bearsLevel, bringsNearer, carriers } from './level';

/** A verb of delivery: an output, unless the sentence shows that a result is meant. */
export function deliver(command: Command): Reading {
  const { words, name, rest } = command;
  if (studies.has(command.verb.lemma) && assertedEffect(words, rest) !== null)
    return output(`${name} names an activity`);
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const bears = bearsLevel(command);
  if (bears !== null) return bears;
  if (words[rest]?.lower === 'without') return outcome(`${quote(words, rest - 1, rest + 2)} says how it is`);
  const also = joinedChange(command);
  if (also !== null) return also;
  const level = isEveryTime(command) ? serviceLevel(words, rest) : null;
  if (level !== null) return outcome(`${level} states a service level`);
  const nearer = carriers.has(command.verb.lemma) ? bringsNearer(command) : null;
  return nearer ?? result(command) ?? delivery(words, rest, `${name} names a delivery`);
}

/** What is looked for makes no difference yet, whatever it may come to do. */
const studies = wordSet(
  'identify research explore investigate define evaluate consider discuss list outline determine',
);

/** "Set a baseline and cut absence": the second half names a change of a measure; null when it does not. */
function joinedChange({ words, rest }: Command): Reading | null {
  const at = words.findIndex(
    (w, i) => i > rest && w.lower === 'and' && isGain(is.verbAs(words[i + 1], 'base')),
  );
  if (at < 0 || assertedPurpose(words, rest, at)) return null;
  const measure = has(readPhrase(words, at + 2), 'measure', 'trouble', 'person');
  return measure ? outcome(`${quote(words, at + 1, at + 2)} names a change`) : null;
}

const isGain = (verb: VerbReading | undefined): boolean =>
  is.isVerb(verb, 'change') || /^(?:attract|win|gain|retain|earn)$/.test(verb?.lemma ?? '');

const assertedPurpose = (words: Command['words'], rest: number, at: number): boolean =>
  purposeTail(words.slice(0, at + 2), rest) !== null;

/** "Finish the year with 40 customers": ends a period rather than a piece of work. */
export function closesPeriod(command: Command): boolean {
  return closers.has(command.verb.lemma) && periods.has(objectNoun(command));
}

function isEveryTime({ words, rest, object }: Command): boolean {
  const [first, second] = [words[rest]?.lower ?? '', words[rest + 1]?.lower ?? ''];
  return object.percent || closed.universals.has(first) || closed.universals.has(second);
}

/** What is brought about when that is a measure; null when it is a thing. */
function result(command: Command): Reading | null {
  const { words, verb, name, rest, object, what } = command;
  const bears = bearers.has(verb.lemma);
  if (objectNoun(command) === 'expansion' && is.isNoun(words[object.head - 1], 'measure'))
    return outcome(`${name} with ${what} names a result`);
  const measure =
    has(object, 'measure', 'movement', 'trouble') &&
    !has(object, 'thing', 'delivery', 'mechanism', 'activity') &&
    words[object.head]?.lower !== 'times';
  const moved = measuredSpan(words, rest);
  const span = movers.has(verb.lemma) && !measure && moved?.includes('%') !== true ? null : moved;
  if (span !== null && (measure || has(object, 'person') || span.includes('%')))
    return outcome(`${span} states a measured change`);
  if (closesPeriod(command) && words.slice(object.head + 1).some(is.isNumber)) {
    return outcome(`${name} with a number names a result`);
  }
  const level = measured(words, rest);
  if (measure && level !== null && (bears || pushers.has(verb.lemma))) {
    return outcome(`${name} with ${level} names a result`);
  }
  if (objectNoun(command) === 'sense') return outcome(`${name} with ${what} names a result`);
  const money = words.slice(rest).some((w) => w.kind === 'number' && /\p{Sc}/u.test(w.text));
  if (money && bears && !has(object, 'delivery'))
    return outcome(`${name} with an amount of money names a result`);
  if (words[rest]?.lower === 'for' && /^(?:provide|allow|cater)$/.test(verb.lemma)) {
    const given = readPhrase(words, rest + 1);
    if (has(given, 'movement')) return outcome(`${quote(words, rest, given.end)} names a change`);
  }
  if (level === null && measure && (ticksOff.has(verb.lemma) || objectNoun(command) === 'practice'))
    return null;
  const one = object.article === 'a' && !object.number && has(object, 'measure') && !has(object, 'movement');
  if (measure && object.comparative && object.number) return outcome('a comparison names a change');
  if (measure && bears && !one) return outcome(`${name} with ${what} names a result`);
  const staffed = words.slice(object.head, object.head + 1).some((w) => crew.has(w.noun?.lemma ?? ''));
  const gained =
    gainers.has(verb.lemma) && !staffed && has(object, 'person') && object.plural && !has(object, 'thing');
  if (gained && object.article === null) return outcome(`${name} with ${what} names a result`);
  const praised = words
    .slice(object.start, object.head)
    .some((w) => is.isComparative(w) || graded.has(w.lower));
  if (bears && praised && has(object, 'quality') && !object.number && !bonds.has(objectNoun(command)))
    return unclear(`${what} is too general to tell`);
  const fixed = bonds.has(objectNoun(command)) || is.isNoun(words[object.head - 1], 'thing', 'mechanism');
  const general =
    bears &&
    !(fixed && object.head > rest) &&
    has(object, 'quality') &&
    !has(object, 'thing', 'delivery', 'mechanism', 'measure');
  return general ? unclear(`${what} is too general to tell`) : null;
}

/** To be through with a measure is no change of it. */
const ticksOff = wordSet('finish start complete begin');

/** With a level these say where a measure is taken. */
const pushers = wordSet('push pull move take put bring drag steer bump');

const closers = wordSet('end finish close start begin enter leave');
const periods = wordSet('year quarter month half season q1 q2 q3 q4 h1 h2 fy');

/** What these bring about is a delivery when it is a thing, a result when it is a measure. */
const bearers =
  wordSet(`build create develop establish deliver produce hold run finish start close post record bring add give
  contribute return restore instil register source perform place`);

/** Praise that a state can have and a thing to deliver has not. */
const graded =
  wordSet(`strong vibrant supportive healthy safe resilient welcoming inclusive thriving trusted lasting mutual
  meaningful deep positive sustainable efficient effective`);

/** Who works with us, so that to add them is to staff. */
const crew = wordSet(
  'triager maintainer reviewer moderator engineer developer admin administrator trainer facilitator',
);

/** These are agreed and signed, however they are praised. */
const bonds = wordSet('partnership relation alliance model');

/** To have more people is a result. */
const gainers = wordSet('add create bring gain');

/** "From 5.2 to 7.0" after these is a version or a place. */
const movers = wordSet('migrate upgrade update move port transition switch roll bump');
