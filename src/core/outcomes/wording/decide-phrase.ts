import { delivery } from './deliverable';
import { assertedEffect, purposeTail } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { measured, measuredSpan, measureNext, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** Reads a title that only names something. */
export function decidePhrase(words: readonly Word[], start: number): Reading {
  const first = words[start];
  if (first === undefined) return unclear('there is nothing to read');
  const phrase = firstKnown(words, start);
  const effect = assertedEffect(words, start);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const span = measuredSpan(words, start);
  if (span !== null && !has(phrase, 'delivery')) return outcome(`${span} states a measured change`);
  if (has(phrase, 'movement')) return ofMovement(words, phrase);
  const directed = direction(words, start);
  if (directed !== null) return ofDirected(words, phrase, directed);
  if (
    (closed.states.has(first.lower) || closed.soundStates.has(first.lower)) &&
    phrase.head > start &&
    (!closed.soundStates.has(first.lower) || has(phrase, 'measure'))
  )
    return outcome(`${quote(words, start, phrase.end)} names a state to reach`);
  return phrase.number || phrase.percent || measured(words, start) !== null
    ? ofCounted(words, start, phrase)
    : ofBare(words, start, phrase);
}

/** The first of the phrases joined by "and" or "or" whose head is known, else the first. */
function firstKnown(words: readonly Word[], start: number): Phrase {
  const first = readPhrase(words, start);
  if (words[first.end]?.lower === ',' && !first.number && first.head === start) {
    const listed = readList(words, first);
    const thing = listed.length > 2 ? listed.find(isDeliverable) : undefined;
    if (thing !== undefined && !listed.some((p) => has(p, 'measure', 'trouble', 'quality', 'movement')))
      return { ...thing, start };
  }
  for (let phrase = first; ;) {
    if (phrase.classes.size > 0 || !is.isConjunction(words[phrase.end]) || phrase.end + 1 >= words.length) {
      return phrase.classes.size > 0 ? { ...phrase, start } : first;
    }
    phrase = readPhrase(words, phrase.end + 1);
  }
}

/** All phrases of "A, B and C"; none when something else follows. */
function readList(words: readonly Word[], first: Phrase): Phrase[] {
  const listed = [first];
  for (let at = first.end; at < words.length && words[at]!.lower !== '('; at = listed.at(-1)!.end) {
    if (!is.isConjunction(words[at])) return [];
    while (is.isConjunction(words[at])) at++;
    if (at >= words.length) return [];
    listed.push(readPhrase(words, at));
  }
  return listed;
}

/** The word that says in which direction something moves: "fewer …", "improved …", "30 % more …". */
function direction(words: readonly Word[], start: number): Word | null {
  for (const word of words.slice(start, start + 4)) {
    const moved =
      is.isVerb(is.verbAs(word, 'ed'), 'change', 'polish') &&
      is.verbAs(word, 'ed')?.lemma !== 'save' &&
      !closed.adjectives.has(word.lower);
    if (is.isComparative(word) || moved) return word;
    if (word.kind !== 'number' && word.lower !== '%' && !is.isAdverb(word) && !is.isDeterminer(word))
      return null;
  }
  return null;
}

function ofDirected(words: readonly Word[], phrase: Phrase, directed: Word): Reading {
  if (phrase.head < 0) return unclear('it does not say of what');
  const what = quote(words, phrase.head, phrase.head + 1);
  const graded = /^(?:more|less)$/.test(directed.lower) && is.isAdjective(words[words.indexOf(directed) + 1]);
  if (graded && isDeliverable(phrase)) return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (countsWork(phrase) && directed.lower === 'more') return unclear(`${what} counts work`);
  const better = is.isVerb(is.verbAs(directed, 'ed'), 'polish') || closed.betterments.has(directed.lower);
  if (better && has(phrase, 'thing') && !has(phrase, 'measure', 'person'))
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  return outcome(`'${directed.text}' names a change`);
}

/** "Reduction of …", "a 20 % increase in …": what moves decides. */
function ofMovement(words: readonly Word[], phrase: Phrase): Reading {
  const name = quote(words, phrase.head, phrase.head + 1);
  const joined = /^(?:in|of|to|for)$/.test(words[phrase.end]?.lower ?? '');
  const mover = joined
    ? readPhrase(words, phrase.end + 1)
    : readPhrase(words.slice(0, phrase.head), phrase.start);
  if (phrase.percent || measured(words, phrase.start) !== null) return outcome(`${name} names a change`);
  if (phrase.plural && gentle.has(words[phrase.head]!.noun!.lemma) && words[phrase.end]?.lower !== 'in')
    return delivery(words, phrase.end, `${name} name work on a thing`);
  if (countsWork(mover)) return unclear(`${name} names a change, but of a count of work`);
  if (
    gentle.has(words[phrase.head]!.noun!.lemma) &&
    has(mover, 'thing', 'mechanism', 'delivery') &&
    !has(mover, 'measure')
  ) {
    return delivery(words, phrase.end, `${name} of a thing is work on it`);
  }
  return joined || has(mover, 'measure', 'trouble')
    ? outcome(`${name} names a change`)
    : unclear(`${name} alone names no change`);
}
const gentle = new Set(['improvement', 'acceleration', 'boost']);

function ofCounted(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const level = measured(words, start);
  const what = phrase.head < 0 ? (level ?? 'it') : quote(words, phrase.head, phrase.head + 1);
  if (countsWork(phrase)) {
    return has(phrase, 'thing') && !phrase.percent && level === null
      ? delivery(words, phrase.end, `${what} names things to deliver`)
      : unclear(`${what} counts work`);
  }
  const limit = phrase.number || phrase.article !== null ? null : serviceLevel(words, phrase.end);
  if (limit !== null) return outcome(`${limit} states a service level`);
  if (isDeliverable(phrase) && !(level !== null && !has(phrase, 'thing') && phrase.article === null))
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (level !== null) return outcome(`${level} states a level`);
  if (has(phrase, 'measure', 'person')) return outcome(`${what} with a number names a result`);
  return /(?:ers|ors|ists|ians|ars)$/.test(words[phrase.head]?.lower ?? '')
    ? outcome(`${what} with a number names a result`)
    : unclear('it is not known what is counted');
}

function ofBare(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const first = words[start]!;
  const state = words[phrase.head + 1];
  const stated =
    state !== undefined && closed.doneStates.has(state.lower) && !closed.qualities.has(state.lower);
  if (stated && (words[phrase.head + 2] === undefined || is.isPreposition(words[phrase.head + 2])))
    return output(`'${state.text}' says that something was delivered`);
  const doing = is.verbAs(words[phrase.head + 1], 'ing') && !is.isNoun(words[phrase.head + 1], 'person');
  if (doing && phrase.plural && is.isComparative(words[phrase.head + 2]))
    return outcome(`${quote(words, phrase.head + 1, phrase.head + 3)} names a change`);
  if (doing && has(phrase, 'person') && phrase.plural && !has(phrase, 'thing'))
    return outcome(`${quote(words, phrase.head, phrase.head + 2)} says what people do`);
  const handled = is.verbAs(words[phrase.head + 1], 'ing');
  if (
    phrase.head + 2 === phrase.end &&
    is.isVerb(handled, 'deliver') &&
    !phrase.plural &&
    !has(phrase, 'person')
  )
    return delivery(words, phrase.end, `${quote(words, phrase.head, phrase.end)} names an activity`);
  const without =
    words[phrase.end]?.lower === 'without' && has(readPhrase(words, phrase.end + 1), 'trouble', 'measure');
  if (without) return outcome(`${quote(words, phrase.end, words.length)} names a trouble that goes away`);
  if (
    /^(?:positive|good|great|favou?rable)$/.test(first.lower) &&
    reactions.has(words[phrase.head]?.noun?.lemma ?? '')
  )
    return outcome(`${quote(words, start, phrase.end)} says how people take it`);
  const indicator = phrase.counted && has(phrase, 'measure', 'person', 'trouble') && !countsWork(phrase);
  if (indicator) return outcome(`${quote(words, start, start + 2)} names a measure`);
  if (phrase.head < 0) {
    const made = is.isVerb(is.verbAs(first, 'ed', 'ing'), 'deliver');
    return made
      ? delivery(words, start + 1, `'${first.text}' names a delivery`)
      : unclear('no change is named');
  }
  const what = quote(words, phrase.head, phrase.head + 1);
  const aim = words[phrase.end]?.lower === 'to' ? is.verbAs(words[phrase.end + 1], 'base') : undefined;
  if (phrase.head === start && phrase.classes.size === 0 && is.isVerb(aim, 'deliver', 'offer'))
    return delivery(
      words,
      phrase.end + 2,
      `${quote(words, phrase.end, phrase.end + 2)} names what is to be done`,
    );
  const long = phrase.head > phrase.start || /^(?:of|per|for)$/.test(words[phrase.end]?.lower ?? '');
  if (long && closed.gauges.has(words[phrase.head]!.lower) && !has(phrase, 'thing'))
    return outcome(`${what} names a measure`);
  if (contented.has(first.lower) && has(phrase, 'person'))
    return outcome(`'${first.text}' says how people are`);
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
  const ofThing = phrase.head > start || words[phrase.end]?.lower === 'for';
  if (has(phrase, 'mechanism') && !has(phrase, 'measure', 'quality', 'person') && ofThing)
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
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

const contented = new Set(['happy', 'satisfied', 'loyal', 'delighted', 'happier']);

/** What people say of a thing. */
const reactions = new Set('feedback review reaction response reception sentiment comment rating'.split(' '));

/** "People development", "AI design": work in general, unless it names the thing that it is on. */
function isAbstractWork(words: readonly Word[], phrase: Phrase): boolean {
  if (!closed.generalWork.has(words[phrase.head]!.lower)) return false;
  const on = words[phrase.head - 1];
  if (phrase.head > phrase.start && is.isNoun(on, 'thing', 'mechanism')) return false;
  return !/^(?:of|for|and)$/.test(words[phrase.end]?.lower ?? '');
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
  if (next === 'for' && long) return 'for somebody names a thing to deliver';
  if (phrase.article === 'a' && long && (next === 'that' || next === 'which'))
    return 'names a thing to deliver';
  const whole = words.every((w) => w.text === w.text.toUpperCase());
  if (!whole && /^(?=.*[A-Z].*[A-Z])[A-Za-z0-9]{2,}s?$/.test(head.text)) return 'names a thing to deliver';
  if (long && phrase.plural) return 'names things to deliver';
  return long &&
    /(?:er|or|ware|flow|base|kit|board|sheet|script|graph|map|log|list|book|pack|set|bot|hub|lab|app)$/.test(
      head.lower,
    )
    ? 'names a thing to deliver'
    : null;
}

const isPraise = (word: Word): boolean => closed.vagueWords.has(word.lower) || closed.praise.has(word.lower);
