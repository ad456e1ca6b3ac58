import { decide } from './decide';
import { titleFeatures, type Feature } from './features';
import { weightLines } from './lexicon/weights';
import { quote } from './quote';
import { outcome, output, unclear, type Reading, type Verdict } from './reading';
import type { Word } from './words';

/**
 * What a title states, by the rules and by its words together. The words are weighed by a logistic regression, fitted by
 * scripts/wording/fit.mjs, of output against all else; what the rules say counts beside them. An output is called one only
 * when the evidence is clear, since a false alarm costs more than a miss.
 */
export function judge(words: readonly Word[]): Reading {
  const first = decide(words);
  if (!words.some((w) => w.kind === 'word')) return first;
  const seen = titleFeatures(words);
  if (first.verdict === 'unclear' && countsWork(seen)) return first;
  const evidence = outputEvidence(seen) + trust[first.verdict] + trustBuilt(first.verdict, words, seen);
  const instead = first.verdict === 'output' && evidence < -clear ? 'outcome' : 'unclear';
  const verdict = evidence > clear ? 'output' : first.verdict === 'outcome' ? 'outcome' : instead;
  return verdict === first.verdict ? first : overrule(words, seen, verdict, first.verdict);
}

/** The logarithm of the odds that a title in which these were seen names an output, before the rules are asked. */
export function outputEvidence(seen: readonly Feature[]): number {
  return seen.reduce((sum, { name }) => sum + (weights.get(name) ?? 0), bias);
}

/** What the word of the rules adds to the evidence. */
export const trust: Readonly<Record<Verdict, number>> = { outcome: -2, output: 2.25, unclear: 0.75 };

/** Of real titles with one of these that the rules call outputs, 94 in 100 and more are. */
const PLAIN_OUTPUTS = ['built phrase', 'verb deliver', 'verb offer', 'verb polish', 'verb clear'];

/**
 * What it adds besides by what the title is built around: work that is told to be done and a name that the rules call an
 * output rarely are none, and a long name of which they cannot tell is seldom anything else.
 */
export function trustBuilt(verdict: Verdict, words: readonly Word[], seen: readonly Feature[]): number {
  const shows = (what: string): boolean => seen.some(({ name }) => name === what);
  if (verdict === 'output') return PLAIN_OUTPUTS.reduce((sum, what) => (shows(what) ? sum + 0.75 : sum), 0);
  return verdict === 'unclear' && words.length > 3 && shows('built phrase') ? 1.25 : 0;
}

/** How much evidence is clear: chosen for few false alarms where fit.mjs cross-validates. */
export const clear = 2.25;

const countsWork = (seen: readonly Feature[]): boolean => seen.some(({ name }) => / work$/.test(name));

/** Each line: a kind of feature, a weight in tenths, and the features of that kind which have it. */
const weights: ReadonlyMap<string, number> = new Map(
  weightLines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', tenths, ...names] = line.split(' ');
      return names.map((name) => [`${kind} ${name}`, Number(tenths) / 10] as const);
    }),
);
const bias = weights.get('whole title') ?? 0;

/** The verdict for which the words overrule the rules, with those that weighed most. */
function overrule(
  words: readonly Word[],
  seen: readonly Feature[],
  verdict: Verdict,
  instead: Verdict,
): Reading {
  const sign = verdict === 'output' || (verdict === 'unclear' && instead === 'outcome') ? 1 : -1;
  const weight = ({ name }: Feature): number => sign * (weights.get(name) ?? 0);
  const shown = seen.filter((f) => f.to > f.from && weight(f) > 0).sort((a, b) => weight(b) - weight(a));
  const quoted = [...new Set(shown.map((f) => quote(words, f.from, f.to)))].slice(0, 2).join(' and ');
  const what = quoted === '' ? 'the wording as a whole' : quoted;
  if (verdict === 'outcome') return outcome(`by ${what} it rather names a change`);
  if (verdict === 'output') return output(`by ${what} it rather names a thing to deliver`);
  return unclear(`by ${what} it could be either`);
}
