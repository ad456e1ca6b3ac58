import { type Day, type GitCommit, secondsAtStart } from '../../core';
import type { GitCommand } from './command';

/** How many commits of branches, and how many of the base, are looked at. */
export const MAX_OWN_COMMITS = 20_000;
export const MAX_BASE_COMMITS = 5_000;

/** How many of its own commits are listed for one branch, newest first. */
export const MAX_COMMITS_OF_BRANCH = 1_000;

export interface Log {
  /** Newest first, and no commit before one that descends from it. */
  readonly commits: readonly GitCommit[];
  /** For each commit the places in `commits` of those of its parents that are there too. */
  readonly parents: readonly (readonly number[])[];
  /** True when there were more than asked for. */
  readonly cut: boolean;
}

export const EMPTY_LOG: Log = { commits: [], parents: [], cut: false };

export interface LogQuery {
  readonly tips: readonly string[];
  /** What these reach is left out. */
  readonly without: readonly string[];
  /** Only commits whose committer date is not before this day's start, UTC. */
  readonly since: Day | null;
  readonly limit: number;
}

/**
 * The commits that the tips reach, by one `git log`. Trailers are what git itself takes for trailers
 * ("%(trailers:options)" in git-log(1)): the last paragraph, keys without regard to case, folded lines joined.
 */
export async function readLog(git: GitCommand, query: LogQuery): Promise<Log> {
  if (query.tips.length === 0) return EMPTY_LOG;
  const commits: GitCommit[] = [];
  const parentIds: string[][] = [];
  let fields: string[] = [];
  await git.records(
    [
      'log',
      // Before --stdin, which is read as it is met: a branch whose commit is lost is left out.
      '--ignore-missing',
      '--stdin',
      '--date-order',
      `--max-count=${query.limit + 1}`,
      ...notBefore(query.since),
      '--no-show-signature',
      '--no-color',
      '--encoding=UTF-8',
      '-z',
      `--format=${FORMAT}`,
    ],
    (record) => {
      fields.push(record.toString('utf8'));
      if (fields.length < FIELDS) return;
      const [id, parents, time, author, subject, trailers] = fields as Fields;
      fields = [];
      const ids = parents === '' ? [] : parents.split(' ');
      parentIds.push(ids);
      commits.push({
        id,
        parents: ids.length,
        subject,
        author,
        time: Number(time),
        trailers: trailers.split(TRAILER_END).filter((value) => value !== ''),
      });
    },
    { input: [...query.tips, ...query.without.map((oid) => `^${oid}`)].map((line) => `${line}\n`).join('') },
  );
  const cut = commits.length > query.limit;
  if (cut) {
    commits.pop();
    parentIds.pop();
  }
  const place = new Map(commits.map((commit, i) => [commit.id, i]));
  const parents = parentIds
    .slice(0, commits.length)
    .map((ids) => ids.map((id) => place.get(id)).filter((i) => i !== undefined));
  return { commits, parents, cut };
}

/** Fields end with a NUL, which no part of a commit can hold; so does each record, by -z. */
const FORMAT =
  '%H%x00%P%x00%ct%x00%an%x00%s%x00' + '%(trailers:key=Outcome,valueonly=true,unfold=true,separator=%x1f)';
const FIELDS = 6;
type Fields = [id: string, parents: string, time: string, author: string, subject: string, trailers: string];
const TRAILER_END = '\x1f';

/** What has `git log` leave out commits before the day (UTC). With `--since=DAY` it would add the time that it is now. */
export function notBefore(day: Day | null): string[] {
  return day === null ? [] : [`--max-age=${secondsAtStart(day)}`];
}

/**
 * For each tip the ids of the commits that it reaches in the log, newest first, at most `limit` of them.
 * One sweep a tip over the log's order, where parents come after children: no process and no recursion, so that
 * 500 branches that share a long history cost milliseconds.
 */
export function ownCommits(log: Log, tips: readonly string[], limit: number): string[][] {
  const place = new Map(log.commits.map((commit, i) => [commit.id, i]));
  const reachedBy = new Int32Array(log.commits.length).fill(-1);
  return tips.map((tip, mark) => {
    const start = place.get(tip);
    if (start === undefined) return [];
    const own: string[] = [];
    reachedBy[start] = mark;
    let waiting = 1;
    for (let i = start; waiting > 0 && own.length < limit; i++) {
      if (reachedBy[i] !== mark) continue;
      waiting--;
      own.push(log.commits[i]!.id);
      for (const parent of log.parents[i]!) {
        if (reachedBy[parent] === mark) continue;
        reachedBy[parent] = mark;
        waiting++;
      }
    }
    return own;
  });
}

/** Both logs as one, newest first. Neither's own order is changed, so that a wrong clock parts no line of descent. */
export function mergeLogs(a: readonly GitCommit[], b: readonly GitCommit[]): GitCommit[] {
  const merged: GitCommit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const first = a[i];
    const second = b[j];
    if (second === undefined || (first !== undefined && first.time >= second.time)) {
      merged.push(first!);
      i++;
    } else {
      merged.push(second);
      j++;
    }
  }
  return merged;
}
