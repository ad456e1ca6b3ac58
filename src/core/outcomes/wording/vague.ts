import { vagueWords } from './lexicon/words';
import { normalizeTitle } from './normalize';
import { isAmount, measured } from './quantity';
import { remember } from './remember';
import { readWords } from './words';

/** The first word of a title that could mean anything, as it was written; null when there is none, or a number pins it down. */
export const vagueWord: (title: string) => string | null = remember((title) => {
  const words = readWords(normalizeTitle(title));
  const vague = words.find((w) => vagueWords.has(w.lower));
  if (vague === undefined || measured(words) !== null) return null;
  return words.some((_, i) => isAmount(words, i)) ? null : vague.text;
});
