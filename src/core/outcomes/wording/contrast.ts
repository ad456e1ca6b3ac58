import { quote } from './quote';
import { outcome, unclear, type Reading } from './reading';
import type { Word } from './words';

/** "Craft by habit, not heroics" only says what to prefer, "Refunds in minutes, not days" how long something takes. */
export function contrasted(words: readonly Word[], start: number): Reading | null {
  const at = words.length - 3;
  if (at <= start || words[at]!.lower !== ',' || words[at + 1]!.lower !== 'not') return null;
  if (spans.test(words.at(-1)!.lower))
    return spans.test(words[at - 1]!.lower)
      ? outcome(`${quote(words, at - 1, words.length)} states a level`)
      : null;
  return at > start + 6 || words.some((w) => w.kind === 'number')
    ? null
    : unclear(`${quote(words, at, words.length)} says what to prefer, not what changes`);
}

const spans = /^(?:seconds|minutes|hours|days|weeks|months|years)$/;
