import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core';
import { run } from '../process';
import { createGitCommand } from './command';
import { type Base, findBase, readRefs } from './refs';
import { gitDirOf, type Operation, operationIn } from './work-tree';

/** Where a new branch could begin, and what stands in its way. */
export interface BranchState {
  /** The checked-out branch, or the one that a rebase in progress is rewriting; null when HEAD is detached. */
  readonly branch: string | null;
  readonly detached: boolean;
  /** HEAD's commit, null before the first one. */
  readonly head: string | null;
  /** What the policy, or else git's default, names as base; null when there is none. Nothing is fetched. */
  readonly base: Base | null;
  /** Local branches by name, with their commits. */
  readonly branches: ReadonlyMap<string, string>;
  readonly operation: Operation | null;
  /** True when HEAD is detached at a commit that no branch and no tag holds: leaving it would lose it. */
  readonly adrift: boolean;
}

/** Writes to the repository of one working tree, in ways that a person asked for. Every failure is a `HumanError`. */
export interface GitWriter {
  /** The working tree's top. */
  readonly top: string;
  /** @param base the policy's base, null for git's default */
  state(base: string | null): Promise<BranchState>;
  /** The ids that `branch.<name>.outcome` holds, in whatever file of git's configuration. */
  outcomeOf(branch: string): Promise<string[]>;
  /**
   * Makes `branch.<name>.outcome` exactly these ids, none of them to take it away, in the configuration that all
   * worktrees of the repository share. Gives what it was before. Rejects, with nothing changed, when another file
   * (included, the user's, the system's) has a say too.
   */
  setOutcome(branch: string, ids: readonly string[]): Promise<string[]>;
  /** `user.name`; '' when git knows none. */
  user(): Promise<string>;
  /** The other working tree that has the branch checked out. */
  checkedOutAt(branch: string): Promise<string | undefined>;
  /** Makes a branch that follows no remote branch, at a commit or at HEAD, and checks it out. */
  create(branch: string, from: string | null): Promise<void>;
  switchTo(branch: string): Promise<void>;
  /** Deletes a branch that still is at the commit; rejects when it has moved on. */
  remove(branch: string, at: string): Promise<void>;
}

export interface WriterOptions {
  readonly signal?: AbortSignal;
  /** A name on PATH or a path; `git` by default. */
  readonly program?: string;
}

/**
 * Unlike the commands that only read, these run what the repository configures (hooks, filters), as git would in a
 * terminal: not for a folder that nobody trusts.
 */
export function createGitWriter(top: string, options: WriterOptions = {}): GitWriter {
  const { signal = new AbortController().signal, program = 'git' } = options;
  const reader = createGitCommand(program, top, signal);
  const git = (args: readonly string[], absent?: readonly number[]) =>
    command(program, top, signal, args, absent);
  const outcomes = (branch: string) => readOutcomes(git, top, branch);

  return {
    top,
    async state(base) {
      const refs = await explained('read its branches', readRefs(reader, base));
      const { branch, detached, oid } = refs.head;
      const gitDir = gitDirOf(top);
      return {
        branch,
        detached,
        head: oid,
        base: await findBase(reader, refs, base),
        branches: refs.branches,
        operation: gitDir === undefined ? null : operationIn(gitDir),
        adrift: detached && oid !== null && (await isAdrift(git, oid)),
      };
    },
    outcomeOf: async (branch) => (await outcomes(branch)).map(({ value }) => value),
    async setOutcome(branch, ids) {
      checkBranch(branch);
      const found = await outcomes(branch);
      const before = found.map(({ value }) => value);
      if (same(before, ids)) return before;
      const elsewhere = found.find(({ own }) => !own);
      if (elsewhere !== undefined)
        throw new HumanError(
          `${elsewhere.where} says that branch ${branch} serves ${elsewhere.value}. Change it there.`,
        );
      await explained(`note the outcome of branch ${branch}`, write(git, keyOf(branch), ids));
      return before;
    },
    user: async () => ((await git(['config', '--get', 'user.name'], [1])) ?? '').trim(),
    async checkedOutAt(branch) {
      const said = await git(['for-each-ref', '--format=%(worktreepath)', `refs/heads/${branch}`]);
      const where = said!.replace(/\n$/, '');
      return where === '' || sameFolder(where, top) ? undefined : where;
    },
    async create(branch, from) {
      const args = ['switch', '--quiet', '--no-track', '--create', checkBranch(branch)];
      await explained(`make branch ${branch}`, git(from === null ? args : [...args, from]));
    },
    async switchTo(branch) {
      const args = ['switch', '--quiet', '--no-guess', checkBranch(branch)];
      await explained(`switch to branch ${branch}`, git(args));
    },
    async remove(branch, at) {
      const now = await git(['rev-parse', '--verify', '--quiet', `refs/heads/${checkBranch(branch)}`], [1]);
      if (now?.trim() !== at) throw new HumanError(`Branch ${branch} has commits of its own by now.`);
      await explained(`delete branch ${branch}`, git(['branch', '--quiet', '-D', '--', branch]));
    },
  };
}

/** What git said when it refused to change branches, in a sentence that tells what to do. */
export function switchRefusal(stderr: string): string | undefined {
  const files = [...stderr.matchAll(/^\t(.+)$/gm)].map(([, file]) => file!);
  if (/would be (?:overwritten|removed) by (?:checkout|merge)/.test(stderr)) {
    const more = files.length > MANY ? ` and ${files.length - MANY} more` : '';
    return stderr.includes('untracked')
      ? `Files that git does not track are in its way: ${files.slice(0, MANY).join(', ')}${more}. Move or commit them.`
      : `Uncommitted changes in ${files.slice(0, MANY).join(', ')}${more} are in its way. Commit or stash them.`;
  }
  const elsewhere = /already (?:checked out|used by worktree) at '(.+)'/.exec(stderr)?.[1];
  return elsewhere === undefined ? undefined : `It is checked out in ${elsewhere}.`;
}

const MANY = 3;

type Run = (args: readonly string[], absent?: readonly number[]) => Promise<string | undefined>;

/** What git printed on standard error; the message is for a log. */
class Refused extends Error {
  constructor(
    args: readonly string[],
    readonly stderr: string,
  ) {
    super(`git ${args.join(' ')}: ${stderr}`);
  }
}

async function command(
  program: string,
  cwd: string,
  signal: AbortSignal,
  args: readonly string[],
  absent: readonly number[] = [],
): Promise<string | undefined> {
  const result = await run(program, args, {
    cwd,
    env: ENVIRONMENT,
    signal,
    advice: 'Install git 2.25 or later.',
  });
  if (result.code === 0) return result.stdout.toString('utf8');
  if (result.code !== null && absent.includes(result.code)) return undefined;
  throw new Refused(args, result.stderr);
}

const ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  LC_ALL: 'C',
  LANGUAGE: '',
  GIT_TERMINAL_PROMPT: '0',
  // Nobody could close it.
  GIT_EDITOR: ':',
  // Set inside of hooks and aliases; the folder alone says which repository is meant.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_PREFIX: undefined,
  GIT_NAMESPACE: undefined,
};

async function explained<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof HumanError) throw error;
    const said = error instanceof Refused ? error.stderr : (error as Error).message;
    const why = switchRefusal(said) ?? firstLine(said);
    throw new HumanError(`Git could not ${what}. ${why}`, { cause: error });
  }
}

function firstLine(stderr: string): string {
  const line = stderr
    .trim()
    .split('\n', 1)[0]!
    .replace(/^(?:fatal|error|warning): /, '');
  return line === ''
    ? 'It gave no reason.'
    : `${line.charAt(0).toUpperCase()}${line.slice(1)}`.replace(/[^.!?]$/, '$&.');
}

interface Value {
  readonly value: string;
  /** The file as people know it. */
  readonly where: string;
  /** It is in the repository's own file. */
  readonly own: boolean;
}

async function readOutcomes(git: Run, top: string, branch: string): Promise<Value[]> {
  const [listed, config] = await Promise.all([
    git(['config', '-z', '--show-origin', '--get-all', keyOf(checkBranch(branch))], [1]),
    git(['rev-parse', '--git-path', 'config']),
  ]);
  const own = real(path.resolve(top, config!.replace(/\n$/, '')));
  const fields = (listed ?? '').split('\0');
  const values: Value[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [origin, value] = [fields[i]!, fields[i + 1]!];
    const file = origin.startsWith('file:') ? path.resolve(top, origin.slice('file:'.length)) : undefined;
    values.push({ value, where: file ?? "Git's environment", own: file !== undefined && real(file) === own });
  }
  return values;
}

/** The first value takes the place of all that is there; further ones are added. */
async function write(git: Run, key: string, ids: readonly string[]): Promise<void> {
  // 5: there was nothing to take away.
  if (ids.length === 0) await git(['config', '--local', '--unset-all', key], [5]);
  for (const [i, id] of ids.entries())
    await git(['config', '--local', i === 0 ? '--replace-all' : '--add', '--', key, id]);
}

function keyOf(branch: string): string {
  return `branch.${branch}.outcome`;
}

/** Git itself refuses such names; here one could be taken for an option, or end a line of its configuration. */
function checkBranch(branch: string): string {
  if (branch === '' || branch.startsWith('-') || /\p{Cc}/u.test(branch))
    throw new HumanError(`${JSON.stringify(branch)} is no name of a branch.`);
  return branch;
}

async function isAdrift(git: Run, commit: string): Promise<boolean> {
  const holders = await git([
    'for-each-ref',
    '--count=1',
    '--format=%(refname)',
    `--contains=${commit}`,
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ]);
  return holders === '';
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function sameFolder(a: string, b: string): boolean {
  return real(a) === real(b);
}

function real(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
