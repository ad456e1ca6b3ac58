import { delivery } from '../deliverable';
import { assertedEffect, purposeTail } from '../effects';
import * as closed from '../lexicon/words';
import type { VerbReading } from '../inflection';
import { has, isNounLike, readPhrase } from '../phrase';
import { measured, measuredSpan, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, output, unclear, type Reading } from '../reading';
import * as is from '../words';
import { manyAt, objectNoun, wordSet, type Command } from './command';

/** A verb of delivery: an output, unless the sentence shows that a result is meant. */
export function deliver(command: Command): Reading {
  const { words, name, rest } = command;
  if (studies.has(command.verb.lemma) && assertedEffect(words, rest) !== null)
    return output(`${name} names an activity`);
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const bears = bearsLevel(command) ?? empowers(command);
  if (bears !== null) return bears;
  if (words[rest]?.lower === 'without') return outcome(`${quote(words, rest - 1, rest + 2)} says how it is`);
  const also = joinedChange(command);
  if (also !== null) return also;
  const level = isEveryTime(command) ? serviceLevel(words, rest) : null;
  if (level !== null) return outcome(`${level} states a service level`);
  const nearer = carriers.has(command.verb.lemma) ? bringsNearer(command) : null;
  return nearer ?? result(command) ?? delivery(words, rest, `${name} names a delivery`);
}

/** "Bring the library closer to commuters", "Connect job offers to more youths", "… to as many as possible": null when not so. */
export function bringsNearer({ words, rest, object }: Command): Reading | null {
  const at = words.findIndex(
    (w, i) =>
      i > rest && /^(?:closer|nearer)$/.test(w.lower) && /^(?:to|together)$/.test(words[i + 1]?.lower ?? ''),
  );
  if (at > 0) return outcome(`${quote(words, at, at + 2)} names a change`);
  const to = words[object.end]?.lower === 'to' ? object.end + 1 : rest;
  const more = words[to]?.lower === 'more' || (words[to]?.lower === 'as' && words[to + 1]?.lower === 'many');
  const whom = readPhrase(words, words[to]?.lower === 'as' ? to + 1 : to);
  const people =
    whom.classes.size === 0 ||
    has(whom, 'person') ||
    words.slice(to, to + 14).some((w) => is.isNoun(w, 'person'));
  return more && people && (to > rest || words[to]!.lower === 'as')
    ? outcome(`${quote(words, to, to + 3)} names a change`)
    : null;
}

/** What is looked for makes no difference yet, whatever it may come to do. */
const studies = wordSet(
  'identify research explore investigate define evaluate consider discuss list outline determine',
);

/** "Support 20,000 riders", "Block 95 % of spam", "Deploy in five minutes": how much or how fast; null when it is not said. */
export function bearsLevel({ words, verb, name, rest, object }: Command): Reading | null {
  const all = quote(words, rest, object.end > rest ? object.end : words.length);
  if (throughputs.has(verb.lemma) && manyAt(words, rest))
    return outcome(`${name} with ${all} names a level to bear`);
  const shared =
    object.percent && (catchers.has(verb.lemma) || (verb.lemma === 'provide' && has(object, 'person')));
  if (shared) return outcome(`${name} with ${all} names a level to bear`);
  if (
    is.isComparative(words[rest]) &&
    !(words[rest + 1] && (isNounLike(words[rest + 1]!) || is.isAdjective(words[rest + 1]))) &&
    !/^(?:more|less|additional|extra)$/.test(words[rest]!.lower)
  )
    return outcome(`${quote(words, rest, rest + 1)} names a change`);
  if (/^(?:twice|half)$/.test(words[rest]?.lower ?? '') && words[rest + 1]?.lower === 'as')
    return outcome(`${all} names a change`);
  const fast = words.findIndex((w, i) => i >= rest && /^(?:in|within|under)$/.test(w.lower));
  const soon = words.slice(fast, fast + 4).some((w) => moments.test(w.lower));
  if (fast === rest && soon && words.length > rest + 1)
    return outcome(`${quote(words, rest, rest + 3)} states a level`);
  const going = /^(?:start|begin)$/.test(verb.lemma) && /..ing$/.test(words[rest]?.lower ?? '');
  const spared = words.some(
    (w, i) => i > rest && (closed.manners.has(w.lower) || (w.lower === 'without' && words[i + 1])),
  );
  return going && spared ? outcome(`${quote(words, rest, words.length)} says how it is`) : null;
}

/** "Give patients control over …", "Give staff more time": null when it is a thing that is given. */
function empowers({ words, verb, rest }: Command): Reading | null {
  if (verb.lemma !== 'give') return null;
  const whom = words.findIndex((w, i) => i >= rest && i < rest + 4 && is.isNoun(w, 'person'));
  const what = words.slice(whom + 1, whom + 4).find((w) => is.isComparative(w) || freedoms.has(w.lower));
  return whom > 0 && what ? outcome(`'${what.text}' says what people can do`) : null;
}

const freedoms = wordSet(
  'control access choice voice say confidence power freedom hope time ownership dignity chance opportunity',
);

/** To do this so many times is a level. */
const throughputs = wordSet(
  'support facilitate process handle serve enable accommodate ingest index host stream',
);

/** Of so many, these say how well something works. */
const catchers = wordSet(
  'block detect reject intercept predict recognise recognize catch filter flag deflect match locate identify',
);

const moments = /^(?:seconds?|minutes?|mins?|hours?|clicks?|steps?)$/;

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

/** With these something comes to people. */
const carriers = wordSet(
  'connect introduce move deliver provide offer ship take open extend link match spread push',
);

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
