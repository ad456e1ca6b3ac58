import * as is from './words';
import type { Word } from './words';

/**
 * Whether a title may be read as English: at least half of its words are in the lists of this folder. Names in capitals
 * and with digits are in any language, and do not count.
 */
export function isEnglish(words: readonly Word[]): boolean {
  const plain = words.filter((w) => w.kind === 'word' && /^\p{L}[^\p{Lu}\d._]*$/u.test(w.text));
  return 2 * plain.filter((w) => is.isFunctionWord(w.lower) || is.isKnown(w)).length >= plain.length;
}
