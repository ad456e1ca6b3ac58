import type { Day, Outcome, OutcomeTree } from '../outcomes/model';
import { everyOutcome } from '../outcomes/tree';
import { changesBetween, type TreeChange } from './changes';

/** One state of the outcomes, and the commit that made it. */
export interface TreeVersion {
  readonly commit: string;
  readonly author: string;
  readonly day: Day;
  readonly tree: OutcomeTree;
}

/** A target, a baseline or a due date that was changed when work on its outcome had begun. */
export interface MovedGoalpost {
  readonly outcome: string;
  /** The id or title of the metric; null for a due date. */
  readonly metric: string | null;
  readonly field: 'target' | 'baseline' | 'due';
  readonly from: string;
  /** null when it was taken away. */
  readonly to: string | null;
  readonly day: Day;
  readonly author: string;
  readonly commit: string;
  /** The day the work began: of the first check-in, or of the first commit that links to the outcome. */
  readonly began: Day;
}

/**
 * The goalposts that moved from one version to the next, newest first; `versions` are given oldest first. Work begins
 * with the first check-in that a version before knew, or with the first commit for the outcome or one below it
 * (`firstCommits`, by id in lower case). To state what was not stated yet moves nothing.
 */
export function movedGoalposts(
  versions: readonly TreeVersion[],
  firstCommits: ReadonlyMap<string, Day>,
): MovedGoalpost[] {
  const moved: MovedGoalpost[] = [];
  for (let i = 1; i < versions.length; i++) {
    const [before, after] = [versions[i - 1]!, versions[i]!];
    if (before.tree === after.tree) continue;
    const began = beginnings(before.tree, firstCommits);
    for (const change of changesBetween(before.tree, after.tree)) {
      const start = began.get(change.outcome.toLowerCase());
      if (start === undefined || start > after.day || !isGoalpost(change)) continue;
      moved.push({
        outcome: change.outcome,
        metric: change.part,
        field: change.field,
        from: change.from,
        to: change.to,
        day: after.day,
        author: after.author,
        commit: after.commit,
        began: start,
      });
    }
  }
  return moved.reverse();
}

type Goalpost = TreeChange & { readonly field: MovedGoalpost['field']; readonly from: string };

function isGoalpost(change: TreeChange): change is Goalpost {
  const { field, from } = change;
  return from !== null && (field === 'target' || field === 'baseline' || field === 'due');
}

/** The day work on each outcome began, by its id (or title) in lower case; that of a child counts for those above. */
function beginnings(tree: OutcomeTree, firstCommits: ReadonlyMap<string, Day>): Map<string, Day> {
  const days = new Map<Outcome, Day>();
  const began = new Map<string, Day>();
  // Children come after their parents, so backwards every child is known before its parent.
  for (const outcome of [...everyOutcome(tree)].reverse()) {
    const first = [
      ...outcome.metrics.flatMap(({ checkIns }) => checkIns.slice(0, 1).map(({ date }) => date)),
      ...[outcome.id, ...outcome.outputs.map(({ id }) => id)].flatMap(
        (id) => firstCommits.get(id.toLowerCase()) ?? [],
      ),
      ...outcome.outcomes.flatMap((child) => days.get(child) ?? []),
    ].sort()[0];
    if (first === undefined) continue;
    days.set(outcome, first);
    began.set((outcome.id || outcome.title).toLowerCase(), first);
  }
  return began;
}
