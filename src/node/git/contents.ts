import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LineRun } from '../../core';
import type { GitCommand } from './command';
import { diff, PATCH } from './compare';

/** Two contents that git stores, by their ids. */
export type Pair = readonly [before: string, after: string];

/**
 * The lines that the second content of each pair has more than the first, by the pair's number; undefined for one that
 * git takes for binary, by its bytes alone.
 *
 * Two trees are made of them beside the repository and compared there: so git looks at nothing else, however many
 * files there are, and at any number of pairs, and no attribute, setting or index of the repository has a say.
 */
export async function compareContents(
  git: GitCommand,
  pairs: readonly Pair[],
): Promise<(readonly LineRun[] | undefined)[]> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'outcomes-compare-'));
  try {
    const env = {
      GIT_DIR: folder,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(await objectsOf(git)),
    };
    await makeRepository(folder, pairs[0]![0].length);
    const trees = await writeTrees(git, pairs, env);
    const { added, binary } = await diff(git, [...PATCH, '--no-renames', ...trees], { env });
    const without = new Set(binary);
    return pairs.map((_, i) => {
      const name = String(i);
      return without.has(name) ? undefined : ((added.get(name) ?? []) as readonly LineRun[]);
    });
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}

/** The folder in which the repository stores contents. */
export async function objectsOf(git: GitCommand): Promise<string> {
  const said = (await git.text(['rev-parse', '--git-path', 'objects']))!;
  return path.resolve(git.folder, said.replace(/\n$/, ''));
}

/** As git reads a path in GIT_ALTERNATE_OBJECT_DIRECTORIES, where separators may be part of it (git(1)). */
export function quoted(folder: string): string {
  const escaped = path.sep === '\\' ? folder.replaceAll('\\', '/') : folder.replaceAll('\\', '\\\\');
  return `"${escaped.replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

/** What gitrepository-layout(5) asks for at the least, of a repository without a working tree. */
async function makeRepository(folder: string, idLength: number): Promise<void> {
  const format =
    idLength === SHA256
      ? '[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = sha256\n'
      : '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';
  await Promise.all([
    fs.promises.mkdir(path.join(folder, 'objects')),
    fs.promises.mkdir(path.join(folder, 'refs')),
    fs.promises.writeFile(path.join(folder, 'HEAD'), 'ref: refs/heads/none\n'),
    fs.promises.writeFile(path.join(folder, 'config'), format),
  ]);
}

/** Hexadecimal digits of an id. */
const SHA256 = 64;

/** One tree of what was before and one of what is, each content under its number. */
async function writeTrees(
  git: GitCommand,
  pairs: readonly Pair[],
  env: Readonly<Record<string, string>>,
): Promise<string[]> {
  const trees = [0, 1].map((side) => pairs.map((pair, i) => `100644 blob ${pair[side]!}\t${i}\0`).join(''));
  let said = '';
  // Of a partial clone some contents may be missing, which the comparison tells.
  const command = ['-c', 'core.fsync=none', 'mktree', '-z', '--missing', '--batch'];
  await git.stream(command, (chunk) => (said += chunk.toString('latin1')), {
    env,
    input: trees.join('\0'),
  });
  return said.trim().split('\n');
}
