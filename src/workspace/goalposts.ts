import {
  asksForHistory,
  type Commit,
  firstCommitDays,
  type MovedGoalpost,
  movedGoalposts,
  type OutcomeTree,
  workBegan,
} from '../core';
import type { Logger, OutcomeHistory } from './ports';

/** What the history is asked about. */
export interface Standing {
  readonly tree: OutcomeTree;
  readonly commits: readonly Commit[];
  /** The commit that is checked out; null when there is none. */
  readonly head: string | null;
}

/** The goalposts that moved, newest first. Where no work has begun, git is not asked. */
export async function lookForGoalposts(
  history: OutcomeHistory,
  { tree, commits }: Pick<Standing, 'tree' | 'commits'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<readonly MovedGoalpost[]> {
  const firstCommits = firstCommitDays(commits);
  const since = workBegan(tree, firstCommits);
  if (since === null) return [];
  const { steps, cut } = await history.steps({ files: tree.files.map(({ path }) => path), since }, signal);
  if (cut) logger.info(`Only the newest ${steps.length} versions of the outcomes files were compared.`);
  return movedGoalposts(steps, firstCommits);
}

/** Keeps what the history tells as long as it can tell nothing else. */
export class Goalposts {
  /** null while the history was not asked: nobody wants to know, or nobody has looked yet. */
  found: readonly MovedGoalpost[] | null = null;
  private asked = '';
  private seen: Standing | undefined;

  constructor(
    private readonly history: OutcomeHistory | undefined,
    private readonly logger: Logger,
  ) {}

  /** True when `found` is another one after it. */
  async look(standing: Standing, signal: AbortSignal): Promise<boolean> {
    const { history, seen } = this;
    if (history === undefined || (seen !== undefined && isSame(seen, standing))) return false;
    this.seen = standing;
    const question = questionOf(standing);
    if (question === this.asked) return false;
    this.asked = question;
    const before = JSON.stringify(this.found);
    this.found = question === '' ? null : await this.lookBack(history, standing, signal);
    return JSON.stringify(this.found) !== before;
  }

  private async lookBack(
    history: OutcomeHistory,
    standing: Standing,
    signal: AbortSignal,
  ): Promise<readonly MovedGoalpost[]> {
    try {
      return await lookForGoalposts(history, standing, this.logger, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      this.logger.warn(`The history of the outcomes files was not read: ${(error as Error).message}`);
      return [];
    }
  }
}

function isSame(a: Standing, b: Standing): boolean {
  return a.tree === b.tree && a.commits === b.commits && a.head === b.head;
}

/** The same for as long as the answer is; '' for none. */
function questionOf({ tree, commits, head }: Standing): string {
  if (head === null || !asksForHistory(tree)) return '';
  const firstCommits = firstCommitDays(commits);
  const paths = tree.files.map(({ path }) => path);
  return JSON.stringify([head, workBegan(tree, firstCommits), paths, [...firstCommits].sort()]);
}
