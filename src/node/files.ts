import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../core';
import type { Files, Logger } from '../workspace/ports';
import { GitFailure } from './git/command';
import type { Lister } from './git/listing';
import { run, type RunResult } from './process';
import { Ignores } from './scan/ignores';
import { findRipgrep } from './scan/ripgrep';
import { isInRepository } from './scan/tracked';
import { listFolderAsync, topOf, type Listing, type WalkFolder } from './scan/walk';

export interface FilesOptions {
  readonly logger: Logger;
  /** False where no process may be run (Restricted Mode): the folders are walked in this one. */
  readonly processes?: boolean;
  /** ripgrep's program; null to do without. By default the packaged one. */
  readonly ripgrep?: string | null;
  /** What git lists, where that is wanted anyway: the files are looked for in it, and not in the folder once more. */
  readonly list?: Lister;
}

/** A larger file is not read. */
const LARGEST = 50 * 1024 * 1024;
/** Folders listed at one time; libuv has four threads for them. */
const LISTINGS = 8;
const NAMES = ['outcomes.yml', 'outcomes.yaml'];

/** The files of one folder (an absolute path). */
export function createFiles(folder: string, options: FilesOptions): Files {
  const top = path.resolve(folder);
  const { logger, processes = true, ripgrep, list } = options;
  return {
    async findOutcomesFiles(signal) {
      const listed = processes && list ? await listedOutcomesFiles(top, list, signal) : undefined;
      if (listed) return listed.sort();
      const program = ripgrep === undefined ? findRipgrep() : ripgrep;
      const found =
        processes && program ? await searchOutcomesFiles(top, program, signal, logger) : undefined;
      return (found ?? (await walkToOutcomesFiles(top, signal, logger))).sort();
    },
    read: (file) => readText(path.join(top, file), logger),
  };
}

/** By git; undefined where it cannot tell: in no repository, and where there are others inside of this one. */
async function listedOutcomesFiles(
  folder: string,
  list: Lister,
  signal: AbortSignal,
): Promise<string[] | undefined> {
  if (!isInRepository(folder)) return undefined;
  try {
    const { outcomesFiles, repositories } = await list(signal);
    if (repositories.length > 0) return undefined;
    return withoutIgnoredByGit(
      folder,
      outcomesFiles.filter((file) => isFile(path.join(folder, file))),
    );
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** Links are not followed. */
function isFile(at: string): boolean {
  try {
    return fs.lstatSync(at).isFile();
  } catch {
    return false;
  }
}

/** By ripgrep; undefined when it fails. */
async function searchOutcomesFiles(
  folder: string,
  program: string,
  signal: AbortSignal,
  logger: Logger,
): Promise<string[] | undefined> {
  const names = NAMES.map((name) => `--glob=${name}`);
  // Where folders are small, threads cost half as much again. This is done long before the search beside it is.
  const alone = ['--threads=1', '--no-config'];
  const args = [...alone, '--files', '--null', '--hidden', '--no-ignore-dot', '--no-messages', ...names];
  let result: RunResult;
  try {
    result = await run(program, [...args, '--glob=!.git', '.'], { cwd: folder, signal });
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    logger.warn(error.message);
    return undefined;
  }
  // 1: no such file. 2: a folder that cannot be read, which is no reason to give up, or worse.
  if (result.code === null || result.code > 2 || (result.code === 2 && result.stdout.length === 0))
    return undefined;
  const found = result.stdout
    .toString()
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => name.replaceAll(path.sep, '/').replace(/^\.\//, ''));
  // A --glob that names a file is stronger than the ignore rules.
  return withoutIgnoredByGit(folder, found);
}

/** Without what git's rules ignore, tracked or not. What a policy ignores is left out where the tree is made. */
function withoutIgnoredByGit(folder: string, files: readonly string[]): string[] {
  const ignores = new Ignores(folder, { gitOnly: true });
  return files.filter((file) => !ignores.ignoresFile(file));
}

/** Asks the ignore rules only about folders and the few files that have the name. */
async function walkToOutcomesFiles(folder: string, signal: AbortSignal, logger: Logger): Promise<string[]> {
  const ignores = new Ignores(folder, { gitOnly: true });
  const found: string[] = [];
  const open: WalkFolder[] = [topOf(folder, ignores)];
  const list = async (next: WalkFolder): Promise<Listing> => {
    try {
      return await listFolderAsync(next, ignores, (name) => NAMES.includes(name));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') logger.warn(`${next.file} is not searched: ${message}`);
      return { files: [], folders: [] };
    }
  };
  while (open.length > 0) {
    signal.throwIfAborted();
    // From the end: a deep tree keeps few folders waiting.
    for (const { files, folders } of await Promise.all(open.splice(-LISTINGS).map(list))) {
      found.push(...files.map((f) => f.file));
      for (const sub of folders) open.push(sub);
    }
  }
  signal.throwIfAborted();
  return found;
}

/** The text of a file, given by its absolute path; undefined when it is gone or, with a warning, cannot be read. */
export async function readText(file: string, logger: Logger): Promise<string | undefined> {
  try {
    const handle = await fs.promises.open(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return undefined;
      if (stat.size <= LARGEST) return decodeText(await handle.readFile());
      logger.warn(`${file} is larger than 50 MB and is not read.`);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') logger.warn(`${file} cannot be read: ${message}`);
  }
  return undefined;
}

/** UTF-8, or UTF-16 when a byte order mark says so; the mark is kept off. Never fails: bad bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
