import type { ReadingCost } from '../../core';
import type { ReviewAnswer, ReviewQuery } from '../../workspace/review';
import type { SnapshotParts } from '../../workspace/snapshot';
import type { SentError } from '../sent-error';
import type { Chunks } from './chunks';
import type { PackedOutcomesFile } from './packed-tree';

export interface IndexStorage {
  /** An absolute path; the folder is made when it is needed. */
  readonly directory: string;
  /** Tells one build of the product from another, which may find other things: what another one saved is not used. */
  readonly maker: string;
}

/** What is asked of the background. Sessions are told apart by a number. */
export type ToBackground = { readonly session: number } & (
  | {
      readonly type: 'open';
      /** Absolute. */
      readonly folder: string;
      /** False where no process may be run (Restricted Mode). */
      readonly processes: boolean;
      /** Where what is known is kept from one session to the next; nothing is without it. */
      readonly storage?: IndexStorage | undefined;
    }
  | Request
  | { readonly type: 'review'; readonly request: number; readonly query: ReviewQuery }
  | { readonly type: 'close' }
);

/** `id` counts up in a session: the background says up to which one it has seen to everything. */
export type Request = { readonly id: number } & (
  | { readonly type: 'refresh'; readonly changed: readonly string[] | undefined }
  | { readonly type: 'refreshGit' }
  | { readonly type: 'overlay'; readonly file: string; readonly text: string | undefined }
  /** What the snapshots are told by the difference from is not known here. */
  | { readonly type: 'whole' }
);

export type FromBackground = { readonly session: number } & (
  | SnapshotMessage
  /** The next snapshot is told by how it differs from what was saved as shown under this id; undefined: from nothing. */
  | { readonly type: 'base'; readonly id: string | undefined }
  | { readonly type: 'failure'; readonly error: SentError | undefined }
  | { readonly type: 'cost'; readonly cost: ReadingCost | undefined }
  /** All that was asked up to `seen` is done. */
  | { readonly type: 'idle'; readonly seen: number }
  /** To the question with this number: an answer, or why there is none. */
  | { readonly type: 'review'; readonly request: number; readonly answer: ReviewAnswer | SentError }
  | { readonly type: 'log'; readonly level: 'error' | 'warn' | 'info' | 'debug'; readonly message: string }
);

/** How a snapshot differs from the one before, the first one from nothing: any number of `files`, then `snapshot`. */
export type SnapshotMessage =
  | {
      readonly type: 'files';
      /** A FileHeader for each file that is new or has changed. */
      readonly headers: Chunks;
      /** FileCounts, each once: most files have those of another one. */
      readonly counts: Chunks;
      /** As JSON from `packWork`, in the same order. */
      readonly contents: Chunks;
    }
  | {
      readonly type: 'snapshot';
      readonly facts: Pick<SnapshotParts, 'today' | 'skipped' | 'unverified' | 'repository' | 'goalposts'>;
      /** Files whose TODOs and findings are gone. */
      readonly gone: readonly string[];
      /** Every outcome file; of one that is known already its path. */
      readonly outcomeFiles: readonly (PackedOutcomesFile | string)[];
      /** undefined when nothing of it changed. */
      readonly git: PackedGitWork | undefined;
    };

export interface PackedGitWork {
  readonly branches: Chunks;
  readonly commits: Chunks;
  readonly gitFindings: Chunks;
}
