// Fits the weights of words: `node --import tsx scripts/wording/fit.mjs [--write] FILE[@WEIGHT]…`. Reads the files that
// evaluate.mjs reads, each statement counting WEIGHT times (1 when none is given; half of it where its label is in doubt).
// Prints how well statements are told apart by weights that were fitted without them (ten folds; statements of one `source`
// share a fold; only those with a source that count at least once are asked about), and with `--write` puts the weights
// fitted on all of them into src/core/outcomes/wording/lexicon/weights.ts. Always gives the same weights for the same files.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { decide } from '../../src/core/outcomes/wording/decide.ts';
import { normalizeTitle } from '../../src/core/outcomes/wording/normalize.ts';
import { ALARM_COSTS, likeliest, shownBy } from '../../src/core/outcomes/wording/opinion.ts';
import { readWords } from '../../src/core/outcomes/wording/words.ts';

const settings = { l1: 0.0002, l2: 0.002, rounds: 250, leastSeen: 3 };
const target = 'src/core/outcomes/wording/lexicon/weights.ts';
const verdicts = ['outcome', 'output', 'unclear'];

/** The statements of all files with their features, each text once. */
export function readStatements(files) {
  const byText = new Map();
  for (const argument of files) {
    const [file, weight = '1'] = argument.split('@');
    const read = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const { text, label, source, doubt } of Array.isArray(read) ? read : Object.values(read).flat()) {
      const title = normalizeTitle(text);
      const statement = { title, is: verdicts.indexOf(label), source };
      byText.set(title.toLowerCase(), { ...statement, weight: Number(weight) * (doubt ? 0.5 : 1) });
    }
  }
  return [...byText.values()].map((statement) => {
    const words = readWords(statement.title);
    const shown = shownBy(words, decide(words).verdict);
    return { ...statement, words, features: [{ name: 'whole title' }, ...shown] };
  });
}

/** Features that every statement has one of: none of their weights is left out. */
const isFree = (name) => name === 'whole title' || verdicts.some((v) => name === `rules ${v}`);

/**
 * A multinomial logistic regression of the verdict on the features, pulled to few weights (L1) and small ones (L2):
 * accelerated proximal gradient descent that restarts when it overshoots. Gives the names of the features and for each the
 * three weights.
 */
export function fit(statements, { l1, l2, rounds, leastSeen } = settings) {
  const seen = new Map();
  for (const { features } of statements)
    for (const { name } of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= leastSeen).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const few = names.map((name) => (isFree(name) ? 0 : l1));
  const small = names.map((name) => (isFree(name) ? l2 / 4 : l2));
  const rows = statements.map(({ features, is, weight }) => {
    const known = features.filter(({ name }) => index.has(name));
    return { at: Int32Array.from(known, ({ name }) => index.get(name)), is, weight };
  });
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const step = 8 / (rows.reduce((sum, { at, weight }) => sum + weight * at.length, 0) / all);
  let weights = new Float64Array(names.length * 3);
  let ahead = weights;
  let speed = 1;
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(weights.length);
    for (const { at, is, weight } of rows) {
      const told = shares([0, 1, 2].map((v) => at.reduce((sum, i) => sum + ahead[i * 3 + v], 0)));
      for (let v = 0; v < 3; v++) {
        const error = (weight * (told[v] - (v === is ? 1 : 0))) / all;
        for (const i of at) gradient[i * 3 + v] += error;
      }
    }
    const next = ahead.map((w, i) => {
      const of = Math.floor(i / 3);
      const moved = w - step * (gradient[i] + small[of] * w);
      return Math.sign(moved) * Math.max(0, Math.abs(moved) - step * few[of]);
    });
    if (next.reduce((sum, w, i) => sum + (ahead[i] - w) * (w - weights[i]), 0) > 0) speed = 1;
    const faster = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const momentum = (speed - 1) / faster;
    ahead = next.map((w, i) => w + momentum * (w - weights[i]));
    weights = next;
    speed = faster;
  }
  return new Map(names.map((name, i) => [name, [...weights.slice(i * 3, i * 3 + 3)]]));
}

/** Odds as shares of one. */
function shares(logs) {
  const most = Math.max(...logs);
  const odds = logs.map((log) => Math.exp(log - most));
  const all = odds.reduce((sum, each) => sum + each);
  return odds.map((each) => each / all);
}

/** Weights in tenths below which a single word's is left out: on sentences of other documents they tell nothing. */
const leastTenths = { word: 2, first: 2, command: 2 };

/** As they are kept: in tenths, and those left out that tell little. */
export function kept(weights) {
  const tenths = (name, w) => {
    const rounded = Math.round(w * 10);
    return Math.abs(rounded) >= (leastTenths[name.split(' ')[0]] ?? 1) ? rounded / 10 : 0;
  };
  return new Map([...weights].map(([name, three]) => [name, three.map((w) => tenths(name, w))]));
}

/** What the weights say of a statement, as logarithms of odds. */
export const logOdds = ({ features }, weights) =>
  [0, 1, 2].map((v) => features.reduce((sum, { name }) => sum + (weights.get(name)?.[v] ?? 0), 0));

/**
 * The statements that count, each with the shares of the verdicts by what was learnt without its fold.
 * @param learn is given statements, and gives a function from one to the logarithms of its odds
 */
export function crossValidate(statements, folds, learn) {
  const folded = statements.map((s) => ({ ...s, fold: hash(s.source ?? s.title) % folds }));
  return Array.from({ length: folds }, (_, fold) => {
    const tell = learn(folded.filter((s) => s.fold !== fold));
    return folded
      .filter((s) => s.fold === fold && s.weight >= 1 && s.source !== undefined)
      .map((s) => ({ ...s, told: shares(tell(s)) }));
  }).flat();
}

function hash(text) {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}

/** A line for each verdict, kind of feature and weight, with the names that have them. */
function lines(weights) {
  const byKind = new Map();
  for (const [name, three] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, what] = name.split(' ');
    three.forEach((weight, v) => {
      const line = `${verdicts[v]} ${kind} ${Math.round(weight * 10)}`;
      if (weight !== 0) byKind.set(line, [...(byKind.get(line) ?? []), what]);
    });
  }
  return [...byKind].map(([line, names]) => `${line} ${names.join(' ')}`).sort();
}

const header = `/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = \`
`;

export function report(checked) {
  const percent = (list, of) => `${((100 * list.length) / of.length).toFixed(1)} %`.padStart(16);
  const of = (verdict) => checked.filter((s) => s.is === verdicts.indexOf(verdict));
  console.log('an alarm costs       right   outputs found   of outcomes called outputs');
  for (const costs of [1, 2, 3, ALARM_COSTS, 5, 6]) {
    const called = ({ told: [outcome, output, unclear] }) => likeliest({ outcome, output, unclear }, costs);
    const right = checked.filter((s) => called(s) === verdicts[s.is]);
    const found = of('output').filter((s) => called(s) === 'output');
    const alarms = of('outcome').filter((s) => called(s) === 'output');
    console.log(
      `${String(costs).padEnd(10)}${percent(right, checked)}${percent(found, of('output'))}${percent(alarms, of('outcome'))}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const statements = readStatements(process.argv.slice(2).filter((a) => a !== '--write'));
  const learn = (others) => {
    const weights = kept(fit(others));
    return (statement) => logOdds(statement, weights);
  };
  const checked = crossValidate(statements, 10, learn);
  console.log(`${statements.length} statements, of which ${checked.length} are asked about`);
  report(checked);
  const text = lines(kept(fit(statements))).join('\n');
  console.log(`${text.split(/\s/).length} words, ${text.length} characters`);
  if (process.argv.includes('--write')) fs.writeFileSync(target, `${header}${text}\n\`;\n`);
}
