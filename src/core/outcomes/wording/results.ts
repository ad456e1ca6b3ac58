import { assertedEffect } from './effects';
import { findHead } from './head';
import { normalizeTitle } from './normalize';
import { judge } from './opinion';
import { has, readPhrase } from './phrase';
import { measured } from './quantity';
import { remember } from './remember';
import { isVerb, readWords } from './words';

/**
 * Whether a title certainly states a result: it reads as an outcome, moves or names a measure, and says how far.
 * A delivery with its effect ("alerts that cut no-shows by 10 %") is still the title of a delivery.
 */
export const statesResult: (title: string) => boolean = remember((title) => {
  const words = readWords(normalizeTitle(title));
  if (judge(words).verdict !== 'outcome' || assertedEffect(words, 0) !== null) return false;
  const head = findHead(words);
  if (head.kind === 'verb') {
    const moves = isVerb(head.verb ?? undefined, 'change', 'polish', 'reach', 'keep');
    return (
      moves &&
      measured(words, head.rest) !== null &&
      has(readPhrase(words, head.rest), 'measure', 'person', 'trouble')
    );
  }
  return (
    measured(words, head.start) !== null && has(readPhrase(words, head.start), 'measure', 'person', 'trouble')
  );
});
