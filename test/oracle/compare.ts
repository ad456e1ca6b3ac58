/**
 * Compares the lexer with Pygments: which tag words of real files are in comments?
 *
 *   npx tsx test/oracle/compare.ts [--list] [--max=N] DIR…
 *
 * Wants python3 with Pygments (Debian: python3-pygments; the Python to run is PYTHON, else python3) and rg. Prints
 * precision and recall a language and in all; --list prints every difference. Differences that were looked at and
 * in which Pygments is wrong are in exceptions.json with the reason; they are not counted.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import { findTodos, languageOf } from '../../src/core/work/comments';
import { compileTags } from '../../src/core/work/tags';

interface Answer {
  readonly file: string;
  readonly lexer: string;
  readonly words: readonly [line: number, column: number, word: string, inComment: boolean][];
}

interface Exception {
  /** The end of the file's path. */
  readonly file: string;
  /** Lines, 1-based, or all of them when absent. */
  readonly lines?: readonly number[];
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

function filesWithTags(dirs: readonly string[]): string[] {
  const args = [
    '--no-config',
    '-l',
    '--hidden',
    '--no-ignore',
    '--no-messages',
    '--max-filesize',
    '2M',
    '--sort',
    'path',
  ];
  const pattern = `\\b(?:${TAGS.join('|')})\\b`;
  const rg = spawnSync(rgPath, [...args, '-e', pattern, ...dirs], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return rg.stdout.split('\n').filter((file) => file !== '');
}

function askPygments(files: readonly string[]): Answer[] {
  const script = path.join(import.meta.dirname, 'pygments.py');
  const python = spawnSync(process.env['PYTHON'] ?? 'python3', [script], {
    input: files.join('\n') + '\n',
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if (python.status !== 0) throw new Error(python.stderr || 'python3 with Pygments could not be run');
  return python.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
}

function main(argv: readonly string[]): void {
  const list = argv.includes('--list');
  const max = Number(argv.find((a) => a.startsWith('--max='))?.slice(6) ?? Infinity);
  const exceptions = JSON.parse(
    fs.readFileSync(path.join(import.meta.dirname, 'exceptions.json'), 'utf8'),
  ) as Exception[];
  const dirs = argv.filter((a) => !a.startsWith('--'));
  const files = filesWithTags(dirs);
  const counts = new Map<string, Count>();
  let unknown = 0;
  for (const answer of askPygments(files.slice(0, max))) {
    const bytes = fs.readFileSync(answer.file);
    const todos = findTodos(bytes, answer.file, { tags, mentions: 'any' });
    if (todos === 'unknown' || todos === 'binary') {
      unknown++;
      if (list) console.log(`unknown   ${answer.file} (${answer.lexer})`);
      if (todos === 'binary') continue;
    }
    const ours = new Set(
      todos === 'unknown' ? [] : todos.map((t) => `${t.range.start.line}:${t.range.start.character}`),
    );
    const language = languageOf(answer.file, bytes.subarray(0, 512))?.name ?? `(${answer.lexer})`;
    const count = counts.get(language) ?? { files: 0, both: 0, onlyOurs: 0, onlyTheirs: 0, excepted: 0 };
    counts.set(language, count);
    count.files++;
    const lines = bytes.toString('utf8').split(/\r\n|\r|\n/);
    for (const [line, , word, theirs] of answer.words.map(utf16Columns(lines))) {
      const [column] = [word.column];
      const mine = ours.has(`${line}:${column}`);
      if (mine && theirs) count.both++;
      if (mine === theirs) continue;
      const known = exceptions.some(
        (e) => answer.file.endsWith(e.file) && (e.lines === undefined || e.lines.includes(line + 1)),
      );
      if (known) count.excepted++;
      else if (mine) count.onlyOurs++;
      else count.onlyTheirs++;
      if (list && !known) {
        const kind = mine ? 'only ours ' : 'only theirs';
        console.log(
          `${kind} ${answer.file}:${line + 1}:${column + 1} (${answer.lexer}) ${(lines[line] ?? '').trim().slice(0, 140)}`,
        );
      }
    }
  }
  print(counts, unknown);
}

/** Python counts characters, we count UTF-16 units. */
function utf16Columns(lines: readonly string[]) {
  return ([line, column, word, inside]: Answer['words'][number]): [
    number,
    number,
    { word: string; column: number },
    boolean,
  ] => {
    const text = (lines[line] ?? '').replace(/^\ufeff/, '');
    return [line, column, { word, column: Array.from(text).slice(0, column).join('').length }, inside];
  };
}

function print(counts: ReadonlyMap<string, Count>, unknown: number): void {
  const all: Count = { files: 0, both: 0, onlyOurs: 0, onlyTheirs: 0, excepted: 0 };
  const row = (name: string, c: Count): void => {
    const precision = c.both / Math.max(1, c.both + c.onlyOurs);
    const recall = c.both / Math.max(1, c.both + c.onlyTheirs);
    console.log(
      [
        name.padEnd(20),
        c.files,
        c.both,
        c.onlyOurs,
        c.onlyTheirs,
        c.excepted,
        precision.toFixed(4),
        recall.toFixed(4),
      ]
        .map((cell) => String(cell).padStart(7))
        .join(' '),
    );
  };
  console.log('language               files    both  +ours +theirs excepted  prec.  recall');
  for (const [name, c] of [...counts].sort((a, b) => b[1].both - a[1].both)) {
    row(name, c);
    all.files += c.files;
    all.both += c.both;
    all.onlyOurs += c.onlyOurs;
    all.onlyTheirs += c.onlyTheirs;
    all.excepted += c.excepted;
  }
  row('all', all);
  console.log(`files of a language that we do not know: ${unknown}`);
}

main(process.argv.slice(2));
