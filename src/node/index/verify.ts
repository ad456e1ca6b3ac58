/** What is in a folder, by what was saved of it and git's word on what has changed since. */
import type { FoundInFiles, ScanCost, ScanRequest } from '../../workspace/ports';
import type { GitCommand } from '../git/command';
import { sortSkipped } from '../scan/messages';
import { reexamine } from '../scan/reexamine';
import type { IndexContent } from './format';
import { differing, type GitState, type GitStateNow, NotVerifiable } from './git-state';

/** Up to so many files, or this part of all, reading each again costs less than a whole scan. */
const FEW = 500;
const FEW_PART = 0.05;

export interface Question {
  /** In the folder. */
  readonly git: GitCommand;
  readonly request: ScanRequest;
  /** Files that are tracked though ignored; asked for when one is. */
  readonly tracked: () => Promise<ReadonlySet<string>>;
  readonly signal: AbortSignal;
  /** Hears of all files that may have changed, before they are looked at. */
  readonly onChanged: (files: readonly string[]) => void;
}

/**
 * What a whole scan would find. Throws `NotVerifiable` where only that can tell, `GitFailure` when git fails, and
 * what the system says.
 */
export async function foundSince(
  saved: IndexContent,
  ask: () => Promise<GitStateNow>,
  { git, request, tracked, signal, onChanged }: Question,
): Promise<{ found: FoundInFiles; git: GitState; cost: ScanCost }> {
  if (saved.git === null) throw new NotVerifiable('it was saved without git');
  refuseUnreadable(saved.skipped.map(({ reason }) => reason));
  const now = await ask();
  const changed = await changedSince(git, saved.git, now);
  const most = Math.max(FEW, now.tracked * FEW_PART);
  if (changed.size > most) throw new NotVerifiable(`${changed.size} files may have changed`);
  for (const file of changed) refuseUnclear(file);
  for (const { file } of saved.files) refuseUnclear(file);
  onChanged([...changed]);
  const started = performance.now();
  const found = await reexamine(git.folder, request, changed, tracked, signal);
  refuseUnreadable(found.skipped.map(({ reason }) => reason));
  const cost = { way: 'index', files: changed.size, lex: performance.now() - started } as const;
  return { found: merged(saved, changed, found), git: now, cost };
}

async function changedSince(git: GitCommand, before: GitState, now: GitState): Promise<Set<string>> {
  const changed = new Set([...before.unlike, ...now.unlike]);
  if (before.head === now.head) return changed;
  for (const file of await differing(git, before.head, now.head)) changed.add(file);
  return changed;
}

/** The saved files and what is known of those that were looked at again. */
function merged(saved: FoundInFiles, changed: ReadonlySet<string>, found: FoundInFiles): FoundInFiles {
  const stays = ({ file }: { readonly file: string }) => !changed.has(file);
  return {
    files: [...saved.files.filter(stays), ...found.files],
    skipped: sortSkipped([...saved.skipped.filter(stays), ...found.skipped]),
    unverified: [...saved.unverified.filter((file) => !changed.has(file)), ...found.unverified],
  };
}

/** Git does not tell when a file can be read again, or how a scan names what it cannot enter. */
function refuseUnreadable(reasons: readonly string[]): void {
  if (reasons.some((reason) => reason.startsWith('unreadable')))
    throw new NotVerifiable('not all could be read');
}

/** Two names that are no UTF-8 may look the same. */
function refuseUnclear(file: string): void {
  if (file.includes('\uFFFD')) throw new NotVerifiable('a name is no UTF-8');
}
