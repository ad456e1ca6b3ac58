import type { Branch, Evidence, Link, Todo } from '../model';

/** An id that a commit's trailer may state, and what speaks for it. */
export interface InferredId {
  readonly id: string;
  readonly from: 'branch' | 'todo';
  readonly evidence: Evidence;
  /** The first TODO that names it, when it is from TODOs. */
  readonly todo?: Todo;
}

/**
 * What a commit serves, as far as its surroundings tell: the outcome of the branch that it is made on, else those of
 * the TODOs that state one on the lines that it adds. A branch whose own commits serve several outcomes tells none,
 * and an exempt one (main, release/…) tells only what somebody wrote down for it.
 */
export function inferTrailer(branch: Branch | null, staged: readonly Todo[]): InferredId[] {
  const links = branch?.links ?? [];
  const isGuess = links.some(({ evidence }) => evidence === 'commits');
  if (links.length > 0 && !(isGuess && (links.length > 1 || branch?.exempt === true))) {
    return distinct(links.map((link) => ({ id: idOf(link), from: 'branch', evidence: link.evidence })));
  }
  return distinct(
    staged.flatMap((todo) =>
      todo.links
        .filter(({ evidence }) => evidence === 'stated')
        .map((link) => ({ id: idOf(link), from: 'todo' as const, evidence: link.evidence, todo })),
    ),
  );
}

function idOf({ outcome, output }: Link): string {
  return output ?? outcome;
}

function distinct(ids: readonly InferredId[]): InferredId[] {
  const seen = new Map<string, InferredId>();
  for (const inferred of ids)
    if (!seen.has(inferred.id.toLowerCase())) seen.set(inferred.id.toLowerCase(), inferred);
  return [...seen.values()];
}
