import { assertedEffect, purposeTail } from './effects';
import { has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** A delivery, unless what follows it asserts an effect. A purpose only says why. */
export function delivery(words: readonly Word[], rest: number, reason: string): Reading {
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const why = purposeTail(words, rest);
  return output(why === null ? reason : `${reason}; ${why} says why, not what changes`);
}

/** "has a roadmap", "have 300 subscribers", "has access to clean water": what is had decides. */
export function decideHaving(
  words: readonly Word[],
  rest: number,
  people: boolean,
  subject?: Phrase,
): Reading {
  const had = readPhrase(words, rest);
  const access = words[had.head]?.lower === 'access' && words[had.end]?.lower === 'to';
  const object = access ? readPhrase(words, had.end + 1) : had;
  const what = object.head < 0 ? 'it' : quote(words, object.head, object.head + 1);
  const doing = words.slice(had.head + 1, had.head + 3).find((w) => is.verbAs(w, 'ed'));
  if (people && /^(?:control|say|voice|choice|influence|power)$/.test(words[had.head]?.lower ?? ''))
    return outcome('it says what people have');
  const ready = words[had.head];
  if (ready && /^(?:ready|done|final|public|online)$/.test(ready.lower) && had.head > rest)
    return output(`'${ready.text}' says that something was delivered`);
  if (is.isVerb(is.verbAs(doing, 'ed'), 'deliver'))
    return output(`'${doing!.text}' says that something was delivered`);
  const owner =
    /^(?:owner|maintainer|sponsor|mentor|lead|leader|coach|buddy|contact|tutor)$/.test(
      words[object.head]?.noun?.lemma ?? '',
    ) && object.article === 'a';
  if (owner) return output(`having ${what} is having a thing delivered`);
  if (has(object, 'measure', 'person') && !has(object, 'thing'))
    return outcome(`having ${what} names a result`);
  if (access && people && !has(object, 'mechanism')) return outcome('it says what people can use');
  if (people && needs.test(words[object.head]?.noun?.lemma ?? '')) return outcome('it says what people have');
  if (has(object, 'thing', 'mechanism', 'delivery'))
    return delivery(words, rest, `having ${what} is having a thing delivered`);
  if (people) return outcome('it says what people have');
  if (
    subject &&
    isDeliverable(subject) &&
    !has(object, 'measure', 'quality', 'trouble', 'person') &&
    !object.comparative
  )
    return output(`having ${what} is how a thing is made`);
  if (object.article === 'a' && object.head >= 0 && object.classes.size === 0 && !object.comparative)
    return delivery(words, rest, `having ${what} is having a thing delivered`);
  return object.number ? outcome(`having ${what} names a result`) : unclear(`${what} alone names no change`);
}

/** What everybody needs, so that it is no delivery to have it. */
const needs = /^(?:meal|food|water|home|bed|roof|shelter|toilet|job|doctor|shoe|electricity|income)$/;
