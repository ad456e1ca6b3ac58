import { decideClause } from './decide-clause';
import { decidePhrase } from './decide-phrase';
import { decideVerb } from './decide-verb';
import { behindName, findHead } from './head';
import { countsWork, readPhrase } from './phrase';
import { quote } from './quote';
import { outcome, unclear, type Reading } from './reading';
import { isNumber, type Word } from './words';

/** Reads the title, or the part of it from word `from` on, by what it is built around. */
export function decide(words: readonly Word[], from = 0): Reading {
  if (!words.some((w) => w.kind === 'word')) return unclear('there is nothing to read');
  if (words[from]!.lower === 'not') return outcome(`'${words[from]!.text}' says what happens no more`);
  const value = statedValue(words, from);
  if (value !== null) return value;
  const named = behindName(words, from);
  if (named > 0) {
    const told = decide(words, named);
    if (told.verdict !== 'unclear') return told;
  }
  const head = findHead(words, from);
  switch (head.kind) {
    case 'verb':
      return decideVerb(words, head, decide);
    case 'clause':
      return decideClause(words, head.start, head.predicate);
    case 'phrase':
      return decidePhrase(words, head.start);
  }
}

/** "Active teams: 1000+", "Conversion: 2 % → 4 %": a name and its value. */
function statedValue(words: readonly Word[], from: number): Reading | null {
  const colon = words.findIndex((w, i) => i > from && w.lower === ':');
  if (colon < 0 || isNumber(words[colon - 1])) return null;
  const first = /^[<>≤≥~]$/.test(words[colon + 1]?.lower ?? '') ? colon + 2 : colon + 1;
  if (!isNumber(words[first]) || words.length > first + 6) return null;
  if (countsWork(readPhrase(words, from))) return unclear('it counts work');
  return outcome(`${quote(words, colon + 1, words.length)} states a level`);
}
