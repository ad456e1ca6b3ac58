import type { MovedGoalpost } from '../history/goalposts';
import type { Day, OutcomeTree, Policy } from '../outcomes/model';
import type { Span } from '../text';
import type { Branch, Commit, Todo } from '../work/model';
import type { Severity, Subject } from './finding';

export type Family = 'file' | 'wording' | 'smart' | 'health' | 'work';

interface RuleBase {
  /** Stable: policies, suppressions and other tools name it. */
  readonly code: string;
  /** What it is when the policy does not say otherwise. */
  readonly severity: Severity;
  /** One line for the rules table of the README. */
  readonly summary: string;
}

/** Looks at what the outcome files say. */
export interface TreeRule extends RuleBase {
  readonly family: Exclude<Family, 'work'>;
  readonly check: (context: TreeContext) => Iterable<TreeProblem>;
}

export interface TreeContext {
  readonly tree: OutcomeTree;
  readonly today: Day;
  /** The ids, in lower case, of the outcomes and outputs that work links to; left out while work is not known. */
  readonly served?: ReadonlySet<string>;
  /** What git tells of moved goalposts, newest first; left out while it was not asked. */
  readonly goalposts?: readonly MovedGoalpost[];
}

/** A finding before its severity is known; `file` is a path of `tree.files` and the spans are into its text. */
export interface TreeProblem {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly outcome?: string;
}

/** Looks at one piece of work, already linked. */
export interface WorkRule extends RuleBase {
  readonly family: 'work';
  readonly check: (item: Todo | Branch | Commit, context: WorkContext) => Iterable<WorkProblem>;
}

export interface WorkContext {
  readonly tree: OutcomeTree;
  /** The policy that applies to the item. */
  readonly policy: Policy;
  /** True while the commit is still being written, when it can be told what is of no use to tell later. */
  readonly isBeingWritten?: boolean;
}

export interface WorkProblem {
  readonly subject: Subject;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly outcome?: string;
  /** True for work that is older than the merge base: the policy's `existing` decides what it gets. */
  readonly existing?: boolean;
}

export type Rule = TreeRule | WorkRule;
