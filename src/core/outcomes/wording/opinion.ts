import { decide } from './decide';
import { titleFeatures, type Feature } from './features';
import { weightLines } from './lexicon/weights';
import { quote } from './quote';
import { outcome, output, unclear, type Reading, type Verdict } from './reading';
import type { Word } from './words';

/**
 * What the rules say of a title, unless its words together speak clearly for something else: a softmax regression,
 * fitted by scripts/wording/fit.mjs, in which the verdict of the rules counts as one more feature. An output needs more
 * than the others, since a false alarm costs more than a miss.
 */
export function judge(words: readonly Word[]): Reading {
  const first = decide(words);
  if (!words.some((w) => w.kind === 'word')) return first;
  const features = titleFeatures(words);
  if (first.verdict === 'unclear' && features.some(({ name }) => name.endsWith('counts work'))) return first;
  const score = (verdict: Verdict): number => {
    const k = verdicts.indexOf(verdict);
    const sum = features.reduce((total, { name }) => total + (weights.get(name)?.[k] ?? 0), bias[k]!);
    return sum + (verdict === first.verdict ? trust : 0) - reserve[verdict];
  };
  const scores = verdicts.map(score);
  const verdict = verdicts[scores.indexOf(Math.max(...scores))]!;
  return verdict === first.verdict ? first : second(words, features, verdict, first.verdict);
}

const verdicts: readonly Verdict[] = ['outcome', 'output', 'unclear'];
const trust = 1.25;
const reserve: Record<Verdict, number> = { outcome: 0, output: 1.25, unclear: 1 };

/** Per feature a weight for each verdict; the bias, which every title has, is kept under an empty name. */
const weights = new Map(
  weightLines
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...numbers] = line.split('|');
      return [name.trim(), numbers.map((n) => Number(n) / 100)] as const;
    }),
);
const bias = weights.get('') ?? [0, 0, 0];

/** The verdict for which the weights overrule the rules, with the words that weighed most. */
function second(
  words: readonly Word[],
  features: readonly Feature[],
  verdict: Verdict,
  instead: Verdict,
): Reading {
  const [k, other] = [verdicts.indexOf(verdict), verdicts.indexOf(instead)];
  const weight = ({ name }: Feature): number => {
    const found = weights.get(name) ?? [0, 0, 0];
    return found[k]! - found[other]!;
  };
  const shown = features.filter((f) => f.to > f.from && weight(f) > 0).sort((a, b) => weight(b) - weight(a));
  const quoted = [...new Set(shown.map((f) => quote(words, f.from, f.to)))].slice(0, 2).join(' and ');
  const what = quoted === '' ? 'the wording as a whole' : quoted;
  if (verdict === 'outcome') return outcome(`by ${what} it rather names a change`);
  if (verdict === 'output') return output(`by ${what} it rather names a thing to deliver`);
  return unclear(`by ${what} it could be either`);
}
