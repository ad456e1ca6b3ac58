import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GitFailure, type GitCommand } from './command';
import { type Config, diff, LITERAL, PATCH } from './compare';
import { objectsOf, quoted } from './contents';
import type { DiffResult } from './diff';

/** A file with the content that it is compared with, and the one that the index has, by their ids. */
export interface Entry {
  /** Relative to git's folder. */
  readonly path: string;
  readonly before: string;
  readonly staged: string;
}

export interface Place {
  readonly git: GitCommand;
  /** Git's folder relative to the repository's top, '' or with `/` at the end. */
  readonly prefix: string;
  readonly config: Config;
}

/** The lines that the index has more than what was before, as `git diff --cached` says if there are no other files. */
export function compareStaged(place: Place, entries: readonly Entry[]): Promise<DiffResult> {
  return compareWithTree(place, entries, ['--cached']);
}

/** The lines that the working tree has more than what was before, as `git diff` says if there are no other files. */
export async function compareThere(place: Place, entries: readonly Entry[]): Promise<DiffResult[]> {
  // Git compares line ends by what the index has. Only where that is the base anyway, one index is enough.
  const isSame = ({ before, staged }: Entry) => before === staged;
  const [same, other] = [entries.filter(isSame), entries.filter((entry) => !isSame(entry))];
  return [
    ...(same.length === 0 ? [] : [await compareWithIndex(place, same)]),
    ...(other.length === 0 ? [] : [await compareWithTree(place, other, [])]),
  ];
}

/**
 * The id that the index has of each file; undefined where it has none.
 * @param stage 0 but in a conflict, where 2 is ours (git-read-tree(1), "3-way merge")
 */
export async function stagedIds(
  git: GitCommand,
  files: readonly string[],
  stage: 0 | 2 = 0,
): Promise<(string | undefined)[]> {
  const chunks: Buffer[] = [];
  const input = files.map((file) => `:${stage}:./${file}\n`).join('');
  await git.stream(['cat-file', '--batch-check=%(objectname)'], (chunk) => chunks.push(chunk), { input });
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').slice(0, -1);
  if (lines.length !== files.length)
    throw new GitFailure('git cat-file gave an answer that is not understood', 0);
  return lines.map((line) => (/^[0-9a-f]+$/.test(line) ? line : undefined));
}

function compareWithIndex(place: Place, entries: readonly Entry[]): Promise<DiffResult> {
  return inFolder(async (folder) => {
    const { git, config } = place;
    const env = { ...LITERAL, GIT_INDEX_FILE: path.join(folder, 'index') };
    await writeIndex(place, entries, ({ before }) => before, env);
    return diff(git, PATCH, { config, env });
  });
}

/** Of a tree and an index that are made for it beside the repository and thrown away. */
function compareWithTree(
  place: Place,
  entries: readonly Entry[],
  how: readonly string[],
): Promise<DiffResult> {
  return inFolder(async (folder) => {
    const { git, config } = place;
    const own = path.join(folder, 'objects');
    await fs.promises.mkdir(own);
    const env = {
      ...LITERAL,
      GIT_OBJECT_DIRECTORY: own,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(await objectsOf(git)),
    };
    const before = { ...env, GIT_INDEX_FILE: path.join(folder, 'before') };
    const now = { ...env, GIT_INDEX_FILE: path.join(folder, 'now') };
    const [tree] = await Promise.all([
      writeIndex(place, entries, (entry) => entry.before, before).then(() => writeTree(git, before)),
      writeIndex(place, entries, ({ staged }) => staged, now),
    ]);
    return diff(git, [...how, ...PATCH, '--no-renames', tree], { config, env: now });
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'outcomes-index-'));
  try {
    return await use(folder);
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}

type Env = Readonly<Record<string, string>>;

function writeIndex(
  { git, prefix }: Place,
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
  env: Env,
): Promise<void> {
  return git.stream(['-c', 'core.splitIndex=false', 'update-index', '-z', '--index-info'], () => undefined, {
    env,
    input: entries.map((entry) => `100644 ${idOf(entry)}\t${prefix}${entry.path}\0`).join(''),
  });
}

async function writeTree(git: GitCommand, env: Env): Promise<string> {
  let id = '';
  // Of a partial clone some contents may be missing, which the comparison tells.
  const command = ['-c', 'core.fsync=none', 'write-tree', '--missing-ok'];
  await git.stream(command, (chunk) => (id += chunk.toString('latin1')), { env });
  return id.trim();
}
