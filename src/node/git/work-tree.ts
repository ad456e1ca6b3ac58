import fs from 'node:fs';
import path from 'node:path';

/** What git is in the middle of in a working tree. */
export type Operation = 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'bisect';

/** The git folder of a working tree, given its top: of a linked worktree or a submodule its own one. */
export function gitDirOf(top: string): string | undefined {
  const dotGit = path.join(top, '.git');
  try {
    if (fs.statSync(dotGit).isDirectory()) return dotGit;
    const to = /^gitdir: (.+?)\r?\n?$/s.exec(fs.readFileSync(dotGit, 'utf8'))?.[1];
    return to === undefined ? undefined : path.resolve(top, to);
  } catch {
    return undefined;
  }
}

/**
 * The top of the working tree that a git folder belongs to, as `git worktree add` and `git submodule` note it
 * (gitrepository-layout(5): `gitdir`; git-config(1): core.worktree). undefined when it tells none.
 */
export function workTreeOf(gitDir: string): string | undefined {
  const noted = readLine(path.join(gitDir, 'gitdir'));
  if (noted !== undefined) return path.dirname(path.resolve(gitDir, noted));
  if (path.basename(gitDir) === '.git') return path.dirname(gitDir);
  const config = read(path.join(gitDir, 'config')) ?? '';
  const top = /^\s*worktree\s*=\s*(.+?)\s*$/m.exec(config)?.[1];
  return top === undefined ? undefined : path.resolve(gitDir, top.replace(/^"(.*)"$/, '$1'));
}

/** As git-status(1) tells it: by the files that each command leaves in the working tree's git folder. */
export function operationIn(gitDir: string): Operation | null {
  const found = TRACES.find(([, names]) => names.some((name) => fs.existsSync(path.join(gitDir, name))));
  return found?.[0] ?? null;
}

/** The commit that a merge in progress merges, of several the first; null when none is. */
export function mergedIn(gitDir: string): string | null {
  return /^[0-9a-f]{40,64}/.exec(read(path.join(gitDir, 'MERGE_HEAD')) ?? '')?.[0] ?? null;
}

/** A rebase may leave the traces of a cherry-pick too. */
const TRACES: readonly (readonly [Operation, readonly string[]])[] = [
  ['rebase', ['rebase-merge', 'rebase-apply']],
  ['merge', ['MERGE_HEAD']],
  ['cherry-pick', ['CHERRY_PICK_HEAD']],
  ['revert', ['REVERT_HEAD']],
  ['bisect', ['BISECT_LOG']],
];

function readLine(file: string): string | undefined {
  return read(file)?.replace(/\r?\n$/, '');
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
