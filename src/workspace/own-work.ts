import { type Finding, type GitFacts, isAround, type LineRun } from '../core';

/**
 * True when a finding is about what came since the revision that `facts` measure against: a line added since, the
 * branch that is checked out, or one of its commits. This is what a pull request is judged on.
 */
export function isOwnWork({ subject }: Finding, facts: readonly GitFacts[]): boolean {
  switch (subject.kind) {
    case 'file': {
      const added = linesAdded(subject.file, facts);
      const { start, end } = subject.range;
      return added === 'all' || added.some((run) => run.first <= end.line && run.last >= start.line);
    }
    case 'branch':
      return facts.some(
        ({ repository, branch }) => repository === subject.repository && branch === subject.branch,
      );
    case 'commit':
      return facts.some(
        ({ repository, own }) => repository === subject.repository && own.includes(subject.commit),
      );
  }
}

export type AddedLines = 'all' | readonly LineRun[];

export function isSameAdded(a: AddedLines, b: AddedLines): boolean {
  if (a === b) return true;
  if (a === 'all' || b === 'all' || a.length !== b.length) return false;
  return a.every(({ first, last }, i) => first === b[i]!.first && last === b[i]!.last);
}

/** By the deepest repository that holds the file; outside of any repository all lines are new. */
export function linesAdded(file: string, facts: readonly GitFacts[]): AddedLines {
  let deepest: GitFacts | undefined;
  for (const candidate of facts) {
    if (!holds(candidate.repository, file)) continue;
    if (deepest === undefined || depth(candidate.repository) > depth(deepest.repository)) deepest = candidate;
  }
  return deepest === undefined ? 'all' : (deepest.added.get(file) ?? []);
}

/** Of the repository that the folder itself lies in. */
export function ownFacts(facts: readonly GitFacts[]): GitFacts | undefined {
  return facts.find(({ repository }) => isAround(repository));
}

function holds(repository: string, file: string): boolean {
  return isAround(repository) || file.startsWith(`${repository}/`);
}

function depth(repository: string): number {
  return isAround(repository) ? 0 : repository.length;
}
