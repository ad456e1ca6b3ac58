import type { Range } from '../text';

/**
 * A tag word found in a real comment, before anything is known of outcomes. Made by the scanner from the
 * comment's text alone, so that it can cross a thread and be cached by the file's contents.
 */
export interface ScannedTodo {
  /** The tag word. */
  readonly range: Range;
  readonly tag: string;
  /** What it says, on one line, without tag, parentheses and comment decoration; clipped to 300 characters. */
  readonly text: string;
  /** The last line that belongs to it (0-based). */
  readonly endLine: number;
  /** The comma-separated words of `TAG(…)`: each an id or an assignee. */
  readonly names: readonly Named[];
  /** Ids stated inside the comment as `outcome: id` or `why: id`. */
  readonly stated: readonly Named[];
  /** `TODO(no-outcome: reason)` or `outcome: none (reason)`; an empty reason is a waiver without one. */
  readonly waiver: { readonly reason: string; readonly range: Range } | null;
}

export interface Named {
  readonly text: string;
  readonly range: Range;
  /** Prose may stand there as well (`why: performance`): a link when it names an id, otherwise nothing at all. */
  readonly loose?: true;
}

/** The TODOs of one file. */
export interface ScannedFile {
  /** Relative to the scanned folder, with `/`. */
  readonly file: string;
  /** In the order of the file. */
  readonly todos: readonly ScannedTodo[];
}

/** A file that was not, or not wholly, read, and why. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

export type Evidence = 'stated' | 'path' | 'config' | 'name' | 'pattern' | 'commits' | 'trailer' | 'scope';

export interface Link {
  /** The outcome's id as its file writes it. */
  readonly outcome: string;
  /** Present when the link names an output, which leads to its outcome. */
  readonly output?: string;
  readonly evidence: Evidence;
}

/** Something written as a link that names no id. `suggestion` is the nearest id, if one is near. */
export interface BrokenLink {
  readonly text: string;
  /** Where it is written; null for a branch's config or a commit. */
  readonly range: Range | null;
  readonly suggestion: string | null;
}

export interface Todo {
  readonly kind: 'todo';
  readonly file: string;
  readonly range: Range;
  readonly tag: string;
  readonly text: string;
  readonly endLine: number;
  readonly assignee: string | null;
  readonly isNew: boolean;
  readonly waiver: { readonly reason: string; readonly range: Range } | null;
  readonly links: readonly Link[];
  /** The places that state `links` with evidence `stated`, in the same order. */
  readonly statedAt: readonly Named[];
  readonly broken: readonly BrokenLink[];
  /** Stays the same when lines move: made of file, tag, text and how many equal ones came before. */
  readonly key: string;
}

export interface Branch {
  readonly kind: 'branch';
  /** As `GitFacts.repository`: '' or `..` parts where the folder lies in it. */
  readonly repository: string;
  readonly name: string;
  readonly current: boolean;
  /** Matches the policy's `exempt-branches`: shown, never asked for a why. */
  readonly exempt: boolean;
  readonly links: readonly Link[];
  readonly broken: readonly BrokenLink[];
  /** Outcomes that its own commits link to, each once, newest first: whatever `links` comes from, they tell a mixed branch. */
  readonly serves?: readonly string[];
  /** Its own commits, newest first. */
  readonly commits: readonly string[];
}

export interface Commit {
  readonly kind: 'commit';
  /** As `GitFacts.repository`. */
  readonly repository: string;
  /** 40 hex digits (64 in a SHA-256 repository). */
  readonly id: string;
  readonly subject: string;
  readonly author: string;
  /** Committer date, seconds since 1970. */
  readonly time: number;
  /** False for merges, fixup!, squash! and what came before `commits-since`: shown, never asked for a why. */
  readonly asked: boolean;
  readonly waiver: { readonly reason: string } | null;
  readonly links: readonly Link[];
  readonly broken: readonly BrokenLink[];
}

export interface Work extends GitWork {
  /** Sorted by file, then position. */
  readonly todos: readonly Todo[];
}

/** The same for who goes through it once, so that the TODOs of one file can be made when their turn comes. */
export interface ListedWork extends GitWork {
  /** Sorted by path. */
  readonly files: readonly { readonly todos: readonly Todo[] }[];
}

interface GitWork {
  /** Sorted by repository, then name. */
  readonly branches: readonly Branch[];
  /** Newest first within a repository. */
  readonly commits: readonly Commit[];
}

/** What git says of one repository, uninterpreted. */
export interface GitFacts {
  /** The repository's top relative to the folder, with `/`: '' when they are the same, `..` parts when it is above. */
  readonly repository: string;
  /** The checked-out branch, null when HEAD is detached. */
  readonly branch: string | null;
  /** HEAD's commit, null before the first commit. */
  readonly head: string | null;
  /** What new work is measured against; null when no base was found. `mergeBase` is HEAD's merge base with it. */
  readonly base: { readonly ref: string; readonly oid: string; readonly mergeBase: string | null } | null;
  readonly branches: readonly GitBranch[];
  /** HEAD's commits that the base lacks, newest first, also when HEAD is detached (as CI checks out). */
  readonly own: readonly string[];
  /** The branches' and HEAD's own commits and the base's since the asked day, newest first, each once. */
  readonly commits: readonly GitCommit[];
  /** Lines added since the merge base, by file relative to the folder. A file it does not name has none. */
  readonly added: ReadonlyMap<string, 'all' | readonly LineRun[]>;
}

/** Lines first..last, 0-based, inclusive. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
}

export interface GitBranch {
  readonly name: string;
  readonly current: boolean;
  /** `branch.<name>.outcome` from git's configuration; several values when it is set several times. */
  readonly config: readonly string[];
  /** Its commits that the base lacks, newest first; empty for the base itself. */
  readonly commits: readonly string[];
}

export interface GitCommit {
  readonly id: string;
  readonly parents: number;
  readonly subject: string;
  readonly author: string;
  /** Committer date, seconds since 1970. */
  readonly time: number;
  /** The values of its `Outcome:` trailers, by git's own trailer rules, unfolded. */
  readonly trailers: readonly string[];
}
