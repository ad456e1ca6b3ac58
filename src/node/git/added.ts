import fs from 'node:fs/promises';
import path from 'node:path';
import type { LineRun } from '../../core/work/model';
import { GitFailure, type GitCommand } from './command';
import { createDiffReader, type DiffResult } from './diff';

export type Added = Map<string, 'all' | readonly LineRun[]>;

/**
 * The lines of tracked files in the working tree that the commit `from` has not, by paths relative to git's folder;
 * all of them without a `from`. The lines of a renamed file stay old. `onMissing` hears when git lacks the old
 * contents (a partial clone): changed files then count as new as a whole.
 * @param filters names of the clean filters that the configuration knows
 */
export async function addedSince(
  git: GitCommand,
  from: string | null,
  filters: readonly string[],
  onMissing: (failure: GitFailure) => void,
): Promise<Added> {
  if (from === null) return allTracked(git);
  const config = withoutFilters(filters);
  try {
    const { added, binary } = await diff(git, [...PATCH, from], config);
    await addUncompared(git, from, config, binary, added);
    return added;
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const changed = await changedFiles(git, from, config);
    onMissing(error);
    return changed;
  }
}

/** Untracked files that git does not ignore; repositories among them are given apart and not looked into. */
export async function untrackedFiles(git: GitCommand): Promise<{ files: string[]; repositories: string[] }> {
  const files: string[] = [];
  const repositories: string[] = [];
  await git.records(['ls-files', '--others', '--exclude-standard', '-z'], (record) => {
    const name = record.toString('utf8');
    // Of folders only one that is a repository is listed by itself.
    if (name.endsWith('/')) repositories.push(name.slice(0, -1));
    else files.push(name);
  });
  return { files, repositories };
}

type Config = readonly (readonly [key: string, value: string])[];

/**
 * Git runs a file's clean filter to compare it, and any repository's configuration can name one. An empty command
 * is none; a file that is stored filtered then differs as a whole once it was edited.
 */
function withoutFilters(filters: readonly string[]): Config {
  return filters.flatMap((name) => [
    [`filter.${name}.clean`, ''] as const,
    [`filter.${name}.process`, ''] as const,
    [`filter.${name}.required`, 'false'] as const,
  ]);
}

/** What a person set as `diff.*` is overruled: the editor and CI must see the same lines. */
const DIFF = [
  'diff',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
  '--relative',
  '-O/dev/null',
];

const PATCH = [
  '-p',
  '-U0',
  '--inter-hunk-context=0',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--diff-filter=d',
  '-M',
  '-l1000',
];

async function diff(git: GitCommand, args: readonly string[], config: Config): Promise<DiffResult> {
  const reader = createDiffReader();
  await git.stream([...DIFF, ...args, '--'], (chunk) => reader.push(chunk), { config });
  return reader.end();
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
    const reader = createDiffReader();
    const paths = texts.slice(i, i + PATHS_AT_ONCE);
    await git.stream([...DIFF, ...PATCH, '--text', from, '--', ...paths], (chunk) => reader.push(chunk), {
      config,
      env: { GIT_LITERAL_PATHSPECS: '1' },
    });
    for (const [file, runs] of reader.end().added) added.set(file, runs);
  }
}

/** By its first 8 KB, as git does; undefined when it cannot be read. */
async function kindOf(file: string): Promise<'text' | 'utf-16' | 'binary' | undefined> {
  try {
    const handle = await fs.open(file);
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
