import type {
  Branch,
  Commit,
  Day,
  Finding,
  MovedGoalpost,
  OutcomeTree,
  ReadingCost,
  Skipped,
  Todo,
  Work,
} from '../core';
import type { UnsavedText } from './unsaved';
import type { FileWork } from './file-work';

/** What a snapshot is made of. */
export interface SnapshotParts {
  readonly today: Day;
  /** tree.files is empty in a folder without an outcomes.yml: such a folder has no findings. */
  readonly tree: OutcomeTree;
  /** Files with TODOs or findings, sorted by path. */
  readonly files: readonly FileWork[];
  /** Sorted by repository, then name. */
  readonly branches: readonly Branch[];
  /** Newest first within a repository. */
  readonly commits: readonly Commit[];
  /** What was found in branches, then in commits. */
  readonly gitFindings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** Files with tag words in a language that is not known. */
  readonly unverified: number;
  /** The folder's own repository; null without one. */
  readonly repository: RepositoryState | null;
  /** Newest first; null when the history was not asked, or not yet. */
  readonly goalposts: readonly MovedGoalpost[] | null;
}

/** All that is known of one folder at one moment. Never changed once made; the next one replaces it. */
export interface Snapshot extends SnapshotParts {
  /**
   * All work in one, as reports want it. Asking for `work.todos` or for `findings` makes every one of them: who must
   * not hold the thread goes through `files`.
   */
  readonly work: Work;
  /** Sorted by file, then position; then branches, then commits. */
  readonly findings: readonly Finding[];
}

export interface RepositoryState {
  /** null when HEAD is detached. */
  readonly branch: string | null;
  /** What new work is measured against; null when none was found. */
  readonly base: string | null;
}

/** Keeps a Snapshot of one folder up to date. Implemented by Session. */
export interface SnapshotSource {
  /** undefined until the first scan is done. */
  readonly snapshot: Snapshot | undefined;
  /** True while a scan runs. */
  readonly busy: boolean;
  /** What made the last attempt fail; undefined after one that succeeded. The snapshot before it stays. */
  readonly failure: Error | undefined;
  /** What the last look at everything took; undefined where nobody measures it, and before the first one has ended. */
  readonly cost?: ReadingCost | undefined;
  /** Called with each new snapshot and whenever `busy` or `failure` changes. Returns the function that unsubscribes. */
  onDidChange(listener: () => void): () => void;
  /** Scans again: everything, or what depends on the named files (relative to the folder). */
  refresh(changed?: readonly string[]): void;
  /** Something in git changed: HEAD, a branch, the configuration. */
  refreshGit(): void;
  /**
   * The text of an editor with unsaved changes overlays the disk; undefined ends it. An UnsavedText is taken at the
   * version that it has now; when the same one is given again, only its edits since then are passed on.
   */
  setOverlay(file: string, text: string | UnsavedText | undefined): void;
  dispose(): void;
}

export function createSnapshot(parts: SnapshotParts): Snapshot {
  const { files, branches, commits, gitFindings } = parts;
  let todos: readonly Todo[] | undefined;
  let findings: readonly Finding[] | undefined;
  return {
    ...parts,
    work: {
      branches,
      commits,
      get todos() {
        return (todos ??= files.flatMap((file) => file.todos));
      },
    },
    get findings() {
      return (findings ??= [...files.flatMap((file) => file.findings), ...gitFindings]);
    },
  };
}
