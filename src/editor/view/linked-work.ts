import type { Branch, Commit, Link, Todo } from '../../core';
import { type FileWork, linkKey } from '../../workspace/file-work';
import type { Snapshot } from '../../workspace/snapshot';
import { thisBranch } from './unexplained';

/** A piece of work and the link by which it is shown here; null where it is shown because it has none. */
export interface Linked<T> {
  readonly item: T;
  readonly link: Link | null;
}

/** Some TODOs of one file: how many, and themselves when they are to be shown. */
export interface FileTodos {
  readonly file: string;
  /** At least one. */
  readonly count: number;
  readonly items: () => readonly Linked<Todo>[];
}

/** The work that serves one outcome, or one output. */
export interface LinkedWork {
  readonly branches: Linked<Branch>[];
  readonly todos: FileTodos[];
  readonly commits: Linked<Commit>[];
}

/**
 * The work of each outcome and output, by its id in lower case; on wish only that of the checked-out branch. Work
 * that names an output is the output's and not also the outcome's; work with several links is listed at each.
 */
export function linkedWork(snapshot: Snapshot, branchOnly: boolean): ReadonlyMap<string, LinkedWork> {
  const mine = branchOnly ? thisBranch(snapshot) : null;
  const all = new Map<string, LinkedWork>();
  const at = (key: string): LinkedWork => {
    let own = all.get(key);
    if (own === undefined) all.set(key, (own = { branches: [], todos: [], commits: [] }));
    return own;
  };
  for (const item of snapshot.branches)
    if (mine === null || mine.has(item))
      for (const link of item.links) at(linkKey(link)).branches.push({ item, link });
  for (const work of snapshot.files)
    for (const [key, { fresh, older }] of work.counts.linked) {
      const count = branchOnly ? fresh : fresh + older;
      if (count > 0)
        at(key).todos.push({ file: work.file, count, items: () => todosOf(work, key, branchOnly) });
    }
  for (const item of snapshot.commits)
    if (mine === null || mine.has(item))
      for (const link of item.links) at(linkKey(link)).commits.push({ item, link });
  return all;
}

export function countTodos(todos: readonly FileTodos[]): number {
  return todos.reduce((sum, { count }) => sum + count, 0);
}

function todosOf({ todos }: FileWork, key: string, branchOnly: boolean): Linked<Todo>[] {
  return todos
    .filter(({ isNew }) => isNew || !branchOnly)
    .flatMap((item) =>
      item.links.filter((link) => linkKey(link) === key).map((link): Linked<Todo> => ({ item, link })),
    );
}
