import { decide } from './decide';
import { titleFeatures, type Feature } from './features';
import { isEnglish } from './language';
import { weightLines } from './lexicon/weights';
import { readAsWhole } from './network';
import { quote } from './quote';
import { outcome, output, unclear, type Reading, type Verdict } from './reading';
import { isFunctionWord, type Word } from './words';

/**
 * What a title states, by three that read it: the rules, a multinomial logistic regression fitted by scripts/wording/fit.mjs, in
 * which what the rules say is one feature among those that the title shows, and the network. The last two weigh alike. An output
 * is called one only when that is clear, and of words that are known, since a false alarm costs more than a miss.
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
  const verdict = likeliest(chances(logOdds(seen), readAsWhole(words)));
  return verdict === first.verdict ? first : overrule(words, seen, verdict, first.verdict);
}

/** So many missed outputs are as bad as one outcome that is called an output: chosen where convolve.mjs cross-validates. */
export const ALARM_COSTS = 4;

/** The likeliest verdict, but an output only where calling it one is worth the false alarm that it may be. */
export function likeliest({ outcome, output, unclear }: Odds, costs = ALARM_COSTS): Verdict {
  if (output > costs * outcome && output > unclear) return 'output';
  return outcome >= unclear ? 'outcome' : 'unclear';
}

/** "More commits": whatever the words say, a count of work is none of the two. */
const countsWork = (seen: readonly Feature[]): boolean =>
  seen.some(({ name }) => /^(?:object|subject) work$/.test(name));

/** All that the regression is told of a title: what it shows, and what the rules say of it. */
export function shownBy(words: readonly Word[], said: Verdict): Feature[] {
  const seen = titleFeatures(words);
  const built = seen.find(({ name }) => name.startsWith('built '))?.name.slice('built '.length);
  const rules = [`rules ${said}`, `rules ${said}-${built}`].map((name) => ({ name, from: 0, to: 0 }));
  return [...seen, ...rules];
}

type Odds = Readonly<Record<Verdict, number>>;

/** What the regression says where these were seen, as logarithms of odds. */
export function logOdds(seen: readonly Pick<Feature, 'name'>[]): Odds {
  const of = (verdict: Verdict): number =>
    seen.reduce((sum, { name }) => sum + weightOf(name, verdict), weightOf('whole title', verdict));
  return { outcome: of('outcome'), output: of('output'), unclear: of('unclear') };
}

/** How likely each verdict is by the mean of what several say; together 1. */
export function chances(...said: readonly Odds[]): Odds {
  const odds = (verdict: Verdict): number =>
    Math.exp(said.reduce((sum, each) => sum + each[verdict], 0) / said.length);
  const [outcome, output, unclear] = [odds('outcome'), odds('output'), odds('unclear')];
  const all = outcome + output + unclear;
  return { outcome: outcome / all, output: output / all, unclear: unclear / all };
}

/** How much it speaks for a verdict that this was seen, in the logarithm of the odds. */
const weightOf = (name: string, verdict: Verdict): number => weights.get(name)?.[verdict] ?? 0;

/** Each line: a verdict, a kind of feature, a weight in tenths, and the features of that kind which have it. */
const weights = new Map<string, Partial<Record<Verdict, number>>>();
for (const line of weightLines.trim().split('\n')) {
  const [verdict, kind, tenths, ...names] = line.split(' ');
  for (const what of names) {
    const name = `${kind} ${what}`;
    weights.set(name, { ...weights.get(name), [verdict as Verdict]: Number(tenths) / 10 });
  }
}

/** In the place of a word, to see what the others say without it. */
const blank: Word = { kind: 'mark', text: '…', lower: '…', possessive: false, verbs: [], noun: null };

/** The verdict for which the words overrule the rules, with those without which it would be least likely. */
function overrule(
  words: readonly Word[],
  seen: readonly Feature[],
  verdict: Verdict,
  instead: Verdict,
): Reading {
  const lead = (odds: Odds): number => odds[verdict] - odds[instead];
  const whole = lead(readAsWhole(words));
  const told = words.map((_, i) => {
    const showing = seen.filter((f) => f.from <= i && i < f.to);
    const without = readAsWhole(words.with(i, blank));
    return { i, weight: lead(logOdds(showing)) - lead(logOdds([])) + whole - lead(without) };
  });
  const most = told.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const quoted = most
    .filter(({ i }) => words[i]!.kind === 'word' && !isFunctionWord(words[i]!.lower))
    .slice(0, 2)
    .map(({ i }) => quote(words, i, i + 1))
    .join(' and ');
  const what = quoted === '' ? 'the wording as a whole' : quoted;
  if (verdict === 'outcome') return outcome(`by ${what} it rather names a change`);
  if (verdict === 'output') return output(`by ${what} it rather names a thing to deliver`);
  return unclear(`by ${what} it could be either`);
}
