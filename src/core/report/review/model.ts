import type { TreeChange } from '../../history/changes';
import type { MovedGoalpost } from '../../history/goalposts';
import type { Confidence, Day, Element, Goal, OutcomeStatus, OutputStatus } from '../../outcomes/model';
import type { MetricStatus, ShownStatus } from '../../outcomes/progress';
import type { Severity } from '../../rules/finding';
import type { Evidence } from '../../work/model';

/**
 * What a tech lead reviews, as plain data: the review page, its exported file and `report` in every format are drawn from
 * it alone, so that they say the same. It holds what people wrote as they wrote it: whoever shows it escapes it. The same
 * state of a folder gives the same bytes. Days are `YYYY-MM-DD`, shares run from 0 to 1, and null means not known.
 */
export interface Review {
  readonly version: 1;
  readonly today: Day;
  /** What "in the period" means: since `since`, else the last 90 days. Both days belong to it. */
  readonly period: { readonly from: Day; readonly to: Day };
  /** The revision that `changes` compares with; null when none was asked for. */
  readonly since: { readonly ref: string; readonly day: Day } | null;
  /** The outcomes files, sorted by path. */
  readonly files: readonly { readonly path: string; readonly title: string | null }[];
  readonly summary: ReviewSummary;
  /** Every outcome, a parent before its children, in the order of the files. */
  readonly outcomes: readonly ReviewOutcome[];
  /** All work that was found. */
  readonly work: readonly ReviewWork[];
  /** Active outcomes that are behind, or of which an error or a warning tells; the worst first, then by due date. */
  readonly attention: readonly Attention[];
  /** Outputs that shipped and whose outcome has not moved, as the finding `shipped-not-moved` says. */
  readonly shippedNotMoved: readonly ReviewFinding[];
  /** Why without work: as the finding `outcome-without-work` says. */
  readonly withoutWork: readonly ReviewFinding[];
  /** Work without why: places in `work`. */
  readonly withoutWhy: readonly number[];
  /** Choices: outcomes with several outputs, or with one that was rejected. */
  readonly alternatives: readonly Alternatives[];
  /** What was said at each metric's last check-in beside its numbers; the largest disagreement first. */
  readonly confidence: readonly Judgement[];
  readonly factory: FeatureFactory;
  /** How the work of the period spreads over outcomes, the most first. */
  readonly spread: Spread;
  readonly coverage: Coverage;
  /** What differs from the outcomes at `since`; empty without it. */
  readonly changes: readonly TreeChange[];
  /** Progress then and now of the outcomes that were there at `since` and differ. */
  readonly progressMade: readonly ProgressMade[];
  /** Targets, baselines and due dates that changed after work on their outcome began, newest first. */
  readonly goalposts: readonly MovedGoalpost[];
}

export interface ReviewSummary {
  readonly outcomes: number;
  readonly byStatus: Readonly<Record<ShownStatus, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A place to open. Line and column count from one, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ReviewOutcome {
  /** Its id; where it has none, or one that is taken, `file:line`. Unique; other parts of the review refer to it. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly why: string | null;
  readonly owner: string | null;
  /** The key of the outcome above it. */
  readonly parent: string | null;
  /** 0 for a root. */
  readonly depth: number;
  readonly place: Place;
  readonly stated: OutcomeStatus;
  /** What to show: what was decided, else where it stands by its numbers. */
  readonly status: ShownStatus;
  /** Rolled up and capped, as `tree` prints it. */
  readonly progress: number | null;
  /** All that is measured of it is a level to keep: its progress says how often it was met, and none is expected. */
  readonly keeps: boolean;
  readonly expected: number | null;
  readonly coverage: { readonly measured: number; readonly of: number };
  /** Its own or inherited. */
  readonly start: Day | null;
  readonly due: Day | null;
  readonly adverse: boolean;
  readonly assumptions: readonly string[];
  readonly metrics: readonly ReviewMetric[];
  readonly outputs: readonly ReviewOutput[];
  /** How many pieces of work link to it or to one of its outputs; those of its children are theirs. */
  readonly work: { readonly todos: number; readonly branches: number; readonly commits: number };
}

export interface ReviewMetric {
  readonly id: string | null;
  readonly title: string | null;
  readonly unit: string | null;
  readonly goal: Goal | null;
  readonly baseline: number | null;
  readonly target: number | readonly [number, number] | null;
  readonly source: string | null;
  readonly place: Place;
  readonly status: MetricStatus;
  /** Raw: below 0 regressed, above 1 exceeded. */
  readonly progress: number | null;
  readonly expected: number | null;
  readonly current: number | null;
  /** Up to today, sorted by day. */
  readonly series: readonly {
    readonly day: Day;
    readonly value: number;
    readonly confidence: Confidence | null;
    readonly note: string | null;
    readonly place: Place;
  }[];
  /** From the baseline at the start to the target when due; null when one of the four is not known. */
  readonly expectedLine: ReviewLine | null;
  /** The least-squares line from the last check-in to the due date; null where there is no forecast. */
  readonly forecastLine: ReviewLine | null;
  readonly forecast: { readonly value: number | null; readonly reached: Day | null } | null;
}

export type ReviewLine = readonly [from: ReviewPoint, to: ReviewPoint];

export interface ReviewPoint {
  readonly day: Day;
  readonly value: number;
}

export interface ReviewOutput {
  readonly id: string;
  readonly title: string;
  readonly status: OutputStatus;
  readonly shipped: Day | null;
  readonly instead: string | null;
  readonly tradeOff: string | null;
  readonly element: Element | null;
  /** Ids of the further outcomes that it contributes to, as written. */
  readonly serves: readonly string[];
  readonly place: Place;
}

export interface ReviewWork {
  readonly kind: 'todo' | 'branch' | 'commit';
  /** What the TODO says, the branch's name, the commit's subject. */
  readonly text: string;
  /** `open` has no why and was to have one, `exempt` has none and needs none. */
  readonly state: 'linked' | 'waived' | 'exempt' | 'open';
  readonly links: readonly {
    readonly outcome: string;
    readonly output: string | null;
    readonly evidence: Evidence;
  }[];
  /** Of a TODO. */
  readonly place: Place | null;
  readonly tag: string | null;
  /** A TODO that came since the merge base. */
  readonly isNew: boolean;
  /** The assignee of a TODO, the author of a commit. */
  readonly who: string | null;
  /** The id of a commit and its day (UTC). */
  readonly commit: string | null;
  readonly day: Day | null;
  /** The path of the repository in the folder; '' for the folder's own. */
  readonly repository: string;
}

export interface ReviewFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The key of the outcome it is about; null where it says none. */
  readonly outcome: string | null;
}

export interface Attention {
  readonly outcome: string;
  readonly status: ShownStatus;
  readonly findings: readonly ReviewFinding[];
}

export interface Alternatives {
  readonly outcome: string;
  readonly chosen: readonly ReviewOutput[];
  readonly proposed: readonly ReviewOutput[];
  readonly rejected: readonly ReviewOutput[];
}

export interface Judgement {
  readonly outcome: string;
  /** Its place in the outcome's `metrics`. */
  readonly metric: number;
  readonly stated: Confidence;
  readonly numbers: MetricStatus;
  /** How much better (positive) or worse it was said to be than the numbers are, in steps from 0 to 2. */
  readonly difference: number;
  readonly day: Day;
}

export interface FeatureFactory {
  /** Outputs with a `shipped` day in the period. */
  readonly shipped: readonly {
    readonly outcome: string;
    readonly output: string;
    readonly title: string;
    readonly day: Day;
  }[];
  /** Outcomes whose own numbers came at least a tenth of the way further in the period. */
  readonly moved: readonly { readonly outcome: string; readonly from: number; readonly to: number }[];
  /** Of the outcomes for which something shipped in the period, how many moved. */
  readonly shippedFor: { readonly outcomes: number; readonly moved: number };
}

export interface Spread {
  /** Commits and branches of the period and new TODOs. One that serves several outcomes counts in equal parts. */
  readonly items: number;
  readonly outcomes: readonly { readonly outcome: string; readonly items: number; readonly share: number }[];
  /** The part whose why was waived. */
  readonly waived: { readonly items: number; readonly share: number };
  /** The part without a why. */
  readonly none: { readonly items: number; readonly share: number };
}

export interface Coverage {
  readonly todos: CoverageCount;
  readonly branches: CoverageCount;
  readonly commits: CoverageCount;
  /** Commits by the month they were made in (UTC), `YYYY-MM`, oldest first, without gaps. */
  readonly months: readonly ({ readonly month: string } & CoverageCount)[];
}

export interface CoverageCount {
  readonly linked: number;
  readonly waived: number;
  readonly exempt: number;
  /** Without a why. */
  readonly open: number;
}

export interface ProgressMade {
  readonly outcome: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly statusFrom: ShownStatus;
  readonly statusTo: ShownStatus;
}
