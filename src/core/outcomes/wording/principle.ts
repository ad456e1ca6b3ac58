import { quote } from './quote';
import { outcome, unclear, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** "Quality over quantity", "Your trust is our priority": how to act, and nothing that changes. */
export function principle(words: readonly Word[], start: number): Reading | null {
  const at = preference(words, start) ?? promise(words, start);
  return at === null ? null : unclear(`${quote(words, at, words.length)} states a principle`);
}

/** Where "X over Y" turns, both of one kind and with nothing behind. */
function preference(words: readonly Word[], start: number): number | null {
  const at = words.findIndex((w, i) => i > start && w.lower === 'over');
  const [left, right] = [words[at - 1], words[at + 1]];
  if (at < 0 || at > start + 3 || right === undefined || words.length > at + 3) return null;
  if (words.slice(start).some((w) => w.kind !== 'word' || is.isDeterminer(w))) return null;
  if (at === start + 1 && left!.noun === null && right.noun !== null) return null;
  const alike = (['base', 'ed', 'ing'] as const).some(
    (form) => is.verbAs(left, form) && is.verbAs(right, form),
  );
  const nouns = left!.noun !== null && is.isNoun(words.at(-1)) && !ruling.has(left!.noun.lemma);
  return alike || (nouns && !is.isNoun(left, 'movement')) ? at : null;
}

/** What somebody has or loses over something. */
const ruling = new Set(
  `control power authority ownership victory oversight influence debate dispute conflict confusion uncertainty
  concern lead advantage win visibility change edge hand start turn`.split(/\s+/),
);

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

/** Where "is our priority" starts. */
function promise(words: readonly Word[], start: number): number | null {
  const at = words.length - 3;
  const said = at > start && words[at]!.lower === 'is' && words[at + 1]!.lower === 'our';
  return said && promised.has(words.at(-1)!.lower) ? at : null;
}

const promised = new Set(
  'priority mission goal passion promise focus purpose job business strength'.split(' '),
);
