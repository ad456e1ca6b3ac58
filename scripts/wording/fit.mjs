// Fits the weights of words: `node --import tsx scripts/wording/fit.mjs [--write] FILE[@WEIGHT]…`. Reads the files that
// evaluate.mjs reads, each statement counting WEIGHT times (1 when none is given). Prints how well statements are told
// apart by weights that were fitted without them (ten folds; statements of one `source` share a fold; only those that
// count at least once are asked about), and with `--write` puts the weights fitted on all of them into
// src/core/outcomes/wording/lexicon/weights.ts. Always gives the same weights for the same files.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { decide } from '../../src/core/outcomes/wording/decide.ts';
import { titleFeatures } from '../../src/core/outcomes/wording/features.ts';
import { normalizeTitle } from '../../src/core/outcomes/wording/normalize.ts';
import { clear, trust, trustBuilt } from '../../src/core/outcomes/wording/opinion.ts';
import { readWords } from '../../src/core/outcomes/wording/words.ts';

const settings = { l1: 0.0002, l2: 0.001, rounds: 300, leastSeen: 3 };
const target = 'src/core/outcomes/wording/lexicon/weights.ts';

/** The statements of all files with their features, each text once. */
export function readStatements(files) {
  const byText = new Map();
  for (const argument of files) {
    const [file, weight = '1'] = argument.split('@');
    const read = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const { text, label, source } of Array.isArray(read) ? read : Object.values(read).flat()) {
      const title = normalizeTitle(text);
      byText.set(title.toLowerCase(), { title, label, source: source ?? title, weight: Number(weight) });
    }
  }
  return [...byText.values()].map((statement) => {
    const words = readWords(statement.title);
    const seen = titleFeatures(words);
    const features = ['whole title', ...seen.map(({ name }) => name)];
    const { verdict } = decide(words);
    const rules = trust[verdict] + trustBuilt(verdict, words, seen);
    return { ...statement, features, rules, is: statement.label === 'output' ? 1 : 0 };
  });
}

/**
 * A logistic regression of "is an output" on the features, pulled to few weights (L1) and small ones (L2) except for
 * 'whole title', which every statement has: accelerated proximal gradient descent that restarts when it overshoots.
 */
export function fit(statements, { l1, l2, rounds, leastSeen } = settings) {
  const seen = new Map();
  for (const { features } of statements) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times >= leastSeen).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const free = index.get('whole title');
  const rows = statements.map(({ features, ...rest }) => ({
    ...rest,
    at: features.map((f) => index.get(f)).filter((i) => i !== undefined),
  }));
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const step = 16 / (rows.reduce((sum, { at, weight }) => sum + at.length * weight, 0) / all);
  let weights = new Float64Array(names.length);
  let ahead = weights;
  let speed = 1;
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length);
    for (const { at, is, weight } of rows) {
      const error = (weight * (chance(at.reduce((sum, i) => sum + ahead[i], 0)) - is)) / all;
      for (const i of at) gradient[i] += error;
    }
    const next = ahead.map((w, i) => {
      if (i === free) return w - step * gradient[i];
      const moved = w - step * (gradient[i] + l2 * w);
      return Math.sign(moved) * Math.max(0, Math.abs(moved) - step * l1);
    });
    if (next.reduce((sum, w, i) => sum + (ahead[i] - w) * (w - weights[i]), 0) > 0) speed = 1;
    const faster = (1 + Math.sqrt(1 + 4 * speed * speed)) / 2;
    const momentum = (speed - 1) / faster;
    ahead = next.map((w, i) => w + momentum * (w - weights[i]));
    weights = next;
    speed = faster;
  }
  return new Map(names.map((name, i) => [name, weights[i]]));
}

const chance = (odds) => 1 / (1 + Math.exp(-odds));

/** As they are kept: in tenths. */
const rounded = (weights) => new Map([...weights].map(([name, w]) => [name, Math.round(w * 10) / 10]));

const evidence = ({ features, rules }, weights) =>
  features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0) + rules;

/** The statements that count, each with the evidence by weights that were fitted without its fold. */
export function crossValidate(statements, folds = 10) {
  const folded = statements.map((s) => ({ ...s, fold: hash(s.source) % folds }));
  return Array.from({ length: folds }, (_, fold) => {
    const weights = rounded(fit(folded.filter((s) => s.fold !== fold)));
    return folded
      .filter((s) => s.fold === fold && s.weight >= 1)
      .map((s) => ({ ...s, evidence: evidence(s, weights) }));
  }).flat();
}

function hash(text) {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Weights in tenths below which a single word's is left out: on sentences of other documents they tell nothing. */
const leastTenths = { word: 4, first: 3, command: 3 };

/** A line for each kind of feature and weight, with the names that have them. */
function lines(weights) {
  const byKind = new Map();
  for (const [name, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, what] = name.split(' ');
    const tenths = Math.round(weight * 10);
    const line = `${kind} ${tenths}`;
    if (Math.abs(tenths) >= (leastTenths[kind] ?? 1)) byKind.set(line, [...(byKind.get(line) ?? []), what]);
  }
  return [...byKind].map(([line, names]) => `${line} ${names.join(' ')}`);
}

const header = `/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = \`
`;

function report(checked) {
  const percent = (list, of) => `${((100 * list.length) / of.length).toFixed(1)} %`;
  console.log('evidence   right  outputs found  false alarms: outcomes  all but outputs');
  for (const least of [clear - 1, clear - 0.5, clear, clear + 0.5, clear + 1]) {
    const called = checked.filter((s) => s.evidence > least);
    const [outputs, others] = [checked.filter((s) => s.is), checked.filter((s) => !s.is)];
    const outcomes = checked.filter((s) => s.label === 'outcome');
    const right = checked.filter((s) => s.evidence > least === (s.is === 1));
    const alarms = called.filter((s) => !s.is);
    const ofOutcomes = called.filter((s) => s.label === 'outcome');
    const cells = [
      percent(right, checked),
      percent(
        called.filter((s) => s.is),
        outputs,
      ),
      percent(ofOutcomes, outcomes),
      percent(alarms, others),
    ];
    console.log(`> ${least.toFixed(2)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const statements = readStatements(process.argv.slice(2).filter((a) => a !== '--write'));
  const checked = crossValidate(statements);
  console.log(`${statements.length} statements, of which ${checked.length} are asked about`);
  report(checked);
  const text = lines(fit(statements)).join('\n');
  console.log(`${text.split(/\s/).length} words, ${text.length} characters`);
  if (process.argv.includes('--write')) fs.writeFileSync(target, `${header}${text}\n\`;\n`);
}
