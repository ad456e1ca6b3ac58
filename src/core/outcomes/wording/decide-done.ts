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

/** "… is solved", "… published": what was done to the subject. */
export function done(clause: Clause): Reading {
  const { words, subject, people, said } = clause;
  const predicate = { ...clause.predicate, rest: afterJoined(words, clause.predicate.rest) };
  const verb = predicate.verb ?? undefined;
  const delivered = output(`${said} says that something was delivered`);
  if (closed.phrasalDeliveries.has(`${verb?.lemma} ${words[predicate.rest]?.lower}`)) return delivered;
  const level = serviceLevel(words, predicate.rest, is.isVerb(verb, 'serve', 'clear'));
  if (level !== null && words.slice(0, predicate.at).some((_, i) => is.isPercent(words, i)))
    return outcome(`${level} states a service level`);
  const manner = is.isAdverb(words[predicate.rest]) && words[predicate.rest + 1]?.lower === 'by';
  const after = manner ? 'by' : (words[predicate.rest]?.lower ?? '');
  const able = words.slice(predicate.at, predicate.rest).some((w) => /^c(?:an|ould)$/.test(w.lower));
  const byPeople = after === 'by' && has(readPhrase(words, predicate.rest + 1), 'person');
  const takenUp = byPeople && takenByPeople.has(verb?.lemma ?? '');
  if (takenUp || (subject.percent && (able || byPeople)))
    return outcome(`${said} says of how many it is true`);
  const quick = promptly(words, predicate.rest);
  if (quick !== null) return outcome(`${quick} states a level`);
  const themselves = after === 'by' && words.at(-1)!.lower === 'themselves';
  const spread = verb?.lemma === 'install' && words.some((_, i) => i > predicate.rest && manyAt(words, i));
  const soon = /^(?:find|catch)$/.test(verb?.lemma ?? '') && after === 'before';
  if (themselves || spread || soon) return outcome(`${said} says how it goes`);
  if (after === 'as' && regarded.has(verb?.lemma ?? '')) return outcome(`${said} says what people think`);
  if (verb && handled.has(verb.lemma) && !byPeople && !subject.percent && !subject.counted) return delivered;
  if (people && after === 'with' && virtues.has(words[predicate.rest + 1]?.lower ?? ''))
    return outcome(`${said} says how it is`);
  if (people && predicate.kind === 'participle' && takesPart({ ...clause, predicate }))
    return output(`${said} names an activity`);
  if (people && isHandedOut(verb, words, predicate.rest)) return output(`${said} names an activity`);
  const most = countsMost(words.slice(0, predicate.at));
  const tail = words.slice(predicate.rest);
  if (is.isComparative(tail[0]) && !is.isNoun(tail[1])) return outcome(`${said} states a comparison`);
  if (
    (after !== 'and' && tail.slice(0, 3).some((w) => closed.manners.has(w.lower))) ||
    (subject.percent && worksWell.test(after))
  )
    return outcome(`${said} says how it is`);
  if (most && after === 'without') return outcome(`${said} says what happens no more`);
  if (after === 'within' && level !== null && (!isDeliverable(subject) || is.isVerb(verb, 'serve', 'clear')))
    return outcome(`${level} states a service level`);
  const held = closed.thresholds.has(after) && measured(words, predicate.rest) !== null;
  if (held && has(subject, 'measure', 'trouble') && !has(subject, 'thing'))
    return outcome(`${measured(words, predicate.rest)!} states a level`);
  if (
    after === 'by' &&
    readPhrase(words, predicate.rest + (manner ? 2 : 1)).percent &&
    !is.isVerb(verb, 'change', 'polish')
  )
    return outcome(`${said} says what people do`);
  if (expended.has(verb?.lemma ?? '') && has(subject, 'measure') && !has(subject, 'thing', 'delivery'))
    return outcome(`${said} names a measure`);
  if (verb?.lemma === 'restore' && has(subject, 'measure', 'quality'))
    return outcome(`${said} names a change`);
  const gained = verb?.lemma === 'create' || verb?.lemma === 'generate' || verb?.lemma === 'save';
  if (gained && has(subject, 'measure', 'quality') && !has(subject, 'thing', 'delivery') && !subject.counted)
    return outcome(`${said} names a result`);
  const share = people && subject.percent && !/^(?:teach|train|coach)$/.test(verb?.lemma ?? '');
  if (share || (subject.counted && verb?.classes.includes('act') && !countsWork(subject)))
    return outcome(`${said} says what people do`);
  if (subject.counted && after === 'by' && has(subject, 'measure'))
    return outcome(`${said} says what people do`);
  switch (verb?.classes[0]) {
    case 'change':
      if (
        subject.number &&
        isDeliverable(subject) &&
        measured(words, predicate.rest) === null &&
        !countsWork(subject)
      )
        return delivered;
      return countsWork(subject) && !subject.percent
        ? unclear(`${said} names a change, but of a count of work`)
        : outcome(`${said} names a change`);
    case 'polish':
      if (countsWork(subject)) return unclear(`${said} names a change, but of a count of work`);
      return isDeliverable(subject) && measured(words, predicate.rest) === null
        ? output(`${said} is work on a thing`)
        : outcome(`${said} names a change`);
    case 'shift':
    case 'keep':
    case 'enable':
    case 'assure':
      return people || !isDeliverable(subject) ? outcome(`${said} names a change`) : delivered;
    case 'clear':
    case 'serve':
      if (people) return outcome(`${said} says what changed for people`);
      if (subject.percent) return outcome(`${said} says of how many it is true`);
      return has(subject, 'trouble') && !has(subject, 'thing') && verb.lemma !== 'fix'
        ? outcome(`${said} names a trouble that went away`)
        : delivered;
    case 'reach':
      return isDeliverable(subject) && !subject.percent ? delivered : outcome(`${said} names a result`);
    case 'act':
      return outcome(`${said} says what happens`);
    default:
      if (subject.counted && verb) return unclear(`${said} counts work`);
      if (
        verb &&
        closed.usedBy.has(verb.lemma) &&
        /^(?:by|in|at|every|daily|across|via|through)$/.test(words[predicate.rest]?.lower ?? '')
      )
        return outcome(`${said} says what people do`);
      return people && verb?.classes.includes('act') ? outcome(`${said} says what people do`) : delivered;
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
