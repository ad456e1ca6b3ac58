import type { ReadingCost } from '../../core';
import type { ReviewAnswer, ReviewQuery } from '../../workspace/review';
import type { SnapshotParts } from '../../workspace/snapshot';
import type { Edits } from '../../workspace/unsaved';
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
  /** What was asked in one turn, to be seen to together. */
  | { readonly type: 'requests'; readonly requests: readonly Request[] }
  | { readonly type: 'review'; readonly request: number; readonly query: ReviewQuery }
  | { readonly type: 'close' }
);

/** `id` counts up in a session: the background says up to which one it has seen to everything. */
export type Request = { readonly id: number } & (
  | { readonly type: 'refresh'; readonly changed: readonly string[] | undefined }
  | { readonly type: 'refreshGit' }
  | TextRequest
  /** The base that the background compares its snapshots with is not known here: send the next one whole. */
  | { readonly type: 'whole' }
);

/** What becomes of an unsaved text. */
export type TextRequest =
  /** Some of a text that is on its way: the first part of it, the second… */
  | { readonly type: 'part'; readonly file: string; readonly text: string; readonly index: number }
  | {
      readonly type: 'overlay';
      readonly file: string;
      /** All of it, or what comes after so many parts; undefined ends it. */
      readonly text: string | undefined;
      readonly parts?: number;
      /** Of a text of which edits are told from now on. */
      readonly version?: number;
    }
  | { readonly type: 'edit'; readonly file: string; readonly edits: Edits };

export type FromBackground = { readonly session: number } & (
  | SnapshotMessage
  /** What the next snapshot is compared with: the one that was saved under this id, or nothing. */
  | { readonly type: 'base'; readonly id: string | undefined }
  | { readonly type: 'failure'; readonly error: SentError | undefined }
  | { readonly type: 'cost'; readonly cost: ReadingCost | undefined }
  /** The edits or parts that were sent of this text do not fit together: all of it is wanted. */
  | { readonly type: 'misfit'; readonly file: string; readonly why: string }
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
