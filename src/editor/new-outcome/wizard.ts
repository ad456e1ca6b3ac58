import type { Meaning } from './meanings';

/**
 * The questions of "New outcome" and what was answered, without a word of how they are asked. They come in the order
 * of thinking: the change, why it matters, how it is measured, by when and by whom, and last what could bring it.
 */
export type Step =
  | 'title'
  | 'why'
  | 'metric'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'due'
  | 'owner'
  | 'outputs'
  | 'chosen'
  | `trade-off:${string}`
  | 'id';

/** What was typed or chosen so far. What is skipped stays here, to be found again when one steps back. */
export interface Answers {
  /** What each question has in its box. */
  readonly texts: Readonly<Partial<Record<Step, string>>>;
  /** What the text of `target` was said to mean. */
  readonly meaning: Meaning | null;
  /** By their titles, each once. */
  readonly outputs: readonly string[];
  /** Titles of those that were not chosen; what is no output any more does not count. */
  readonly rejected: readonly string[];
}

export interface Wizard {
  readonly answers: Answers;
  readonly skipped: ReadonlySet<Step>;
  /** `done` after the last question. */
  readonly at: Step | 'done';
}

/** Every move keeps what is in the box (`text`). */
export type Move =
  | { readonly kind: 'next'; readonly text: string; readonly with?: Partial<Omit<Answers, 'texts'>> }
  | {
      readonly kind: 'skip' | 'back' | 'stay';
      readonly text: string;
      readonly with?: Partial<Omit<Answers, 'texts'>>;
    };

/** What is known before the first question. */
export interface Initial {
  readonly title?: string;
  readonly outputs?: readonly string[];
}

export function begin({ title = '', outputs = [] }: Initial = {}): Wizard {
  const distinct = [...new Set(outputs.map(tidy))].filter(Boolean);
  return {
    answers: { texts: { title: tidy(title) }, meaning: null, outputs: distinct, rejected: [] },
    skipped: new Set(),
    at: 'title',
  };
}

/** The questions that there are to be asked, as things stand. */
export function stepsOf({ answers, skipped }: Pick<Wizard, 'answers' | 'skipped'>): Step[] {
  const isMeasured = !skipped.has('metric') && textOf(answers, 'metric') !== '';
  const isChoice = answers.outputs.length > 1;
  return [
    'title',
    'why',
    'metric',
    ...(isMeasured ? (['unit', 'baseline', 'target'] as const) : []),
    'due',
    'owner',
    'outputs',
    ...(isChoice ? (['chosen'] as const) : []),
    ...rejectedOf(answers).map((title) => `trade-off:${title}` as const),
    'id',
  ];
}

/** The alternatives that lost to another one, in the order of the outputs. Where none was chosen, none lost. */
export function rejectedOf({ outputs, rejected }: Pick<Answers, 'outputs' | 'rejected'>): string[] {
  const lost = outputs.filter((title) => rejected.includes(title));
  return lost.length < outputs.length ? lost : [];
}

/** Where the wizard stands after a move. A step back from the first question leaves it there. */
export function moved(wizard: Wizard, { kind, text, with: more }: Move): Wizard {
  const { at } = wizard;
  if (at === 'done') return wizard;
  const answers = { ...wizard.answers, ...more, texts: { ...wizard.answers.texts, [at]: text } };
  const skipped = new Set(wizard.skipped);
  if (kind === 'skip') skipped.add(at);
  if (kind === 'next') skipped.delete(at);
  const steps = stepsOf({ answers, skipped });
  const index = steps.indexOf(at) + (kind === 'back' ? -1 : kind === 'stay' ? 0 : 1);
  return { answers, skipped, at: index >= steps.length ? 'done' : steps[Math.max(0, index)]! };
}

/** The answer of a question that is in force, without spaces around it; empty when it was left open. */
export function answerTo({ answers, skipped }: Pick<Wizard, 'answers' | 'skipped'>, step: Step): string {
  return skipped.has(step) ? '' : textOf(answers, step);
}

/** On one line, without what cannot be seen. */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cs}\ufeff]/gu, '')
    .trim();
}

function textOf({ texts }: Answers, step: Step): string {
  return tidy(texts[step] ?? '');
}
