import type { Entry, OutcomeTree } from '../outcomes/model';
import { createPathLinks } from '../work/pattern-links';
import type { Work } from '../work/model';

/** Why an entry is offered before others. */
export type Rank = 'branch' | 'path' | 'recent' | 'other' | 'closed';

export interface RankedEntry {
  readonly id: string;
  readonly entry: Entry;
  readonly rank: Rank;
}

/** What is known of the place that a why is wanted for. */
export interface RankHints {
  /** The file, relative to the folder; undefined for a commit message. */
  readonly file?: string | undefined;
  /** Ids that were chosen lately, the latest first. */
  readonly chosen?: readonly string[];
}

const ORDER: readonly Rank[] = ['branch', 'path', 'recent', 'other', 'closed'];

/**
 * Every outcome and output that work can be linked to, the likeliest first: what the checked-out branch serves, what
 * the file's path serves, what was chosen lately or named by the latest commits, the rest in the order of the tree,
 * and last what is closed: achieved, missed, dropped or rejected.
 */
export function rankEntries(tree: OutcomeTree, work: Work, { file, chosen = [] }: RankHints): RankedEntry[] {
  const branch = new Set(
    work.branches.filter(({ current }) => current).flatMap(({ links }) => links.map(idOf)),
  );
  const path = file === undefined ? undefined : createPathLinks(tree)(file)?.id.toLowerCase();
  const recent = new Map<string, number>();
  for (const id of [...chosen, ...work.commits.flatMap(({ links }) => links.map(idOf))])
    if (!recent.has(id.toLowerCase())) recent.set(id.toLowerCase(), recent.size);

  const rankOf = (key: string, entry: Entry): Rank => {
    if (branch.has(key)) return 'branch';
    if (key === path) return 'path';
    if (isClosed(entry)) return 'closed';
    return recent.has(key) ? 'recent' : 'other';
  };
  const ranked = [...tree.entries].map(([key, entry], i) => ({
    id: (entry.output ?? entry.outcome).id,
    entry,
    rank: rankOf(key, entry),
    order: recent.get(key) ?? recent.size + i,
  }));
  ranked.sort((a, b) => ORDER.indexOf(a.rank) - ORDER.indexOf(b.rank) || a.order - b.order);
  return ranked.map(({ id, entry, rank }) => ({ id, entry, rank }));
}

function idOf(link: { readonly outcome: string; readonly output?: string }): string {
  return (link.output ?? link.outcome).toLowerCase();
}

/** Work on it is over, or was decided against. */
export function isClosed({ outcome, output }: Entry): boolean {
  if (output?.status === 'rejected') return true;
  return outcome.status === 'achieved' || outcome.status === 'missed' || outcome.status === 'dropped';
}
