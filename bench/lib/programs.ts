import { execFile, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { findRipgrep } from '../../src/node/scan/program';

const ROOT = path.join(__dirname, '..', '..');
export const DIST = path.join(ROOT, 'dist');
export const COMMAND = path.join(DIST, 'cli.js');

/** ripgrep's program: the peer that everything is measured by, and a part of the product. */
export const RIPGREP = required(findRipgrep());

export interface Ran {
  /** Milliseconds of wall time. */
  readonly time: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Exit codes that are no failure; 0 alone unless stated. */
  readonly codes?: readonly number[];
  /** Its output goes by a file: for a program that ends before a pipe has taken all. */
  readonly byFile?: boolean;
}

/**
 * What a machine is set up with is no part of what is measured: git's configuration, and certificates, which Node.js 20
 * reads at every start where they are named (38 ms of the processor for those of Debian).
 */
const OWN_SETTINGS = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  NODE_EXTRA_CA_CERTS: undefined,
};

/** Runs a program to its end. Rejects with what it said when it ended otherwise than it should. */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { cwd = ROOT, codes = [0], byFile = false } = options;
  const file = path.join(os.tmpdir(), `outcomes-bench-${process.pid}.out`);
  const descriptor = byFile ? fs.openSync(file, 'w') : undefined;
  const env = { ...process.env, ...OWN_SETTINGS };
  const chunks: Buffer[] = [];
  let said = '';
  const start = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', descriptor ?? 'pipe', 'pipe'] });
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
    child.on('error', reject);
    child.on('close', resolve);
  });
  const time = performance.now() - start;
  if (descriptor !== undefined) {
    fs.closeSync(descriptor);
    chunks.push(fs.readFileSync(file));
    fs.rmSync(file);
  }
  if (code === null || !codes.includes(code))
    throw new Error(`${program} ${args[0] ?? ''} ended with ${code ?? 'a signal'}: ${said}`);
  return { time, output: Buffer.concat(chunks).toString() };
}

/** As an extension does that lets Node.js collect a program's output: what is over `most` bytes is cut off. */
export function runBuffered(
  program: string,
  args: readonly string[],
  cwd: string,
  most: number,
): Promise<Ran> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd, maxBuffer: most, encoding: 'utf8' }, (_error, output) =>
      resolve({ time: performance.now() - start, output }),
    );
    child.stdin?.end();
  });
}

/**
 * Runs a script of `inside/` in a process of its own, bundled and minified as the product is, and gives what it prints
 * as JSON.
 */
export async function inside<T>(
  name: string,
  args: readonly string[] = [],
  node: readonly string[] = [],
): Promise<T> {
  const { output } = await run(process.execPath, [...node, await bundled(name), ...args]);
  return JSON.parse(output) as T;
}

const bundles = new Map<string, Promise<string>>();

/** The bundle of a script of `inside/`, made once. */
export function bundled(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const outfile = path.join(ROOT, 'out', 'bench', `${name}.cjs`);
  const made = build({
    entryPoints: [path.join(__dirname, '..', 'inside', `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    external: ['typescript', 'vscode-json-languageservice', 'yaml', 'vscode'],
    logLevel: 'warning',
  }).then(() => outfile);
  bundles.set(name, made);
  return made;
}

/** Says what is missing in place of measuring the wrong thing; installs the peers that are no part of the project. */
export function prepare({ rivals }: { rivals: boolean }): void {
  for (const file of ['cli.js', 'scanner-worker.js', 'background-worker.js'])
    if (!fs.existsSync(path.join(DIST, file))) throw new Error(`dist/${file} is missing: run npm run build.`);
  const bench = path.join(ROOT, 'bench');
  if (!rivals || fs.existsSync(path.join(bench, 'node_modules', 'leasot'))) return;
  console.error('Installing the peers …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm ci in bench/ failed.');
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The benchmark needs ripgrep: npm ci installs it.');
  return value;
}
