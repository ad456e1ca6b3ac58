import { type Day, dayOfSeconds, HumanError, isDay } from '../../core';
import { isOutcomesFile } from '../../workspace/outcome-files';
import { readBlobs } from './blobs';
import { createGitCommand, GitFailure, type GitCommand } from './command';
import { notBefore } from './commits';

/** A commit on the way to HEAD that changed outcomes files; of a merge its result counts, told with who merged. */
export interface VersionCommit {
  readonly commit: string;
  readonly author: string;
  /** Of the committer, in UTC. */
  readonly day: Day;
  readonly files: ReadonlyMap<string, ChangedFile>;
}

/** The object ids of a file's contents; null where it was not there, or is no file. */
export interface ChangedFile {
  readonly before: string | null;
  readonly after: string | null;
}

/** Path → object id of its contents. */
export type VersionState = ReadonlyMap<string, string>;

export interface VersionQuery {
  /** Relative to the folder; null for every outcomes file there ever was, which takes git longer. */
  readonly files: readonly string[] | null;
  /** Commits before this day (UTC) are left out; null for all of them. */
  readonly since: Day | null;
  readonly limit: number;
}

/** What a commit held of outcomes files. */
export interface VersionAt {
  readonly commit: string;
  /** Of the committer, in UTC. */
  readonly day: Day;
  readonly state: VersionState;
}

/** What git says of the versions of one folder's outcomes files. */
export interface Versions {
  /** Newest first. Empty without git, a repository or a commit. */
  commits(query: VersionQuery, signal: AbortSignal): Promise<readonly VersionCommit[]>;
  /** At a revision or, for a date, at the last commit of that day (UTC); null when there is none. */
  at(ref: string, signal: AbortSignal): Promise<VersionAt | null>;
  /** The contents of blobs, by their ids; those that git lacks are left out. */
  contents(blobs: ReadonlySet<string>, signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
}

/** Asks git, a name on PATH or a path. Runs nothing that the repository configures. */
export function gitVersions(folder: string, program = 'git'): Versions {
  const gitFor = (signal: AbortSignal): GitCommand => createGitCommand(program, folder, signal);
  return {
    commits: (query, signal) => readVersionCommits(gitFor(signal), query),
    at: (ref, signal) => readVersionAt(gitFor(signal), ref),
    contents: (blobs, signal) => readTexts(gitFor(signal), blobs),
  };
}

async function readVersionCommits(
  git: GitCommand,
  { files, since, limit }: VersionQuery,
): Promise<VersionCommit[]> {
  const args = [
    ...['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'],
    ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-mailmap', `--max-count=${limit}`],
    ...notBefore(since),
    ...['--encoding=UTF-8', '--format=%H %ct %an', 'HEAD', '--', ...pathspecs(files)],
  ];
  const commits: (VersionCommit & { files: Map<string, ChangedFile> })[] = [];
  let raw: string | null = null;
  try {
    await git.records(args, (record) => {
      const text = record.toString('utf8');
      if (raw !== null) {
        commits.at(-1)!.files.set(text, changedFile(raw));
        raw = null;
        return;
      }
      const token = text.replace(/^\n+/, '');
      if (token.startsWith(':')) raw = token;
      else if (token !== '') commits.push({ ...headOf(token), files: new Map() });
    });
  } catch (error) {
    if (error instanceof GitFailure && (error.code === 128 || error.code === null)) return [];
    throw error;
  }
  return commits;
}

function pathspecs(files: readonly string[] | null): string[] {
  return files === null
    ? [':(glob)**/outcomes.yml', ':(glob)**/outcomes.yaml']
    : files.map((file) => `:(literal)${file}`);
}

/** `<commit> <seconds> <author>` */
function headOf(token: string): Pick<VersionCommit, 'commit' | 'author' | 'day'> {
  const [commit = '', time = '', ...author] = token.split(' ');
  return { commit, author: author.join(' '), day: dayOfSeconds(Number(time)) };
}

/** `:<mode> <mode> <id> <id> <status>`, before and after (git-diff(1), raw output format). */
function changedFile(raw: string): ChangedFile {
  const [modeBefore = '', modeAfter = '', before = '', after = ''] = raw.slice(1).split(' ');
  return {
    before: isFile(modeBefore) ? before : null,
    after: isFile(modeAfter) ? after : null,
  };
}

/** Neither a symbolic link nor a submodule. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

async function readVersionAt(git: GitCommand, ref: string): Promise<VersionAt | null> {
  const commit = await commitAt(git, ref);
  if (commit === null) return null;
  const [state, time] = await Promise.all([
    stateAt(git, commit),
    git.text(['log', '-1', '--format=%ct', commit]),
  ]);
  return { commit, day: dayOfSeconds(Number(time)), state };
}

async function stateAt(git: GitCommand, commit: string): Promise<VersionState> {
  const state = new Map<string, string>();
  await git.records(['ls-tree', '-r', '-z', commit], (record) => {
    const text = record.toString('utf8');
    const tab = text.indexOf('\t');
    const [mode = '', , blob = ''] = text.slice(0, tab).split(' ');
    const path = text.slice(tab + 1);
    if (isFile(mode) && isOutcomesFile(path)) state.set(path, blob);
  });
  return state;
}

async function commitAt(git: GitCommand, ref: string): Promise<string | null> {
  try {
    const found = isDay(ref)
      ? await git.text(['rev-list', '-1', '--first-parent', `--before=${ref}T23:59:59Z`, 'HEAD'])
      : await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], [1]);
    return found?.trim() || null;
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (error.code === 128) return null;
    throw new HumanError(`nothing can be compared with ${ref}: ${error.message}`, { cause: error });
  }
}

async function readTexts(git: GitCommand, blobs: ReadonlySet<string>): Promise<Map<string, string>> {
  const decoder = new TextDecoder();
  const found = await readBlobs(git, blobs);
  return new Map([...found].map(([blob, contents]) => [blob, decoder.decode(contents)]));
}
