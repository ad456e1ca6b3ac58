// Fits the second opinion: `node --import tsx scripts/wording/fit.mjs [--write] FILE[@WEIGHT]…`. Reads the files that
// evaluate.mjs reads, each statement counting WEIGHT times, prints how often the opinion alone is right on statements it was not fitted on (ten folds), and
// with `--write` puts the weights of all of them into src/core/outcomes/wording/lexicon/weights.ts. A softmax regression over
// the features of features.ts, pulled to few weights (L1) and small ones (L2). Always gives the same weights.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { normalizeTitle } from '../../src/core/outcomes/wording/normalize.ts';
import { titleFeatures } from '../../src/core/outcomes/wording/features.ts';
import { readWords } from '../../src/core/outcomes/wording/words.ts';

export const labels = ['outcome', 'output', 'unclear'];
const settings = { l1: 0.0002, l2: 0.003, rounds: 400, step: 0.3, leastSeen: 5, leastSeenWord: 8 };

export function readStatements(files) {
  const byText = new Map();
  for (const argument of files) {
    const [file, weight = '1'] = argument.split('@');
    const read = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const { text, label } of Array.isArray(read) ? read : Object.values(read).flat())
      byText.set(normalizeTitle(text).toLowerCase(), { text, label, weight: Number(weight) });
  }
  return [...byText.values()].map(({ text, label, weight }) => ({
    text,
    label,
    weight,
    features: titleFeatures(readWords(normalizeTitle(text))).map(({ name }) => name),
  }));
}

/** Weights per feature, one per label; the bias is the feature ''. */
export function fit(statements, { l1, l2, rounds, step, leastSeen, leastSeenWord } = settings) {
  const seen = new Map();
  for (const { features } of statements) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const kept = [...seen].filter(([name, n]) => n >= (name.includes('~') ? leastSeenWord : leastSeen));
  const names = ['', ...kept.map(([name]) => name)];
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = statements.map(({ features, label, weight = 1 }) => ({
    weight,
    at: [0, ...features.map((f) => index.get(f)).filter((i) => i !== undefined)],
    label: labels.indexOf(label),
  }));
  const size = names.length * 3;
  let weights = new Float64Array(size);
  let ahead = weights;
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(size);
    for (const { at, label, weight } of rows) {
      const p = softmax(at, ahead);
      for (let k = 0; k < 3; k++) {
        const error = (weight * (p[k] - (k === label ? 1 : 0))) / rows.length;
        for (const i of at) gradient[i * 3 + k] += error;
      }
    }
    const next = ahead.map((w, i) => {
      if (i < 3) return w - step * gradient[i];
      const moved = w - step * (gradient[i] + l2 * w);
      return Math.sign(moved) * Math.max(0, Math.abs(moved) - step * l1);
    });
    const momentum = (round - 1) / (round + 2);
    ahead = next.map((w, i) => w + momentum * (w - weights[i]));
    weights = next;
  }
  return new Map(names.map((name, i) => [name, [...weights.slice(i * 3, i * 3 + 3)]]));
}

function softmax(at, weights) {
  const sums = [0, 1, 2].map((k) => at.reduce((sum, i) => sum + weights[i * 3 + k], 0));
  return normalise(sums);
}

function normalise(sums) {
  const top = Math.max(...sums);
  const powers = sums.map((s) => Math.exp(s - top));
  const all = powers.reduce((a, b) => a + b);
  return powers.map((p) => p / all);
}

export function chances(features, weights) {
  const sums = [0, 1, 2].map((k) =>
    ['', ...features].reduce((sum, f) => sum + (weights.get(f)?.[k] ?? 0), 0),
  );
  return normalise(sums);
}

const target = 'src/core/outcomes/wording/lexicon/weights.ts';
const header = `/**
 * Written by scripts/wording/fit.mjs: a feature of a title, and in hundredths how much it speaks for an outcome, an
 * output, and for neither. The line without a name is for every title; "~" goes before a single word.
 */
export const weightLines = \`
`;

/** Each statement with the chances given by weights that were fitted without its fold. */
export function crossValidate(statements, folds = 10) {
  return statements
    .map((s, i) => ({ ...s, fold: (i * 7919) % folds }))
    .reduce((done, s, i, all) => {
      if (i > 0) return done;
      for (let fold = 0; fold < folds; fold++) {
        const weights = fit(all.filter((x) => x.fold !== fold));
        for (const x of all) if (x.fold === fold) done.push({ ...x, p: chances(x.features, weights) });
      }
      return done;
    }, []);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const statements = readStatements(process.argv.slice(2).filter((a) => a !== '--write'));
  const checked = crossValidate(statements);
  const guess = (p) => labels[p.indexOf(Math.max(...p))];
  const right = checked.filter((s) => guess(s.p) === s.label).length;
  const others = checked.filter((s) => s.label !== 'output');
  const alarms = others.filter((s) => guess(s.p) === 'output').length;
  console.log(
    `${statements.length} statements; right ${right / checked.length}, alarms ${alarms / others.length}`,
  );
  const weights = fit(statements);
  const lines = [...weights]
    .map(([name, numbers]) => [name, ...numbers.map((n) => Math.round(n * 100))].join('|'))
    .filter((line) => !/\|-?\d\|-?\d\|-?\d$/.test(line))
    .sort();
  console.log(`${lines.length} weights of ${weights.size}, ${lines.join('\n').length} bytes`);
  if (process.argv.includes('--write')) fs.writeFileSync(target, header + lines.join('\n') + '\n`;\n');
}
