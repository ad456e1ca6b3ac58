import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ExitCode, RunError } from './exit-codes';
import { type Release, serverRoot } from './releases';

const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * Installs the server of a release from its lock file unless that was done before. No install script runs and
 * nothing is compiled. Two that start together install it once.
 */
export async function installServer(
  release: Release,
  say: (line: string) => void = console.error,
): Promise<void> {
  const wanted = fingerprint(release);
  const stamp = path.join(release.dir, 'node_modules', '.installed');
  const installed = () => read(stamp) === wanted;
  if (installed()) return;
  await alone(path.join(release.dir, '.installing'), async () => {
    if (installed()) return;
    say(`Installing VS Code ${release.vscode} as a server (about 500 MB, once)…`);
    await npmCi(release.dir);
    linkModules(serverRoot(release));
    fs.writeFileSync(stamp, wanted);
  });
}

function fingerprint(release: Release): string {
  const hash = createHash('sha256');
  const files = ['package.json', 'package-lock.json'];
  for (const file of files) hash.update(fs.readFileSync(path.join(release.dir, file)));
  return hash.digest('hex');
}

async function npmCi(dir: string): Promise<void> {
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: dir,
    stdio: ['ignore', 2, 2],
    timeout: INSTALL_LIMIT_MS,
    shell: process.platform === 'win32',
  });
  const failed = await new Promise<string | undefined>((resolve) => {
    npm.once('error', ({ message }) => resolve(message));
    npm.once('exit', (code, signal) => resolve(code === 0 ? undefined : `npm ended with ${code ?? signal}`));
  });
  if (failed === undefined) return;
  throw new RunError(ExitCode.notReady, `npm ci in ${dir} failed: ${failed}`);
}

/**
 * The workbench loads its editor parts (grammars, terminal) from `node_modules` beside the server, and the built-in
 * TypeScript looks for its compiler beside the extensions. The npm package leaves both to a script that builds.
 */
function linkModules(root: string): void {
  const modules = path.join(root, '..', '..', '..');
  for (const link of [path.join(root, 'node_modules'), path.join(root, 'extensions', 'node_modules')]) {
    fs.rmSync(link, { recursive: true, force: true });
    fs.symlinkSync(
      process.platform === 'win32' ? modules : path.relative(path.dirname(link), modules),
      link,
      'junction',
    );
  }
}

/** Runs `action` while nobody else, in this process or another that lives, does so under the same lock. */
async function alone(lock: string, action: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(read(lock));
    if (holder > 0 && !alive(holder)) fs.rmSync(lock, { force: true });
    else await wait(500);
  }
  try {
    await action();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
