import { createGitCommand, GitFailure } from '../git/command';
import { type GitStateNow, NotVerifiable, readGitState } from './git-state';

/**
 * Git's word on a folder, asked for before the program that needs it is loaded: both take as long, and on two
 * processors go at the same time. Plain data, since that program has classes of its own.
 */
export interface EarlyState {
  /** Git is at work. Resolves in any case, and soon. */
  readonly asked: Promise<void>;
  readonly answer: Promise<EarlyAnswer>;
  /** Ends git. */
  stop(): void;
}

export type EarlyAnswer =
  | { readonly state: GitStateNow }
  | { readonly refused: string }
  | { readonly failed: string; readonly code: number | null };

/** Milliseconds for what git is asked first; it takes a tenth of that. */
const SOON = 100;

/** @param folder absolute */
export function readStateEarly(folder: string): EarlyState {
  const stop = new AbortController();
  const git = createGitCommand('git', folder, stop.signal);
  let timer: NodeJS.Timeout | undefined;
  let isAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
    timer = setTimeout(resolve, SOON);
  }).finally(() => clearTimeout(timer));
  const answer = readGitState(git, isAsked)
    .then((state) => ({ state }), answerOf)
    .finally(isAsked);
  return { asked, answer, stop: () => stop.abort() };
}

/** The state, or what `readGitState` would have thrown. */
export async function stateOf(answer: Promise<EarlyAnswer>): Promise<GitStateNow> {
  const given = await answer;
  if ('state' in given) return given.state;
  throw 'refused' in given ? new NotVerifiable(given.refused) : new GitFailure(given.failed, given.code);
}

function answerOf(error: unknown): EarlyAnswer {
  if (error instanceof NotVerifiable) return { refused: error.message };
  return { failed: String(error), code: error instanceof GitFailure ? error.code : null };
}
