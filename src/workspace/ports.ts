import type { Day, GitFacts, GoalpostStep, OutcomesFile, ScannedFile, Skipped } from '../core';
import type { FileWork } from './file-work';
import type { Snapshot } from './snapshot';

/** The files of one folder. Paths are relative to it, with `/`. */
export interface Files {
  /** Every outcomes.yml / outcomes.yaml that git does not ignore, sorted. */
  findOutcomesFiles(signal: AbortSignal): Promise<string[]>;
  /** Decoded (UTF-8, or UTF-16 by its BOM; the BOM is kept off). undefined when it is gone or unreadable. */
  read(file: string): Promise<string | undefined>;
}

/** What to look for below one folder; the deepest scope that holds a file applies to it. */
export interface ScanScope {
  /** Relative to the folder, '' for all of it. */
  readonly dir: string;
  readonly tags: readonly string[];
  readonly mentions: 'marker' | 'any';
  /** Globs relative to `dir`, on top of git's ignore rules. */
  readonly ignore: readonly string[];
}

export interface ScanRequest {
  /** At least one, with one whose dir is ''. */
  readonly scopes: readonly ScanScope[];
  /** Name the unverified files in the summary too. */
  readonly nameUnverified?: boolean;
  /** A file that is as it was at the scan before, by all that the system says of it, need not be read again. */
  readonly trustStamps?: boolean;
}

export interface ScanSummary {
  readonly skipped: readonly Skipped[];
  /** Files with tag words whose language is not known: counted, never listed. */
  readonly unverified: number;
  /** Their names; there when the request asks for them. */
  readonly unverifiedFiles?: readonly string[];
}

/** What some files hold. */
export interface FoundInFiles {
  /** Those with TODOs. */
  readonly files: readonly ScannedFile[];
  readonly skipped: readonly Skipped[];
  /** Those with tag words in a language that is not known. */
  readonly unverified: readonly string[];
}

/** What a folder held when a session before saved it. It may be old: to be shown until a scan has ended. */
export interface SavedWork {
  /** Paths of the outcomes files. */
  readonly outcomesFiles: readonly string[];
  /** What was looked for. */
  readonly request: ScanRequest;
  readonly files: readonly ScannedFile[];
  readonly facts: readonly GitFacts[];
  readonly memory?: GitMemory | undefined;
  readonly summary: ScanSummary;
  /** What linking gave then; left out where that is not known. */
  readonly linked?: SavedLinks | undefined;
}

/** Work as the session before linked it: with these outcomes files, and what git said of the lines. */
export interface SavedLinks {
  readonly outcomesFiles: readonly OutcomesFile[];
  /** Of those `files` that were linked as they lie on the disk, and show nothing but work. */
  readonly files: ReadonlyMap<string, FileWork>;
}

/** What a session knows after a scan, to be saved. */
export interface KnownWork {
  readonly outcomesFiles: readonly string[];
  /** What is on the disk, by path; may change until the next `keep`. */
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** The files that were looked at again since the scan. */
  readonly changed: ReadonlySet<string>;
  readonly facts: readonly GitFacts[];
  readonly memory?: GitMemory | undefined;
  /** What is shown of all this. */
  readonly snapshot?: Snapshot;
  /** Files of which it shows an unsaved text. */
  readonly overlaid?: readonly string[];
}

/** Keeps what is known of a folder from one session to the next. Never fails: what it cannot keep is not there. */
export interface SavedIndex {
  /** undefined when nothing that can be used was saved. */
  load(): Promise<SavedWork | undefined>;
  /**
   * All files that may have changed since the index was saved; undefined when that cannot be told. Resolves while a
   * scan runs, as soon as that has found it out.
   */
  changed(): Promise<readonly string[] | undefined>;
  /** To be saved some time, in place of what was given before. Costs nothing now. */
  keep(work: KnownWork): void;
}

/** What a scan had to do. */
export interface ScanCost {
  /** ripgrep searched all files, all were read one by one, or only those that the saved index could not vouch for. */
  readonly way: 'ripgrep' | 'walk' | 'index';
  /** Files that were looked at: of a search those with tag words. */
  readonly files: number;
  /** Milliseconds spent reading them and telling comments from the rest. */
  readonly lex: number;
}

/** Finds TODO comments off the calling thread. */
export interface Scanner {
  /** Of the last scan that ended; left out by who does not measure it. */
  readonly cost?: ScanCost | undefined;
  /** Files arrive in batches, in no order, each file once. Rejects with the signal's reason when aborted. */
  scan(
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
  ): Promise<ScanSummary>;
  /** What a whole scan would find in these files now: nothing in one that is gone, ignored or behind a link. */
  scanFiles(request: ScanRequest, files: readonly string[], signal: AbortSignal): Promise<FoundInFiles>;
  /** The TODOs of one text that may not be on disk; undefined when its language is unknown or it is ignored. */
  scanText(
    request: ScanRequest,
    file: string,
    text: string,
    signal: AbortSignal,
  ): Promise<ScannedFile | undefined>;
  dispose(): void;
}

export interface GitQuery {
  /** The policy's base, null for the default: the remote's HEAD, else main or master. */
  readonly base: string | null;
  /** Commits of the base are wanted since this day. */
  readonly since: Day;
  /** Compare the working tree with this revision in place of the base (`check --since`). */
  readonly addedSince: string | null;
}

export interface Git {
  /**
   * Facts of every repository that the folder is in or holds; [] without git or a repository.
   * @param changed all files that may have changed since the last answer, which may be learnt only later; left out or
   *   undefined when anything may have
   * @param wanted the files whose lines are asked for, told while they are found out, in the end all of them; of other
   *   files the answer may lack the lines. By default those of all
   */
  facts(
    query: GitQuery,
    signal: AbortSignal,
    changed?: readonly string[] | Promise<readonly string[] | undefined>,
    wanted?: AsyncIterable<readonly string[]>,
  ): Promise<GitFacts[]>;
  /** What the last answer can be renewed from, in another session too: plain data. */
  readonly memory?: GitMemory | undefined;
  /** Takes the answer of another session for its last one. */
  recall?(memory: GitMemory): void;
  /** Ends what is still running for it, where something can be. */
  dispose?(): void;
}

/** Only who made it knows what is in it; it can be cloned. */
export type GitMemory = object;

export interface OutcomeHistoryQuery {
  /** The outcomes files of today. */
  readonly files: readonly string[];
  /** The day (UTC) to begin with. */
  readonly since: Day;
}

/** What became of the outcomes files, commit by commit. */
export interface OutcomeHistory {
  /**
   * The commits that changed an outcomes file, oldest first, each with what it moved; of a merge its result counts.
   * `cut` when there were more than are read. Empty without git, a repository or a commit.
   */
  steps(
    query: OutcomeHistoryQuery,
    signal: AbortSignal,
  ): Promise<{ readonly steps: readonly GoalpostStep[]; readonly cut: boolean }>;
}

export interface Logger {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

export interface Clock {
  /** The day it is where the user is. */
  today(): Day;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets others run: resolves in a later turn of the event loop. */
  yield(): Promise<void>;
}
