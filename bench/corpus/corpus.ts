import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LANGUAGES, Words, type BenchLanguage } from './languages';
import type { Places } from '../lib/places';
import { Random } from '../random';

export interface CorpusSize {
  readonly files: number;
  /** All files together, in bytes, within a few per cent. */
  readonly bytes: number;
}

export const FULL: CorpusSize = { files: 20_000, bytes: 300e6 };
/** As many files as a large repository has, and small ones: what a change costs depends on how many there are. */
export const WIDE: CorpusSize = { files: 75_000, bytes: 450e6 };
export const SMALL: CorpusSize = { files: 2_000, bytes: 30e6 };

export interface Corpus {
  readonly folder: string;
  /** Every `file:line` with a tag word in a comment, but for those of MANY_HITS_FILE. */
  readonly truth: Places;
}

/** Counted up whenever the generator changes what it writes, so that an old corpus is made anew. */
const GENERATION = 6;
const SEED = 20261122;
const TAGS = ['TODO', 'TODO', 'TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];
/** Passages made once for each language and put together in ever new orders: fast, and still varied code. */
const POOL = 400;
const HIT_FILES = 0.08;
const IN_COMMENT = 0.8;
const MINIFIED_MB = [1, 2, 3, 5, 10];
const MANY_HITS = 30_000;
/** Has more tag words than a scan lists in one file. */
export const MANY_HITS_FILE = 'assets/generated.c';

/**
 * Gives the corpus; makes it below $BENCH_DIR or the temporary folder unless it is there already:
 * mixed languages in nested folders, median about 12 KB, 8 % of the files with tag words of which 80 % are in
 * comments, five minified files of 1 to 10 MB and one file with 30,000 tag words. It is a git repository with one
 * commit and an outcomes.yml, and an ignored folder that must not be searched.
 */
export function corpus(size: CorpusSize): Corpus {
  const folder = path.join(process.env['BENCH_DIR'] ?? os.tmpdir(), `outcomes-bench-${size.files}`);
  const [stampFile, truthFile] = [`${folder}.stamp`, `${folder}.truth`];
  const stamp = JSON.stringify({ generation: GENERATION, seed: SEED, ...size });
  if (!fs.existsSync(stampFile) || fs.readFileSync(stampFile, 'utf8') !== stamp) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    console.error(`Making ${size.files} files in ${folder} …`);
    fs.writeFileSync(truthFile, write(folder, size).join('\n'));
    commit(folder);
    fs.writeFileSync(stampFile, stamp);
  }
  return { folder, truth: new Set(fs.readFileSync(truthFile, 'utf8').split('\n')) };
}

/** Gives the places of all tag words in comments. */
function write(root: string, size: CorpusSize): string[] {
  const random = new Random(SEED);
  const words = new Words(random);
  const pools = new Map(
    LANGUAGES.map((language) => [
      language.extension,
      Array.from({ length: POOL }, () => language.passage(words)),
    ]),
  );
  fs.writeFileSync(path.join(root, '.gitignore'), 'node_modules/\n*.log\n');
  fs.writeFileSync(path.join(root, 'outcomes.yml'), OUTCOMES);
  const truth = special(root, size, random, words);
  // About eight files to a folder, as in a usual repository.
  const modules = Array.from({ length: Math.ceil(size.files / 100) }, (_, i) => `${words.noun()}-${i}`);
  const mean = (size.bytes - minifiedBytes(size)) / size.files;
  // Log-normal sizes: with a deviation of 0.6 the mean is e^0.18 times the median.
  const median = mean / Math.exp(0.18);
  for (let i = 0; i < size.files; i++) {
    const language = choose(random);
    const directory = path.join(
      root,
      random.pick(['packages', 'services', 'libs', 'tools']),
      modules[random.int(modules.length)]!,
      random.pick(['src', 'src', 'src', 'test', 'lib']),
    );
    fs.mkdirSync(directory, { recursive: true });
    const bytes = Math.min(400_000, Math.max(300, median * Math.exp(0.6 * random.normal())));
    const { text, lines } = source(language, pools.get(language.extension)!, bytes, random, words);
    const file = path.join(directory, `${words.snake()}_${i}.${language.extension}`);
    fs.writeFileSync(file, text);
    const name = path.relative(root, file).replaceAll(path.sep, '/');
    for (const line of lines) truth.push(`${name}:${line}`);
  }
  return truth;
}

/** A text, and its lines with a tag word in a comment, from 1. */
interface Source {
  readonly text: string;
  readonly lines: readonly number[];
}

function source(
  language: BenchLanguage,
  pool: readonly string[],
  bytes: number,
  random: Random,
  words: Words,
): Source {
  const parts: string[] = [];
  for (let length = 0; length < bytes; length += parts.at(-1)!.length) parts.push(random.pick(pool));
  if (!random.chance(HIT_FILES)) return { text: parts.join(''), lines: [] };
  const hits = 1 + Math.floor(-4 * Math.log(1 - random.next()));
  const comments = new Set<string>();
  for (let i = 0; i < hits; i++) {
    const tag = random.pick(TAGS);
    const text = `${tag}${random.pick([': ', '(ana): ', '(bench-speed): ', ' '])}${words.sentence()}`;
    const isComment = random.chance(IN_COMMENT);
    const line = isComment ? language.comment(text) : language.literal(text);
    // JSON has no comments: what looks like one there is a string too.
    if (isComment && language.extension !== 'json') comments.add(line);
    const at = random.int(parts.length + 1);
    parts.splice(at, 0, line);
  }
  const lines: number[] = [];
  let line = 1;
  for (const part of parts) {
    if (comments.has(part)) lines.push(line);
    line += part.split('\n').length - 1;
  }
  return { text: parts.join(''), lines };
}

function choose(random: Random): BenchLanguage {
  let at = random.next();
  for (const language of LANGUAGES) {
    at -= language.share;
    if (at < 0) return language;
  }
  return LANGUAGES[0]!;
}

/** Small corpora get small minified files. */
function minifiedBytes(size: CorpusSize): number {
  return MINIFIED_MB.reduce((sum, mb) => sum + mb * 1e6, 0) * Math.min(1, size.bytes / FULL.bytes);
}

function special(root: string, size: CorpusSize, random: Random, words: Words): string[] {
  const scale = Math.min(1, size.bytes / FULL.bytes);
  const assets = path.join(root, 'assets');
  fs.mkdirSync(assets);
  for (const mb of MINIFIED_MB) {
    const parts: string[] = [];
    for (let length = 0; length < mb * 1e6 * scale; length += parts.at(-1)!.length) {
      parts.push(
        `function ${words.noun().charAt(0)}${words.number()}(e,t){return e.${words.noun()}?"${words.sentence()}":t/2}`,
      );
    }
    parts.splice(random.int(parts.length), 0, 'var m="TODO: translate";/* TODO: keep */');
    fs.writeFileSync(path.join(assets, `bundle-${mb}.js`), parts.join(';'));
  }
  const many = Array.from(
    { length: Math.round(MANY_HITS * scale) },
    (_, i) => `int v${i} = ${i}; // TODO: ${words.sentence()}\n`,
  );
  fs.writeFileSync(path.join(root, MANY_HITS_FILE), many.join(''));
  const ignored = path.join(root, 'node_modules', 'left');
  fs.mkdirSync(ignored, { recursive: true });
  fs.writeFileSync(path.join(ignored, 'index.js'), '// TODO: never found\n'.repeat(1000));
  return MINIFIED_MB.map((mb) => `assets/bundle-${mb}.js:1`);
}

const OUTCOMES = `version: 1
title: Benchmark
outcomes:
  - id: bench-speed
    title: Editing stays fast in large repositories
    why: A slow tool is uninstalled
    owner: "@bench"
    start: 2026-01-01
    due: 2026-12-31
    paths: [services/**]
    metrics: [{ id: ratio, title: Scan against rg, unit: times, baseline: 5, target: 2 }]
`;

function commit(root: string): void {
  const git = (...args: string[]): void => {
    const result = spawnSync('git', ['-c', 'core.compression=0', '-c', 'gc.auto=0', ...args], {
      cwd: root,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: os.devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
        GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
      },
    });
    if (result.status !== 0) throw new Error(`git ${args[0] ?? ''} failed: ${String(result.stderr)}`);
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '-q', '-m', 'Corpus');
}
