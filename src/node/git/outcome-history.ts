import {
  type Day,
  HumanError,
  isDay,
  mergeFiles,
  type OutcomesFile,
  type OutcomeTree,
  parseOutcomes,
  type TreeVersion,
} from '../../core';
import { isOutcomesFile, withoutIgnored } from '../../workspace/outcome-files';
import { createGitCommand, GitFailure, type GitCommand } from './command';

/** What git knows of the outcomes files of one folder. */
export interface OutcomeHistory {
  /**
   * The states that HEAD went through, oldest first; of a merge its result counts, told with who merged. `cut` when
   * there were more than are read. Empty without a repository or a commit.
   */
  versions(
    signal: AbortSignal,
  ): Promise<{ readonly versions: readonly TreeVersion[]; readonly cut: boolean }>;
  /** The state at a revision or, for a date, at the end of that day (UTC). One that is not there is a HumanError. */
  at(
    ref: string,
    signal: AbortSignal,
  ): Promise<{ readonly ref: string; readonly day: Day; readonly tree: OutcomeTree }>;
}

/** Versions that are read; each is the whole tree at a commit that touched an outcomes file. */
const MAX_VERSIONS = 500;

/** Each version of a file is parsed once, however often it is asked for. Files are followed by name, not by rename. */
export function createOutcomeHistory(
  folder: string,
  { program = 'git', limit = MAX_VERSIONS }: { readonly program?: string; readonly limit?: number } = {},
): OutcomeHistory {
  const parsed = new Map<string, OutcomesFile>();
  return {
    async versions(signal) {
      const git = createGitCommand(program, folder, signal);
      const commits = await readCommits(git, limit + 1);
      const cut = commits.length > limit;
      const kept = cut ? commits.slice(0, limit) : commits;
      kept.reverse();
      const states = await statesOf(git, kept, cut);
      await parseMissing(
        git,
        states.flatMap((state) => [...state]),
        parsed,
      );
      return { versions: kept.map((commit, i) => ({ ...commit, tree: treeOf(states[i]!, parsed) })), cut };
    },
    async at(ref, signal) {
      const git = createGitCommand(program, folder, signal);
      const commit = await resolve(git, ref);
      const state = await stateAt(git, commit);
      await parseMissing(git, [...state], parsed);
      const time = await git.text(['log', '-1', '--format=%ct', commit]);
      return { ref, day: dayOf(Number(time)), tree: treeOf(state, parsed) };
    },
  };
}

interface Changed {
  readonly commit: string;
  readonly author: string;
  readonly day: Day;
  /** null for a file that is gone. */
  readonly files: ReadonlyMap<string, string | null>;
}

/** Path → object id of its contents. */
type State = ReadonlyMap<string, string>;

/** Newest first. */
async function readCommits(git: GitCommand, limit: number): Promise<Changed[]> {
  const args = [
    ...['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'],
    ...['--no-ext-diff', '--no-textconv', '--no-color', '--no-mailmap', `--max-count=${limit}`],
    ...['--format=%H %ct %an', 'HEAD', '--', ':(glob)**/outcomes.yml', ':(glob)**/outcomes.yaml'],
  ];
  const commits: (Changed & { files: Map<string, string | null> })[] = [];
  let raw: string | null = null;
  try {
    await git.records(args, (record) => {
      const text = record.toString('utf8');
      if (raw !== null) {
        const [, , , blob, status] = raw.split(' ');
        commits.at(-1)!.files.set(text, status === 'D' || !isFile(raw) ? null : blob!);
        raw = null;
        return;
      }
      const token = text.replace(/^\n+/, '');
      if (token.startsWith(':')) raw = token;
      else if (token !== '') commits.push(headOf(token));
    });
  } catch (error) {
    // No git, no repository, or none with a commit.
    if (error instanceof GitFailure && (error.code === 128 || error.code === null)) return [];
    throw error;
  }
  return commits;
}

function headOf(token: string) {
  const [commit = '', time = '', ...author] = token.split(' ');
  return {
    commit,
    author: author.join(' '),
    day: dayOf(Number(time)),
    files: new Map<string, string | null>(),
  };
}

/** Neither a symbolic link nor a submodule. */
function isFile(raw: string): boolean {
  return raw.split(' ')[1]!.startsWith('100');
}

async function statesOf(git: GitCommand, commits: readonly Changed[], cut: boolean): Promise<State[]> {
  const [oldest] = commits;
  if (oldest === undefined) return [];
  const state = new Map(cut ? await stateAt(git, oldest.commit) : []);
  return commits.map(({ files }) => {
    for (const [path, blob] of files) {
      if (blob === null) state.delete(path);
      else state.set(path, blob);
    }
    return new Map(state);
  });
}

async function stateAt(git: GitCommand, commit: string): Promise<State> {
  const state = new Map<string, string>();
  await git.records(['ls-tree', '-r', '-z', commit], (record) => {
    const text = record.toString('utf8');
    const tab = text.indexOf('\t');
    const [mode, , blob] = text.slice(0, tab).split(' ');
    const path = text.slice(tab + 1);
    if (mode!.startsWith('100') && isOutcomesFile(path)) state.set(path, blob!);
  });
  return state;
}

async function parseMissing(
  git: GitCommand,
  wanted: readonly (readonly [path: string, blob: string])[],
  parsed: Map<string, OutcomesFile>,
): Promise<void> {
  const missing = new Map(
    wanted
      .filter(([path, blob]) => !parsed.has(keyOf(path, blob)))
      .map(([path, blob]) => [keyOf(path, blob), { path, blob }]),
  );
  if (missing.size === 0) return;
  const blobs = [...new Set([...missing.values()].map(({ blob }) => blob))];
  const chunks: Buffer[] = [];
  await git.stream(['cat-file', '--batch'], (chunk) => chunks.push(chunk), {
    input: `${blobs.join('\n')}\n`,
  });
  const texts = readBatch(Buffer.concat(chunks));
  for (const [key, { path, blob }] of missing) {
    const text = texts.get(blob);
    if (text !== undefined) parsed.set(key, parseOutcomes(path, text));
  }
}

/** `<id> blob <bytes>`, a newline, the contents, a newline; what is missing has no contents (git-cat-file(1)). */
function readBatch(output: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [blob, type, size] = output.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    texts.set(blob!, new TextDecoder().decode(output.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return texts;
}

function treeOf(state: State, parsed: ReadonlyMap<string, OutcomesFile>): OutcomeTree {
  const files = [...state].map(([path, blob]) => parsed.get(keyOf(path, blob)));
  return mergeFiles(withoutIgnored(files.filter((file) => file !== undefined)));
}

async function resolve(git: GitCommand, ref: string): Promise<string> {
  try {
    const found = isDay(ref)
      ? await git.text(['rev-list', '-1', '--first-parent', `--before=${ref}T23:59:59Z`, 'HEAD'])
      : await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], [1]);
    const commit = found?.trim() ?? '';
    if (commit !== '') return commit;
  } catch (error) {
    if (!(error instanceof GitFailure) || error.code !== 128) throw error;
  }
  throw new HumanError(
    isDay(ref)
      ? `there is no commit on or before ${ref} to compare with`
      : `no git repository here knows the revision ${JSON.stringify(ref)} to compare with`,
  );
}

function keyOf(path: string, blob: string): string {
  return `${blob} ${path}`;
}

/** The day in UTC of seconds since 1970. */
function dayOf(seconds: number): Day {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
