import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findRipgrep } from '../src/node/scan/program';
import { createScanner } from '../src/node/scan/scanner';
import type { Logger, Scanner } from '../src/workspace/ports';
import { REQUEST, TAGS } from './request';

const ROOT = path.join(__dirname, '..');
const DIST = path.join(ROOT, 'dist');
const WORDS = TAGS.join('|');

/** What one run took and found. */
export interface Measured {
  /** Milliseconds of wall time. */
  readonly time: number;
  /** Stands for the whole result: equal for equal results. */
  readonly result: string;
  /** How many TODOs (or, for peers, lines or tag words) that was. */
  readonly count: number;
  /** Milliseconds until the first TODO, for our own scanner. */
  readonly first?: number;
  /** The longest time that the calling thread was held, in milliseconds, for our own scanner. */
  readonly blocked?: number;
}

export interface Contender {
  readonly name: string;
  /** What its time is to be, as a factor of `rg -c` and milliseconds on top; undefined for peers. */
  readonly goal?: { readonly factor: number; readonly plus: number };
  /** Runs only in the first of the rounds: it is known to be slow. */
  readonly once?: boolean;
  readonly run: () => Promise<Measured>;
}

const ripgrep = findRipgrep();
if (ripgrep === undefined) throw new Error('The benchmark needs ripgrep: npm ci installs it.');
const rg = ripgrep;

/** The yardstick: every ratio is to its time in the same round. */
export function yardstick(folder: string): Contender {
  return { name: 'rg -c', run: () => program(folder, rg, ['-c', `\\b(?:${WORDS})\\b`, '.']) };
}

export function contenders(folder: string, worker: Scanner): Contender[] {
  const pattern = `(//|#|<!--|;|/\\*|^|^[ \\t]*(-|\\d+.))\\s*(XXX|\\[x\\]|\\[ \\]|TODO|HACK|FIXME|BUG)`;
  const todoTree =
    '--no-messages --vimgrep -H --column --line-number --color never --max-columns=1000 --no-config'.split(
      ' ',
    );
  const cli = path.join(DIST, 'cli.js');
  const leasot = path.join(__dirname, 'node_modules', 'leasot', 'dist', 'cli', 'leasot.js');
  return [
    {
      name: "Todo Tree's rg line",
      run: () => program(folder, rg, [...todoTree, '-e', pattern, '-g', '!**/node_modules/*/**', '.']),
    },
    {
      name: 'outcomes work, fresh process',
      goal: { factor: 3, plus: 150 },
      run: () => program(folder, process.execPath, [cli, 'work', '--format', 'json'], countTodos),
    },
    {
      name: 'outcomes scan, fresh process and thread',
      goal: { factor: 2, plus: 60 },
      run: () =>
        program(folder, process.execPath, [fresh(), folder, path.join(DIST, 'scanner-worker.js'), rg]),
    },
    { name: 'outcomes scan, live thread', goal: { factor: 1.5, plus: 0 }, run: () => rescan(worker) },
    {
      name: 'leasot 14.4',
      once: true,
      run: () =>
        program(
          folder,
          process.execPath,
          [
            '--max-old-space-size=4096',
            leasot,
            ...['--skip-unsupported', '--exit-nicely', '--reporter', 'json', '--tags', 'hack,xxx,bug'],
            ...['--ignore', '**/node_modules/**'],
            '**/*.{ts,js,py,go,c,h,cpp,java,rs,rb,sh,yaml,html,css,sql,md}',
          ],
          (output) => (JSON.parse(output) as unknown[]).length,
          true,
        ),
    },
  ];
}

/** A scanner whose thread lives on from scan to scan. */
export function liveScanner(folder: string): Scanner {
  return createScanner(folder, { logger, workerPath: path.join(DIST, 'scanner-worker.js'), ripgrep: rg });
}

/** Says what is missing, in place of measuring the wrong thing. */
export function prepare(): void {
  for (const file of ['cli.js', 'scanner-worker.js']) {
    if (!fs.existsSync(path.join(DIST, file))) throw new Error(`dist/${file} is missing: run npm run build.`);
  }
  if (fs.existsSync(path.join(__dirname, 'node_modules', 'leasot'))) return;
  console.log('Installing the peers …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: __dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm ci in bench/ failed.');
}

async function rescan(scanner: Scanner): Promise<Measured> {
  const start = performance.now();
  let first = 0;
  const found: string[] = [];
  const watch = watchThread();
  await scanner.scan(
    REQUEST,
    (batch) => {
      if (first === 0) first = performance.now() - start;
      for (const { file, todos } of batch)
        for (const t of todos) found.push(`${file}:${t.range.start.line}:${t.range.start.character}`);
    },
    new AbortController().signal,
  );
  const time = performance.now() - start;
  return { time, first, blocked: watch(), count: found.length, result: digest(found) };
}

/** Gives the longest time that nothing else could run since, in milliseconds. */
function watchThread(): () => number {
  let last = performance.now();
  let longest = 0;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  };
  const timer = setInterval(tick, 1);
  return () => {
    tick();
    clearInterval(timer);
    return longest;
  };
}

/** A script that does one scan in a new process and prints what it found. */
let freshScript: string | undefined;
function fresh(): string {
  if (freshScript !== undefined) return freshScript;
  const esbuild = path.join(ROOT, 'node_modules', 'esbuild', 'bin', 'esbuild');
  const out = path.join(ROOT, 'out', 'bench', 'fresh.js');
  const built = spawnSync(
    esbuild,
    [
      path.join(__dirname, 'fresh.ts'),
      '--bundle',
      '--platform=node',
      '--minify',
      '--log-level=warning',
      `--outfile=${out}`,
    ],
    { stdio: 'inherit' },
  );
  if (built.status !== 0) throw new Error('bench/fresh.ts could not be bundled.');
  freshScript = out;
  return out;
}

/**
 * Runs a program to its end and counts its lines, unless `count` knows better. `toFile`: its output goes to a file,
 * for a program that exits before a pipe has taken all.
 */
async function program(
  folder: string,
  command: string,
  args: readonly string[],
  count: (output: string) => number = (output) => output.split('\n').length - 1,
  toFile = false,
): Promise<Measured> {
  const file = path.join(os.tmpdir(), `outcomes-bench-${process.pid}.out`);
  const descriptor = toFile ? fs.openSync(file, 'w') : undefined;
  const start = performance.now();
  const { code, said, chunks } = await ended(
    spawn(command, args, { cwd: folder, stdio: ['ignore', descriptor ?? 'pipe', 'pipe'] }),
  );
  const time = performance.now() - start;
  if (descriptor !== undefined) {
    fs.closeSync(descriptor);
    chunks.push(fs.readFileSync(file));
    fs.rmSync(file);
  }
  // ripgrep gives 2 when a single file could not be read: that would be another corpus.
  if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} ended with exit code ${code ?? '?'}: ${said}`);
  const output = Buffer.concat(chunks).toString();
  return { time, count: count(output), result: digest(output.split('\n')) };
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string; chunks: Buffer[] }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said, chunks }));
  });
}

function countTodos(output: string): number {
  const { work } = JSON.parse(output) as { work: { kind: string }[] };
  return work.filter((w) => w.kind === 'todo').length;
}

/** Equal for the same lines in any order. */
function digest(found: string[]): string {
  return createHash('sha256').update(found.sort().join('\n')).digest('hex').slice(0, 12);
}

const quiet = (): void => undefined;
const logger: Logger = { error: console.error, warn: console.error, info: quiet, debug: quiet };
