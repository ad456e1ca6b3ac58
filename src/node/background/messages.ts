import type { GitFacts } from '../../core';
import type { GitQuery } from '../../workspace/ports';
import type { SentError } from '../sent-error';

/** What can be asked of the background thread, and what it answers. */
export interface Questions {
  facts: { readonly ask: GitQuery; readonly answer: GitFacts[] };
  outcomesFiles: { readonly ask: null; readonly answer: string[] };
}

export type Question = keyof Questions;

export type ToBackground =
  | { readonly type: 'ask'; readonly id: number; readonly question: 'facts'; readonly ask: GitQuery }
  | { readonly type: 'ask'; readonly id: number; readonly question: 'outcomesFiles'; readonly ask: null }
  | { readonly type: 'abort'; readonly id: number }
  /** End everything; nothing more will be asked. */
  | { readonly type: 'close' };

export type FromBackground =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: SentError }
  | { readonly type: 'log'; readonly level: 'error' | 'warn' | 'info' | 'debug'; readonly message: string };
