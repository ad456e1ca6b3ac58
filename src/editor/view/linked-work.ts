import type { Branch, Commit, Link, Todo, Work } from '../../core';

/** A piece of work and the link by which it is shown here; null where it is shown because it has none. */
export interface Linked<T> {
  readonly item: T;
  readonly link: Link | null;
}

/** The work that serves one outcome, or one output. */
export interface LinkedWork {
  readonly branches: Linked<Branch>[];
  readonly todos: Linked<Todo>[];
  readonly commits: Linked<Commit>[];
}

/**
 * The work of each outcome and output, by its id in lower case. Work that names an output is the output's and not
 * also the outcome's; work with several links is listed at each.
 */
export function linkedWork(
  work: Work,
  shown: (item: Todo | Branch | Commit) => boolean,
): ReadonlyMap<string, LinkedWork> {
  const all = new Map<string, LinkedWork>();
  const at = (link: Link): LinkedWork => {
    const id = (link.output ?? link.outcome).toLowerCase();
    let own = all.get(id);
    if (own === undefined) all.set(id, (own = { branches: [], todos: [], commits: [] }));
    return own;
  };
  for (const item of work.branches)
    if (shown(item)) for (const link of item.links) at(link).branches.push({ item, link });
  for (const item of work.todos)
    if (shown(item)) for (const link of item.links) at(link).todos.push({ item, link });
  for (const item of work.commits)
    if (shown(item)) for (const link of item.links) at(link).commits.push({ item, link });
  return all;
}
