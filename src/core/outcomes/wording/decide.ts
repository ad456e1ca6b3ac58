import { decideClause } from './decide-clause';
import { decidePhrase } from './decide-phrase';
import { decideVerb } from './decide-verb';
import { behindName, findHead } from './head';
import { isMaxim } from './maxim';
import { countsWork, isDeliverable, readPhrase } from './phrase';
import { quote } from './quote';
import { outcome, unclear, type Reading } from './reading';
import { isNumber, isVerb, verbAs, type Word } from './words';

/** Reads the title, or the part of it from word `from` on, by what it is built around. */
export function decide(words: readonly Word[], from = 0): Reading {
  if (!words.some((w) => w.kind === 'word')) return unclear('there is nothing to read');
  if (words[from]!.lower === 'not') return outcome(`'${words[from]!.text}' says what happens no more`);
  const value = statedValue(words, from);
  if (value !== null) return value;
  const limit = statedLimit(words, from);
  if (limit !== null) return limit;
  const named = behindName(words, from);
  if (named > 0) {
    const told = decide(words, named);
    if (told.verdict !== 'unclear') return told;
  }
  const head = findHead(words, from);
  if (isMaxim(words, from, head)) return unclear('it says what is valued, not what changes');
  const never = words[from]!.lower === 'never' ? verbAs(words[from + 1], 'base') : undefined;
  if (never && !isVerb(never, 'deliver'))
    return outcome(`${quote(words, from, from + 2)} says what happens no more`);
  switch (head.kind) {
    case 'verb':
      return decideVerb(words, head, decide);
    case 'clause':
      return decideClause(words, head.start, head.predicate);
    case 'phrase':
      return decidePhrase(words, head.start);
  }
}

/** "Build time < 10 min", "40 requests/s per server": what is measured with its limit, or how much of it in a moment. */
function statedLimit(words: readonly Word[], from: number): Reading | null {
  const limit = words.findIndex(
    (w, i) => i > from && (/^[<>≤≥]\d/.test(w.text) || (/^[<>≤≥]$/.test(w.text) && isNumber(words[i + 1]))),
  );
  const behind = limit + (isNumber(words[limit]) ? 1 : 2);
  if (limit > from && /^(?:lines?|loc)$/.test(words[behind]?.lower ?? '')) return unclear('it counts lines');
  const subject = readPhrase(words, from);
  if (limit > from && words.length <= behind + 2 && !isSpecified(words, from))
    return countsWork(subject) && !subject.percent
      ? unclear('it counts work')
      : outcome(`${quote(words, limit, words.length)} states a level`);
  const rate = words.findIndex(
    (w, i) =>
      i > from &&
      /^(?:\/|per)$/.test(w.lower) &&
      moments.test(words[i + 1]?.lower ?? '') &&
      words.slice(Math.max(from, i - 3), i).some(isNumber),
  );
  return rate < 0 ? null : outcome(`${quote(words, Math.max(from, rate - 2), rate + 2)} states a level`);
}

/** "Set up alerts with <5 min delay": a thing to deliver that has a limit. */
function isSpecified(words: readonly Word[], from: number): boolean {
  const head = findHead(words, from);
  if (head.kind !== 'verb') return false;
  const made = isVerb(head.verb ?? undefined, 'deliver') || head.verb?.lemma === 'have';
  const described = words.some((w, i) => i > head.rest && /^(?:with|that|which)$/.test(w.lower));
  return made && described && isDeliverable(readPhrase(words, head.rest));
}

/** So often a machine does something, and nobody else. */
const moments = /^(?:ms|s|secs?|seconds?)$/;

/** "Active teams: 1000+", "Conversion: 2 % → 4 %": a name and its value. */
function statedValue(words: readonly Word[], from: number): Reading | null {
  const colon = words.findIndex((w, i) => i > from && w.lower === ':');
  if (colon < 0 || isNumber(words[colon - 1])) return null;
  const first = /^[<>≤≥~]$/.test(words[colon + 1]?.lower ?? '') ? colon + 2 : colon + 1;
  if (!isNumber(words[first]) || words.length > first + 6) return null;
  if (countsWork(readPhrase(words, from))) return unclear('it counts work');
  return outcome(`${quote(words, colon + 1, words.length)} states a level`);
}
