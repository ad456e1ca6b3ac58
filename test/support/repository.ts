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
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-git-')));
  return initRepository(folder, branch, initArgs);
}

/** 2026-03-02T09:00:00Z, a Monday. */
export const FIRST_COMMIT = Date.UTC(2026, 2, 2, 9) / 1000;

/** Three gits for one start of a process from this one, which takes longer than they do the more this one holds. */
const RECORD =
  '!record() { git add --all && git commit --quiet --allow-empty --message "$1" && git rev-parse HEAD; }; record';

/** Else each commit, merge and rebase starts one git more, to see whether there is something to tidy up. */
const QUIET = ['-c', 'maintenance.auto=false', '-c', 'gc.auto=0'];

/** Gives the folder to the builder without making a repository in it, for clones and worktrees. */
export function openRepository(folder: string): TestRepository {
  let clock = FIRST_COMMIT - 3600;
  const run = (args: readonly string[], time: number): string => {
    const date = `${time} +0000`;
    return execFileSync('git', [...QUIET, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...BARE_ENVIRONMENT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    }).replace(/\n$/, '');
  };
  const repository: TestRepository = {
    folder,
    git: (...args) => run(args, clock),
    write(file, text) {
      const target = path.join(folder, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, text);
    },
    commit(message, time) {
      clock = time ?? clock + 3600;
      return run(['-c', `alias.record=${RECORD}`, 'record', message], clock);
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

function initRepository(folder: string, branch: string, initArgs: readonly string[]): TestRepository {
  const repository = openRepository(folder);
  repository.git('init', '--quiet', ...initArgs);
  repository.git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  return repository;
}
