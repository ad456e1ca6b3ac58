import { delivery } from './deliverable';
import { purposeTail } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { reactions } from './levels';
import { measureNext } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import { namedWork } from './turns';
import * as is from './words';
import type { Word } from './words';

/** Reads a noun phrase that has neither a number nor a direction. */
export function ofBare(words: readonly Word[], start: number, phrase: Phrase): Reading {
  return (
    ofState(words, phrase) ??
    ofPeople(words, phrase) ??
    ofOpinion(words, start, phrase) ??
    namedWork(words, start, phrase) ??
    ofWork(words, start, phrase) ??
    ofHead(words, start, phrase)
  );
}

/** "The reader app live", "A new ward under construction", "Search without downtime": how something is. */
function ofState(words: readonly Word[], phrase: Phrase): Reading | null {
  const state = words[phrase.head + 1];
  const stated =
    state !== undefined && closed.doneStates.has(state.lower) && !closed.qualities.has(state.lower);
  if (
    stated &&
    !has(phrase, 'person') &&
    (words[phrase.head + 2] === undefined || is.isPreposition(words[phrase.head + 2]))
  )
    return output(`'${state.text}' says that something was delivered`);
  const under = words.findIndex((w, i) => w.lower === 'under' && inHand.has(words[i + 1]?.lower ?? ''));
  if (under > 0) return output(`${quote(words, under, under + 2)} says that something is being delivered`);
  const done = lastState(words);
  if (done !== null && !has(phrase, 'person')) return output(`'${done}' says that something was delivered`);
  const without =
    words[phrase.end]?.lower === 'without' && has(readPhrase(words, phrase.end + 1), 'trouble', 'measure');
  return without ? outcome(`${quote(words, phrase.end, words.length)} names a trouble that goes away`) : null;
}

const inHand = new Set(['construction', 'development', 'way', 'review', 'repair']);

/** "Ledger to archive move complete and tested": the state that a title ends with; null without one. */
function lastState(words: readonly Word[]): string | null {
  let at = words.length - 1;
  while (at > 1 && (is.isVerb(is.verbAs(words[at], 'ed'), 'deliver') || is.isConjunction(words[at]))) at--;
  const word = words[at];
  if (at < 2 || word === undefined || !closed.doneStates.has(word.lower) || closed.qualities.has(word.lower))
    return null;
  return is.isNoun(words[at - 1]) && !is.isNoun(words[at - 1], 'person') ? word.text : null;
}

/** "Teams using the template", "Tests running faster": what is done by what is named. */
function ofPeople(words: readonly Word[], phrase: Phrase): Reading | null {
  const next = words[phrase.head + 1];
  const doing = is.verbAs(next, 'ing');
  if (!doing) return null;
  const person = is.isNoun(next, 'person');
  if (!person && phrase.plural && is.isComparative(words[phrase.head + 2]))
    return outcome(`${quote(words, phrase.head + 1, phrase.head + 3)} names a change`);
  if (!person && has(phrase, 'person') && phrase.plural && !has(phrase, 'thing'))
    return outcome(`${quote(words, phrase.head, phrase.head + 2)} says what people do`);
  const activity = phrase.head + 2 === phrase.end && is.isVerb(doing, 'deliver') && !phrase.plural;
  return activity && !has(phrase, 'person')
    ? delivery(words, phrase.end, `${quote(words, phrase.head, phrase.end)} names an activity`)
    : null;
}

/** "Positive feedback", "Number of tenants", "Volunteer retention", "Happy riders": a measure by its name. */
function ofOpinion(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const first = words[start]!;
  const head = words[phrase.head];
  if (/^(?:positive|good|great|favou?rable)$/.test(first.lower) && reactions.has(head?.noun?.lemma ?? ''))
    return outcome(`${quote(words, start, phrase.end)} says how people take it`);
  const indicator = phrase.counted && has(phrase, 'measure', 'person', 'trouble') && !countsWork(phrase);
  if (indicator) return outcome(`${quote(words, start, start + 2)} names a measure`);
  if (head === undefined) return null;
  const counts = has(phrase, 'trouble') && has(phrase, 'measure') && !has(phrase, 'thing', 'activity');
  const of = words[phrase.head - 1];
  if (counts && phrase.plural && phrase.head > start && is.isNoun(of) && !is.isAdjective(of))
    return outcome(`${quote(words, start, phrase.end)} names a measure`);
  const timed =
    /^times?$/.test(head.lower) && phrase.head > start && waits.test(words[phrase.head - 1]!.lower);
  if (timed) return outcome(`${quote(words, phrase.head - 1, phrase.head + 1)} names a measure`);
  if (words[phrase.end]?.lower === 'per' && has(phrase, 'measure'))
    return outcome(`${quote(words, phrase.head, phrase.end + 2)} names a measure`);
  const long = phrase.head > phrase.start || /^(?:of|per|for)$/.test(words[phrase.end]?.lower ?? '');
  if (long && closed.gauges.has(head.lower) && !has(phrase, 'thing'))
    return outcome(`'${head.text}' names a measure`);
  return null;
}

/** With "time" these say how long something takes. */
const waits =
  /^(?:waiting|wait|response|reply|processing|travel|turnaround|queue|queueing|boarding|delivery|lead|cycle|reaction|recovery|loading|load|startup|resolution)$/;

/** "Deployed on two sites", "Zedlink to support uploads": work, though its noun says nothing. */
function ofWork(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const first = words[start]!;
  if (phrase.head < 0) {
    const made = is.isVerb(is.verbAs(first, 'ed', 'ing'), 'deliver');
    return made
      ? delivery(words, start + 1, `'${first.text}' names a delivery`)
      : unclear('no change is named');
  }
  const made = is.verbAs(first, 'ed');
  const open = phrase.classes.size === 0 || (has(phrase, 'other') && phrase.classes.size === 1);
  if (is.isVerb(made, 'deliver') && !closed.adjectives.has(first.lower) && open && !is.verbAs(first, 'base'))
    return delivery(words, start + 1, `'${first.text}' names a delivery`);
  const aim = words[phrase.end]?.lower === 'to' ? is.verbAs(words[phrase.end + 1], 'base') : undefined;
  const tool = phrase.classes.size === 0 || has(phrase, 'mechanism');
  return phrase.head === start && tool && is.isVerb(aim, 'deliver', 'offer', 'enable')
    ? delivery(words, phrase.end + 2, `${quote(words, phrase.end, phrase.end + 2)} names what is to be done`)
    : null;
}

/** Reads the phrase by what its head names. */
function ofHead(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const what = quote(words, phrase.head, phrase.head + 1);
  const praise = phrase.head === start || words.slice(start, phrase.head).some((w) => isPraise(w));
  const weak = has(phrase, 'quality') && !has(phrase, 'delivery');
  if (has(phrase, 'delivery') && words[phrase.end]?.lower === 'of')
    return delivery(words, phrase.end, `${what} names an activity`);
  if (isAbstractWork(words, phrase)) return unclear(`${what} alone names no change`);
  if (
    has(phrase, 'thing', 'delivery') &&
    !has(phrase, 'measure') &&
    !(praise && (weak || closed.general.has(words[phrase.head]!.lower))) &&
    !words.slice(start, phrase.head).some((w) => closed.superlativePraise.has(w.lower))
  )
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (words.slice(start + 1, phrase.end).some(is.isComparative))
    return outcome('a comparison names a change');
  if (
    has(phrase, 'measure') &&
    !has(phrase, 'activity') &&
    (measureNext(words, phrase.end) || words.slice(phrase.end).some(is.isComparative))
  )
    return outcome(`${what} with a level names a result`);
  const parts = phrase.classes.size === 1 && has(phrase, 'other') && phrase.plural && phrase.head > start;
  if (parts && is.isNoun(words[phrase.head - 1], 'thing', 'mechanism'))
    return delivery(words, phrase.end, `${what} names things to deliver`);
  const ofThing = phrase.head > start || words[phrase.end]?.lower === 'for';
  const vague = praise && phrase.end === words.length && closed.general.has(words[phrase.head]!.lower);
  if (has(phrase, 'mechanism') && !has(phrase, 'measure', 'quality', 'person') && ofThing && !vague)
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  const unknown = phrase.classes.size === 0 || (phrase.classes.size === 1 && has(phrase, 'other'));
  const fixed =
    unknown &&
    !general.has(words[phrase.head]!.noun?.lemma ?? words[phrase.head]!.lower) &&
    !words[phrase.head]!.verbs.length &&
    !words[phrase.head]!.lower.endsWith('ing') &&
    !phrase.number;
  if (fixed && sites.test(words[phrase.end]?.lower ?? '') && !words.slice(start, phrase.head).some(isPraise))
    return delivery(
      words,
      phrase.end,
      `${quote(words, phrase.head, phrase.end + 1)} names a thing to deliver`,
    );
  const body = bodies.has(words[phrase.head]!.noun?.lemma ?? '') && phrase.head > start;
  if (
    body &&
    is.isNoun(words[phrase.head - 1]) &&
    !is.isAdjective(words[phrase.head - 1]) &&
    !words.slice(start, phrase.head).some(isPraise)
  )
    return delivery(words, phrase.end, `${what} names a body to set up`);
  const lets = phrase.article === 'a' && !has(phrase, 'person') && letting(words, phrase.end);
  if (lets)
    return delivery(
      words,
      phrase.end + 2,
      `${quote(words, phrase.end, phrase.end + 2)} says what a thing does`,
    );
  const made = unlisted(words, phrase);
  if (made !== null) return delivery(words, phrase.end, `${what} ${made}`);
  const purpose = purposeTail(words, phrase.head + 1);
  if (purpose !== null && phrase.classes.size === 0)
    return output(`${what} names a thing to deliver; ${purpose} says why, not what changes`);
  const second = is.isConjunction(words[phrase.end]) ? readPhrase(words, phrase.end + 1) : null;
  if (second !== null && isDeliverable(second))
    return output(`${quote(words, second.head, second.head + 1)} names a thing to deliver`);
  return unclear(`${what} alone names no change`);
}

/** Where a thing is, or whom it is for. */
const sites = /^(?:in|for|along|around|on|at|with|across|via|through|inside)$/;

/** Too general to be a thing. */
const general = new Set(
  `year phase place way time week month quarter case matter sense state stage change life stake look
  focus cause reason world everything anything back nothing something`.split(/\s+/),
);

/** People who are brought together. */
const bodies = new Set(
  `parliament council committee board association school college group club cooperative clinic taskforce alliance
  network`.split(/\s+/),
);

/** "… that lets members swap tools", "… that can replace the paper form" */
function letting(words: readonly Word[], at: number): boolean {
  if (!/^(?:that|which)$/.test(words[at]?.lower ?? '')) return false;
  const verb = is.verbAs(words[at + 1], 's', 'base') ?? is.verbAs(words[at + 2], 'base');
  return is.isVerb(verb, 'deliver', 'offer', 'enable', 'serve');
}

/** "People development", "AI design": work in general, unless it names the thing that it is on. */
function isAbstractWork(words: readonly Word[], phrase: Phrase): boolean {
  if (!closed.generalWork.has(words[phrase.head]!.lower)) return false;
  const on = words[phrase.head - 1];
  if (phrase.head > phrase.start && is.isNoun(on, 'thing', 'mechanism')) return false;
  const named = words[phrase.head]!.lower === 'support' && phrase.head > phrase.start;
  if (named && !is.isAdjective(on) && !is.isNoun(on, 'person', 'quality')) return false;
  return !/^(?:of|for|and|on)$/.test(words[phrase.end]?.lower ?? '');
}

/** How a head that no list has can be told for a deliverable, by its form and its company; null when it cannot. */
function unlisted(words: readonly Word[], phrase: Phrase): string | null {
  const head = words[phrase.head]!;
  const next = words[phrase.end]?.lower;
  const long = phrase.head > phrase.start;
  const nominal = /(?:[tsx]ion|ment|ing|ance)s?$/.test(head.lower);
  if (nominal && next === 'of' && !has(phrase, 'measure', 'quality')) return 'names an activity';
  if (phrase.classes.size > 0) return null;
  if (words.slice(phrase.start, phrase.head).some((w) => isPraise(w))) return null;
  if (nominal && long) return 'names an activity';
  if (next === 'for' && (long || phrase.plural)) return 'for somebody names a thing to deliver';
  if (phrase.article === 'a' && long && (next === 'that' || next === 'which'))
    return 'names a thing to deliver';
  const whole = words.every((w) => w.text === w.text.toUpperCase());
  if (!whole && /^(?=.*[A-Z].*[A-Z])[A-Za-z0-9]{2,}s?$/.test(head.text)) return 'names a thing to deliver';
  if (/^(?:things?|stuff)$/.test(head.lower)) return null;
  if (long && phrase.plural) return 'names things to deliver';
  return long &&
    /(?:er|or|ware|flow|base|kit|board|sheet|script|graph|map|log|list|book|pack|set|bot|hub|lab|app)$/.test(
      head.lower,
    )
    ? 'names a thing to deliver'
    : null;
}

const isPraise = (word: Word): boolean =>
  /-(?:driven|led|centric|cent(?:er|r)ed|oriented|minded)$/.test(word.lower) ||
  closed.vagueWords.has(word.lower) ||
  closed.praise.has(word.lower);
