import { assertedEffect, measured, purposeTail, spanFromTo } from './effects';
import { findHead, type Head, type Predicate } from './head';
import type { VerbReading } from './inflection';
import * as closed from './lexicon/words';
import { has, quote, readPhrase, type Phrase } from './object';
import {
  isAdjective,
  isAdverb,
  isComparative,
  isDeterminer,
  isNoun,
  isNumber,
  isPercent,
  isPreposition,
  isVerb,
  verbAs,
  type Word,
} from './words';

export type Verdict = 'outcome' | 'output' | 'unclear';

export interface Reading {
  readonly verdict: Verdict;
  /** A short phrase that says what in the title decided. */
  readonly reason: string;
}

const outcome = (reason: string): Reading => ({ verdict: 'outcome', reason });
const output = (reason: string): Reading => ({ verdict: 'output', reason });
const unclear = (reason: string): Reading => ({ verdict: 'unclear', reason });

/** Reads a cleaned title, or the part of it from word `from` on. */
export function decide(words: readonly Word[], from = 0): Reading {
  if (!words.some((w) => w.kind === 'word')) return unclear('there is nothing to read');
  const head = findHead(words, from);
  switch (head.kind) {
    case 'verb':
      return decideVerb(words, head);
    case 'clause':
      return decideClause(words, head.start, head.predicate);
    case 'phrase':
      return decidePhrase(words, head.start);
  }
}

function decideVerb(words: readonly Word[], head: Head & { kind: 'verb' }): Reading {
  const { verb, at, rest } = head;
  const name = quote(words, at, rest);
  const object = readPhrase(words, rest);
  const what = object.head >= 0 ? quote(words, object.head, object.head + 1) : null;
  if (verb === null)
    return words[at]?.kind === 'word'
      ? withEffect(words, rest, output(`${name} names work`))
      : unclear('no verb is known');
  switch (verb.classes[0]) {
    case 'change':
      if (vanity(object))
        return unclear(`${name} names a change, but ${what ?? 'what it counts'} counts work`);
      return outcome(`${name} names a change`);
    case 'polish': {
      const level = measured(words, rest);
      if (level !== null && !vanity(object)) return outcome(`${name} names a change, ${level} its size`);
      if (object.counted) return outcome(`${name} names a change`);
      if (has(object, 'mechanism', 'thing', 'delivery') && !has(object, 'measure') && !object.counted)
        return withEffect(
          words,
          rest,
          output(`${name} ${what ?? ''} is work on a thing, not a change that it makes`),
        );
      if (vanity(object)) return unclear(`${what ?? ''} counts work`);
      if (has(object, 'measure', 'person', 'trouble')) return outcome(`${name} names a change`);
      if (has(object, 'quality')) return unclear(`${what ?? ''} is too general to tell`);
      return outcome(`${name} names a change`);
    }
    case 'reach':
      return decideReach(words, verb, name, rest, object);
    case 'keep':
      return decideKeep(words, name, rest, object);
    case 'enable':
      return decideEnable(words, name, rest, object);
    case 'assure':
      return decideAssure(words, rest, name);
    case 'clear': {
      if (serviceLevel(words, rest)) return outcome(`${serviceLevel(words, rest)!} states a service level`);
      if (
        has(object, 'trouble') &&
        !has(object, 'thing') &&
        (verb.lemma !== 'fix' || object.percent) &&
        !(verb.lemma === 'resolve' && !object.percent && has(object, 'measure') && object.number)
      )
        return outcome(`${name} ${what ?? ''} names a trouble that goes away`);
      return withEffect(words, rest, output(`${name} names a delivery`));
    }
    case 'serve':
      if (serviceLevel(words, rest)) return outcome(`${serviceLevel(words, rest)!} states a service level`);
      return withEffect(words, rest, output(`${name} names an activity`));
    case 'shift':
      return withEffect(words, rest, output(`${name} names a delivery`));
    case 'act':
      return decideAct(words, verb, name, rest, object);
    default:
      return decideDelivery(words, verb, name, rest, object);
  }
}

function decideDelivery(
  words: readonly Word[],
  verb: VerbReading,
  name: string,
  rest: number,
  object: Phrase,
): Reading {
  const level = serviceLevel(words, rest);
  if (level !== null && object.percent) return outcome(`${level} states a service level`);
  if (spanOf(words, rest) && isNoun(words[object.head], 'measure') && !movers.has(verb.lemma))
    return outcome(`${spanOf(words, rest)!} states a measured change`);
  return withEffect(words, rest, output(`${name} names a delivery`));
}
const movers = new Set('migrate upgrade update move port transition switch roll pin'.split(' '));

/** An asserted effect outweighs a delivery; a purpose only says why. */
function withEffect(words: readonly Word[], from: number, reading: Reading): Reading {
  const effect = assertedEffect(words, from);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const why = purposeTail(words, from);
  return why === null ? reading : output(`${reading.reason}; ${why} says why, not what changes`);
}

function decideReach(
  words: readonly Word[],
  verb: VerbReading,
  name: string,
  rest: number,
  object: Phrase,
): Reading {
  const what = object.head >= 0 ? quote(words, object.head, object.head + 1) : 'that';
  if (verb.lemma === 'get' || verb.lemma === 'bring') {
    const done = words.slice(object.end - 1, object.end + 1).find((w) => verbAs(w, 'ed'));
    if (done && isVerb(verbAs(done, 'ed'), 'deliver') && !object.percent)
      return output(`'${done.text}' says that something was delivered`);
  }
  const level = measured(words, rest);
  if (has(object, 'measure', 'person') && !vanity(object))
    return outcome(`${name} with ${what} names a result`);
  if (vanity(object)) return unclear(`${what} counts work`);
  if (object.percent || (level !== null && !has(object, 'thing')))
    return outcome(`${name} with ${level ?? what} names a result`);
  if (has(object, 'thing', 'delivery', 'mechanism'))
    return withEffect(words, rest, output(`${name} ${what} names a delivery`));
  if (object.head < 0 && words.slice(rest).some(isNumber)) return outcome(`${name} a number names a result`);
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  if (object.number) return outcome(`${name} a number names a result`);
  return words.slice(rest).length === 0 ? unclear('it does not say what') : outcome(`${name} names a result`);
}

function decideKeep(words: readonly Word[], name: string, rest: number, object: Phrase): Reading {
  const level = measured(words, rest);
  const what = object.head >= 0 ? quote(words, object.head, object.head + 1) : 'it';
  if (level !== null) return outcome(`${name} with ${level} names a level to hold`);
  if (has(object, 'measure', 'person') && !has(object, 'thing'))
    return outcome(`${name} ${what} names a level to hold`);
  if (has(object, 'thing', 'mechanism', 'delivery'))
    return withEffect(words, rest, output(`${name} ${what} is upkeep of a thing`));
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  return outcome(`${name} names a level to hold`);
}

function decideEnable(words: readonly Word[], name: string, rest: number, object: Phrase): Reading {
  const what = object.head >= 0 ? quote(words, rest, object.head + 1) : null;
  if (has(object, 'person') || closed.pronouns.has(words[rest]?.lower ?? ''))
    return outcome(`${name} ${what ?? words[rest]!.text} says what people can do`);
  if (object.end < words.length && words[object.end]?.lower === 'to' && !has(object, 'thing', 'mechanism'))
    return outcome(`${name} says what becomes possible`);
  if (has(object, 'measure', 'quality')) return unclear('it does not say for whom');
  return withEffect(words, rest, output(`${name} ${what ?? ''} names a delivery`));
}

/** "Ensure that …": what follows decides. */
function decideAssure(words: readonly Word[], rest: number, name: string): Reading {
  const at = words[rest]?.lower === 'that' ? rest + 1 : rest;
  const inner = at < words.length ? decide(words, at) : unclear('nothing follows');
  if (inner.verdict !== 'unclear') return inner;
  const object = readPhrase(words, at);
  if (has(object, 'measure', 'person', 'quality')) return outcome(`${name} names a state to hold`);
  return inner;
}

function decideAct(
  words: readonly Word[],
  verb: VerbReading,
  name: string,
  rest: number,
  object: Phrase,
): Reading {
  if (verb.lemma === 'make') return decideMake(words, name, rest, object);
  if (verb.lemma === 'have') return decideHave(words, rest, false);
  if (verb.lemma === 'become')
    return measured(words, rest) !== null
      ? outcome('a level to reach')
      : unclear(`${name} says what to be, not what changes`);
  if (verb.lemma === 'come' || verb.lemma === 'go') return unclear('no change is named');
  if (verb.form === 'ing' && (verb.lemma === 'rank' || verb.lemma === 'rate'))
    return outcome(`${name} names a result`);
  if (verb.lemma === 'spend' && object.comparative) return outcome('a comparison names a change');
  return withEffect(words, rest, output(`${name} names an activity`));
}

function decideMake(words: readonly Word[], name: string, rest: number, object: Phrase): Reading {
  if (words[rest]?.lower === 'sure') return decideAssure(words, rest + 1, `${name} sure`);
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const after = words.slice(rest);
  const grade = after.find(
    (w) => isComparative(w) || (closed.qualities.has(w.lower) && w !== words[object.head]),
  );
  const done = after.find((w) => closed.doneStates.has(w.lower) && !closed.qualities.has(w.lower));
  if (done && !(grade && after.indexOf(grade) < after.indexOf(done)))
    return output(`'${done.text}' says that something was delivered`);
  if (grade) return outcome(`'${grade.text}' names a change`);
  if (has(object, 'thing', 'delivery', 'mechanism'))
    return withEffect(words, rest, output(`${name} names a delivery`));
  return unclear('no change is named');
}

/** "have a roadmap", "has 300 subscribers". */
function decideHave(words: readonly Word[], rest: number, people: boolean): Reading {
  const object = readPhrase(words, rest);
  const what = object.head >= 0 ? quote(words, object.head, object.head + 1) : 'it';
  const access = words[object.head]?.lower === 'access';
  const inner = access && words[object.end]?.lower === 'to' ? readPhrase(words, object.end + 1) : object;
  if (
    has(inner, 'thing', 'mechanism', 'delivery') &&
    !has(inner, 'measure') &&
    !(access && people && !softwareThing(words, inner))
  )
    return withEffect(words, rest, output(`having ${what} is a thing delivered`));
  if (people) return outcome(`it says what people have`);
  const ing = words.slice(object.end - 1, object.end + 1).find((w) => verbAs(w, 'ing', 'ed'));
  if (ing && has(object, 'person')) return outcome(`it says what people do`);
  if (has(object, 'measure', 'person') || measured(words, rest) !== null)
    return outcome(`having ${what} names a result`);
  if (ing && isVerb(verbAs(ing, 'ed'), 'deliver'))
    return output(`'${ing.text}' says that something was delivered`);
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  return unclear('no change is named');
}

function softwareThing(words: readonly Word[], phrase: Phrase): boolean {
  return isNoun(words[phrase.head], 'mechanism');
}

function decideClause(words: readonly Word[], start: number, predicate: Predicate): Reading {
  const subject = readPhrase(words, start);
  const people =
    (has(subject, 'person') && !has(subject, 'thing')) || isPersonWord(words, start, predicate.at);
  const said = quote(words, predicate.at, Math.min(predicate.rest + 2, words.length));
  const effect = assertedEffect(words, predicate.rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  if (spanOf(words, start) && !isVerb(predicate.verb ?? undefined, 'deliver'))
    return outcome(`${spanOf(words, start)!} states a measured change`);
  switch (predicate.kind) {
    case 'modal':
      return people || predicate.verb === null || !isVerb(predicate.verb, 'offer', 'deliver')
        ? outcome(`${said} says what becomes possible`)
        : output(`${said} says what a thing does`);
    case 'have': {
      const reading = decideHave(words, predicate.rest, people);
      return reading.verdict === 'unclear' && people ? outcome(`${said} says what people have`) : reading;
    }
    case 'be':
      return decideBe(words, predicate, subject, people, said);
    case 'participle':
      return decideParticiple(words, predicate, subject, people, said);
    case 'active':
      return decideActive(words, predicate, subject, people, said);
  }
}

function isPersonWord(words: readonly Word[], start: number, end: number): boolean {
  return (
    words
      .slice(start, end)
      .some((w) => closed.pronouns.has(w.lower) || (isNoun(w, 'person') && !isNoun(w, 'thing'))) &&
    words
      .slice(start, end)
      .every((w, i) => i === 0 || !isPreposition(w) || w.lower === 'of' || w.lower === 'least')
  );
}

function decideBe(
  words: readonly Word[],
  predicate: Predicate,
  subject: Phrase,
  people: boolean,
  said: string,
): Reading {
  const { verb, rest } = predicate;
  if (verb?.form === 'ing') {
    if (isVerb(verb, 'deliver') && !people) return output(`${said} says what is being delivered`);
    return outcome(`${said} says what happens`);
  }
  const next = words[rest];
  const state = words.slice(rest, rest + 3);
  const level = measured(words, rest);
  if (verb && verb.form === 'ed' && !closed.qualities.has(next!.lower)) {
    return decideParticiple(
      words,
      { ...predicate, kind: 'participle', rest: rest + 1 },
      subject,
      people,
      said,
    );
  }
  if (level !== null && !(has(subject, 'thing') && !has(subject, 'measure')))
    return outcome(`${said} states a level`);
  if (state.some(isComparative)) return outcome(`${said} states a comparison`);
  if (next && closed.doneStates.has(next.lower) && !people)
    return output(`${said} says that something was delivered`);
  if (
    next?.lower === 'in' &&
    /^(?:place|production|use|beta|effect|prod|staging|review|ga)$/.test(words[rest + 1]?.lower ?? '')
  )
    return output(`${said} says that something was delivered`);
  if (next?.lower === 'able' || state.some((w) => closed.qualities.has(w.lower)))
    return outcome(`${said} says how it is`);
  if (level !== null) return outcome(`${said} states a level`);
  if (isDeterminer(next)) {
    const named = readPhrase(words, rest);
    if (has(named, 'thing', 'delivery')) return output(`${said} names a thing`);
    return people ? outcome(`${said} says how people are`) : unclear('no change is named');
  }
  if (people) return outcome(`${said} says how people are`);
  return isPreposition(next)
    ? has(subject, 'thing')
      ? output(`${said} says where a thing is`)
      : unclear('no change is named')
    : unclear('no change is named');
}

function decideParticiple(
  words: readonly Word[],
  predicate: Predicate,
  subject: Phrase,
  people: boolean,
  said: string,
): Reading {
  const verb = predicate.verb ?? undefined;
  if (isVerb(verb, 'change', 'polish')) {
    if (vanity(subject) && !subject.percent) return unclear(`${said} names a change, but of a count of work`);
    if (isVerb(verb, 'polish') && has(subject, 'thing', 'mechanism') && !has(subject, 'measure'))
      return output(`${said} is work on a thing`);
    return outcome(`${said} names a change`);
  }
  if (isVerb(verb, 'shift', 'keep', 'assure', 'enable'))
    return people || !has(subject, 'thing')
      ? outcome(`${said} names a change`)
      : output(`${said} says that something was delivered`);
  if (isVerb(verb, 'clear', 'serve'))
    return has(subject, 'trouble', 'measure') &&
      !(isVerb(verb, 'clear') && has(subject, 'thing')) &&
      verb!.lemma !== 'fix'
      ? serviceLevel(words, 0) || has(subject, 'trouble')
        ? outcome(`${said} names a trouble that went away`)
        : output(`${said} says that something was delivered`)
      : output(`${said} says that something was delivered`);
  if (isVerb(verb, 'reach'))
    return has(subject, 'thing', 'delivery') && !has(subject, 'measure', 'person')
      ? output(`${said} says that something was delivered`)
      : outcome(`${said} names a result`);
  if (isVerb(verb, 'act')) return outcome(`${said} says what people do`);
  if (serviceLevel(words, predicate.rest) && words.slice(0, predicate.at).some((_, i) => isPercent(words, i)))
    return outcome(`${serviceLevel(words, predicate.rest)!} states a service level`);
  if (verb && usedBy.has(verb.lemma) && words[predicate.rest]?.lower === 'by')
    return outcome(`${said} says what people do`);
  if (
    has(subject, 'measure') &&
    !has(subject, 'thing', 'activity') &&
    predicate.kind === 'participle' &&
    measured(words, 0) !== null &&
    isVerb(verb, 'deliver') &&
    gains.has(verb!.lemma)
  )
    return outcome(`${said} names a result`);
  return output(`${said} says that something was delivered`);
}
const usedBy = new Set('use adopt read buy follow'.split(' '));
const gains = new Set('book register pay source refer attend'.split(' '));

function decideActive(
  words: readonly Word[],
  predicate: Predicate,
  subject: Phrase,
  people: boolean,
  said: string,
): Reading {
  const verb = predicate.verb ?? undefined;
  const object = readPhrase(words, predicate.rest);
  if (verb && ['have'].includes(verb.lemma)) return decideHave(words, predicate.rest, people);
  if (people) return outcome(`${said} says what people do`);
  if (isVerb(verb, 'change')) {
    if (vanity(subject)) return unclear(`${said} names a change, but of a count of work`);
    return outcome(`${said} names a change`);
  }
  if (isVerb(verb, 'polish'))
    return has(subject, 'measure') || has(object, 'measure') || object.head < 0
      ? outcome(`${said} names a change`)
      : unclear('no change is named');
  if (isVerb(verb, 'reach', 'keep', 'shift', 'enable', 'act')) return outcome(`${said} says what happens`);
  if (measured(words, predicate.rest) !== null && !verb?.classes.includes('offer'))
    return outcome(`${measured(words, predicate.rest)!} states a level`);
  if (verb?.classes.includes('offer') || isVerb(verb, 'deliver'))
    return output(`${said} says what a thing does`);
  return outcome(`${said} says what happens`);
}

function decidePhrase(words: readonly Word[], start: number): Reading {
  const first = words[start]!;
  const phrase = readPhrase(words, start);
  const what = phrase.head >= 0 ? quote(words, phrase.head, phrase.head + 1) : null;
  const effect = assertedEffect(words, start);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  if (spanOf(words, start) && !has(phrase, 'delivery'))
    return outcome(`${spanOf(words, start)!} states a measured change`);
  const thing = has(phrase, 'thing', 'delivery') && !has(phrase, 'measure');
  const directed =
    isComparative(first) ||
    isVerb(verbAs(first, 'ed', 'ing'), 'change', 'polish') ||
    (first.kind === 'number' && isComparative(words[start + 1]));
  if (directed && (isComparative(first) || verbAs(first, 'ed') || first.kind === 'number')) {
    if (
      thing &&
      !isNumber(first) &&
      ![
        'fewer',
        'less',
        'faster',
        'shorter',
        'cheaper',
        'higher',
        'lower',
        'reduced',
        'increased',
        'quicker',
      ].includes(first.lower)
    )
      return output(`${what!} names a thing to deliver`);
    return outcome(`'${first.text}' names a change`);
  }
  if (closed.states.has(first.lower) && (isNoun(first) || phrase.head > start))
    return outcome(`${quote(words, start, phrase.end)} names a state to reach`);
  const level = measured(words, start);
  if (phrase.number || phrase.percent || level !== null) {
    if (vanity(phrase))
      return has(phrase, 'thing') && !phrase.percent
        ? withEffect(words, phrase.end, output(`${what!} counts things delivered`))
        : unclear(`${what!} counts work`);
    if (has(phrase, 'measure', 'person') && !has(phrase, 'thing'))
      return outcome(`${level ?? what!} states a level`);
    if (level !== null && !thing) return outcome(`${level} states a level`);
    if (thing) return withEffect(words, phrase.end, output(`${what!} names a thing to deliver`));
    if (has(phrase, 'measure')) return outcome(`${level ?? what!} states a level`);
    return unclear('it is not known what is counted');
  }
  if (thing) return withEffect(words, phrase.end, output(`${what!} names a thing to deliver`));
  if (words.slice(start + 1, phrase.end).some(isComparative)) return outcome('a comparison names a change');
  if (isVerb(verbAs(first, 'ed', 'ing'), 'deliver') && phrase.head < 0)
    return output(`'${first.text}' names a delivery`);
  if (phrase.head < 0 && isAdjective(first) && purposeTail(words, start))
    return unclear('no change is named');
  if (isAdverb(first)) return unclear('no change is named');
  if (phrase.plural && phrase.classes.size === 0 && purposeTail(words, start + 1))
    return output(`${what!} names a thing to deliver`);
  return unclear(what === null ? 'no change is named' : `${what} alone names no change`);
}

/** Counts of work done. */
function vanity(phrase: Phrase): boolean {
  if (has(phrase, 'activity'))
    return !has(phrase, 'measure') || has(phrase, 'delivery') || (phrase.counted && has(phrase, 'thing'));
  return phrase.counted && has(phrase, 'thing', 'delivery') && !has(phrase, 'measure', 'person');
}

/** "within 24 hours", "on time": a promise that holds each time. */
function serviceLevel(words: readonly Word[], from: number): string | null {
  for (let i = from; i < words.length; i++) {
    const lower = words[i]!.lower;
    if (
      ['within', 'under', 'below'].includes(lower) &&
      words
        .slice(i + 1, i + 5)
        .some((w) => isNumber(w) || /^(?:minutes?|hours?|days?|weeks?|seconds?)$/.test(w.lower))
    )
      return quote(words, i, Math.min(i + 4, words.length));
    if (lower === 'on' && words[i + 1]?.lower === 'time') return "'on time'";
  }
  return null;
}

function spanOf(words: readonly Word[], from: number): string | null {
  for (let i = from; i < words.length; i++) {
    const to = spanFromTo(words, i);
    if (to > 0) return quote(words, i, to + 1);
  }
  return null;
}
