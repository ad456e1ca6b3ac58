import type { LineIndex, Span } from '../text';

/** A calendar day as `YYYY-MM-DD`. Such strings sort by time; core/outcomes/day.ts does the arithmetic. */
export type Day = string;

export type OutcomeStatus = 'draft' | 'active' | 'achieved' | 'missed' | 'dropped';
export type OutputStatus = 'proposed' | 'planned' | 'in-progress' | 'shipped' | 'rejected';
export type Goal = 'increase' | 'decrease' | 'at-least' | 'at-most' | 'between';
export type Cadence = 'weekly' | 'fortnightly' | 'monthly' | 'quarterly' | 'never';
export type Confidence = 'on-track' | 'at-risk' | 'off-track';
export type Element = 'people' | 'process' | 'technology';

/** Where a node of the file was written. `keys` has each field that is present, also one whose value was unusable. */
export interface Written {
  /** What to mark when the node itself is meant: its `id`, else its `title`, else its first key. */
  readonly self: Span;
  /** The whole mapping, from its first key to the end of its last value. */
  readonly node: Span;
  readonly keys: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
}

/** A number and how it was written: "9.5%" is { value: 9.5, unit: '%' }. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
}

export interface CheckIn {
  readonly date: Day;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly note: string | null;
  readonly at: Written;
}

export interface Metric {
  /** As written; null when the metric has none. */
  readonly id: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  /** As written, or inferred from baseline and target; null when neither tells. */
  readonly goal: Goal | null;
  readonly baseline: number | null;
  /** The target in the metric's unit, `change` already applied to the baseline; [low, high] for `between`. */
  readonly target: number | readonly [number, number] | null;
  readonly source: string | null;
  /** Sorted by date. */
  readonly checkIns: readonly CheckIn[];
  readonly at: Written;
}

export interface Output {
  /** Empty when the file states none: such an output is shown but cannot be linked to. */
  readonly id: string;
  readonly title: string;
  readonly status: OutputStatus;
  readonly shipped: Day | null;
  readonly instead: string | null;
  readonly tradeOff: string | null;
  readonly serves: readonly string[];
  /** Where each of `serves` is written, without quotes, in the same order. */
  readonly servesAt: readonly Span[];
  readonly element: Element | null;
  readonly at: Written;
}

export interface Outcome {
  /** As written. Empty when the file states none: such an outcome is shown but cannot be linked to. */
  readonly id: string;
  readonly title: string;
  readonly why: string | null;
  readonly owner: string | null;
  readonly start: Day | null;
  /** The last day of what is written (2026-Q4 is 2026-12-31), its own or inherited from the nearest ancestor. */
  readonly due: Day | null;
  readonly status: OutcomeStatus;
  readonly checkIn: Cadence | null;
  readonly weight: number;
  readonly paths: readonly string[];
  readonly branches: readonly string[];
  readonly assumptions: readonly string[];
  readonly adverse: boolean;
  readonly metrics: readonly Metric[];
  readonly outputs: readonly Output[];
  readonly outcomes: readonly Outcome[];
  readonly parent: Outcome | null;
  /** The file that holds it, relative to the folder, with `/`. */
  readonly file: string;
  readonly at: Written;
}

/** One outcomes.yml, read as far as it can be read. */
export interface OutcomesFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly title: string | null;
  /** The file's own fields; null when it is no mapping. */
  readonly at: Written | null;
  /** null when the file states no `policy`. */
  readonly policy: Policy | null;
  readonly outcomes: readonly Outcome[];
  /** What reading it already showed to be wrong; spans are into `text`. */
  readonly problems: readonly FileProblem[];
}

export interface FileProblem {
  readonly code:
    | 'invalid-yaml'
    | 'invalid-field'
    | 'unknown-field'
    | 'ambiguous-percent'
    | 'invalid-dates'
    | 'conflicting-target';
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** The ways to put it right that the message names, the likeliest first. */
  readonly suggestions?: readonly Suggestion[];
}

/** What to write instead of what the span of a problem marks. */
export type Suggestion =
  /** The field, whose key is marked, has another name. */
  | { readonly kind: 'key'; readonly key: string }
  /** The marked value is another one. */
  | { readonly kind: 'value'; readonly value: SuggestedValue }
  /** The field whose value is marked has another name and value. */
  | { readonly kind: 'field'; readonly key: string; readonly value: SuggestedValue }
  /** A field is missing beside the one whose value is marked. */
  | { readonly kind: 'beside'; readonly key: string; readonly value: SuggestedValue };

export type SuggestedValue = string | number | readonly (string | number)[];

/** What the team agreed on, with every default filled in. */
export interface Policy {
  /** The folder of the file that states it, relative, '' for the root. Its globs are relative to this. */
  readonly dir: string;
  readonly tags: readonly string[];
  readonly mentions: 'marker' | 'any';
  readonly ignore: readonly string[];
  readonly base: string | null;
  readonly existing: 'hint' | 'off' | 'same';
  readonly exemptBranches: readonly string[];
  readonly commitsSince: Day | null;
  /** Rule code → severity; codes it does not name keep their default. */
  readonly rules: ReadonlyMap<string, 'off' | 'hint' | 'info' | 'warning' | 'error'>;
  readonly at: Written | null;
}

/** All files of a folder as one tree. */
export interface OutcomeTree {
  /** Sorted by path. */
  readonly files: readonly OutcomesFile[];
  readonly roots: readonly Outcome[];
  /** Every outcome and output that has an id, by its id in lower case; the first one wins where ids repeat. */
  readonly entries: ReadonlyMap<string, Entry>;
}

export type Entry =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly output: null }
  | { readonly kind: 'output'; readonly outcome: Outcome; readonly output: Output };
