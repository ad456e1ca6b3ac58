import fs from 'node:fs';
import path from 'node:path';
import { isOutcomesFile } from '../../workspace/outcome-files';
import { GitFailure, type GitCommand } from '../git/command';
import { LITERAL, withoutFilters } from '../git/compare';
import { createTextSplitter } from '../git/records';
import type { Told } from '../git/ids';
import { readSettings } from '../git/settings';
import { globalExcludesFile } from '../scan/ignores';

/**
 * What git says of a folder at one moment. Of two such states follows which files may hold something else, or may be
 * found in the one and not in the other: those that either names, and those in which the commits differ.
 */
export interface GitState {
  /** HEAD's commit. */
  readonly head: string;
  /**
   * Files, relative to the folder, that are not as in HEAD: changed, staged, untracked, or marked so that git does not
   * look at them.
   */
  readonly unlike: ReadonlySet<string>;
  /** How many files git tracks in the folder. */
  readonly tracked: number;
}

/** The state now, and what only who asks for it needs to know. */
export interface GitStateNow extends GitState {
  /** Tracked and untracked ones, there or not. */
  readonly outcomesFiles: readonly string[];
  readonly told: Told;
}

/** Why git's word is not enough here. */
export class NotVerifiable extends Error {
  override readonly name = 'NotVerifiable';
}

/**
 * Asks git, without writing anything or running what the repository configures. Rejects with a NotVerifiable where
 * a scan may see a change that git does not tell, with a GitFailure when git fails.
 * @param onAsked called once all that takes long is asked for
 */
export async function readGitState(git: GitCommand, onAsked?: () => void): Promise<GitStateNow> {
  refuseIgnoreFilesAbove(git.folder);
  const listing = listTracked(git);
  listing.catch(() => undefined); // awaited below
  const [prefix, { filters }] = await Promise.all([prefixOf(git), readSettings(git)]);
  const states = status(git, prefix, filters);
  onAsked?.();
  const [{ head, files, ids }, listed] = await Promise.all([states, listing]);
  const { marked, links, tracked, outcomesFiles } = listed;
  for (const file of marked) files.add(file);
  for (const file of files) if (isOutcomesFile(file)) outcomesFiles.add(file);
  const told = { head, ids, marked: new Set([...marked, ...links]) };
  return { head, unlike: files, tracked, outcomesFiles: [...outcomesFiles], told };
}

/** HEAD's commit. */
export async function readHead(git: GitCommand): Promise<string> {
  return (await git.text(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']))!.trim();
}

/** The files, relative to the folder, in which two commits differ. */
export async function differing(git: GitCommand, from: string, to: string): Promise<string[]> {
  const files: string[] = [];
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--relative',
    '--ignore-submodules=none',
  ];
  await git.records([...args, '--no-ext-diff', '--no-textconv', from, to, '--'], (record) =>
    files.push(record.toString('utf8')),
  );
  return files;
}

async function prefixOf(git: GitCommand): Promise<string> {
  const said = (await git.text(['rev-parse', '--is-inside-work-tree', '--show-prefix']))!;
  // The path comes last: it may hold newlines.
  if (!said.startsWith('true\n')) throw new NotVerifiable('the folder is in no working tree');
  return said.slice('true\n'.length).replace(/\n$/, '');
}

/**
 * git-status(1), "Porcelain Format Version 2". Times and sizes alone do not count as a change, contents do, and
 * whatever a time can tell is looked at: settings that make git look less closely are overruled. Untracked files are
 * those that ripgrep's rules do not ignore, which knows of one file for the whole machine and tells `A` from `a`.
 */
async function status(
  git: GitCommand,
  prefix: string,
  filters: readonly string[],
): Promise<{ head: string; files: Set<string>; ids: Told['ids'] }> {
  const args = ['status', '--porcelain=v2', '--branch', '--no-ahead-behind', '-z', '--untracked-files=all'];
  const config = [
    ...withoutFilters(filters),
    ['core.excludesFile', globalExcludesFile()],
    ['core.ignoreCase', 'false'],
    ['core.trustctime', 'true'],
    ['core.checkStat', 'default'],
  ] as const;
  const files = new Set<string>();
  const ids = new Map<string, readonly [head: string, staged: string]>();
  let head = '';
  const take = (record: string): void => {
    if (record.startsWith(OID)) head = record.slice(OID.length);
    if (record.startsWith('# ')) return;
    const name = nameIn(record);
    if (record.startsWith('! ')) {
      refuseIgnoreFile(name);
      if (prefix.startsWith(name)) throw new NotVerifiable('the folder itself is ignored');
    } else if (name.startsWith(prefix)) {
      if (name.endsWith('/')) throw new NotVerifiable(`${name} is a repository of its own`);
      refuseIgnoreFile(name);
      const file = name.slice(prefix.length);
      files.add(file);
      const both = REGULAR_IN_BOTH.exec(record);
      if (both !== null) ids.set(file, [both[1]!, both[2]!]);
    }
  };
  await git.stream(
    [...args, '--ignored=matching', '--no-renames', '--ignore-submodules=all', '--', '.'],
    createTextSplitter(take),
    { config, env: LITERAL },
  );
  if (!/^[0-9a-f]{40,64}$/.test(head)) throw new NotVerifiable('there is no commit yet');
  return { head, files, ids };
}

/** `1 XY sub mH mI mW hH hI path`: the ids of a file, no link, that HEAD and the index have. */
const REGULAR_IN_BOTH = /^1 .. .{4} 100(?:644|755) 100(?:644|755) \d+ ([0-9a-f]+) ([0-9a-f]+) /;

const OID = '# branch.oid ';

/** How many fields stand before the path. */
const FIELDS: Readonly<Record<string, number>> = { '1': 8, u: 10, '?': 1, '!': 1 };

function nameIn(record: string): string {
  const fields = FIELDS[record[0] ?? ''];
  if (fields === undefined) throw new GitFailure('git status gave an answer that is not understood', 0);
  let at = 0;
  for (let i = 0; i < fields; i++) at = record.indexOf(' ', at) + 1;
  return record.slice(at);
}

interface Tracked {
  /** Those that git was told not to look at (git-update-index(1), assume-unchanged), or that are in conflict. */
  readonly marked: readonly string[];
  readonly links: readonly string[];
  readonly tracked: number;
  readonly outcomesFiles: Set<string>;
}

/** All that git tracks here. */
async function listTracked(git: GitCommand): Promise<Tracked> {
  const marked: string[] = [];
  const links: string[] = [];
  const outcomesFiles = new Set<string>();
  let tracked = 0;
  // Nearly all records mean nothing.
  const take = (record: string): void => {
    tracked++;
    if (record.startsWith(REPOSITORY, 2)) throw new NotVerifiable('it holds a repository of its own');
    if (record.endsWith('.yml') || record.endsWith('.yaml')) {
      const name = record.slice(record.indexOf('\t') + 1);
      if (isOutcomesFile(name)) outcomesFiles.add(name);
    }
    if (record.endsWith('ignore')) refuseIgnoreFile(record.slice(record.indexOf('\t') + 1));
    if (!record.startsWith('H ')) marked.push(record.slice(record.indexOf('\t') + 1));
    else if (record.startsWith(LINK, 2)) links.push(record.slice(record.indexOf('\t') + 1));
  };
  await git.stream(['ls-files', '-v', '--stage', '-z'], createTextSplitter(take));
  return { marked, links, tracked, outcomesFiles };
}

const REPOSITORY = '160000 ';
const LINK = '120000 ';

/** ripgrep's own ignore files can take in what git ignores, and git tells nothing of such files. */
const IGNORE_FILES = ['.ignore', '.rgignore'];

function refuseIgnoreFile(file: string): void {
  if (IGNORE_FILES.includes(file.slice(file.lastIndexOf('/') + 1)))
    throw new NotVerifiable(`${file} has a say in what is scanned`);
}

function refuseIgnoreFilesAbove(folder: string): void {
  for (let at = path.dirname(fs.realpathSync(folder)); ; at = path.dirname(at)) {
    for (const name of IGNORE_FILES)
      if (fs.existsSync(path.join(at, name))) refuseIgnoreFile(path.join(at, name));
    if (at === path.dirname(at)) return;
  }
}
