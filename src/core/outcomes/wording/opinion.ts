import { decide } from './decide';
import { titleFeatures, type Feature } from './features';
import { isEnglish } from './language';
import { leanings } from './leaning';
import { weightLines } from './lexicon/weights';
import { quote } from './quote';
import { outcome, output, unclear, type Reading, type Verdict } from './reading';
import type { Word } from './words';

/**
 * What a title states, by the rules and by its words together: a multinomial logistic regression, fitted by
 * scripts/wording/fit.mjs, in which what the rules say is one feature among those that the title shows. An output is called
 * one only when that is clear, and of words that are known, since a false alarm costs more than a miss.
 */
export function judge(words: readonly Word[]): Reading {
  const reading = weigh(words);
  return reading.verdict === 'output' && !isEnglish(words)
    ? unclear('most of its words are not known')
    : reading;
}

function weigh(words: readonly Word[]): Reading {
  const first = decide(words);
  if (!words.some((w) => w.kind === 'word')) return first;
  const seen = shownBy(words, first.verdict);
  if (first.verdict === 'unclear' && countsWork(seen)) return first;
  const { outcome, output, unclear } = chances(seen);
  const instead = outcome >= unclear ? 'outcome' : 'unclear';
  const verdict = output > clear ? 'output' : instead;
  return verdict === first.verdict ? first : overrule(words, seen, verdict, first.verdict);
}

/** How likely a title must be an output to be called one: chosen for few false alarms where fit.mjs cross-validates. */
export const clear = 0.7;

/** "More commits": whatever the words say, a count of work is none of the two. */
const countsWork = (seen: readonly Feature[]): boolean =>
  seen.some(({ name }) => /^(?:object|subject) work$/.test(name));

/** All that the regression is told of a title: what it shows, how its words lean, and what the rules say of it. */
export function shownBy(words: readonly Word[], said: Verdict): Feature[] {
  const seen = titleFeatures(words);
  const built = seen.find(({ name }) => name.startsWith('built '))?.name.slice('built '.length);
  const rules = [`rules ${said}`, `rules ${said}-${built}`].map((name) => ({ name, from: 0, to: 0 }));
  return [...seen, ...leanings(words), ...rules];
}

/** How likely each verdict is where these were seen; together 1. */
export function chances(seen: readonly Pick<Feature, 'name' | 'times'>[]): Readonly<Record<Verdict, number>> {
  const odds = (verdict: Verdict): number =>
    Math.exp(
      seen.reduce((sum, each) => sum + weightOf(each, verdict), weightOf({ name: 'whole title' }, verdict)),
    );
  const [outcome, output, unclear] = [odds('outcome'), odds('output'), odds('unclear')];
  const all = outcome + output + unclear;
  return { outcome: outcome / all, output: output / all, unclear: unclear / all };
}

/** How much it speaks for a verdict that this was seen, in the logarithm of the odds. */
const weightOf = ({ name, times = 1 }: Pick<Feature, 'name' | 'times'>, verdict: Verdict): number =>
  times * (weights.get(name)?.[verdict] ?? 0);

/** Each line: a verdict, a kind of feature, a weight in tenths, and the features of that kind which have it. */
const weights = new Map<string, Partial<Record<Verdict, number>>>();
for (const line of weightLines.trim().split('\n')) {
  const [verdict, kind, tenths, ...names] = line.split(' ');
  for (const what of names) {
    const name = `${kind} ${what}`;
    weights.set(name, { ...weights.get(name), [verdict as Verdict]: Number(tenths) / 10 });
  }
}

/** The verdict for which the words overrule the rules, with those that weighed most. */
function overrule(
  words: readonly Word[],
  seen: readonly Feature[],
  verdict: Verdict,
  instead: Verdict,
): Reading {
  const weight = (feature: Feature): number => weightOf(feature, verdict) - weightOf(feature, instead);
  const shown = seen.filter((f) => f.to > f.from && weight(f) > 0).sort((a, b) => weight(b) - weight(a));
  const quoted = [...new Set(shown.map((f) => quote(words, f.from, f.to)))].slice(0, 2).join(' and ');
  const what = quoted === '' ? 'the wording as a whole' : quoted;
  if (verdict === 'outcome') return outcome(`by ${what} it rather names a change`);
  if (verdict === 'output') return output(`by ${what} it rather names a thing to deliver`);
  return unclear(`by ${what} it could be either`);
}
