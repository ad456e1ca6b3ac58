import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { ScannedFile } from '../../../../src/core/work/model';
import type { Logger, Scanner, ScanRequest, ScanScope, ScanSummary } from '../../../../src/workspace/ports';

/** A folder in the temporary one, gone when `remove` is called. Its path has no links in it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-scan-')));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Writes files by their paths; a name may be bytes as latin1 when it begins with `latin1:`. */
export function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const at = name.startsWith('latin1:')
      ? Buffer.concat([Buffer.from(folder + path.sep), Buffer.from(name.slice(7), 'latin1')])
      : path.join(folder, name);
    if (typeof at === 'string') fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, content);
  }
}

/** git, apart from what the machine's user has set up. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A logger that keeps what it is told. */
export function recorder(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

let worker: Promise<string> | undefined;

/** The worker, bundled as it is shipped. */
export function bundledWorker(): Promise<string> {
  worker ??= bundle('src/node/scan/worker.ts', 'scanner-worker.js');
  return worker;
}

/** Bundles a module of the project into the temporary folder and gives the file. */
export async function bundle(entry: string, name: string): Promise<string> {
  const root = path.join(__dirname, '..', '..', '..', '..');
  const outfile = path.join(os.tmpdir(), `outcomes-test-${process.pid}`, name);
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  process.once('exit', () => fs.rmSync(path.dirname(outfile), { recursive: true, force: true }));
  return outfile;
}

export function request(scope: Partial<ScanScope> = {}, ...more: ScanScope[]): ScanRequest {
  const tags = ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];
  return { scopes: [{ dir: '', tags, mentions: 'marker', ignore: [], ...scope }, ...more] };
}

export interface Scanned {
  readonly files: ScannedFile[];
  readonly summary: ScanSummary;
}

/** Runs a whole scan and sorts what it found. */
export async function scanAll(
  scanner: Scanner,
  asked: ScanRequest = request(),
  signal = new AbortController().signal,
): Promise<Scanned> {
  const files: ScannedFile[] = [];
  const summary = await scanner.scan(asked, (batch) => files.push(...batch), signal);
  files.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { files, summary };
}

/** `file:line tag text` of every TODO, for comparison by eye. */
export function lines({ files }: Scanned): string[] {
  return files.flatMap(({ file, todos }) =>
    todos.map((t) => `${file}:${t.range.start.line + 1} ${t.tag} ${t.text}`),
  );
}
