import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { GitFailure, type GitCommand } from './command';

export interface Located {
  /** Its top relative to git's folder, with `/`: '' when they are the same, `..` parts when it is above. */
  readonly top: string;
  /** What all worktrees of a repository share, resolved: two with the same are one repository. */
  readonly commonDir: string;
  readonly shallow: boolean;
}

/** The repository whose working tree holds git's folder; undefined inside of a bare one or of a `.git` folder. */
export async function locate(git: GitCommand): Promise<Located | undefined> {
  const said = await git.text([
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-cdup',
    '--git-common-dir',
  ]);
  // The path comes last: it may hold newlines.
  const [inside, shallow, up, ...commonDir] = said!.split('\n');
  if (inside === 'false') return undefined;
  if (inside !== 'true' || up === undefined)
    throw new GitFailure('git rev-parse gave an answer that is not understood', 0);
  const common = path.resolve(git.folder, commonDir.join('\n').replace(/\n$/, ''));
  return {
    top: up.replace(/\/$/, ''),
    commonDir: await fs.promises.realpath(common).catch(() => common),
    shallow: shallow === 'true',
  };
}

/** True for a folder with a `.git` of its own, be it a folder or a file. */
export function isRepository(folder: string): boolean {
  try {
    const found = fs.lstatSync(path.join(folder, '.git'), { throwIfNoEntry: false });
    return found !== undefined && (found.isDirectory() || found.isFile());
  } catch {
    return false;
  }
}

const MAX_DEPTH = 3;
const MAX_FOLDERS = 2_000;

/**
 * Repositories below a folder that is in none, such as a folder of clones: at most three levels down and in the
 * first 2,000 folders. Folders whose name begins with a dot, `node_modules` and links are not entered.
 *
 * It looks synchronously, a folder a turn: asking the thread pool about each costs ten times as much.
 */
export async function repositoriesBelow(
  folder: string,
  signal: AbortSignal,
): Promise<{ found: string[]; cut: boolean }> {
  const found: string[] = [];
  let level = [''];
  let seen = 0;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const next: string[] = [];
    for (const parent of level) {
      if (seen++ >= MAX_FOLDERS) return { found, cut: true };
      for (const child of foldersIn(folder, parent)) {
        if (isRepository(path.join(folder, child))) found.push(child);
        else next.push(child);
      }
      await nextTurn();
      signal.throwIfAborted();
    }
    level = next;
  }
  return { found, cut: false };
}

function foldersIn(folder: string, parent: string): string[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(path.join(folder, parent), { withFileTypes: true });
  } catch {
    return []; // gone, or not for us to read
  }
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => (parent === '' ? entry.name : `${parent}/${entry.name}`))
    .sort();
}
