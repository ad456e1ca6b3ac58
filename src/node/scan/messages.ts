import type { ScannedTodo, Skipped } from '../../core';
import type { FoundInFiles, ScanCost, ScanRequest, ScanSummary } from '../../workspace/ports';
import type { SentError } from '../sent-error';

/** What the worker is started with. */
export interface WorkerSetup {
  /** Absolute. */
  readonly folder: string;
  /** The ripgrep program; undefined to read every file instead. */
  readonly ripgrep: string | undefined;
  /** Whether git may be asked for files that are tracked though ignored. */
  readonly git: boolean;
  /** This worker takes the files whose path falls to `index` of `count`. */
  readonly share: Share;
}

export interface Share {
  readonly index: number;
  readonly count: number;
}

export type ToWorker =
  | {
      readonly type: 'scan';
      readonly id: number;
      readonly request: ScanRequest;
      /** The scan whose results are there still: what is as it was then need only be named. */
      readonly since?: number | undefined;
    }
  | { readonly type: 'abort'; readonly id: number }
  /** One batch was taken: another may come. */
  | { readonly type: 'taken'; readonly id: number }
  | TextMessage
  | FilesMessage
  /** End every scan; nothing more will be asked. */
  | { readonly type: 'close' };

export interface TextMessage {
  readonly type: 'text';
  readonly id: number;
  readonly request: ScanRequest;
  readonly file: string;
  readonly text: string;
}

/** What do these files hold now? */
export interface FilesMessage {
  readonly type: 'files';
  readonly id: number;
  readonly request: ScanRequest;
  readonly files: readonly string[];
}

export type FromWorker =
  | { readonly type: 'batch'; readonly id: number; readonly parts: readonly FilePart[] }
  | { readonly type: 'done'; readonly id: number; readonly summary: ScanSummary; readonly cost: ScanCost }
  | { readonly type: 'text'; readonly id: number; readonly todos: readonly ScannedTodo[] | undefined }
  | { readonly type: 'files'; readonly id: number; readonly found: FoundInFiles }
  | { readonly type: 'failed'; readonly id: number; readonly error: SentError }
  | { readonly type: 'log'; readonly level: 'error' | 'warn' | 'info' | 'debug'; readonly message: string };

/** A file's TODOs, or some of them: a file with many is sent in pieces, one after the other. */
export interface FilePart {
  readonly file: string;
  readonly todos: readonly ScannedTodo[];
  readonly last: boolean;
  /** It has the TODOs that it had in the scan that this one was told of. */
  readonly same?: boolean;
}

/** Sorted by file, for an output that is the same every time. */
export function sortSkipped(skipped: Iterable<Skipped>): Skipped[] {
  return [...skipped].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
