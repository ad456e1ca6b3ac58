import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Git as on a machine where nobody configured anything, with fixed names and dates. Assigned to `process.env` it
 * holds for the code under test too.
 */
export const BARE_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
} as const;

/** A real repository in a temporary folder. */
export interface TestRepository {
  readonly folder: string;
  /** The second of the last commit that `commit` made. */
  readonly clock: number;
  /** Runs git and gives its output without the last newline. */
  git(...args: string[]): string;
  /** Writes a file, making its folders; a path may hold any character. */
  write(file: string, text: string | Uint8Array): void;
  /** Commits everything at the given second, by default one hour after the commit before; gives its id. */
  commit(message: string, time?: number): string;
  /** Makes commits by `git fast-import`, which is the fast way to many. */
  import(stream: string): void;
  /** Another repository below this one. */
  nested(folder: string): TestRepository;
  remove(): void;
}

/** @param branch the first branch's name */
export function makeRepository(branch = 'main', ...initArgs: string[]): TestRepository {
  return initRepository(temporaryFolder(), branch, initArgs);
}

/**
 * Gives a maker of repositories that all begin as `prepare` leaves the first one: to copy it takes a tenth of what git
 * takes to make it again.
 */
export function preparedRepository(
  prepare: (repository: TestRepository) => void,
  branch = 'main',
): () => TestRepository {
  let first: { readonly folder: string; readonly clock: number } | undefined;
  return () => {
    first ??= prepareOnce(prepare, branch);
    const folder = temporaryFolder();
    copyFolder(first.folder, folder);
    const repository = openRepository(folder, first.clock);
    // Else git had to look into each file, to see whether the copy is what it knows.
    repository.git('update-index', '-q', '--refresh');
    return repository;
  };
}

function prepareOnce(prepare: (repository: TestRepository) => void, branch: string) {
  const repository = makeRepository(branch);
  process.once('exit', () => repository.remove());
  prepare(repository);
  return { folder: repository.folder, clock: repository.clock };
}

/** 2026-03-02T09:00:00Z, a Monday. */
export const FIRST_COMMIT = Date.UTC(2026, 2, 2, 9) / 1000;

/** Else each commit, merge and rebase starts one git more, to see whether there is something to tidy up. */
const QUIET = ['-c', 'maintenance.auto=false', '-c', 'gc.auto=0'];

/** Two gits for one start of a process from this one, which takes longer than they do the more this one holds. */
const RECORD = `git add --all && git ${QUIET.join(' ')} commit --quiet --allow-empty --message "$1"`;

/** Gives the folder to the builder without making a repository in it, for clones and worktrees. */
export function openRepository(folder: string, clock = FIRST_COMMIT - 3600): TestRepository {
  const run = (program: string, args: readonly string[], time: number): string => {
    const date = `${time} +0000`;
    return execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...BARE_ENVIRONMENT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    }).replace(/\n$/, '');
  };
  const git = (args: readonly string[], time: number): string => run('git', [...QUIET, ...args], time);
  const repository: TestRepository = {
    folder,
    get clock() {
      return clock;
    },
    git: (...args) => git(args, clock),
    write(file, text) {
      const target = path.join(folder, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text);
    },
    commit(message, time) {
      clock = time ?? clock + 3600;
      run('sh', ['-c', RECORD, 'record', message], clock);
      return headOf(folder) ?? git(['rev-parse', 'HEAD'], clock);
    },
    import(stream) {
      execFileSync('git', ['fast-import', '--quiet'], {
        cwd: folder,
        input: stream,
        stdio: ['pipe', 'pipe', 'pipe'],
      });
    },
    nested(below) {
      const inner = path.join(folder, below);
      fs.mkdirSync(inner, { recursive: true });
      return initRepository(inner, 'main', []);
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  return repository;
}

function temporaryFolder(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-git-')));
}

function initRepository(folder: string, branch: string, initArgs: readonly string[]): TestRepository {
  const repository = openRepository(folder);
  if (initArgs.length === 0) {
    copyFolder(emptyRepository(), folder);
    fs.writeFileSync(path.join(folder, '.git', 'HEAD'), `ref: refs/heads/${branch}\n`);
  } else {
    repository.git('init', '--quiet', ...initArgs);
    repository.git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  }
  return repository;
}

let empty: string | undefined;

/** What `git init` makes, without its samples of hooks; made once. */
function emptyRepository(): string {
  if (empty !== undefined) return empty;
  const made = temporaryFolder();
  process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }));
  openRepository(made).git('init', '--quiet');
  const hooks = path.join(made, '.git', 'hooks');
  for (const name of fs.readdirSync(hooks)) fs.rmSync(path.join(hooks, name));
  return (empty = made);
}

/** Writes anew what it copies, so that no copy shares a file with another. */
function copyFolder(from: string, to: string): void {
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else if (!entry.isDirectory()) fs.copyFileSync(source, target);
    else {
      fs.mkdirSync(target);
      copyFolder(source, target);
    }
  }
}

/** The commit that is checked out, where files of git say so plainly. */
function headOf(folder: string): string | undefined {
  try {
    const read = (file: string) => fs.readFileSync(path.join(folder, '.git', file), 'utf8').trim();
    const head = read('HEAD');
    const id = head.startsWith('ref: ') ? read(head.slice(5)) : head;
    return /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  } catch {
    return undefined; // A second working tree, packed refs, or another form of them.
  }
}
