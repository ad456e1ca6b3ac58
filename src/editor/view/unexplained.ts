import { type Branch, type Commit, policyFor, type Todo } from '../../core';
import { unexplainedTodos } from '../../workspace/file-work';
import type { Snapshot } from '../../workspace/snapshot';
import type { FileTodos } from './linked-work';

/** Work that states no why. New work is what the branch can still change; the rest is only there to be seen. */
export interface Unexplained {
  readonly branches: readonly Branch[];
  readonly commits: readonly Commit[];
  readonly todos: readonly FileTodos[];
  readonly olderCommits: readonly Commit[];
  readonly olderTodos: readonly FileTodos[];
}

/**
 * Follows the findings, so that the view lists what the command reports, by the same policy. Two things more are
 * listed: work whose stated why names no outcome, and commits that nobody is asked about, as older ones.
 */
export function unexplained(snapshot: Snapshot, branchOnly: boolean): Unexplained {
  const asked = askedWork(snapshot);
  const mine = thisBranch(snapshot);
  const own = new Set(snapshot.branches.flatMap((branch) => branch.commits));
  const commits = asksCommits(snapshot)
    ? snapshot.commits.filter(
        (commit) => hasNoWhy(commit) && (commit.asked ? asked.commit(commit) : !isRoutine(commit)),
      )
    : [];
  const isNewCommit = (commit: Commit) => commit.asked && own.has(commit.id);
  return {
    branches: snapshot.branches.filter((branch) => asked.branch(branch) && (!branchOnly || mine.has(branch))),
    commits: commits.filter((commit) => isNewCommit(commit) && (!branchOnly || mine.has(commit))),
    todos: todosWithoutWhy(snapshot, 'fresh'),
    olderCommits: branchOnly ? [] : commits.filter((commit) => !isNewCommit(commit)),
    olderTodos: branchOnly ? [] : todosWithoutWhy(snapshot, 'older'),
  };
}

/** Tells the work of the checked-out branch: the branch, its commits, and TODOs added since it left its base. */
export function thisBranch(snapshot: Snapshot): { has(item: Todo | Branch | Commit): boolean } {
  const commits = new Set<string>();
  for (const branch of snapshot.branches)
    if (branch.current) for (const id of branch.commits) commits.add(id);
  return {
    has(item) {
      if (item.kind === 'todo') return item.isNew;
      return item.kind === 'branch' ? item.current : commits.has(item.id);
    },
  };
}

function todosWithoutWhy({ files }: Snapshot, age: 'fresh' | 'older'): FileTodos[] {
  return files.flatMap((work) => {
    const count = work.counts.unexplained[age];
    if (count === 0) return [];
    const items = () =>
      unexplainedTodos(work)
        .filter(({ isNew }) => isNew === (age === 'fresh'))
        .map((item) => ({ item, link: null }));
    return [{ file: work.file, count, items }];
  });
}

function hasNoWhy(commit: Commit): boolean {
  return commit.links.length === 0 && commit.waiver === null;
}

const CODES = new Set(['branch-without-why', 'commit-without-why', 'unknown-outcome']);

/** Tells the branches and commits that the findings ask a why of. */
function askedWork({ gitFindings }: Snapshot): {
  branch(item: Branch): boolean;
  commit(item: Commit): boolean;
} {
  const branches = new Set<string>();
  const commits = new Set<string>();
  for (const { code, subject } of gitFindings) {
    if (!CODES.has(code)) continue;
    if (subject.kind === 'branch') branches.add(branchKey(subject.repository, subject.branch));
    else if (subject.kind === 'commit') commits.add(subject.commit);
  }
  return {
    branch: ({ repository, name }) => branches.has(branchKey(repository, name)),
    commit: ({ id }) => commits.has(id),
  };
}

/** A team that turned the rule off does not want the list either. */
function asksCommits(snapshot: Snapshot): boolean {
  return policyFor(snapshot.tree, '').rules.get('commit-without-why') !== 'off';
}

/** Made by git or about to be folded into another commit. */
function isRoutine(commit: Commit): boolean {
  return /^(?:Merge |Revert "|fixup!|squash!|amend!)/.test(commit.subject);
}

function branchKey(repository: string, name: string): string {
  return `${repository}\n${name}`;
}
