import { countsMost, isHandedOut, takesPart, type Clause } from './decide-done';
import { decideHaving } from './deliverable';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase } from './phrase';
import { measured, serviceLevel } from './quantity';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** Reads a clause with a finite verb: "Customers find their size". */
export function active(clause: Clause): Reading {
  const { words, predicate, subject, people, said } = clause;
  const verb = predicate.verb ?? undefined;
  if (verb?.lemma === 'meet' && !isDemand(words, predicate.rest)) return output(`${said} names an activity`);
  if (verb?.lemma === 'have') return decideHaving(words, predicate.rest, people, subject);
  if (
    /^(?:leave|exit|enter)$/.test(verb?.lemma ?? '') &&
    closed.places.has(words[predicate.rest]?.lower ?? '')
  )
    return output(`${said} says that something was delivered`);
  if (takesPart(clause)) return output(`${said} names an activity`);
  if (isHandedOut(verb, words, predicate.rest)) return output(`${said} names an activity`);
  if (isProvided(clause)) return output(`${said} says what is provided`);
  const spared = words.findIndex((w, i) => i >= predicate.rest && w.lower === 'without');
  if (spared > 0 && has(readPhrase(words, spared + 1), 'trouble'))
    return outcome(`${said} says what happens no more`);
  if (verb?.lemma === 'exist' && !has(subject, 'trouble', 'person') && !closed.negations.has(words[0]!.lower))
    return output(`${said} says that something was delivered`);
  const often =
    subject.percent || (countsMost(words.slice(0, predicate.at)) && closed.usedBy.has(verb?.lemma ?? ''));
  if (often && verb && (closed.usedBy.has(verb.lemma) || !is.isVerb(verb, 'deliver')))
    return outcome(`${said} says of how many it is true`);
  const object = readPhrase(words, predicate.rest);
  if (
    is.isVerb(verb, 'deliver') &&
    object.number &&
    countsWork(object) &&
    /^(?:team|squad|engineer|department)$/.test(words[subject.head]?.noun?.lemma ?? '')
  )
    return unclear(`${said} counts work`);
  const own = people && ownSide.test(words[subject.head]?.noun?.lemma ?? '') && is.isVerb(verb, 'deliver');
  const seen = verb?.lemma === 'see' && object.article === 'a';
  if (((own && !object.comparative) || seen) && isDeliverable(object))
    return output(`${said} names an activity`);
  const half = /^(?:half|twice)$/.test(words[predicate.rest]?.lower ?? '');
  const plenty =
    subject.plural &&
    has(subject, 'person') &&
    (closed.usedBy.has(verb?.lemma ?? '') || is.isVerb(verb, 'act'));
  const draws = verb?.lemma === 'draw' && has(object, 'person');
  const pays = verb?.lemma === 'cover' && has(object, 'measure') && words[predicate.rest]?.lower === 'its';
  if (draws || pays) return outcome(`${said} names a result`);
  const yours = words[predicate.at - 1]?.lower === 'you' && is.isVerb(verb, 'deliver');
  if (yours && !closed.usedBy.has(verb!.lemma)) return output(`${said} names what is to be done`);
  if (people || plenty || half || is.isComparative(words[predicate.rest]))
    return outcome(`${said} says what ${people ? 'people do' : 'happens'}`);
  const counts = countsWork(subject) && (subject.plural || subject.counted || subject.number);
  if (is.isVerb(verb, 'change', 'polish') && counts)
    return unclear(`${said} names a change, but of a count of work`);
  if (is.isVerb(verb, 'change')) return outcome(`${said} names a change`);
  if (is.isVerb(verb, 'polish')) {
    return object.head < 0 || has(subject, 'measure') || has(object, 'measure')
      ? outcome(`${said} names a change`)
      : unclear('no change is named');
  }
  const offers = verb?.classes.includes('offer') === true || is.isVerb(verb, 'deliver');
  if (/^(?:take|last|cost)$/.test(verb?.lemma ?? '') && (object.number || isTime(words[object.head])))
    return outcome(`${said} states a level`);
  const level = serviceLevel(words, predicate.rest, true) ?? measured(words, predicate.rest);
  if (level !== null && !(verb?.classes.includes('offer') && isDeliverable(subject) && verb.lemma !== 'run'))
    return outcome(`${level} states a level`);
  if (words.slice(predicate.at - 2, predicate.rest + 1).some((w) => closed.negations.has(w.lower)))
    return outcome(`${said} says what happens no more`);
  if (
    behaves.has(verb?.lemma ?? '') &&
    !(verb?.lemma === 'handle' && bears(words, predicate.rest)) &&
    has(subject, 'thing', 'mechanism', 'activity') &&
    !has(subject, 'measure', 'person')
  )
    return output(`${said} says what a thing does`);
  if (/^(?:own|lead|chair)$/.test(verb?.lemma ?? '') && is.isDeterminer(words[predicate.rest]))
    return output(`${said} says whose work it is`);
  if (goesOn.has(verb?.lemma ?? '')) return outcome(`${said} says what happens`);
  if (offers && isDeliverable(subject)) return output(`${said} says what a thing does`);
  return offers && !has(subject, 'measure')
    ? output(`${said} says what a thing does`)
    : outcome(`${said} says what happens`);
}

/** "The city offers …", "The old screen stays available", "Parcels have gone out": work of one's own, and what is there. */
function isProvided({ words, predicate, subject }: Clause): boolean {
  const { verb } = predicate;
  const joined = is.isConjunction(words[predicate.rest]) && is.verbAs(words[predicate.rest + 1], 's');
  const rest = predicate.rest + (joined ? 2 : 0);
  const next = words[is.isDeterminer(words[rest]) ? rest + 1 : rest]?.lower ?? '';
  if (/^(?:remain|stay)$/.test(verb?.lemma ?? '')) return lasting.has(next) && !has(subject, 'measure');
  if (verb?.lemma === 'go')
    return (
      words.slice(rest - 1, rest + 1).some((w) => /^(?:out|live)$/.test(w.lower)) && isDeliverable(subject)
    );
  const made = readPhrase(words, rest);
  if (measured(words, rest) !== null || made.comparative || subject.plural || subject.percent) return false;
  if (makers.has(verb?.lemma ?? '')) return isDeliverable(subject) && isDeliverable(made);
  const ours = institutions.has(words[subject.head]?.noun?.lemma ?? words[subject.head]?.lower ?? '');
  const doing =
    is.isVerb(verb ?? undefined, 'deliver', 'offer', 'keep') || /^(?:operate|agree)$/.test(verb?.lemma ?? '');
  return ours && doing && !closed.usedBy.has(verb?.lemma ?? '') && !has(made, 'measure', 'person', 'quality');
}

/** What a thing was already, so that it is no change to stay so. */
const lasting = new Set(
  'available default live optional supported enabled disabled unchanged online'.split(' '),
);

/** Of a thing, these say what comes out of it. */
const makers = new Set('generate produce capture get yield receive'.split(' '));

/** One of these in the singular is whoever plans, or works for them. */
const institutions = new Set(
  `city town municipality council county district state government ministry department company organisation organization association
   foundation museum library hospital school university college clinic board committee church charity agency project
   programme program cooperative institute centre center`.split(/\s+/),
);

const bears = (words: readonly Word[], from: number): boolean =>
  words.some((w, i) => i >= from && (is.isNumber(w) || /^(?:twice|half)$/.test(w.lower)));

/** Who does the work. */
const ownSide = /^(?:team|squad|crew|department|engineer|maintainer)$/;

/** "… meets its target", not "… meets every Tuesday". */
const isDemand = (words: readonly Word[], at: number): boolean => {
  const met = readPhrase(words, at);
  const noun = words[met.head]?.noun?.lemma ?? '';
  return (
    has(met, 'measure') ||
    /^(?:target|goal|need|standard|requirement|expectation|deadline|demand)$/.test(noun)
  );
};

const isTime = (word: Word | undefined): boolean =>
  /^(?:second|minute|hour|day|week|month)$/.test(word?.noun?.lemma ?? '');

/** Of a thing, these say what it is made to do. */
const behaves = new Set(
  'accept allow return fail retry reject ignore receive block log raise throw exit land emit happen occur appear close remember handle'.split(
    ' ',
  ),
);

/** Of a thing, these say how it fares. */
const goesOn = new Set(['work', 'start', 'complete', 'finish', 'open', 'sell', 'ship', 'move']);
