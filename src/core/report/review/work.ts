import { addDays, dayOfSeconds } from '../../outcomes/day';
import type { Day } from '../../outcomes/model';
import type { Branch, Commit, Link, Todo, Work } from '../../work/model';
import type { Coverage, CoverageCount, ReviewWork, Spread } from './model';
import type { Names } from './names';

/** All work as the review shows it: TODOs, branches, commits, each in their order. */
export function reviewWork(work: Work, names: Names): ReviewWork[] {
  return [
    ...work.todos.map((todo) => reviewTodo(todo, names)),
    ...work.branches.map((branch) => reviewBranch(branch, names)),
    ...work.commits.map((commit) => reviewCommit(commit, names)),
  ];
}

/** How what was done in the period spreads over outcomes, the most first. */
export function spreadOf(
  work: readonly ReviewWork[],
  period: { readonly from: Day; readonly to: Day },
  today: Day,
): Spread {
  // Commits are dated in UTC: one of this evening may already be of tomorrow.
  const last = addDays(today > period.to ? today : period.to, 1);
  const items = work.filter(({ kind, isNew, day, state }) => {
    if (state === 'exempt' || (kind === 'todo' && !isNew)) return false;
    return day === null || (day >= period.from && day <= last);
  });
  const counts = new Map<string, number>();
  const countOf = (state: ReviewWork['state']) => items.filter((item) => item.state === state).length;
  for (const { links } of items) {
    const served = new Set(links.map(({ outcome }) => outcome));
    for (const outcome of served) counts.set(outcome, (counts.get(outcome) ?? 0) + 1 / served.size);
  }
  const share = (count: number): number => (items.length === 0 ? 0 : count / items.length);
  return {
    items: items.length,
    outcomes: [...counts]
      .map(([outcome, count]) => ({ outcome, items: count, share: share(count) }))
      .sort((a, b) => b.items - a.items || (a.outcome < b.outcome ? -1 : 1)),
    waived: { items: countOf('waived'), share: share(countOf('waived')) },
    none: { items: countOf('open'), share: share(countOf('open')) },
  };
}

/** How much of the work states its why: now, and of commits month by month. */
export function coverageOf(work: readonly ReviewWork[]): Coverage {
  const commits = work.filter(({ kind }) => kind === 'commit');
  const byMonth = new Map<string, ReviewWork[]>();
  for (const commit of commits) {
    const month = commit.day!.slice(0, 7);
    const own = byMonth.get(month);
    if (own === undefined) byMonth.set(month, [commit]);
    else own.push(commit);
  }
  return {
    todos: countStates(work.filter(({ kind }) => kind === 'todo')),
    branches: countStates(work.filter(({ kind }) => kind === 'branch')),
    commits: countStates(commits),
    months: monthsFrom([...byMonth.keys()]).map((month) => ({
      month,
      ...countStates(byMonth.get(month) ?? []),
    })),
  };
}

/** From the first to the last; where a clock once ran wild, only those that there are. */
function monthsFrom(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || indexOf(last) - indexOf(first) > MOST_MONTHS)
    return sorted;
  return Array.from({ length: indexOf(last) - indexOf(first) + 1 }, (_, i) => monthAt(indexOf(first) + i));
}

const MOST_MONTHS = 600;

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function countStates(work: readonly ReviewWork[]): CoverageCount {
  const counts = { linked: 0, waived: 0, exempt: 0, open: 0 };
  for (const { state } of work) counts[state]++;
  return counts;
}

function reviewTodo(todo: Todo, names: Names): ReviewWork {
  const { line, character } = todo.range.start;
  return {
    kind: 'todo',
    text: todo.text,
    state: todo.links.length > 0 ? 'linked' : todo.waiver === null ? 'open' : 'waived',
    links: linksOf(todo.links, names),
    place: { file: todo.file, line: line + 1, column: character + 1 },
    tag: todo.tag,
    isNew: todo.isNew,
    who: todo.assignee,
    commit: null,
    day: null,
    repository: '',
  };
}

function reviewBranch(branch: Branch, names: Names): ReviewWork {
  // The base itself, and a branch that is only checked out, hold nothing that needs a why.
  const isExempt = branch.exempt || (!branch.current && branch.commits.length === 0);
  return {
    kind: 'branch',
    text: branch.name,
    state: branch.links.length > 0 ? 'linked' : isExempt ? 'exempt' : 'open',
    links: linksOf(branch.links, names),
    place: null,
    tag: null,
    isNew: false,
    who: null,
    commit: null,
    day: null,
    repository: branch.repository,
  };
}

function reviewCommit(commit: Commit, names: Names): ReviewWork {
  return {
    kind: 'commit',
    text: commit.subject,
    state:
      commit.links.length > 0
        ? 'linked'
        : commit.waiver !== null
          ? 'waived'
          : commit.asked
            ? 'open'
            : 'exempt',
    links: linksOf(commit.links, names),
    place: null,
    tag: null,
    isNew: false,
    who: commit.author,
    commit: commit.id,
    day: dayOfSeconds(commit.time),
    repository: commit.repository,
  };
}

function linksOf(links: readonly Link[], names: Names): ReviewWork['links'] {
  return links.flatMap(({ outcome, output, evidence }) => {
    const key = names.keyOf(outcome);
    return key === null ? [] : [{ outcome: key, output: output ?? null, evidence }];
  });
}
