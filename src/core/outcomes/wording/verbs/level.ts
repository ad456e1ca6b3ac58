import * as closed from '../lexicon/words';
import { has, isDeliverable, isNounLike, readPhrase } from '../phrase';
import { quote } from '../quote';
import { outcome, type Reading } from '../reading';
import * as is from '../words';
import { manyAt, objectNoun, wordSet, type Command } from './command';

/** How much, how fast, how well or for whom, where a delivery says it; null when it only says what is delivered. */
export function bearsLevel(command: Command): Reading | null {
  const bears = bearsAmount(command) ?? goesFast(command) ?? goesWell(command) ?? empowers(command);
  return bears === null ? null : outcome(bears);
}

/** "Support 20,000 riders", "Block 95 % of spam", "Send 30 % fewer letters" */
function bearsAmount({ words, verb, name, rest, object }: Command): string | null {
  const all = quote(words, rest, object.end > rest ? object.end : words.length);
  const bears = `${name} with ${all} names a level to bear`;
  if (throughputs.has(verb.lemma) && manyAt(words, rest)) return bears;
  if (object.percent && (catchers.has(verb.lemma) || (carers.has(verb.lemma) && has(object, 'person'))))
    return bears;
  if (/^(?:twice|half)$/.test(words[rest]?.lower ?? '') && words[rest + 1]?.lower === 'as')
    return `${all} names a change`;
  const inside = words.slice(rest, object.end);
  if (inside.some((w) => /^(?:fewer|less)$/.test(w.lower))) return `${all} names a change`;
  const poured = /^(?:put|pour)$/.test(verb.lemma) && words[rest]?.lower === 'more';
  if (poured && has(object, 'measure') && !has(object, 'thing')) return `${all} names a change`;
  const extreme = inside.some((w) => /^(?:lowest|fastest|cheapest|highest|shortest|safest)$/.test(w.lower));
  return extreme ? `${all} states a comparison` : null;
}

/** "Deploy in five minutes", "Render a page in half the time", "Pay three days earlier" */
function goesFast({ words, verb, rest, object }: Command): string | null {
  const last = words.length - 1;
  const sooner = /^(?:faster|slower|quicker|better|sooner|earlier|cheaper|easier)$/.test(words[last]!.lower);
  if (sooner && last >= rest && words[last - 1]?.lower !== 'or')
    return `${quote(words, last, last + 1)} names a change`;
  const fast = words.findIndex((w, i) => i >= rest && /^(?:in|within|under)$/.test(w.lower));
  if (fast < 0) return null;
  const near = words.slice(fast, fast + 6);
  const soon = near.some(
    (w, i) =>
      moments.test(w.lower) &&
      near.slice(0, i).some((x) => is.isNumber(x) || /^(?:a|an|one|less)$/.test(x.lower)),
  );
  const part =
    /^(?:half|third|quarter|fraction)$/.test(words[fast + 1]?.lower ?? '') ||
    /^(?:third|quarter|fraction)$/.test(words[fast + 2]?.lower ?? '');
  const often = !projects.has(verb.lemma) && object.head < fast;
  return (soon && (fast === rest || often)) || (part && often)
    ? `${quote(words, fast, Math.min(fast + 4, words.length))} states a level`
    : null;
}

/** "Start reading without a password", "Release with confidence" */
function goesWell({ words, verb, rest }: Command): string | null {
  const all = quote(words, rest, words.length);
  const faster =
    is.isComparative(words[rest]) && !/^(?:more|less|additional|extra)$/.test(words[rest]!.lower);
  const graded = words[rest + 1] && (isNounLike(words[rest + 1]!) || is.isAdjective(words[rest + 1]));
  if (faster && !graded) return `${quote(words, rest, rest + 1)} names a change`;
  if (words[rest]?.lower === 'with' && /^(?:confidence|ease)$/.test(words[rest + 1]?.lower ?? ''))
    return `${all} says how it is`;
  const without = words.findIndex((w, i) => i > rest && w.lower === 'without');
  const going = /^(?:start|begin)$/.test(verb.lemma) && /..ing$/.test(words[rest]?.lower ?? '');
  if (going && (without > 0 || words.some((w, i) => i > rest && closed.manners.has(w.lower))))
    return `${all} says how it is`;
  const spared = without > 0 && is.verbAs(words[without + 1], 'ing')?.classes.includes('act');
  return spared && !projects.has(verb.lemma)
    ? `${quote(words, without, words.length)} says what happens no more`
    : null;
}

/** "Give patients control over …", "Promote the growth of …", "Support people to live …" */
function empowers(command: Command): string | null {
  const { words, verb, name, rest, object, what } = command;
  if (verb.lemma === 'give') {
    const whom = words.findIndex((w, i) => i >= rest && i < rest + 4 && is.isNoun(w, 'person'));
    const given = words.slice(whom + 1, whom + 4).find((w) => is.isComparative(w) || freedoms.has(w.lower));
    return whom > 0 && given ? `'${given.text}' says what people can do` : null;
  }
  if (/^(?:promote|support|facilitate)$/.test(verb.lemma) && words[rest]?.lower !== 'for') {
    if (has(object, 'movement')) return `${name} with ${what} names a change`;
    const doing = words[object.end]?.lower === 'to' ? is.verbAs(words[object.end + 1], 'base') : undefined;
    if (verb.lemma === 'support' && has(object, 'person') && doing?.classes[0] === 'act')
      return `${name} says what people can do`;
    const among =
      /^(?:among|amongst)$/.test(words[object.end]?.lower ?? '') &&
      has(readPhrase(words, object.end + 1), 'person');
    if (among && !isDeliverable(object)) return `${name} with ${what} names a change among people`;
  }
  const end = words[object.head]?.lower === 'end' && words[object.end]?.lower === 'to';
  const relief =
    verb.lemma === 'take' &&
    has(object, 'trouble') &&
    /^(?:out|off|away|from)$/.test(words[object.end]?.lower ?? '');
  if ((verb.lemma === 'put' && end) || relief) return `${name} with ${what} names what goes away`;
  if (
    /^(?:build|create|develop|establish)$/.test(verb.lemma) &&
    (followings.has(objectNoun(command)) || isBase(command))
  )
    return `${name} with ${what} names a result`;
  const sound = words.slice(rest, object.head).some((w) => closed.soundStates.has(w.lower));
  if (
    sound &&
    /^(?:provide|offer|deliver)$/.test(verb.lemma) &&
    has(object, 'measure') &&
    !has(object, 'thing')
  )
    return `${name} with ${what} names a state to reach`;
  return null;
}

const isBase = ({ words, object }: Command): boolean =>
  words[object.head]?.lower === 'base' && is.isNoun(words[object.head - 1], 'person');

/** Whom one wins for oneself. */
const followings = wordSet('audience readership following fanbase userbase reputation clientele');

const freedoms = wordSet(
  'control access choice voice say confidence power freedom hope time ownership dignity chance opportunity',
);

/** To do this so many times is a level. */
const throughputs = wordSet(
  'support facilitate process handle serve enable accommodate ingest index host stream',
);

/** Of so many, these say how well something works, */
const catchers = wordSet(
  'block detect reject intercept predict recognise recognize catch filter flag deflect match locate identify fill recover',
);

/** and these how many are cared for. */
const carers = wordSet('provide treat immunise immunize cure place employ feed house');

/** Done once, so that how fast they go is their deadline. */
const projects = wordSet(
  'launch migrate move transition switch upgrade roll replace rebuild redesign build develop create write complete finish hire open found',
);

const moments = /^(?:seconds?|minutes?|mins?|hours?|clicks?|steps?|milliseconds?|ms)$/;

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

/** With these something comes to people. */
export const carriers = wordSet(
  'connect introduce move deliver provide offer ship take open extend link match spread push',
);
