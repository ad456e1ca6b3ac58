/** A look at the whole of a folder: what its files hold, and what git says of them. */
import {
  addDays,
  type GitFacts,
  HumanError,
  type OutcomeTree,
  policyFor,
  type ReadingCost,
  type ScannedFile,
  scopesOf,
} from '../core';
import { Feed } from './feed';
import type { Clock, Git, GitQuery, Scanner, ScanSummary } from './ports';

/** How far back the base's commits are shown when the policy names no day. */
const DEFAULT_COMMIT_DAYS = 90;

export interface Sources {
  readonly git: Git;
  readonly scanner: Scanner;
  readonly clock: Clock;
  /** Measure what is new against this revision in place of the policy's base (`--since`). */
  readonly since?: string;
}

export interface Look {
  readonly tree: OutcomeTree;
  /** See `ScanRequest`. */
  readonly trustStamps: boolean;
  /** As `Git.facts` has it; asked when the scan has begun, which may be what finds it out. */
  readonly changed: () => Promise<readonly string[] | undefined> | undefined;
}

export interface Found {
  readonly files: readonly ScannedFile[];
  readonly summary: ScanSummary;
  readonly facts: readonly GitFacts[];
  readonly spent: Omit<ReadingCost, 'took' | 'judge'> | undefined;
}

/** Scans all files while git is asked. Throws a `HumanError` when there is no git for `since`. */
export async function lookAtAll(
  sources: Sources,
  { tree, trustStamps, changed }: Look,
  signal: AbortSignal,
): Promise<Found> {
  const files: ScannedFile[] = [];
  const { git, scanner, clock, since } = sources;
  const started = clock.now();
  const took = { scan: 0, git: 0 };
  const wanted = wantedBy(tree);
  const scan = scanner
    .scan(
      { scopes: scopesOf(tree), nameUnverified: true, trustStamps },
      (batch) => {
        for (const file of batch) files.push(file);
        wanted.push(batch.map(({ file }) => file));
      },
      signal,
    )
    .finally(() => wanted.end());
  const asking = git.facts(gitQueryOf(tree, sources), signal, changed(), wanted);
  const [summary, facts] = await Promise.all([
    scan.finally(() => (took.scan = clock.now() - started)),
    asking.finally(() => (took.git = clock.now() - started)),
  ]);
  if (since !== undefined && facts.length === 0)
    throw new HumanError(`--since ${since} needs git and a repository; none was found here`);
  return { files, summary, facts, spent: scanner.cost && { ...scanner.cost, ...took } };
}

/** What git is asked, by the policy of the folder itself. */
export function gitQueryOf(tree: OutcomeTree, { clock, since }: Pick<Sources, 'clock' | 'since'>): GitQuery {
  const policy = policyFor(tree, '');
  return {
    base: since ?? policy.base,
    since: policy.commitsSince ?? addDays(clock.today(), -DEFAULT_COMMIT_DAYS),
    addedSince: since ?? null,
  };
}

/** The files whose lines git is asked for: those with TODOs, and those that findings are about by themselves. */
export type Wanted = Feed<readonly string[]>;

export function wantedBy(tree: OutcomeTree): Wanted {
  const wanted: Wanted = new Feed();
  wanted.push(tree.files.map(({ path }) => path));
  return wanted;
}
