import path from 'node:path';
import { placesOf, type Places } from './places';
import { RIPGREP, run, runBuffered, type RunOptions } from './programs';
import { TAGS } from './request';

/** What a program took, in milliseconds, and what it found. */
export interface Found {
  readonly time: number;
  readonly places: Places;
}

const WORDS = TAGS.join('|');
/** Todo Tree's own pattern, with its default tags in place of $TAGS. */
const TODO_TREE = `(//|#|<!--|;|/\\*|^|^[ \\t]*(-|\\d+.))\\s*(XXX|\\[x\\]|\\[ \\]|TODO|HACK|FIXME|BUG)`;
const TODO_TREE_ARGUMENTS = [
  ...'--no-messages --vimgrep -H --column --line-number --color never --max-columns=1000 --no-config'.split(
    ' ',
  ),
  ...['-e', TODO_TREE, '-g', '!**/node_modules/*/**', '.'],
];
/** Todo Tree's `ripgrep.ripgrepMaxBuffer` as it is shipped. */
const TODO_TREE_BUFFER = 200 * 1024;
const LEASOT = path.join(__dirname, '..', 'node_modules', 'leasot', 'dist', 'cli', 'leasot.js');
/** Other than ours, it has to be told which files to read. */
const LEASOT_FILES = '**/*.{ts,js,py,go,c,h,cpp,java,rs,rb,sh,yaml,html,css,sql,md}';

/** The yardstick: every ratio is to what it takes, in milliseconds, in the same round. */
export async function ripgrepCounts(folder: string): Promise<number> {
  // 1: nothing was found.
  const { time } = await run(RIPGREP, ['--no-config', '-c', `\\b(?:${WORDS})\\b`, '.'], {
    cwd: folder,
    codes: [0, 1],
  });
  return time;
}

export function gitGrep(folder: string): Promise<Found> {
  return found('git', ['grep', '-n', '-w', '-E', WORDS], { cwd: folder, codes: [0, 1] });
}

export function todoTree(folder: string): Promise<Found> {
  return found(RIPGREP, TODO_TREE_ARGUMENTS, { cwd: folder, codes: [0, 1] });
}

/** With the buffer that it is shipped with: what is over is lost. */
export async function todoTreeAsShipped(folder: string): Promise<Found> {
  const { time, output } = await runBuffered(RIPGREP, TODO_TREE_ARGUMENTS, folder, TODO_TREE_BUFFER);
  return { time, places: placesOf(output) };
}

export async function leasot(folder: string): Promise<Found> {
  const { time, output } = await run(
    process.execPath,
    [
      ...['--max-old-space-size=4096', LEASOT, '--skip-unsupported', '--exit-nicely', '--reporter', 'json'],
      ...['--tags', 'hack,xxx,bug', '--ignore', '**/node_modules/**', LEASOT_FILES],
    ],
    { cwd: folder, byFile: true },
  );
  const todos = JSON.parse(output) as { file: string; line: number }[];
  return { time, places: new Set(todos.map(({ file, line }) => `${file}:${line}`)) };
}

async function found(program: string, args: readonly string[], options: RunOptions): Promise<Found> {
  const { time, output } = await run(program, args, options);
  return { time, places: placesOf(output) };
}
