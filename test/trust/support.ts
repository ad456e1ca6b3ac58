import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClock } from '../../src/node/clock';
import { createFiles } from '../../src/node/files';
import { createGit } from '../../src/node/git';
import { withSavedIndex, type ScannerWithIndex } from '../../src/node/index/saved-index';
import { createFileStore, type IndexStore } from '../../src/node/index/store';
import { createScanner } from '../../src/node/scan/scanner';
import type { Logger } from '../../src/workspace/ports';
import { createSession, type Session } from '../../src/workspace/session';
import { BARE_ENVIRONMENT } from '../support/repository';
import { told, toldIn, type Told } from './told';

export const TODAY = '2026-11-22';
export const dist = path.join(import.meta.dirname, '..', '..', 'dist');
export const cli = path.join(dist, 'cli.js');

/** An outcome that TODOs and branches can name, and the policy that shows the commits of the test repositories. */
export const OUTCOMES =
  'version: 1\npolicy: { commits-since: 2026-01-01 }\noutcomes:\n  - { id: calm-desk, title: Calls fall }\n';

export interface ToldByCommand extends Told {
  readonly stderr: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Runs the built command; fails unless it ends with one of `codes`. */
export function command(
  folder: string,
  args: readonly string[],
  { env = {}, codes = [0] }: { readonly env?: Environment; readonly codes?: readonly number[] } = {},
): { readonly stdout: string; readonly stderr: string; readonly code: number | null } {
  const run = spawnSync(process.execPath, [cli, ...args, '--today', TODAY], {
    cwd: folder,
    env: { ...process.env, ...BARE_ENVIRONMENT, ...env },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  });
  assert.ok(run.status !== null && codes.includes(run.status), `exit code ${run.status}: ${run.stderr}`);
  return { stdout: run.stdout, stderr: run.stderr, code: run.status };
}

/** What `outcomes work` lists. */
export function toldByCommand(folder: string, env: Environment = {}): ToldByCommand {
  const { stdout, stderr } = command(folder, ['work', '--format', 'json'], { env });
  return { ...toldIn(stdout), stderr };
}

/** Keeps what it is told. */
export function recorder(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const at = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

export interface Opened {
  readonly session: Session;
  readonly index: ScannerWithIndex;
  readonly log: readonly string[];
}

/** A session of a folder as the editor's background makes it, on this thread, and nothing read yet. */
export function openSession(folder: string, store: IndexStore): Opened {
  const logger = recorder();
  const scanner = createScanner(folder, { logger, thread: 'caller' });
  const index = withSavedIndex(folder, scanner, { logger, store, maker: 'trust' });
  const session = createSession({
    files: createFiles(folder, { logger }),
    git: createGit(folder, { logger }),
    scanner: index,
    index,
    clock: createClock(TODAY),
    logger,
  });
  return { session, index, log: logger.lines };
}

/** Opens a folder, reads everything, saves the index and closes. */
export async function toldBySession(
  folder: string,
  storage: string,
): Promise<Told & { readonly log: readonly string[] }> {
  const { session, index, log } = openSession(folder, createFileStore(storage, folder));
  try {
    session.refresh();
    const snapshot = await session.settled();
    await index.flush();
    return { ...told(snapshot), log };
  } finally {
    session.dispose();
    await index.flush();
  }
}

/**
 * What a folder holds, after it was made sure that the command, a session and one that begins with the index which
 * the session before saved say the same.
 */
export async function allSay(folder: string): Promise<ToldByCommand> {
  const said = toldByCommand(folder);
  const { stderr, ...expected } = said;
  const storage = temporary('storage');
  try {
    for (const which of ['the session', 'the session with a saved index']) {
      const { log, ...found } = await toldBySession(folder, storage);
      assert.deepEqual(found, expected, `${which} says something else:\n${log.join('\n')}\n${stderr}`);
    }
  } finally {
    fs.rmSync(storage, { recursive: true });
  }
  return said;
}

/** A new folder in the temporary one, without links in its path. */
export function temporary(name: string): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `outcomes-${name}-`)));
}

/** A program for the shell; gives its file. */
export function writeProgram(file: string, ...lines: readonly string[]): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
  return file;
}

export function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes that `pid` started, with theirs, as far as they still run and belong to it. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const { id, parent, state } of processes()) {
    if (state.startsWith('Z')) continue; // it ended, and its parent has not looked yet
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const below = (one: number): number[] =>
    (children.get(one) ?? []).flatMap((each) => [each, ...below(each)]);
  return below(pid);
}

function processes(): { readonly id: number; readonly parent: number; readonly state: string }[] {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([id, parent, state = '']) => ({ id: Number(id), parent: Number(parent), state }));
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // proc(5): the name in brackets may hold anything.
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ id: Number(name), parent: Number(parent), state }];
      } catch {
        return []; // ended meanwhile
      }
    });
}

/** Resolves with the exit code when the process has ended. */
export function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('close', resolve))
    : Promise.resolve(child.exitCode);
}
