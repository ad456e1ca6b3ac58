import type { VerbReading } from './inflection';
import { virtues } from './lexicon/maxims';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import type { Predicate } from './predicate';
import { measured, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import { manyAt } from './verbs/command';
import * as is from './words';
import type { Word } from './words';

export interface Clause {
  readonly words: readonly Word[];
  readonly predicate: Predicate;
  readonly subject: Phrase;
  /** Somebody else than the author does it. */
  readonly people: boolean;
  /** The predicate, quoted. */
  readonly said: string;
}

/** "… is solved", "… published": what was done to the subject. What comes first in this list decides. */
export function done(clause: Clause): Reading {
  const { words } = clause;
  const predicate = { ...clause.predicate, rest: afterJoined(words, clause.predicate.rest) };
  const { rest } = predicate;
  const verb = predicate.verb ?? undefined;
  const manner = is.isAdverb(words[rest]) && words[rest + 1]?.lower === 'by';
  const told: Told = {
    ...clause,
    predicate,
    verb,
    lemma: verb?.lemma ?? '',
    rest,
    after: manner ? 'by' : (words[rest]?.lower ?? ''),
    level: serviceLevel(words, rest, is.isVerb(verb, 'serve', 'clear')),
    delivered: output(`${clause.said} says that something was delivered`),
  };
  for (const read of [ofShare, asHowItGoes, asHandled, asHowItIs, asServed, asGained, asDoneByPeople]) {
    const reading = read(told);
    if (reading !== null) return reading;
  }
  return byClass(told);
}

interface Told extends Clause {
  readonly verb: VerbReading | undefined;
  /** The verb's, '' without one. */
  readonly lemma: string;
  /** Where what follows the verb starts, and its first word. */
  readonly rest: number;
  readonly after: string;
  /** The level of service that is stated there. */
  readonly level: string | null;
  readonly delivered: Reading;
}

/** "90 % of claims are settled within two days", "… is taken up by schools", but "… is rolled out" */
function ofShare({
  words,
  subject,
  predicate,
  lemma,
  rest,
  after,
  level,
  said,
  delivered,
}: Told): Reading | null {
  if (closed.phrasalDeliveries.has(`${lemma} ${words[rest]?.lower}`)) return delivered;
  if (level !== null && words.slice(0, predicate.at).some((_, i) => is.isPercent(words, i)))
    return outcome(`${level} states a service level`);
  const able = words.slice(predicate.at, rest).some((w) => /^c(?:an|ould)$/.test(w.lower));
  const byPeople = isByPeople(words, rest, after);
  return (byPeople && takenByPeople.has(lemma)) || (subject.percent && (able || byPeople))
    ? outcome(`${said} says of how many it is true`)
    : null;
}

const isByPeople = (words: readonly Word[], rest: number, after: string): boolean =>
  after === 'by' && has(readPhrase(words, rest + 1), 'person');

/** "… within a minute", "… by themselves", "… before they spread", "… described as easy" */
function asHowItGoes({ words, lemma, rest, after, said }: Told): Reading | null {
  const quick = promptly(words, rest);
  if (quick !== null) return outcome(`${quick} states a level`);
  const themselves = after === 'by' && words.at(-1)!.lower === 'themselves';
  const spread = lemma === 'install' && words.some((_, i) => i > rest && manyAt(words, i));
  const soon = /^(?:find|catch)$/.test(lemma) && after === 'before';
  if (themselves || spread || soon) return outcome(`${said} says how it goes`);
  return after === 'as' && regarded.has(lemma) ? outcome(`${said} says what people think`) : null;
}

/** "Members are asked", "Staff trained in first aid": work of one's own */
function asHandled(told: Told): Reading | null {
  const { words, subject, people, predicate, verb, lemma, rest, after, said, delivered } = told;
  const counts = subject.percent || subject.counted;
  if (handled.has(lemma) && !isByPeople(words, rest, after) && !counts) return delivered;
  if (!people) return null;
  if (after === 'with' && virtues.has(words[rest + 1]?.lower ?? '')) return outcome(`${said} says how it is`);
  const held = predicate.kind === 'participle' && takesPart(told);
  return held || isHandedOut(verb, words, rest) ? output(`${said} names an activity`) : null;
}

/** "… published sooner", "… kept safely" */
function asHowItIs({ words, subject, predicate, rest, after, said }: Told): Reading | null {
  const tail = words.slice(rest);
  if (is.isComparative(tail[0]) && !is.isNoun(tail[1])) return outcome(`${said} states a comparison`);
  const well = after !== 'and' && tail.slice(0, 3).some((w) => closed.manners.has(w.lower));
  if (well || (subject.percent && worksWell.test(after))) return outcome(`${said} says how it is`);
  return after === 'without' && countsMost(words.slice(0, predicate.at))
    ? outcome(`${said} says what happens no more`)
    : null;
}

/** "Calls returned within a day", "Waiting held below an hour", "… read by 40 % of parents" */
function asServed({ words, subject, verb, rest, after, level, said }: Told): Reading | null {
  if (after === 'within' && level !== null && (!isDeliverable(subject) || is.isVerb(verb, 'serve', 'clear')))
    return outcome(`${level} states a service level`);
  const held = closed.thresholds.has(after) ? measured(words, rest) : null;
  if (held !== null && has(subject, 'measure', 'trouble') && !has(subject, 'thing'))
    return outcome(`${held} states a level`);
  const agent = rest + (words[rest]?.lower === 'by' ? 1 : 2);
  return after === 'by' && readPhrase(words, agent).percent && !is.isVerb(verb, 'change', 'polish')
    ? outcome(`${said} says what people do`)
    : null;
}

/** "Energy used", "Trust restored", "Jobs created" */
function asGained({ subject, lemma, said }: Told): Reading | null {
  const plain = !has(subject, 'thing', 'delivery');
  if (expended.has(lemma) && has(subject, 'measure') && plain) return outcome(`${said} names a measure`);
  if (!has(subject, 'measure', 'quality')) return null;
  if (lemma === 'restore') return outcome(`${said} names a change`);
  return /^(?:create|generate|save)$/.test(lemma) && plain && !subject.counted
    ? outcome(`${said} names a result`)
    : null;
}

/** "60 % of parents reached", "200 trips taken", "12 views by members" */
function asDoneByPeople({ subject, people, verb, lemma, after, said }: Told): Reading | null {
  const share = people && subject.percent && !/^(?:teach|train|coach)$/.test(lemma);
  const acts = subject.counted && verb?.classes.includes('act') === true && !countsWork(subject);
  const counted = subject.counted && after === 'by' && has(subject, 'measure');
  return share || acts || counted ? outcome(`${said} says what people do`) : null;
}

function byClass({ words, subject, people, verb, lemma, rest, said, delivered }: Told): Reading {
  const thing = isDeliverable(subject);
  const counts = countsWork(subject);
  const level = measured(words, rest);
  switch (verb?.classes[0]) {
    case 'change':
      if (subject.number && thing && level === null && !counts) return delivered;
      return counts && !subject.percent
        ? unclear(`${said} names a change, but of a count of work`)
        : outcome(`${said} names a change`);
    case 'polish':
      if (counts) return unclear(`${said} names a change, but of a count of work`);
      return thing && level === null
        ? output(`${said} is work on a thing`)
        : outcome(`${said} names a change`);
    case 'shift':
    case 'keep':
    case 'enable':
    case 'assure':
      return people || !thing ? outcome(`${said} names a change`) : delivered;
    case 'clear':
    case 'serve':
      if (people) return outcome(`${said} says what changed for people`);
      if (subject.percent) return outcome(`${said} says of how many it is true`);
      return has(subject, 'trouble') && !has(subject, 'thing') && lemma !== 'fix'
        ? outcome(`${said} names a trouble that went away`)
        : delivered;
    case 'reach':
      return thing && !subject.percent ? delivered : outcome(`${said} names a result`);
    case 'act':
      return outcome(`${said} says what happens`);
    default: {
      if (subject.counted && verb) return unclear(`${said} counts work`);
      const where = /^(?:by|in|at|every|daily|across|via|through)$/.test(words[rest]?.lower ?? '');
      const used = closed.usedBy.has(lemma) && where;
      return used || (people && verb?.classes.includes('act'))
        ? outcome(`${said} says what people do`)
        : delivered;
    }
  }
}

/** "… as easy to use" */
const regarded = new Set(
  'describe see regard rate recognise recognize perceive view consider know accept'.split(' '),
);

/** Done to people as to things, these are work of one's own. */
const handled = new Set(
  `agree ask share express load call begin start operate capture match test tell visit contact welcome
   rethink reimagine resume`.split(/\s+/),
);

/** "… within 24 hours", "… the same day": so soon that it is no deadline, quoted; null when it is not said. */
function promptly(words: readonly Word[], rest: number): string | null {
  const at = words.findIndex((w, i) => i >= rest && /^(?:in|within|under|the)$/.test(w.lower));
  if (at < 0) return null;
  const day =
    words[at]!.lower === 'the' &&
    /^(?:same|next)$/.test(words[at + 1]?.lower ?? '') &&
    words[at + 2]?.lower === 'day';
  const near = words.slice(at + 1, at + 5);
  const unit = near.findIndex((w) =>
    /^(?:(?:milli)?seconds?|minutes?|hours?|ms|s|secs?|mins?|h|hrs?)$/.test(w.lower),
  );
  const sized = near
    .slice(0, Math.max(unit, 0))
    .some((w) => is.isNumber(w) || /^(?:a|an|one)$/.test(w.lower));
  return day || (sized && words[at]!.lower !== 'the')
    ? quote(words, at, Math.min(at + 4, words.length))
    : null;
}

/** Of time, money and the like, these say where it goes to. */
const expended = new Set('take spend need require lose earn waste invest collect raise'.split(' '));

/** Of what people did, not of what was done for them. */
const takenByPeople = new Set('take attend report buy sell submit notice request watch visit'.split(' '));

/** Past further participles: "are read, signed and returned". */
function afterJoined(words: readonly Word[], rest: number): number {
  let at = rest;
  while (is.isConjunction(words[at])) at++;
  return at > rest && is.verbAs(words[at], 'ed') && !is.isNoun(words[at + 1])
    ? afterJoined(words, at + 1)
    : rest;
}

/** "… attend a workshop": to have been given what is on offer is no change yet. */
export function takesPart({ words, predicate, subject }: Clause): boolean {
  const lemma = predicate.verb?.lemma ?? '';
  const rest = words[predicate.rest]?.lower === 'in' ? predicate.rest + 1 : predicate.rest;
  const given = readPhrase(words, rest);
  const trained = training.test(words[given.head]?.noun?.lemma ?? '');
  if (lemma === 'participate' ? !trained : !attending.has(lemma)) return false;
  return (
    (!subject.percent || trained) &&
    !words.slice(rest).some((w) => w.lower === 'without' || is.isComparative(w)) &&
    has(given, 'thing', 'delivery', 'activity')
  );
}
const attending = new Set(['complete', 'attend', 'finish', 'undergo', 'undertake', 'present', 'speak']);
const training = /^(?:training|course|workshop|class|program(?:me)?|module|seminar|webinar)$/;

/** "… receive school bags": goods handed out, with no word of how well. */
export function isHandedOut(
  verb: Predicate['verb'] | undefined,
  words: readonly Word[],
  rest: number,
): boolean {
  const given = readPhrase(words, rest);
  const praised = words.slice(rest, given.head).some((w) => servedWell.has(w.lower));
  const goods =
    isDeliverable(given) && given.article !== 'the' && !given.comparative && !has(given, 'activity');
  return /^(?:receive|get)$/.test(verb?.lemma ?? '') && goods && !praised && measured(words, rest) === null;
}
const servedWell = new Set(
  'timely accurate relevant prompt instant quick personal personalised personalized'.split(' '),
);

export const countsMost = (words: readonly Word[]): boolean =>
  words.some((w, i) => is.isPercent(words, i) || /^(?:half|most|majority)$/.test(w.lower));

const worksWell = /^(?:successfully|correctly|accurately)$/;
