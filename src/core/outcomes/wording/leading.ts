import * as closed from './lexicon/words';
import { isNounLike, phraseEnd } from './phrase';
import * as is from './words';
import type { Word } from './words';

/** "Lead timetable redesign for the harbour", not "Lead conversion of 20 %" or "Lead engineer for trams". */
export function leadsWork(words: readonly Word[], at: number): boolean {
  if (words[at]!.lower !== 'lead') return false;
  const end = phraseEnd(words, at + 1);
  const last = words[end - 1];
  if (end < at + 3 || !is.isNoun(last) || is.isNoun(last, 'person', 'measure')) return false;
  return /^(?:of|for|across|to|from|with)$/.test(words[end]?.lower ?? '');
}

/** "Benchmark seat search speed": what these take is a measure, and still their object. */
export function gaugesMeasure(words: readonly Word[], at: number): boolean {
  const whole = words.length > at + 2 && phraseEnd(words, at) === words.length;
  return whole && gaugers.has(words[at]!.lower) && closed.attributes.has(words.at(-1)!.lower);
}

const gaugers = new Set(['benchmark', 'profile', 'monitor', 'track', 'audit']);

/** "Design, build and run a fair": three commands or more, and what they share. */
export function listsCommands(words: readonly Word[], from: number): boolean {
  let listed = 0;
  for (let at = from; is.verbAs(words[at], 'base') !== undefined; listed++) {
    const next = at + 1;
    at = next;
    while (is.isConjunction(words[at]) || is.isAdverb(words[at])) at++;
    const shared = words[at];
    if (at === next)
      return listed > 1 && shared !== undefined && (is.startsObject(shared) || isNounLike(shared));
  }
  return false;
}
