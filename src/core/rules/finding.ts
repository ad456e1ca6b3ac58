import type { Range } from '../text';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a finding is about: a place in a file, a branch or a commit, with the repository as `GitFacts` names it. */
export type Subject =
  | { readonly kind: 'file'; readonly file: string; readonly range: Range }
  | { readonly kind: 'branch'; readonly repository: string; readonly branch: string }
  | { readonly kind: 'commit'; readonly repository: string; readonly commit: string };

export interface Finding {
  /** A code of the rule table. */
  readonly code: string;
  readonly severity: Severity;
  /** Says what is wrong and what to do. */
  readonly message: string;
  readonly subject: Subject;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  /** The outcome it is about, where there is one. */
  readonly outcome: string | null;
}
