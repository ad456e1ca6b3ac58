import * as is from './words';
import type { Word } from './words';

/** All that a word can be by the lists and by its form, whatever its title makes of it and however it is written. */
export function sortsOf(word: Word): string[] {
  const sorts = [word.kind === 'word' && is.isFunctionWord(word.lower) ? 'function' : word.kind];
  for (const { form, classes } of word.verbs) sorts.push(`verb-${classes[0]}`, `form-${form}`);
  for (const sort of word.noun?.classes ?? []) sorts.push(`noun-${sort}`);
  if (is.isAdjective(word)) sorts.push('adjective');
  if (is.isAdverb(word)) sorts.push('adverb');
  return [...new Set(sorts)];
}
