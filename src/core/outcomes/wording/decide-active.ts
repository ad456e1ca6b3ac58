import { countsMost, isHandedOut, takesPart, type Clause } from './decide-done';
import { decideHaving } from './deliverable';
import type { VerbReading } from './inflection';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { measured, serviceLevel } from './quantity';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** Reads a clause with a finite verb: "Customers find their size". What comes first in this list decides. */
export function active(clause: Clause): Reading {
  const { words, predicate, subject, people } = clause;
  const verb = predicate.verb ?? undefined;
  if (verb?.lemma === 'meet' && !isDemand(words, predicate.rest))
    return output(`${clause.said} names an activity`);
  if (verb?.lemma === 'have') return decideHaving(words, predicate.rest, people, subject);
  const told: Told = { ...clause, verb, lemma: verb?.lemma ?? '', object: readPhrase(words, predicate.rest) };
  for (const read of [asHandedOut, asSpared, ofHowMany, ofOwnSide, ofPeople, asChange, asLevel, ofThing]) {
    const reading = read(told);
    if (reading !== null) return reading;
  }
  return outcome(`${clause.said} says what happens`);
}

interface Told extends Clause {
  readonly verb: VerbReading | undefined;
  /** The verb's, '' without one. */
  readonly lemma: string;
  /** What stands behind the verb. */
  readonly object: Phrase;
}

/** "Staff attend a course", "Parcels have gone out": what is held, handed out or provided. */
function asHandedOut(told: Told): Reading | null {
  const { words, predicate, verb, lemma, said } = told;
  if (/^(?:leave|exit|enter)$/.test(lemma) && closed.places.has(words[predicate.rest]?.lower ?? ''))
    return output(`${said} says that something was delivered`);
  if (takesPart(told) || isHandedOut(verb, words, predicate.rest)) return output(`${said} names an activity`);
  return isProvided(told) ? output(`${said} says what is provided`) : null;
}

/** "Parcels arrive without damage", but "A harbour map exists" */
function asSpared({ words, predicate, subject, lemma, said }: Told): Reading | null {
  const spared = words.findIndex((w, i) => i >= predicate.rest && w.lower === 'without');
  if (spared > 0 && has(readPhrase(words, spared + 1), 'trouble'))
    return outcome(`${said} says what happens no more`);
  const there =
    lemma === 'exist' && !has(subject, 'trouble', 'person') && !closed.negations.has(words[0]!.lower);
  return there ? output(`${said} says that something was delivered`) : null;
}

/** "80 % of skippers report …", "Most ferries use …" */
function ofHowMany({ words, predicate, subject, verb, lemma, said }: Told): Reading | null {
  const used = closed.usedBy.has(lemma);
  const often = subject.percent || (countsMost(words.slice(0, predicate.at)) && used);
  return often && verb && (used || !is.isVerb(verb, 'deliver'))
    ? outcome(`${said} says of how many it is true`)
    : null;
}

/** "The team ships …", "The museum sees a new wing": what whoever does the work makes. */
function ofOwnSide({ words, subject, people, verb, lemma, object, said }: Told): Reading | null {
  const whose = words[subject.head]?.noun?.lemma ?? '';
  const delivers = is.isVerb(verb, 'deliver');
  if (delivers && object.number && countsWork(object) && /^(?:team|squad|engineer|department)$/.test(whose))
    return unclear(`${said} counts work`);
  const own = people && ownSide.test(whose) && delivers && !object.comparative;
  const seen = lemma === 'see' && object.article === 'a';
  return (own || seen) && isDeliverable(object) ? output(`${said} names an activity`) : null;
}

/** "Customers find their size", "The shop draws families" */
function ofPeople({ words, predicate, subject, people, verb, lemma, object, said }: Told): Reading | null {
  const next = words[predicate.rest];
  const draws = lemma === 'draw' && has(object, 'person');
  const pays = lemma === 'cover' && has(object, 'measure') && next?.lower === 'its';
  if (draws || pays) return outcome(`${said} names a result`);
  const yours = words[predicate.at - 1]?.lower === 'you' && is.isVerb(verb, 'deliver');
  if (yours && !closed.usedBy.has(lemma)) return output(`${said} names what is to be done`);
  const plenty =
    subject.plural && has(subject, 'person') && (closed.usedBy.has(lemma) || is.isVerb(verb, 'act'));
  return people || plenty || /^(?:half|twice)$/.test(next?.lower ?? '') || is.isComparative(next)
    ? outcome(`${said} says what ${people ? 'people do' : 'happens'}`)
    : null;
}

/** "Complaints fall" */
function asChange({ subject, verb, object, said }: Told): Reading | null {
  const counts = countsWork(subject) && (subject.plural || subject.counted || subject.number);
  if (is.isVerb(verb, 'change', 'polish') && counts)
    return unclear(`${said} names a change, but of a count of work`);
  if (is.isVerb(verb, 'change')) return outcome(`${said} names a change`);
  if (!is.isVerb(verb, 'polish')) return null;
  return object.head < 0 || has(subject, 'measure') || has(object, 'measure')
    ? outcome(`${said} names a change`)
    : unclear('no change is named');
}

/** "A transfer takes two days", "The gate never jams" */
function asLevel({ words, predicate, subject, verb, lemma, object, said }: Told): Reading | null {
  if (/^(?:take|last|cost)$/.test(lemma) && (object.number || isTime(words[object.head])))
    return outcome(`${said} states a level`);
  const level = serviceLevel(words, predicate.rest, true) ?? measured(words, predicate.rest);
  const offered = verb?.classes.includes('offer') && isDeliverable(subject) && lemma !== 'run';
  if (level !== null && !offered) return outcome(`${level} states a level`);
  return words.slice(predicate.at - 2, predicate.rest + 1).some((w) => closed.negations.has(w.lower))
    ? outcome(`${said} says what happens no more`)
    : null;
}

/** "The form saves drafts", "The report opens": what a thing does, or how it fares. */
function ofThing({ words, predicate, subject, verb, lemma, said }: Told): Reading | null {
  const machine = has(subject, 'thing', 'mechanism', 'activity') && !has(subject, 'measure', 'person');
  if (behaves.has(lemma) && machine && !(lemma === 'handle' && bears(words, predicate.rest)))
    return output(`${said} says what a thing does`);
  if (/^(?:own|lead|chair)$/.test(lemma) && is.isDeterminer(words[predicate.rest]))
    return output(`${said} says whose work it is`);
  if (goesOn.has(lemma)) return outcome(`${said} says what happens`);
  const offers = verb?.classes.includes('offer') === true || is.isVerb(verb, 'deliver');
  return offers && (isDeliverable(subject) || !has(subject, 'measure'))
    ? output(`${said} says what a thing does`)
    : null;
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
