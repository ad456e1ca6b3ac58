import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LineRun } from '../../core';
import { GitFailure, type GitCommand } from './command';
import { type Config, diff, DIFF, LITERAL, PATCH, withoutFilters } from './compare';
import { type Change, createDiffReader } from './diff';
import { isWorthSelecting, type Selected, selectedLines, type Selection } from './selected';

export type Added = Map<string, 'all' | readonly LineRun[]>;

export interface Comparison {
  readonly added: Added;
  /** No file has gone or moved and all could be compared: what is new in one file does not depend on the others. */
  readonly isPlain: boolean;
  /** Changed files that were not compared, since nobody wanted to know of their lines. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * The lines in the working tree that the commit `from` has not, by paths relative to git's folder; all of them
 * without a `from`. The lines of a moved file stay old, be the move known to git or not. `onMissing` hears when git
 * lacks the old contents (a partial clone): changed files then count as new as a whole.
 * @param untracked files that are new unless they were moved; asked for last
 * @param filters names of the clean filters that the configuration knows
 * @param selection whose lines are wanted where many files have changed; by default those of all
 */
export async function addedSince(
  git: GitCommand,
  from: string | null,
  untracked: () => Promise<readonly string[]>,
  filters: readonly string[],
  onMissing: (failure: GitFailure) => void,
  selection?: Selection,
): Promise<Comparison> {
  const unknown = NONE;
  if (from === null)
    return { added: withAll(await allTracked(git), await untracked()), isPlain: false, unknown };
  const config = withoutFilters(filters);
  try {
    const { added, binary, deleted, moved, unknown } = selection
      ? await selectedDiff(git, from, selection, config)
      : { ...(await diff(git, [...PATCH, from], { config })), unknown: NONE };
    await addUncompared(git, from, config, binary, added);
    const others = await untracked();
    withAll(added, others);
    if (deleted.length > 0 && others.length > 0) {
      await followMoves(git, from, config, deleted, others, added);
    }
    return { added, isPlain: deleted.length === 0 && !moved, unknown };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const changed = await changedFiles(git, from, config);
    onMissing(error);
    return { added: withAll(changed, await untracked()), isPlain: false, unknown };
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Lists what has changed, and has git go on to compare it all unless the list is too long for that. */
async function selectedDiff(
  git: GitCommand,
  from: string,
  selection: Selection,
  config: Config,
): Promise<Selected> {
  let selected: readonly Change[] | undefined;
  const reader = createDiffReader((changes) => {
    if (!isWorthSelecting(changes, selection)) return;
    selected = changes;
    throw ENOUGH;
  });
  try {
    const args = [...DIFF, ...PATCH, '--raw', '--no-abbrev', from, '--'];
    await git.stream(args, (chunk) => reader.push(chunk), { config });
    return { ...reader.end(), unknown: NONE };
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return selectedLines(git, selected!, selection, config);
}

/** Ends git where the rest of what it would say is not wanted. */
const ENOUGH = new Error('enough');

function withAll(added: Added, files: readonly string[]): Added {
  for (const file of files) added.set(file, 'all');
  return added;
}

async function allTracked(git: GitCommand): Promise<Added> {
  const added: Added = new Map();
  await git.records(['ls-files', '-z'], (record) => added.set(record.toString('utf8'), 'all'));
  return added;
}

async function changedFiles(git: GitCommand, from: string, config: Config): Promise<Added> {
  const added: Added = new Map();
  await git.records(
    [...DIFF, '--name-only', '-z', '--no-renames', '--diff-filter=d', from, '--'],
    (record) => added.set(record.toString('utf8'), 'all'),
    { config },
  );
  return added;
}

/** So many paths fit into any system's command line. */
const PATHS_AT_ONCE = 100;

/**
 * Git compares no lines where an attribute says `-diff` or a byte is NUL. Texts of the first kind are compared after
 * all; UTF-16, whose lines git cannot tell, counts as new as a whole; what is really binary holds no TODO.
 */
async function addUncompared(
  git: GitCommand,
  from: string,
  config: Config,
  files: readonly string[],
  added: Added,
): Promise<void> {
  const texts: string[] = [];
  for (const file of files) {
    const kind = await kindOf(path.join(git.folder, file));
    if (kind === 'text') texts.push(file);
    else if (kind === 'utf-16') added.set(file, 'all');
  }
  for (let i = 0; i < texts.length; i += PATHS_AT_ONCE) {
    const paths = texts.slice(i, i + PATHS_AT_ONCE);
    const compared = await diff(git, [...PATCH, '--text', from], { config, env: LITERAL }, paths);
    for (const [file, runs] of compared.added) added.set(file, runs);
  }
}

/** By its first 8 KB, as git does; undefined when it cannot be read. */
async function kindOf(file: string): Promise<'text' | 'utf-16' | 'binary' | undefined> {
  try {
    const handle = await fs.promises.open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8192), 0, 8192, 0);
      const start = buffer.subarray(0, bytesRead);
      const bom = start.length < 2 ? 0 : start.readUInt16BE(0);
      if (bom === 0xfffe || bom === 0xfeff) return 'utf-16';
      return start.includes(0) ? 'binary' : 'text';
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Beyond these it was no person who moved files by hand. */
const MAX_MOVED = 1_000;
const MAX_UNTRACKED = 5_000;

/**
 * Git sees no move where the new file is not added yet, as when an editor renames one. So it is asked again with
 * the untracked files announced to it, in a copy of the index that is thrown away: the repository stays untouched.
 */
async function followMoves(
  git: GitCommand,
  from: string,
  config: Config,
  deleted: readonly string[],
  untracked: readonly string[],
  added: Added,
): Promise<void> {
  if (deleted.length > MAX_MOVED || untracked.length > MAX_UNTRACKED) return;
  if (!(await someTracked(git, deleted))) return;
  const index = await git.text(['rev-parse', '--git-path', 'index']);
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'outcomes-index-'));
  try {
    const copy = path.join(folder, 'index');
    await fs.promises.copyFile(path.resolve(git.folder, index!.replace(/\n$/, '')), copy);
    const env = { ...LITERAL, GIT_INDEX_FILE: copy };
    const announce = ['-c', 'core.splitIndex=false', 'add', '--intent-to-add'];
    await git.stream([...announce, '--pathspec-from-file=-', '--pathspec-file-nul'], () => undefined, {
      config,
      env,
      input: untracked.join('\0'),
    });
    const again = await diff(git, [...PATCH, from], { config, env });
    for (const file of untracked) {
      const runs = again.added.get(file);
      if (runs === undefined) added.delete(file);
      else added.set(file, runs);
    }
  } catch (error) {
    // A name that is no UTF-8 cannot be announced; its lines stay new.
    if (!(error instanceof GitFailure)) throw error;
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}

/** True when the index still has one of the files. */
async function someTracked(git: GitCommand, files: readonly string[]): Promise<boolean> {
  let found = 0;
  for (let i = 0; i < files.length && found === 0; i += PATHS_AT_ONCE) {
    const paths = files.slice(i, i + PATHS_AT_ONCE);
    await git.records(['ls-files', '-z', '--', ...paths], () => found++, { env: LITERAL });
  }
  return found > 0;
}
