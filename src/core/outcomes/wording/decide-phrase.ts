import { delivery } from './deliverable';
import { assertedEffect, purposeTail } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { measured, measuredSpan } from './quantity';
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
  const directed = direction(words, start);
  if (directed !== null) return ofDirected(words, phrase, directed);
  if (closed.states.has(first.lower) && phrase.head > start)
    return outcome(`${quote(words, start, phrase.end)} names a state to reach`);
  return phrase.number || phrase.percent || measured(words, start) !== null
    ? ofCounted(words, start, phrase)
    : ofBare(words, start, phrase);
}

/** The first of the phrases joined by "and" or "or" whose head is known, else the first. */
function firstKnown(words: readonly Word[], start: number): Phrase {
  const first = readPhrase(words, start);
  for (let phrase = first; ;) {
    if (phrase.classes.size > 0 || !is.isConjunction(words[phrase.end]) || phrase.end + 1 >= words.length) {
      return phrase.classes.size > 0 ? { ...phrase, start } : first;
    }
    phrase = readPhrase(words, phrase.end + 1);
  }
}

/** The word that says in which direction something moves: "fewer …", "improved …", "30 % more …". */
function direction(words: readonly Word[], start: number): Word | null {
  for (const word of words.slice(start, start + 4)) {
    if (is.isComparative(word) || is.isVerb(is.verbAs(word, 'ed'), 'change', 'polish')) return word;
    if (word.kind !== 'number' && word.lower !== '%' && !is.isAdverb(word) && !is.isDeterminer(word))
      return null;
  }
  return null;
}

function ofDirected(words: readonly Word[], phrase: Phrase, directed: Word): Reading {
  const what = quote(words, phrase.head, phrase.head + 1);
  if (countsWork(phrase) && directed.lower === 'more') return unclear(`${what} counts work`);
  const better = is.isVerb(is.verbAs(directed, 'ed'), 'polish') || closed.betterments.has(directed.lower);
  if (better && isDeliverable(phrase)) return delivery(words, phrase.end, `${what} names a thing to deliver`);
  return outcome(`'${directed.text}' names a change`);
}

function ofCounted(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const level = measured(words, start);
  const what = phrase.head < 0 ? (level ?? 'it') : quote(words, phrase.head, phrase.head + 1);
  if (countsWork(phrase)) {
    return has(phrase, 'thing') && !phrase.percent
      ? delivery(words, phrase.end, `${what} names things to deliver`)
      : unclear(`${what} counts work`);
  }
  if (isDeliverable(phrase)) return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (level !== null) return outcome(`${level} states a level`);
  if (has(phrase, 'measure', 'person')) return outcome(`${what} with a number names a result`);
  return unclear('it is not known what is counted');
}

function ofBare(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const first = words[start]!;
  if (phrase.head < 0) {
    const made = is.isVerb(is.verbAs(first, 'ed', 'ing'), 'deliver');
    return made
      ? delivery(words, start + 1, `'${first.text}' names a delivery`)
      : unclear('no change is named');
  }
  const what = quote(words, phrase.head, phrase.head + 1);
  const praise = words.slice(start, phrase.head).some((w) => closed.vagueWords.has(w.lower));
  const weak = has(phrase, 'quality', 'mechanism') && !has(phrase, 'delivery');
  if (isDeliverable(phrase) && !(praise && (weak || closed.general.has(words[phrase.head]!.lower))))
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (words.slice(start + 1, phrase.end).some(is.isComparative))
    return outcome('a comparison names a change');
  const purpose = purposeTail(words, phrase.head + 1);
  if (purpose !== null && phrase.classes.size === 0)
    return output(`${what} names a thing to deliver; ${purpose} says why, not what changes`);
  return unclear(`${what} alone names no change`);
}
