import type { Day, GitBranch, GitCommit } from '../../core';
import type { GitCommand } from './command';
import {
  MAX_BASE_COMMITS,
  MAX_COMMITS_OF_BRANCH,
  MAX_OWN_COMMITS,
  mergeLogs,
  ownCommits,
  readLog,
} from './commits';
import type { Base, Refs } from './refs';
import type { Settings } from './settings';

export interface History {
  /** The current branch and those with commits that the base lacks, sorted by name. */
  readonly branches: readonly GitBranch[];
  /** HEAD's commits that the base lacks, newest first. */
  readonly own: readonly string[];
  readonly commits: readonly GitCommit[];
  /** What was left out, in words; empty when nothing was. */
  readonly cuts: readonly string[];
}

/**
 * Branches and their own commits, and the base's commits since a day: two processes at the same time, whatever the
 * number of branches. HEAD's own commits are told also when it is detached: CI checks out like that. Without a base
 * own commits are those since the day.
 */
export async function readHistory(
  git: GitCommand,
  refs: Refs,
  base: Base | null,
  settings: Settings,
  since: Day,
): Promise<History> {
  const { head } = refs;
  const names = [...refs.branches.keys()].filter((name) => refs.branches.get(name) !== base?.oid).sort();
  const tips = names.map((name) => refs.branches.get(name)!);
  const heads = head.oid === null || head.oid === base?.oid ? [] : [head.oid];
  const [own, ofBase] = await Promise.all([
    readLog(git, {
      tips: [...new Set([...tips, ...heads])],
      without: base === null ? [] : [base.oid],
      since: base === null ? since : null,
      limit: MAX_OWN_COMMITS,
    }),
    readLog(git, { tips: base === null ? [] : [base.oid], without: [], since, limit: MAX_BASE_COMMITS }),
  ]);
  const lists = ownCommits(own, tips, MAX_COMMITS_OF_BRANCH);
  const commitsOf = new Map(names.map((name, i) => [name, lists[i]!]));
  if (head.branch !== null && !commitsOf.has(head.branch)) commitsOf.set(head.branch, []);
  const branches = [...commitsOf]
    .filter(([name, commits]) => commits.length > 0 || name === head.branch)
    .map(([name, commits]) => ({
      name,
      current: name === head.branch,
      config: settings.outcomes.get(name) ?? [],
      commits,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const cuts = [
    ...(own.cut ? [`only the newest ${MAX_OWN_COMMITS} commits of its branches are looked at`] : []),
    ...(ofBase.cut ? [`only the newest ${MAX_BASE_COMMITS} commits of ${base!.ref} are looked at`] : []),
  ];
  return {
    branches,
    own: ownCommits(own, heads, Infinity).flat(),
    commits: mergeLogs(own.commits, ofBase.commits),
    cuts,
  };
}

export const NO_HISTORY: History = { branches: [], own: [], commits: [], cuts: [] };
