import type { TextEdit } from '../../edits';
import type { Span } from '../../text';
import type {
  Cadence,
  Confidence,
  Day,
  Element,
  Goal,
  Metric,
  Outcome,
  OutcomeStatus,
  OutcomesFile,
  Output,
  OutputStatus,
} from '../model';

/** A number, or as written in a file: "9.5%". */
export type NewQuantity = number | string;

/** A check-in to be written; its keys are those of the file. */
export interface NewCheckIn {
  readonly date: Day;
  readonly value: NewQuantity;
  readonly confidence?: Confidence | undefined;
  readonly note?: string | undefined;
}

export interface NewMetric {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly unit?: string | undefined;
  readonly goal?: Goal | undefined;
  readonly baseline?: NewQuantity | undefined;
  readonly target?: NewQuantity | readonly NewQuantity[] | undefined;
  readonly change?: NewQuantity | undefined;
  readonly source?: string | undefined;
  readonly 'check-ins'?: readonly NewCheckIn[] | undefined;
}

export interface NewOutput {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly status?: OutputStatus | undefined;
  readonly shipped?: Day | undefined;
  readonly instead?: string | undefined;
  readonly 'trade-off'?: string | undefined;
  readonly serves?: readonly string[] | undefined;
  readonly element?: Element | undefined;
}

/** Days may be written as a month or quarter: 2026-12, 2026-Q4. */
export interface NewOutcome {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly why?: string | undefined;
  readonly owner?: string | undefined;
  readonly start?: string | undefined;
  readonly due?: string | undefined;
  readonly status?: OutcomeStatus | undefined;
  readonly 'check-in'?: Cadence | undefined;
  readonly weight?: number | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly branches?: readonly string[] | undefined;
  readonly assumptions?: readonly string[] | undefined;
  readonly effect?: 'adverse' | undefined;
  readonly metrics?: readonly NewMetric[] | undefined;
  readonly outputs?: readonly NewOutput[] | undefined;
  readonly outcomes?: readonly NewOutcome[] | undefined;
}

/** What a node of the file may have written into it. */
export type FieldsOf<N extends Outcome | Metric | Output> = N extends Outcome
  ? NewOutcome
  : N extends Metric
    ? NewMetric
    : NewOutput;

/** An output and the file that holds it. */
export interface OutputPlace {
  readonly file: OutcomesFile;
  readonly output: Output;
}

/** An outcome and the file that holds it. */
export interface OutcomePlace {
  readonly file: OutcomesFile;
  readonly outcome: Outcome;
}

/** Edits of one or two files, or in one sentence why they cannot be made. */
export type FilesEditResult =
  | {
      readonly files: readonly {
        readonly path: string;
        readonly edits: readonly TextEdit[];
        /** Where the cursor or selection belongs, in the new text. */
        readonly reveal?: Span;
      }[];
    }
  | { readonly refused: string };
