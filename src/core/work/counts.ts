import type { Work } from './model';

export interface WorkCounts {
  todos: number;
  branches: number;
  commits: number;
}

/** How much work links to each outcome itself, by its id; work on a child counts for the child. */
export function countWork(work: Work): Map<string, WorkCounts> {
  const counts = new Map<string, WorkCounts>();
  const add = (items: Work[keyof Work], key: keyof WorkCounts) => {
    for (const item of items)
      for (const outcome of new Set(item.links.map((link) => link.outcome))) {
        let own = counts.get(outcome);
        if (own === undefined) counts.set(outcome, (own = { todos: 0, branches: 0, commits: 0 }));
        own[key]++;
      }
  };
  add(work.todos, 'todos');
  add(work.branches, 'branches');
  add(work.commits, 'commits');
  return counts;
}
