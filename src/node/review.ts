import { HumanError, type Review, reviewOf } from '../core';
import { lookForGoalposts } from '../workspace/goalposts';
import type { Logger } from '../workspace/ports';
import type { Snapshot } from '../workspace/snapshot';
import type { FullOutcomeHistory } from './git/outcome-history';

export interface ReviewContext {
  /** undefined where git may not be asked. */
  readonly history: FullOutcomeHistory | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** The review of a snapshot, with what git knows of the outcomes files. A revision that is not there is a HumanError. */
export async function reviewSnapshot(
  snapshot: Snapshot,
  since: string | null,
  { history, logger, signal }: ReviewContext,
): Promise<Review> {
  const { tree, work, findings, today, repository } = snapshot;
  if (since !== null && history === undefined)
    throw new HumanError('git is not asked in Restricted Mode, so there is nothing to compare with');
  // Where the finding is turned off nobody has looked; who asks for the review wants to know all the same.
  const goalposts =
    snapshot.goalposts ??
    (repository === null || history === undefined
      ? []
      : await lookForGoalposts(history, { tree, commits: work.commits }, logger, signal));
  return reviewOf({
    tree,
    work,
    findings,
    today,
    since: since === null ? null : await history!.at(since, signal),
    goalposts,
  });
}
