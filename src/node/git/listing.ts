import { isOutcomesFile } from '../../workspace/outcome-files';
import { createGitCommand, type GitCommand } from './command';
import { createTextSplitter } from './records';

export interface Listing {
  /** Untracked files that git does not ignore. */
  readonly untracked: readonly string[];
  /** Folders that may be repositories: submodules and other ones that git tracks, there or not, and untracked ones. */
  readonly repositories: readonly string[];
  /** Tracked and untracked ones, there or not, in no repository but this. */
  readonly outcomesFiles: readonly string[];
}

/** What git itself lists. */
export interface GitListing extends Listing {
  /** Whether git tracks one of these files, or a file below one of these folders. Of ASCII names alone, and literally. */
  tracks(names: readonly string[]): boolean;
}

/** Gives what lies below one folder. Throws `GitFailure` where git fails. */
export type Lister<L = Listing> = (signal: AbortSignal) => Promise<L>;

/** Asks git once, for several who look at one state of the folder, such as a command that runs once. */
export function listerOf(folder: string): Lister<GitListing> {
  let listing: Promise<GitListing> | undefined;
  return (signal) => {
    if (listing === undefined) {
      listing = keptListing(createGitCommand('git', folder, signal));
      listing.catch(() => undefined); // awaited by who asks
    }
    return listing;
  };
}

async function keptListing(git: GitCommand): Promise<GitListing> {
  const chunks: Buffer[] = [];
  const listing = await listFolder(git, (chunk) => chunks.push(chunk));
  return {
    ...listing,
    tracks(names) {
      const all = Buffer.concat(chunks);
      return names.some((name) => all.includes(`\t${name}/`) || all.includes(`\t${name}\0`));
    },
  };
}

/** What lies below git's folder, by one process. Paths are relative to it. */
export async function listFolder(
  git: GitCommand,
  onChunk: (chunk: Buffer) => void = () => undefined,
): Promise<Listing> {
  const untracked: string[] = [];
  const repositories = new Set<string>();
  const outcomesFiles = new Set<string>();
  const take = (record: string): void => {
    if (record.startsWith(OTHER)) {
      const name = record.slice(OTHER.length);
      // Of untracked folders only one that is a repository is listed by itself; it is not looked into.
      if (name.endsWith('/')) repositories.add(name.slice(0, -1));
      else untracked.push(name);
      if (isOutcomesFile(name)) outcomesFiles.add(name);
    } else if (record.startsWith(LINK, TAG.length)) {
      repositories.add(record.slice(record.indexOf('\t') + 1));
    } else if (record.endsWith('.yml') || record.endsWith('.yaml')) {
      const name = record.slice(record.indexOf('\t') + 1);
      if (isOutcomesFile(name)) outcomesFiles.add(name);
    }
  };
  // Nearly all records are of tracked files and mean nothing here.
  const list = ['ls-files', '-t', '--stage', '--others', '--exclude-standard', '-z'];
  const split = createTextSplitter(take);
  await git.stream(list, (chunk) => {
    onChunk(chunk);
    split(chunk);
  });
  return { untracked, repositories: [...repositories], outcomesFiles: [...outcomesFiles] };
}

/** With -t each record begins with one letter and a space; then comes a path, or `mode object stage TAB path`. */
const TAG = 'H ';
const OTHER = '? ';
const LINK = '160000 ';
