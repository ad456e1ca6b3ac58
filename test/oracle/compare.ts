/**
 * Compares the lexer with Pygments: which tag words of real files are in comments?
 *
 *   npm run oracle [-- [--list] [--json] [--max=N] [DIR…]]
 *
 * Without DIR a sample of what is on the machine. Wants Python with Pygments, see python.ts. Prints precision and recall
 * of each language and of all, and fails when those of all are below what trust asks for; --list prints every
 * difference. Differences that were looked at and in which Pygments is wrong are in exceptions.json with the reason;
 * they are not counted.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findTodos, languageOf } from '../../src/core/work/comments';
import { compileTags } from '../../src/core/work/tags';
import { ensurePython } from './python';
import { filesWithTags, sample } from './trees';

/** What a developer needs to leave the rules on. */
const GOAL = { precision: 0.995, recall: 0.998 };
/** Fewer words in comments prove nothing. */
const FEWEST = 500;

interface Answer {
  readonly file: string;
  readonly lexer: string;
  readonly words: readonly [line: number, column: number, word: string, inComment: boolean][];
}

/** What all of its fields fit is not counted. */
interface Exception {
  /** The end of the file's path. */
  readonly file?: string;
  /** Lines, 1-based. */
  readonly lines?: readonly number[];
  /** What the file is for us and for Pygments. */
  readonly language?: string;
  readonly lexer?: string;
  /** Words that only we take to be in comments. */
  readonly only?: 'ours';
  readonly reason: string;
}

interface Count {
  files: number;
  both: number;
  onlyOurs: number;
  onlyTheirs: number;
  excepted: number;
}

const TAGS = ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];
const tags = compileTags(TAGS);
const EXCEPTIONS = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'exceptions.json'), 'utf8'),
) as Exception[];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      max: { type: 'string', default: 'Infinity' },
    },
  });
  const found = positionals.length === 0 ? sample(TAGS) : filesWithTags(TAGS, positionals);
  const files = found.slice(0, Number(values.max));
  const counts = new Map<string, Count>();
  const say = values.list ? (line: string) => console.log(line) : () => undefined;
  let unknown = 0;
  for (const answer of await askPygments(ensurePython(), files)) if (!compare(answer, counts, say)) unknown++;

  const all = total(counts);
  if (values.json) console.log(JSON.stringify({ files: all.files, words: all.both, ...exactness(all) }));
  else print(counts, all, unknown);
  const { precision, recall } = exactness(all);
  if (all.both >= FEWEST && precision >= GOAL.precision && recall >= GOAL.recall) return;
  console.error(
    `Wanted: precision ≥ ${GOAL.precision} and recall ≥ ${GOAL.recall} over ≥ ${FEWEST} words in comments.`,
  );
  process.exitCode = 1;
}

/** Shares the files among as many processes as there are processors. */
async function askPygments(python: string, files: readonly string[]): Promise<Answer[]> {
  const shares = os.availableParallelism();
  const answers = await Promise.all(
    Array.from({ length: shares }, (_, share) =>
      askOne(
        python,
        files.filter((_file, i) => i % shares === share),
      ),
    ),
  );
  return answers.flat().sort((a, b) => (a.file < b.file ? -1 : 1));
}

function askOne(python: string, files: readonly string[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [path.join(import.meta.dirname, 'pygments.py')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`${python} with Pygments ended with ${code ?? 'a signal'}`));
        return;
      }
      const lines = Buffer.concat(chunks).toString().split('\n');
      resolve(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Answer));
    });
    child.stdin.end(files.map((file) => `${file}\n`).join(''));
  });
}

/** Counts the words of one file; false when we do not know its language. */
function compare(answer: Answer, counts: Map<string, Count>, say: (line: string) => void): boolean {
  const bytes = fs.readFileSync(answer.file);
  const todos = findTodos(bytes, answer.file, { tags, mentions: 'any' });
  const isKnown = typeof todos !== 'string';
  if (!isKnown) say(`unknown   ${answer.file} (${answer.lexer})`);
  if (todos === 'binary') return false;
  const ours = new Set(
    isKnown ? todos.map(({ range: { start } }) => `${start.line}:${start.character}`) : [],
  );
  const language = languageOf(answer.file, bytes.subarray(0, 512))?.name ?? `(${answer.lexer})`;
  const count = counts.get(language) ?? { files: 0, both: 0, onlyOurs: 0, onlyTheirs: 0, excepted: 0 };
  counts.set(language, count);
  count.files++;
  const lines = bytes.toString('utf8').split(/\r\n|\r|\n/);
  for (const [line, column, , theirs] of answer.words) {
    const at = utf16Column(lines[line] ?? '', column);
    const mine = ours.has(`${line}:${at}`);
    if (mine && theirs) count.both++;
    if (mine === theirs) continue;
    if (isExcepted({ file: answer.file, lexer: answer.lexer, language, line: line + 1, mine })) {
      count.excepted++;
      continue;
    }
    if (mine) count.onlyOurs++;
    else count.onlyTheirs++;
    const text = (lines[line] ?? '').trim().slice(0, 140);
    say(
      `${mine ? 'only ours ' : 'only theirs'} ${answer.file}:${line + 1}:${at + 1} (${answer.lexer}) ${text}`,
    );
  }
  return isKnown;
}

interface Difference {
  readonly file: string;
  readonly lexer: string;
  readonly language: string;
  readonly line: number;
  readonly mine: boolean;
}

const isExcepted = ({ file, lexer, language, line, mine }: Difference): boolean =>
  EXCEPTIONS.some(
    (known) =>
      file.endsWith(known.file ?? '') &&
      (known.lines?.includes(line) ?? true) &&
      (known.language ?? language) === language &&
      (known.lexer ?? lexer) === lexer &&
      (known.only === undefined || mine),
  );

/** Python counts characters, we count UTF-16 units. */
function utf16Column(line: string, column: number): number {
  return Array.from(line.replace(/^\ufeff/, ''))
    .slice(0, column)
    .join('').length;
}

function total(counts: ReadonlyMap<string, Count>): Count {
  const all: Count = { files: 0, both: 0, onlyOurs: 0, onlyTheirs: 0, excepted: 0 };
  for (const count of counts.values())
    for (const key of Object.keys(all) as (keyof Count)[]) all[key] += count[key];
  return all;
}

function exactness({ both, onlyOurs, onlyTheirs }: Count) {
  return {
    precision: both / Math.max(1, both + onlyOurs),
    recall: both / Math.max(1, both + onlyTheirs),
  };
}

function print(counts: ReadonlyMap<string, Count>, all: Count, unknown: number): void {
  const row = (name: string, count: Count): void => {
    const { precision, recall } = exactness(count);
    const cells = [count.files, count.both, count.onlyOurs, count.onlyTheirs, count.excepted];
    const shown = [...cells, precision.toFixed(4), recall.toFixed(4)];
    console.log(name.padEnd(20) + shown.map((cell) => String(cell).padStart(9)).join(''));
  };
  const heads = ['files', 'both', '+ours', '+theirs', 'excepted', 'prec.', 'recall'];
  console.log('language'.padEnd(20) + heads.map((head) => head.padStart(9)).join(''));
  for (const [name, count] of [...counts].sort((a, b) => b[1].both - a[1].both)) row(name, count);
  row('all', all);
  console.log(`files of a language that we do not know: ${unknown}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
