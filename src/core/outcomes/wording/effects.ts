import * as closed from './lexicon/words';
import { has, readPhrase } from './phrase';
import { quote } from './quote';
import * as is from './words';
import type { VerbForm } from './inflection';
import type { Word } from './words';

/**
 * What says that the thing makes a difference, quoted: "that reduces …", "leading to …", "raising pass rates
 * by 12 %". Null when nothing does; a purpose ("to lower …") asserts nothing, nor does what comes after it.
 */
export function assertedEffect(words: readonly Word[], from: number): string | null {
  for (let i = Math.max(from, 1); i < words.length; i++) {
    if (isPurpose(words, i)) return null;
    if (startsEffect(words, i)) return quote(words, i, clauseEnd(words, i));
  }
  return null;
}

/** A tail that says why, quoted: "to lower latency", "in order to …", "so that …", "for better …". */
export function purposeTail(words: readonly Word[], from: number): string | null {
  for (let i = Math.max(from, 1); i < words.length; i++) {
    if (isPurpose(words, i)) return quote(words, i, words.length);
  }
  return null;
}

function startsEffect(words: readonly Word[], i: number): boolean {
  const { lower } = words[i]!;
  const next = words[i + 1]?.lower;
  if (lower === 'that' || lower === 'which') {
    let at = i + 1;
    while (words[at] && (is.isAdverb(words[at]) || closed.modals.has(words[at]!.lower))) at++;
    return hasEffect(words, at, 'base', 's', 'ed');
  }
  if (/^(?:leads|led)$/.test(lower) && next === 'to') return true;
  if (/^(?:results|resulted|resulting)$/.test(lower) && next === 'in') return true;
  const before = words[i - 1]!;
  if (is.isPreposition(before) || before.lower === 'and') return false;
  const ing = words[i]!.noun === null ? is.verbAs(words[i], 'ing') : undefined;
  if (!ing) return (lower === 'thereby' || lower === 'thus') && is.verbAs(words[i + 1], 'ing') !== undefined;
  if ((ing.lemma === 'lead' && next === 'to') || lower === 'causing') return true;
  const sized = words.slice(i + 1).some((w) => is.isNumber(w) || closed.amountWords.has(w.lower));
  return sized && (hasEffect(words, i, 'ing') || (lower === 'bringing' && next === 'in'));
}

/** A verb of change, or one that betters or reaches a measure. */
function hasEffect(words: readonly Word[], at: number, ...forms: VerbForm[]): boolean {
  const verb = is.verbAs(words[at], ...forms);
  if (is.isVerb(verb, 'change')) return true;
  if (!is.isVerb(verb, 'polish', 'reach')) return false;
  const object = readPhrase(words, at + 1);
  return (
    (verb?.lemma !== 'meet' && has(object, 'measure')) ||
    (is.isVerb(verb, 'reach') && (object.number || has(object, 'person')))
  );
}

function clauseEnd(words: readonly Word[], at: number): number {
  const end = words.findIndex((w, i) => i > at && /^[,;.(]$/.test(w.lower));
  return end < 0 ? words.length : end;
}

function isPurpose(words: readonly Word[], i: number): boolean {
  const { lower } = words[i]!;
  const next = words[i + 1];
  switch (lower) {
    case 'to': {
      const verb = words[is.isAdverb(next) ? i + 2 : i + 1];
      return is.verbAs(verb, 'base') !== undefined && i > 1 && verb !== words.at(-1);
    }
    case 'in':
      return next?.lower === 'order';
    case 'so':
      return (
        next !== undefined &&
        (next.lower === 'as' ||
          next.lower === 'that' ||
          closed.pronouns.has(next.lower) ||
          is.isDeterminer(next) ||
          is.isNoun(next, 'person'))
      );
    case 'for':
      return is.isComparative(next) || is.isVerb(is.verbAs(next, 'ed'), 'change', 'polish');
    case 'aimed':
    case 'aiming':
    case 'designed':
      return next?.lower === 'at' || next?.lower === 'to';
    default:
      return false;
  }
}
