import { decideHaving, delivery } from './deliverable';
import { assertedEffect } from './effects';
import type { Head } from './head';
import type { VerbReading } from './inflection';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { measured, measuredSpan, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

interface Command {
  readonly words: readonly Word[];
  readonly verb: VerbReading;
  /** The verb, quoted. */
  readonly name: string;
  /** Where what follows the verb starts. */
  readonly rest: number;
  readonly object: Phrase;
  /** The object's head, quoted. */
  readonly what: string;
}

/** Reads a title that says what is to be done. `decide` reads what follows "ensure that". */
export function decideVerb(
  words: readonly Word[],
  { at, rest, verb, own }: Head & { kind: 'verb' },
  decide: (words: readonly Word[], from: number) => Reading,
): Reading {
  const name = quote(words, at, rest);
  if (verb === null) return delivery(words, rest, `${name} names an activity`);
  const object = readPhrase(words, rest);
  const what = object.head < 0 ? 'its object' : quote(words, object.head, object.head + 1);
  const command = { words, verb, name, rest, object, what };
  if (verb.lemma === 'make' && words[rest]?.lower === 'sure') return assure(command, rest + 1, decide);
  if (own && is.isVerb(verb, 'act') && !specials[verb.lemma]) return outcome(`${name} says how it is for us`);
  if (closed.phrasalDeliveries.has(`${verb.lemma} ${words[rest - 1]!.lower}`))
    return delivery(words, rest, `${name} names a delivery`);
  if (verb.form === 'ing' && rest >= words.length) return unclear('no change is named');
  if (
    object.percent &&
    (is.isVerb(verb, 'act') || (is.isVerb(verb, 'shift', 'serve') && !isDeliverable(object)))
  )
    return outcome(`${name} with ${what} names a result`);
  const special = specials[verb.lemma];
  if (special) return special(command);
  switch (verb.classes[0]) {
    case 'change':
      return raises.has(verb.lemma) &&
        !words
          .slice(object.end)
          .some((w, i, tail) => is.isNoun(w, 'person') && tail[i - 1]?.lower !== 'per') &&
        (countsWork(object) || (isDeliverable(object) && object.plural))
        ? unclear(`${name} names a change, but of ${what}, a count of work`)
        : outcome(`${name} names a change`);
    case 'polish':
      return polish(command);
    case 'reach':
      return reach(command);
    case 'keep':
      return keep(command);
    case 'enable':
      return enable(command);
    case 'assure':
      return assure(command, rest, decide);
    case 'clear':
      return closers.has(verb.lemma) && periods.has(words[object.head]?.lower ?? '')
        ? deliver(command)
        : clear(command);
    case 'serve': {
      const level = serviceLevel(words, rest, true);
      if (level !== null) return outcome(`${level} states a service level`);
      const reached = verb.lemma === 'serve' && has(object, 'person') && object.number;
      return reached
        ? outcome(`${name} with ${what} names a result`)
        : delivery(words, rest, `${name} names an activity`);
    }
    case 'act':
      return act(command);
    default:
      return deliver(command);
  }
}

/** To do more work is no change; to need less of it is one. */
const raises = new Set([
  'increase',
  'raise',
  'double',
  'triple',
  'quadruple',
  'grow',
  'boost',
  'lift',
  'maximise',
  'maximize',
  'multiply',
  'accelerate',
  'speed',
]);

function deliver({ words, verb, name, rest, object, what }: Command): Reading {
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const everyTime =
    object.percent ||
    closed.universals.has(words[rest]?.lower ?? '') ||
    /^(?:each|every|all)$/.test(words[rest + 1]?.lower ?? '');
  const level = everyTime ? serviceLevel(words, rest) : null;
  if (level !== null) return outcome(`${level} states a service level`);
  const times = words[object.head]?.lower === 'times';
  const result =
    !times &&
    has(object, 'measure', 'movement', 'trouble') &&
    !has(object, 'thing', 'delivery', 'mechanism', 'activity');
  const span = movers.has(verb.lemma) && !result ? null : measuredSpan(words, rest);
  if (span !== null && (result || has(object, 'person'))) return outcome(`${span} states a measured change`);
  const period =
    periods.has(words[object.head]?.lower ?? '') && words.slice(object.head + 1).some(is.isNumber);
  if (period && closers.has(verb.lemma)) return outcome(`${name} with a number names a result`);
  if (result && pushers.has(verb.lemma) && measured(words, rest) !== null)
    return outcome(`${name} with ${measured(words, rest)!} names a result`);
  const money = words.slice(rest).some((w) => w.kind === 'number' && /[$€£¥]/.test(w.text));
  if (money && bearers.has(verb.lemma) && !has(object, 'delivery'))
    return outcome(`${name} with an amount of money names a result`);
  if (result && bearers.has(verb.lemma)) {
    const size = measured(words, rest) ?? (object.number ? what : null);
    return size === null && !has(object, 'movement')
      ? softResult(name, what, object)
      : outcome(`${name} with ${size ?? what} names a result`);
  }
  if (bearers.has(verb.lemma) && has(object, 'quality') && !has(object, 'thing', 'delivery', 'mechanism'))
    return unclear(`${what} is too general to tell`);
  return delivery(words, rest, `${name} names a delivery`);
}

/** A quality that is brought about ("build trust"): a change, though nobody said how large. */
function softResult(name: string, what: string, object: Phrase): Reading {
  return has(object, 'quality') && !has(object, 'measure')
    ? unclear(`${what} is too general to tell`)
    : outcome(`${name} with ${what} names a result`);
}

/** With a level these say where a measure is taken. */
const pushers = new Set(['push', 'pull', 'move', 'take', 'put', 'bring', 'drag', 'steer', 'bump']);

const closers = new Set(['end', 'finish', 'close', 'start', 'begin', 'enter', 'leave']);
const periods = new Set([
  'year',
  'quarter',
  'month',
  'half',
  'season',
  'q1',
  'q2',
  'q3',
  'q4',
  'h1',
  'h2',
  'fy',
]);

/** What these bring about is a delivery when it is a thing, a result when it is a measure. */
const bearers = new Set(
  `build create develop establish deliver produce hold run finish start close post record bring add
  provide contribute return restore instil register source perform place`.split(/\s+/),
);

/** "From 5.2 to 7.0" after these is a version or a place. */
const movers = new Set([
  'migrate',
  'upgrade',
  'update',
  'move',
  'port',
  'transition',
  'switch',
  'roll',
  'bump',
]);

function polish({ words, name, rest, object, what }: Command): Reading {
  if (countsWork(object) && (object.counted || object.number || !has(object, 'thing')))
    return unclear(`${what} counts work`);
  const level = measured(words, rest);
  if (level !== null) return outcome(`${name} names a change, ${level} its size`);
  if (has(object, 'measure', 'person', 'trouble') && !has(object, 'mechanism'))
    return outcome(`${name} with ${what} names a change`);
  if (has(object, 'mechanism', 'thing', 'delivery'))
    return delivery(words, rest, `${name} with ${what} is work on a thing, not a change that it makes`);
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  return outcome(`${name} names a change`);
}

function reach({ words, verb, name, rest, object, what }: Command): Reading {
  const done = words
    .slice(object.head + 1, object.head + 3)
    .find((w) => is.isVerb(is.verbAs(w, 'ed'), 'deliver', 'clear'));
  if (verb.lemma === 'get' && done && !object.percent)
    return output(`'${done.text}' says that something was delivered`);
  const settled =
    transactions.has(verb.lemma) && object.article !== null && !object.number && !has(object, 'measure');
  if (settled) return delivery(words, rest, `${name} with ${what} names a delivery`);
  if (countsWork(object))
    return has(object, 'thing') && !object.percent
      ? delivery(words, rest, `${name} with ${what} names a delivery`)
      : unclear(`${what} counts work`);
  if (has(object, 'measure', 'person', 'movement') || (marks.has(verb.lemma) && object.number))
    return outcome(`${name} with ${what} names a result`);
  const level = measured(words, rest);
  if (level !== null || (words[rest]?.kind === 'number' && object.head < 0))
    return outcome(`${name} with ${level ?? quote(words, rest, rest + 1)} names a result`);
  if (has(object, 'thing', 'delivery', 'mechanism'))
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  if (has(object, 'quality') || rest >= words.length) return unclear(`${what} is too general to tell`);
  return outcome(`${name} names a result`);
}

/** A number after these is a mark that was set. */
const marks = new Set(['reach', 'hit', 'exceed', 'surpass', 'cross', 'top', 'attain', 'earn', 'win', 'gain']);

/** Done once, with one partner, these are a delivery. */
const transactions = new Set([
  'sign',
  'onboard',
  'get',
  'obtain',
  'secure',
  'receive',
  'acquire',
  'bring',
  'activate',
]);

function keep({ words, name, rest, object, what }: Command): Reading {
  const level = measured(words, rest);
  if (level !== null) return outcome(`${name} with ${level} names a level to hold`);
  if (has(object, 'measure', 'person') && !has(object, 'thing'))
    return outcome(`${name} with ${what} names a level to hold`);
  const upkeep =
    has(object, 'thing', 'mechanism', 'delivery') ||
    (object.classes.size === 0 && object.article !== null && object.head >= 0);
  if (upkeep) return delivery(words, rest, `${name} with ${what} is upkeep of a thing`);
  return has(object, 'quality')
    ? unclear(`${what} is too general to tell`)
    : outcome(`${name} names a level to hold`);
}

function enable({ words, name, rest, object, what }: Command): Reading {
  const someone =
    words.slice(rest, object.end).some((w) => is.isNoun(w, 'person') && !w.possessive) ||
    closed.pronouns.has(words[rest]?.lower ?? '');
  const able =
    words[object.end]?.lower === 'to' &&
    is.verbAs(words[is.isAdverb(words[object.end + 1]) ? object.end + 2 : object.end + 1], 'base') !==
      undefined;
  const people =
    has(object, 'person') ||
    (someone && !isDeliverable(object)) ||
    (someone &&
      words
        .slice(rest)
        .some((w, i, all) => i > 0 && is.isNoun(all[i - 1], 'person') && is.verbAs(w, 'base')));
  const feature =
    able &&
    is.isVerb(
      is.verbAs(words[is.isAdverb(words[object.end + 1]) ? object.end + 2 : object.end + 1], 'base'),
      'deliver',
    ) &&
    featureVerbs.has(words[is.isAdverb(words[object.end + 1]) ? object.end + 2 : object.end + 1]!.lower) &&
    measured(words, rest) === null;
  if (feature)
    return delivery(
      words,
      object.end + 2,
      `${name} … ${quote(words, object.end, object.end + 4)} names a feature`,
    );
  if (people || (able && !isDeliverable(object)))
    return outcome(`${name} ${someone ? 'says what people can do' : 'says what becomes possible'}`);
  if (has(object, 'measure', 'quality')) return unclear('it does not say for whom');
  return delivery(words, rest, `${name} with ${what} names a delivery`);
}

/** What software lets people do to its data is a feature of it. */
const featureVerbs = new Set(
  `add edit delete export import upload configure customise customize select filter sort sync link
  tag embed`.split(/\s+/),
);

/** "Ensure that …": what follows decides. */
function assure(
  { words, name }: Command,
  from: number,
  decide: (words: readonly Word[], from: number) => Reading,
): Reading {
  const at = words[from]?.lower === 'that' ? from + 1 : from;
  if (at >= words.length) return unclear('nothing follows');
  const inner = decide(words, at);
  if (inner.verdict !== 'unclear') return inner;
  const sound = closed.qualities.has(words[at]!.lower) || closed.soundStates.has(words[at]!.lower);
  return sound || has(readPhrase(words, at), 'measure', 'person', 'quality')
    ? outcome(`${name} names a state to hold`)
    : inner;
}

function clear({ words, verb, name, rest, object, what }: Command): Reading {
  const level = serviceLevel(words, rest, true);
  if (level !== null) return outcome(`${level} states a service level`);
  const share = object.percent && has(object, 'measure', 'trouble');
  const deals =
    verb.lemma === 'close' &&
    (/[$€£¥]/.test(words[rest]?.text ?? '') ||
      /^(?:deal|sale|customer|account|contract|gap|revenue|arr)$/.test(
        words[object.head]?.noun?.lemma ?? '',
      ));
  if (share || deals) return outcome(`${name} with ${what} names a result`);
  if ((verb.lemma === 'stop' || verb.lemma === 'end') && words[rest]?.lower.endsWith('ing'))
    return outcome(`${name} names a change`);
  const gone = has(object, 'trouble') && !has(object, 'thing') && !ticking.has(verb.lemma);
  return gone
    ? outcome(`${name} with ${what} names a trouble that goes away`)
    : delivery(words, rest, `${name} names a delivery`);
}

/** Said of items on a list, these tick them off. */
const ticking = new Set(['fix', 'resolve', 'address', 'tackle', 'close', 'clear', 'clean']);

function act({ words, verb, name, rest, object }: Command): Reading {
  if (object.comparative || closed.negations.has(words[rest]?.lower ?? ''))
    return outcome('a comparison names a change');
  const span = measuredSpan(words, rest);
  if (span !== null) return outcome(`${span} states a measured change`);
  if (feelings.has(verb.lemma) && rest < words.length - 1)
    return outcome(`${name} says how it is for people`);
  const thing = has(object, 'thing', 'mechanism', 'delivery') || verb.classes.includes('deliver');
  return thing ? delivery(words, rest, `${name} names an activity`) : unclear('no change is named');
}
const feelings = new Set(['feel', 'know', 'enjoy', 'trust', 'sleep']);

/** Verbs that mean little by themselves. */
const specials: Readonly<Record<string, (command: Command) => Reading>> = {
  make: ({ words, name, rest, object }) => {
    const effect = assertedEffect(words, rest);
    if (effect !== null) return outcome(`${effect} asserts an effect`);
    const after = words.slice(rest);
    const grade = after.findIndex(
      (w, i) =>
        is.isComparative(w) ||
        (closed.qualities.has(w.lower) && rest + i !== object.head && !is.isNoun(after[i + 1], 'thing')),
    );
    const done = after.findIndex((w) => closed.doneStates.has(w.lower) && !closed.qualities.has(w.lower));
    if (done > 0 && (grade < 0 || done < grade))
      return output(`'${after[done]!.text}' says that something was delivered`);
    if (grade >= 0) return outcome(`'${after[grade]!.text}' names a change`);
    const last = words[object.head];
    const graded = last?.noun === null && is.isNoun(words[object.head - 1]) ? last : undefined;
    if (graded && object.article !== 'a') return outcome(`'${graded.text}' names a change`);
    const tail = words[object.head + 1];
    if (tail && /^(?:feel|look|work|seem|behave)$/.test(tail.lower))
      return outcome(`'${tail.text}' names a change`);
    if (object.article !== 'a' && tail && (is.isAdjective(tail) || tail.lower.endsWith('ing')))
      return outcome(`'${tail.text}' names a change`);
    if (has(object, 'thing', 'delivery', 'mechanism'))
      return delivery(words, rest, `${name} names a delivery`);
    return unclear('no change is named');
  },
  have: ({ words, rest, object }) => {
    const doing = words.slice(object.head + 1, object.head + 3).find((w) => is.verbAs(w, 'ing'));
    return has(object, 'person') && doing
      ? outcome('it says what people do')
      : decideHaving(words, rest, false);
  },
  be: being,
  become: being,
  sign: (command) =>
    command.rest > 1 &&
    closed.particles.has(command.words[command.rest - 1]!.lower) &&
    command.words[command.rest - 1]!.lower === 'off'
      ? delivery(command.words, command.rest, `${command.name} names a delivery`)
      : reach(command),
  return: (command) => {
    const to = command.words[command.rest]?.lower === 'to';
    return to && has(readPhrase(command.words, command.rest + 1), 'measure', 'movement')
      ? outcome(`${command.name} names a result`)
      : act(command);
  },
  come: spanOnly,
  go: spanOnly,
  meet: (command) =>
    command.words[command.rest]?.lower === 'with' || has(command.object, 'person')
      ? delivery(command.words, command.rest, `${command.name} names an activity`)
      : reach(command),
  see: (command) =>
    command.object.comparative || has(command.object, 'movement') || command.object.percent
      ? outcome(`${command.name} with ${command.what} names a result`)
      : act(command),
  hold: (command) =>
    measured(command.words, command.rest) !== null && !isDeliverable(command.object)
      ? keep(command)
      : deliver(command),
  break: ({ words, rest }) =>
    words[rest]?.lower === 'even' ? outcome("'Break even' names a result") : unclear('no change is named'),
  rank: ({ name }) => outcome(`${name} names a result`),
  spend: ({ words, name, rest, object }) =>
    object.comparative
      ? outcome('a comparison names a change')
      : delivery(words, rest, `${name} names an activity`),
};

function spanOnly({ words, rest }: Command): Reading {
  const span = measuredSpan(words, rest);
  return span === null ? unclear('no change is named') : outcome(`${span} states a measured change`);
}

function being({ words, verb, rest }: Command): Reading {
  const level = measured(words, rest);
  if (level !== null) return outcome(`${level} states a level`);
  const next = words[is.isAdverb(words[rest]) ? rest + 1 : rest];
  const state = verb.lemma === 'become' && next && closed.qualities.has(next.lower);
  return state
    ? outcome(`'${next.text}' names a state to reach`)
    : unclear('it says what to be, not what changes');
}
