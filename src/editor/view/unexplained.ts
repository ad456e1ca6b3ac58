import { type Branch, type Commit, policyFor, type Range, type Todo } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';

/** Work that states no why. New work is what the branch can still change; the rest is only there to be seen. */
export interface Unexplained {
  readonly branches: readonly Branch[];
  readonly commits: readonly Commit[];
  readonly todos: readonly Todo[];
  readonly olderCommits: readonly Commit[];
  readonly olderTodos: readonly Todo[];
}

/**
 * Follows the findings, so that the view lists what the command reports, by the same policy. Two things more are
 * listed: work whose stated why names no outcome, and commits that nobody is asked about, as older ones.
 */
export function unexplained(snapshot: Snapshot, branchOnly: boolean): Unexplained {
  const asked = askedWork(snapshot);
  const mine = thisBranch(snapshot);
  const own = new Set(snapshot.work.branches.flatMap((branch) => branch.commits));
  const todos = snapshot.work.todos.filter(
    (todo) => hasNoWhy(todo) && (todo.broken.length > 0 || asked.todo(todo)),
  );
  const commits = asksCommits(snapshot)
    ? snapshot.work.commits.filter(
        (commit) => hasNoWhy(commit) && (commit.asked ? asked.commit(commit) : !isRoutine(commit)),
      )
    : [];
  const isNewCommit = (commit: Commit) => commit.asked && own.has(commit.id);
  return {
    branches: snapshot.work.branches.filter(
      (branch) => asked.branch(branch) && (!branchOnly || mine.has(branch)),
    ),
    commits: commits.filter((commit) => isNewCommit(commit) && (!branchOnly || mine.has(commit))),
    todos: todos.filter((todo) => todo.isNew),
    olderCommits: branchOnly ? [] : commits.filter((commit) => !isNewCommit(commit)),
    olderTodos: branchOnly ? [] : todos.filter((todo) => !todo.isNew),
  };
}

/** Tells the work of the checked-out branch: the branch, its commits, and TODOs added since it left its base. */
export function thisBranch(snapshot: Snapshot): { has(item: Todo | Branch | Commit): boolean } {
  const commits = new Set<string>();
  for (const branch of snapshot.work.branches)
    if (branch.current) for (const id of branch.commits) commits.add(id);
  return {
    has(item) {
      if (item.kind === 'todo') return item.isNew;
      return item.kind === 'branch' ? item.current : commits.has(item.id);
    },
  };
}

function hasNoWhy(item: Todo | Commit): boolean {
  return item.links.length === 0 && item.waiver === null;
}

const CODES = new Set(['todo-without-why', 'branch-without-why', 'commit-without-why', 'unknown-outcome']);

/** Tells the work that the findings ask a why of. Made for every keystroke, over all findings: no text is built. */
function askedWork({ findings }: Snapshot): {
  todo(item: Todo): boolean;
  branch(item: Branch): boolean;
  commit(item: Commit): boolean;
} {
  const places = new Map<string, Set<number>>();
  const branches = new Set<string>();
  const commits = new Set<string>();
  let lastFile: string | undefined;
  let inFile = new Set<number>();
  const placesIn = (file: string): Set<number> => {
    if (file === lastFile) return inFile;
    lastFile = file;
    inFile = places.get(file) ?? new Set();
    places.set(file, inFile);
    return inFile;
  };
  for (const { code, subject } of findings) {
    if (!CODES.has(code)) continue;
    if (subject.kind === 'file') placesIn(subject.file).add(placeNumber(subject.range));
    else if (subject.kind === 'branch') branches.add(branchKey(subject.repository, subject.branch));
    else commits.add(subject.commit);
  }
  return {
    todo: ({ file, range }) => placesIn(file).has(placeNumber(range)),
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

/** Tells places of one file apart, as long as no line has 2^20 characters before a tag. */
function placeNumber({ start }: Range): number {
  return start.line * 0x100000 + start.character;
}

function branchKey(repository: string, name: string): string {
  return `${repository}\n${name}`;
}
