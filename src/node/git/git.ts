import path from 'node:path';
import { type GitFacts, HumanError } from '../../core';
import type { Git, GitQuery, Logger } from '../../workspace/ports';
import { createGitCommand, GitFailure, type GitCommand } from './command';
import { readRepository, type RepositoryFacts, type Subject } from './facts';
import type { Told } from './ids';
import { KnownLines } from './known-lines';
import type { Lister } from './listing';
import { momentOf, type Reading, readingOf, renewed } from './renew';
import { isRepository, locate, repositoriesBelow, type Located } from './repositories';
import type { Selection } from './selected';

export interface GitOptions {
  readonly logger: Logger;
  /** The git to run, a name on PATH or a path; `git` by default. */
  readonly program?: string;
  /** How many milliseconds it may say nothing before it is taken to hang. */
  readonly patience?: number;
  /** Up to so many changed files are compared whoever wants to know of them. */
  readonly few?: number;
  /** What git told the saved index of the changed files, where `facts` gets these as a promise. */
  readonly told?: () => Promise<Told | undefined>;
  /** Lists the folder, together with others who want to know; without it git is asked each time. */
  readonly list?: Lister;
}

/** Two files a millisecond are compared, and it takes some 30 ms and as many of waiting to ask for a few of them. */
const FEW = 300;

/** Nested repositories that are read; what is beyond is logged. */
const MAX_NESTED = 100;
const AT_ONCE = 3;

/**
 * Git's facts of a folder: of the repository that it is in, of repositories below it that the repository tracks
 * (submodules) or neither tracks nor ignores, and, where the folder is in none, of those up to three levels down.
 * Not found: ignored repositories inside of another one. A repository that git refuses or fails to read is left
 * out with a log line, and its lines count as new. Rejects with `HumanError` when no repository knows
 * `query.addedSince`, and with the signal's reason when aborted. Runs nothing that a repository configures.
 */
export function createGit(folder: string, options: GitOptions): Git {
  const logger = sayingOnce(options.logger);
  const known = new KnownLines();
  let reading: Reading | undefined;
  let asked = 0;
  return {
    get memory(): Memory {
      return { reading, lines: known.pack() };
    },
    recall(memory) {
      const { reading: last, lines } = memory as Memory;
      reading = last;
      known.unpack(lines);
    },
    async facts(query, signal, changed, wanted) {
      // The failure of one process ends the others too.
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      const git = createGitCommand(options.program ?? 'git', folder, either, options.patience);
      try {
        const turn = ++asked;
        const before = reading;
        reading = undefined; // until there is an answer that the next one can begin with
        const selection = wanted && { wanted, known, few: options.few ?? FEW };
        const telling = changed instanceof Promise ? options.told?.() : undefined;
        const again = before && changed && (await renewed(git, before, query, changed, selection, telling));
        const read = again
          ? { facts: [again.facts], reading: again }
          : await readFolder(git, query, logger, either, selection, options.list);
        if (turn === asked) reading = read.reading;
        return read.facts;
      } finally {
        stop.abort();
      }
    },
  };
}

/** What the next answer can begin with, in this session or another. */
interface Memory {
  readonly reading: Reading | undefined;
  /** As `KnownLines` packs them. */
  readonly lines: string;
}

async function readFolder(
  git: GitCommand,
  query: GitQuery,
  logger: Logger,
  signal: AbortSignal,
  selection: Selection | undefined,
  list: Lister | undefined,
): Promise<{ facts: GitFacts[]; reading: Reading | undefined }> {
  const located = await attempt(() => locate(git), '', logger);
  // Before the rest: what changes meanwhile is then not taken for what was read.
  const moment = located && momentOf(git.folder, located.top);
  const seen = new Set<string>();
  const read: RepositoryFacts[] = [];
  const own =
    located &&
    (await attempt(
      () => {
        const subject = { ...asOwn(located), listing: list?.(signal) };
        return readRepository(git, subject, query, logger, selection);
      },
      '',
      logger,
    ));
  if (own) {
    seen.add(located.commonDir);
    read.push(own);
  }
  let waiting = own ? [...own.nested] : [];
  if (located === undefined) {
    const { found, cut } = await repositoriesBelow(git.folder, signal);
    if (cut) logger.info('The folder holds many folders; repositories deep inside were not looked for.');
    waiting = found;
  }
  let left = MAX_NESTED;
  while (waiting.length > 0 && left > 0) {
    const level = waiting.sort().slice(0, left);
    if (level.length < waiting.length) {
      logger.warn(`Only ${MAX_NESTED} repositories inside of the folder are read.`);
    }
    left -= level.length;
    const nested = await readNested(git, level, query, seen, logger);
    read.push(...nested.map(({ result }) => result));
    waiting = nested.flatMap(({ at, result }) => result.nested.map((below) => `${at}/${below}`));
    signal.throwIfAborted();
  }
  if (query.addedSince !== null && !read.some(({ knowsRevision }) => knowsRevision)) {
    throw new HumanError(
      `No git repository here knows the revision ${JSON.stringify(query.addedSince)} to compare with.`,
    );
  }
  const reading =
    own && moment && read.length === 1 ? readingOf(own, moment, asOwn(located), query) : undefined;
  return { facts: read.map(({ facts }) => facts), reading };
}

function asOwn(located: Located): Subject {
  return { repository: located.top, own: true, shallow: located.shallow, withHistory: true };
}

interface Nested {
  readonly at: string;
  readonly result: RepositoryFacts;
}

async function readNested(
  git: GitCommand,
  folders: readonly string[],
  query: GitQuery,
  seen: Set<string>,
  logger: Logger,
): Promise<Nested[]> {
  const found = await inTurns(folders, async (at) => {
    const command = git.in(path.join(git.folder, at));
    // Without its own .git, as in a submodule that was never fetched, git would look further up.
    if (!isRepository(command.folder)) return undefined;
    const located = await attempt(() => locate(command), at, logger);
    return located?.top === '' ? { at, command, located } : undefined;
  });
  const subjects = found
    .filter((one) => one !== undefined)
    .map(({ at, command, located }) => {
      const withHistory = !seen.has(located.commonDir);
      seen.add(located.commonDir);
      return { command, subject: { repository: at, own: false, shallow: located.shallow, withHistory } };
    });
  const read = await inTurns(subjects, async ({ command, subject }) => {
    const at = subject.repository;
    const result = await attempt(() => readRepository(command, subject, query, logger), at, logger);
    return result && { at, result };
  });
  return read.filter((one) => one !== undefined);
}

/** undefined, and a log line, when git fails. A folder without a repository is no failure. */
async function attempt<T>(read: () => Promise<T>, at: string, logger: Logger): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const where = at === '' ? 'the folder' : at;
    if (!error.message.includes('not a git repository'))
      logger.warn(`Without git in ${where}: ${error.message}`);
    return undefined;
  }
}

/** A few at a time, results in the order of the items. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** The facts are read again after every change; the same line need not be said each time. */
function sayingOnce(logger: Logger): Logger {
  const said = new Set<string>();
  const once = (say: (message: string) => void) => (message: string) => {
    if (said.has(message)) return;
    said.add(message);
    say(message);
  };
  return {
    error: once((message) => logger.error(message)),
    warn: once((message) => logger.warn(message)),
    info: once((message) => logger.info(message)),
    debug: once((message) => logger.debug(message)),
  };
}
