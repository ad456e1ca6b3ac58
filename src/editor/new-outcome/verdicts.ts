import { type Day, idProblem, lastDayOf, type NewOutcome } from '../../core';
import { remarksOn } from './check';
import { resultOf } from './result';
import { type Step, stepsOf, tidy, type Wizard } from './wizard';

/** What is said of a text while it is typed. Only an error keeps it from being taken. */
export interface Verdict {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** What the new outcome will stand among. */
export interface Surroundings {
  readonly today: Day;
  /** Ids in use, in lower case. */
  readonly taken: ReadonlySet<string>;
  /** When the outcome above is due; null without one. */
  readonly parentDue: Day | null;
  /** Codes of rules that the policy turns off. */
  readonly off: ReadonlySet<string>;
}

/** The field that each question is about. Trade-offs and what is chosen can be said in any way. */
const WAYS: Readonly<Partial<Record<Step, string>>> = {
  title: 'title',
  why: 'why',
  metric: 'metrics.0.title',
  unit: 'metrics.0.unit',
  baseline: 'metrics.0.baseline',
  due: 'due',
  owner: 'owner',
  id: 'id',
};

/** What can be said of a title before it is known whether a metric follows. */
const LATER = new Set(['vague-outcome', 'number-mismatch']);

/** The gravest thing to say of what is in the box of the current question; null when it is fine. */
export function verdictOn(wizard: Wizard, typed: string, around: Surroundings): Verdict | null {
  const { at } = wizard;
  const text = tidy(typed);
  if (at === 'done') return null;
  if (text === '') return at === 'title' ? error('Say what will be different, and for whom.') : null;
  if (at === 'id') return idVerdict(text, around);
  if (at === 'due') return dueVerdict(text, around);
  const way = WAYS[at];
  return way === undefined ? null : fromRules(withText(wizard, at, typed), way, around);
}

/** What to say of one more output. */
export function outputVerdict(title: string, around: Surroundings): Verdict | null {
  const outcome = { id: 'x', title: 'x', outputs: [{ id: 'y', title: tidy(title) }] };
  return tidy(title) === '' ? null : fromRules(outcome, 'outputs.0.title', around);
}

/** What the numbers of the title have to say to those of the metric, with a target in it. */
export function titleVerdict(outcome: NewOutcome, around: Surroundings): Verdict | null {
  return worst(remarksOn(outcome, 'title', around.today).filter(({ code }) => code === 'number-mismatch'));
}

function withText(wizard: Wizard, at: Step, text: string): NewOutcome {
  const skipped = new Set(wizard.skipped);
  skipped.delete(at);
  const answers = { ...wizard.answers, texts: { ...wizard.answers.texts, [at]: text } };
  // What is asked later may be wrong still, from an earlier round.
  const asked = new Set(stepsOf({ answers, skipped }));
  if (at === 'baseline') skipped.add('target');
  const made = resultOf({ answers, skipped }, new Set());
  return asked.has(at) ? { ...made, id: 'x' } : { id: 'x', title: 'x' };
}

function fromRules(outcome: NewOutcome, way: string, { today, off }: Surroundings): Verdict | null {
  return worst(remarksOn(outcome, way, today).filter(({ code }) => !LATER.has(code) && !off.has(code)));
}

const RANK = ['error', 'warning', 'info'] as const;

function worst(remarks: ReturnType<typeof remarksOn>): Verdict | null {
  for (const severity of RANK) {
    const found = remarks.find((remark) => remark.severity === severity);
    if (found !== undefined) return { severity, message: found.message };
  }
  return null;
}

function idVerdict(id: string, { taken }: Surroundings): Verdict | null {
  const problem = idProblem(id);
  if (problem !== null) return error(problem);
  return taken.has(id.toLowerCase()) ? error(`"${id}" is an id already. Choose another one.`) : null;
}

function dueVerdict(text: string, { today, parentDue }: Surroundings): Verdict | null {
  const due = lastDayOf(text);
  if (due === null)
    return (
      worst(remarksOn({ id: 'x', title: 'x', due: text }, 'due', today)) ??
      error('Write a day 2026-12-31, a month 2026-12 or a quarter 2026-Q4.')
    );
  if (parentDue !== null && due > parentDue)
    return { severity: 'warning', message: `The outcome above is due earlier, on ${parentDue}.` };
  return due < today ? { severity: 'warning', message: `${due} has passed.` } : null;
}

function error(message: string): Verdict {
  return { severity: 'error', message };
}
