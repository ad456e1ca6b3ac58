/** What is shown of all that a session knows. */
import type { Day, Finding, GitFacts, OutcomeTree } from '../core';
import { type FileWork, KnownFileWork } from './file-work';
import type { Judge } from './judge';
import { isOwnWork, ownFacts } from './own-work';
import type { ScanSummary } from './ports';
import { servedIds } from './served';
import { createSnapshot, type RepositoryState, type Snapshot, type SnapshotParts } from './snapshot';
import type { GitWork, WorkIndex } from './work-index';

export interface Known {
  readonly today: Day;
  readonly tree: OutcomeTree;
  readonly treeFindings: readonly Finding[];
  readonly facts: readonly GitFacts[];
  readonly summary: ScanSummary;
  readonly index: WorkIndex;
  /** null where no finding is made. */
  readonly judge: Judge | null;
  readonly goalposts: SnapshotParts['goalposts'];
  /** Of findings only those on work that is new. */
  readonly isOwnOnly: boolean;
}

export function snapshotOf(known: Known): Snapshot {
  const { today, tree, treeFindings, facts, summary, index, judge, goalposts } = known;
  const { gitFindings, ...git } = index.git();
  const files = index.files(treeFindings);
  return createSnapshot({
    today,
    tree,
    files: judge === null ? files : reportedFiles(withBeside(files, git, judge, known), known),
    ...git,
    gitFindings: reported(gitFindings, known),
    skipped: summary.skipped,
    unverified: summary.unverified,
    repository: repositoryState(facts),
    goalposts,
  });
}

/** Adds what only shows beside the work and the history. */
function withBeside(
  files: FileWork[],
  git: Omit<GitWork, 'gitFindings'>,
  { besideWork }: Judge,
  { tree, today, facts, goalposts, treeFindings, index }: Known,
): FileWork[] {
  const found = besideWork(tree, today, {
    served: servedIds(files, git, facts),
    goalposts: goalposts ?? [],
  });
  return found.length === 0 ? files : index.files([...treeFindings, ...found]);
}

function reportedFiles(files: FileWork[], known: Known): FileWork[] {
  if (known.tree.files.length > 0 && !known.isOwnOnly) return files;
  return files
    .map(({ file, todos, findings }) => new KnownFileWork(file, todos, reported(findings, known)))
    .filter(({ todos, findings }) => todos.length + findings.length > 0);
}

function reported(findings: readonly Finding[], { tree, facts, isOwnOnly }: Known): readonly Finding[] {
  if (tree.files.length === 0) return [];
  return isOwnOnly ? findings.filter((finding) => isOwnWork(finding, facts)) : findings;
}

function repositoryState(facts: readonly GitFacts[]): RepositoryState | null {
  const own = ownFacts(facts);
  return own === undefined ? null : { branch: own.branch, base: own.base?.ref ?? null };
}
