import type { Confidence } from '../../core';

/** What is asked of each metric, in this order. */
export const STEPS = ['value', 'confidence', 'note'] as const;
export type Step = (typeof STEPS)[number];

/** What was typed for one metric so far; the texts stay when a person goes back. */
export interface Answers {
  readonly value: string;
  readonly confidence: Confidence | null;
  readonly note: string;
  /** Gone past without a value. */
  readonly skipped: boolean;
}

/** One go through one or several metrics. */
export interface Round {
  readonly answers: readonly Answers[];
  /** Which metric is asked about; answers.length at the end. */
  readonly index: number;
  readonly step: Step;
}

export type Move =
  | { readonly kind: 'next'; readonly answer: Partial<Answers> }
  | { readonly kind: 'back' }
  /** Leaves the metric out and goes on with the next one. */
  | { readonly kind: 'skip' };

const NOTHING: Answers = { value: '', confidence: null, note: '', skipped: false };

export function begin(metrics: number): Round {
  return { answers: Array.from({ length: metrics }, () => NOTHING), index: 0, step: 'value' };
}

export function isDone({ answers, index }: Round): boolean {
  return index >= answers.length;
}

/** The round after a move. Going back from a metric's value leads to the metric before it. */
export function moved(round: Round, move: Move): Round {
  const { answers, index, step } = round;
  const at = STEPS.indexOf(step);
  switch (move.kind) {
    case 'back':
      if (at > 0) return { ...round, step: STEPS[at - 1]! };
      if (index === 0) return round;
      return { answers, index: index - 1, step: answers[index - 1]!.skipped ? 'value' : 'note' };
    case 'skip':
      return { answers: withAnswer(round, { skipped: true }), index: index + 1, step: 'value' };
    case 'next': {
      const next = withAnswer(round, { ...move.answer, skipped: false });
      if (at + 1 < STEPS.length) return { answers: next, index, step: STEPS[at + 1]! };
      return { answers: next, index: index + 1, step: 'value' };
    }
  }
}

/** The metrics, by their number, that have a value by now. */
export function answered({
  answers,
  index,
  step,
}: Round): { readonly index: number; readonly answers: Answers }[] {
  return answers.flatMap((each, i) => {
    const isPast = i < index || (i === index && step !== 'value');
    return isPast && !each.skipped ? [{ index: i, answers: each }] : [];
  });
}

function withAnswer({ answers, index }: Round, answer: Partial<Answers>): Answers[] {
  return answers.map((each, i) => (i === index ? { ...each, ...answer } : each));
}
