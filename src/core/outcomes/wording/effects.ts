import { readPhrase, has, quote } from './object';
import * as closed from './lexicon/words';
import {
  isComparative,
  isNumber,
  isPreposition,
  isVerb,
  verbAs,
  isAdverb,
  isPercent,
  type Word,
} from './words';

/** Says that the thing makes a difference: "that reduces …", "leading to …", "raising pass rates by 12 %". Null when none does. */
export function assertedEffect(words: readonly Word[], from: number): string | null {
  for (let i = Math.max(from, 1); i < words.length; i++) {
    const word = words[i]!;
    const before = words[i - 1]!;
    if (isPurpose(words, i)) return null;
    if (closed.relatives.has(word.lower) && word.lower !== 'where' && word.lower !== 'whose') {
      let at = i + 1;
      while (words[at] && (isAdverb(words[at]) || closed.modals.has(words[at]!.lower))) at++;
      if (isEffectVerb(words, at, 'base', 's', 'ed')) return quote(words, i, effectEnd(words, at));
    }
    const ing = verbAs(word, 'ing');
    const second = words[i + 1]?.lower;
    if (ing && !isPreposition(before) && before.lower !== 'and') {
      if (
        (ing.lemma === 'lead' && second === 'to') ||
        (ing.lemma === 'result' && second === 'in') ||
        ing.lemma === 'cause'
      )
        return quote(words, i, effectEnd(words, i));
      if (word.lower !== 'bringing' && isEffectVerb(words, i, 'ing') && words.slice(i + 1).some(isNumber))
        return quote(words, i, effectEnd(words, i));
      if (word.lower === 'bringing' && second === 'in' && words.slice(i + 2).some(isNumber))
        return quote(words, i, effectEnd(words, i));
    }
    if (word.lower === 'resulting' && second === 'in') return quote(words, i, effectEnd(words, i));
    if ((word.lower === 'leads' || word.lower === 'led') && second === 'to')
      return quote(words, i, effectEnd(words, i));
    if ((word.lower === 'results' || word.lower === 'resulted') && second === 'in')
      return quote(words, i, effectEnd(words, i));
    if ((word.lower === 'thereby' || word.lower === 'thus') && verbAs(words[i + 1], 'ing'))
      return quote(words, i, effectEnd(words, i));
  }
  return null;
}

function effectEnd(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < words.length; i++)
    if (words[i]!.kind === 'mark' && /[,;.(]/.test(words[i]!.lower)) return i;
  return words.length;
}

/** A change verb, or one that betters or reaches a measure. */
function isEffectVerb(
  words: readonly Word[],
  at: number,
  ...forms: ('base' | 's' | 'ing' | 'ed')[]
): boolean {
  const verb = verbAs(words[at], ...forms);
  if (!verb) return false;
  if (isVerb(verb, 'change')) return true;
  const object = readPhrase(words, at + 1);
  if (isVerb(verb, 'polish', 'reach'))
    return has(object, 'measure') || (isVerb(verb, 'reach') && object.number);
  return false;
}

/** A tail that says why, and asserts nothing: "to lower latency", "in order to", "so as to", "so that", "for better …". */
export function purposeTail(words: readonly Word[], from: number): string | null {
  for (let i = Math.max(from, 1); i < words.length; i++) {
    if (isPurpose(words, i)) return quote(words, i, words.length);
  }
  return null;
}

function isPurpose(words: readonly Word[], i: number): boolean {
  const lower = words[i]!.lower;
  const next = words[i + 1];
  if (lower === 'to') {
    const at = isAdverb(next) ? i + 2 : i + 1;
    const verb = verbAs(words[at], 'base');
    return (
      verb !== undefined &&
      i > 1 &&
      (words[at]!.noun === null || words.length > at + 1) &&
      !isNumber(words[at])
    );
  }
  if (lower === 'in' && next?.lower === 'order') return true;
  if (
    lower === 'so' &&
    (next?.lower === 'that' || next?.lower === 'as' || next?.lower === 'we' || next?.lower === 'they')
  )
    return true;
  if (lower === 'for')
    return isComparative(next) || next?.lower === 'improved' || next?.lower === 'increased';
  return (
    (lower === 'aimed' || lower === 'designed' || lower === 'aiming') &&
    (next?.lower === 'at' || next?.lower === 'to')
  );
}

/** A measured level, span or difference: "under 200 ms", "by 12 %", "from 5 to 8", "+20 %", "> 90". */
export function measured(words: readonly Word[], from = 0): string | null {
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    const to = spanFromTo(words, i);
    if (to > 0) return quote(words, i, to + 1);
    if (isNumber(word) && /^[+−<>≤≥-]/.test(word.text) && i > 0) return quote(words, i, i + 1);
    if (word.kind === 'mark' && /[<>≤≥]/.test(word.lower) && isNumber(words[i + 1]))
      return quote(words, i, i + 2);
    if (
      (closed.thresholds.has(word.lower) ||
        word.lower === 'by' ||
        word.lower === 'to' ||
        word.lower === 'at') &&
      i > 0
    ) {
      const n = words.slice(i + 1, i + 4).findIndex(isNumber);
      const year = n >= 0 && isYear(words, i + 1 + n);
      if (
        n >= 0 &&
        !year &&
        (word.lower !== 'by' || !isDate(words, i + 1 + n)) &&
        !(word.lower === 'by' && n > 1)
      )
        return quote(words, i, i + 2 + n);
    }
    if (isPercent(words, i)) return quote(words, i, i + 1);
  }
  return null;
}

const months =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|q[1-4]|h[12]|eoy|eoq)$/;

/** "by 3 March", "by 2027": a date, not an amount. */
function isDate(words: readonly Word[], at: number): boolean {
  return (
    isYear(words, at) || months.test(words[at + 1]?.lower ?? '') || months.test(words[at - 1]?.lower ?? '')
  );
}

export function isYear(words: readonly Word[], at: number): boolean {
  return /^(?:19|20)\d\d$/.test(words[at]?.text ?? '') && !isPercent(words, at);
}

/** Index of B's number in "from A to B" with two numbers, -1 when there is none at `at`. */
export function spanFromTo(words: readonly Word[], at: number): number {
  if (words[at]?.lower !== 'from') return -1;
  const first = words.slice(at + 1, at + 4).findIndex(isNumber);
  if (first < 0) return -1;
  for (let i = at + 2 + first; i < Math.min(words.length, at + 14); i++) {
    if ((words[i]!.lower === 'to' || words[i]!.lower === 'into') && words.slice(i + 1, i + 4).some(isNumber))
      return i + 1 + words.slice(i + 1, i + 4).findIndex(isNumber);
  }
  return -1;
}
