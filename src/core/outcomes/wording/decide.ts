import { decideClause } from './decide-clause';
import { decidePhrase } from './decide-phrase';
import { decideVerb } from './decide-verb';
import { findHead } from './head';
import { unclear, type Reading } from './reading';
import type { Word } from './words';

/** Reads the title, or the part of it from word `from` on, by what it is built around. */
export function decide(words: readonly Word[], from = 0): Reading {
  if (!words.some((w) => w.kind === 'word')) return unclear('there is nothing to read');
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
