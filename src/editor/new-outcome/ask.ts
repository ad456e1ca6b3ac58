import { lastDayOf, quarterOf } from '../../core';
import { askChoice, askSome, askText, type Choice, type Frame } from './boxes';
import { meaningsOf } from './meanings';
import { measureOf, proposedId, resultOf } from './result';
import { outputVerdict, type Surroundings, titleVerdict, verdictOn } from './verdicts';
import { begin, type Initial, moved, type Move, type Step, stepsOf, tidy, type Wizard } from './wizard';

/** What the questions are asked with. */
export interface Asking extends Surroundings {
  /** Above the question: "New Outcome", or below what. */
  readonly title: string;
  /** Who may answer for it, the likeliest first. */
  readonly owners: readonly string[];
  /** Who answers for it when nobody is named. */
  readonly inheritedOwner: string | null;
  readonly freeId: (wanted: string) => string;
}

/** Asks every question, back and forth. undefined when it was given up. */
export async function askAll(initial: Initial, asking: Asking): Promise<Wizard | undefined> {
  let wizard = begin(initial);
  while (wizard.at !== 'done') {
    const move = await ask(wizard, wizard.at, asking);
    if (move === undefined) return undefined;
    wizard = moved(wizard, move);
  }
  return wizard;
}

function ask(wizard: Wizard, step: Step, asking: Asking): Promise<Move | undefined> {
  const frame = frameOf(wizard, step, asking);
  switch (step) {
    case 'target':
      return askChoice(frame, (text) => targetChoices(wizard, text, asking), {
        isActive: ({ label }) => label === wizard.answers.meaning?.label,
      });
    case 'due':
      return askChoice(frame, (text) => dueChoices(wizard, text, asking));
    case 'owner':
      return askChoice(frame, (text) => ownerChoices(text, asking));
    case 'outputs':
      return askOutputs(wizard, frame, asking);
    case 'chosen': {
      const { outputs, rejected } = wizard.answers;
      const ticked = outputs.filter((title) => !rejected.includes(title));
      return askSome(frame, outputs, ticked, (chosen) => ({
        kind: 'next',
        text: '',
        with: { rejected: outputs.filter((title) => !chosen.includes(title)) },
      }));
    }
    default:
      return askText(frame, (text) => verdictOn(wizard, text, asking));
  }
}

/** One box for all of them: what is typed ahead while one is added is not lost. */
async function askOutputs(wizard: Wizard, frame: Frame, asking: Asking): Promise<Move | undefined> {
  let current = wizard;
  const move = await askChoice(frame, (text) => outputChoices(current, text, asking), {
    stay: (added) => {
      current = moved(current, added);
      return frameOf(current, 'outputs', asking);
    },
  });
  return move && { ...move, with: { ...move.with, outputs: current.answers.outputs } };
}

/** What is asked, what helps to answer it, and an answer. */
type Question = readonly [question: string, hint: string, example: string];

const QUESTIONS: Readonly<Record<Exclude<Step, `trade-off:${string}`>, Question>> = {
  title: [
    'What will be different, and for whom?',
    'A change, not what is built for it.',
    'Callers wait less than 5 minutes',
  ],
  why: [
    'Why does it matter?',
    'What is lost if it does not come about.',
    'Who waits longer hangs up and leaves',
  ],
  metric: ['How will you know?', 'What is counted or measured.', 'Median time in the queue'],
  unit: ['In what unit?', 'What the numbers count.', 'minutes, calls/week, %'],
  baseline: ['From what?', 'The value of today.', '12, 1,000, 9.5%'],
  target: ['To what?', '', '5, +20%, -40, +2pp, at most 5, 40-60'],
  due: ['By when?', '', 'A quarter 2027-Q2, a month 2027-06 or a day 2027-06-30'],
  owner: ['Who answers for it?', '', 'A person or a team'],
  outputs: ['What could bring it about?', '', 'Type one way, then others if there are'],
  chosen: ['Which of them will you do?', '', 'Untick what you reject; it is kept, with what is given up'],
  id: ['What is it called in TODOs, branches and commits?', 'Words joined by hyphens.', ''],
};

function questionOf(step: Step): Question {
  const rejected = /^trade-off:(.*)$/s.exec(step)?.[1];
  return rejected === undefined
    ? QUESTIONS[step as keyof typeof QUESTIONS]
    : [`Why not “${rejected}”?`, 'What it would cost, or what is given up by not doing it.', ''];
}

const OPTIONAL = new Set<Step>(['why', 'metric', 'unit', 'baseline', 'target', 'due', 'owner']);

function frameOf(wizard: Wizard, step: Step, { title, freeId }: Asking): Frame {
  const steps = stepsOf(wizard);
  const [question, hint, example] = questionOf(step);
  const typed = wizard.answers.texts[step] ?? '';
  return {
    title: `${title}: ${question}`,
    hint,
    example,
    step: steps.indexOf(step) + 1,
    total: steps.length,
    text: step === 'id' && typed === '' ? freeId(proposedId(wizard)) : typed,
    isFirst: steps[0] === step,
    isOptional: OPTIONAL.has(step) || step.startsWith('trade-off:'),
  };
}

const next = (text: string): Move => ({ kind: 'next', text });
const OPEN: Choice = { label: '$(debug-step-over) Leave it open', move: (text) => ({ kind: 'skip', text }) };

function targetChoices(wizard: Wizard, typed: string, asking: Asking): Choice[] {
  const { meanings, problem } = meaningsOf(tidy(typed), measureOf(wizard));
  const choices = meanings.map((meaning) => {
    const answers = { ...wizard.answers, meaning, texts: { ...wizard.answers.texts, target: typed } };
    const verdict = titleVerdict(resultOf({ ...wizard, answers }, asking.taken), asking);
    return {
      label: meaning.label,
      ...(verdict === null ? {} : { detail: `$(info) ${verdict.message}` }),
      move: (text: string): Move => ({ kind: 'next', text, with: { meaning } }),
    };
  });
  if (problem !== null) return [{ label: '$(error) This cannot be the target', detail: problem, move: null }];
  return choices.length === 0 ? [OPEN] : choices;
}

function dueChoices(wizard: Wizard, typed: string, asking: Asking): Choice[] {
  const text = tidy(typed);
  const { today, parentDue } = asking;
  const quarters = [0, 1, 2, 3].map((after) => quarterOf(today, after).name);
  const offered = quarters.filter(
    (name) => name !== text && name.toLowerCase().startsWith(text.toLowerCase()),
  );
  const choices = offered.map((name): Choice => dayChoice(name));
  if (text !== '') {
    const verdict = verdictOn(wizard, text, asking);
    if (verdict?.severity !== 'error') choices.unshift({ ...dayChoice(text), ...detailOf(verdict) });
    else if (choices.length === 0)
      choices.push({ label: '$(error) This is no due date', detail: verdict.message, move: null });
    return choices;
  }
  const inherited: Choice = { ...OPEN, label: `$(debug-step-over) As the outcome above: ${parentDue ?? ''}` };
  return parentDue === null ? [...choices, OPEN] : [inherited, ...choices];
}

function dayChoice(name: string): Choice {
  const day = lastDayOf(name);
  return {
    label: `$(calendar) ${name}`,
    ...(day === null || day === name ? {} : { description: `until ${day}` }),
    move: () => next(name),
  };
}

function detailOf(verdict: ReturnType<typeof verdictOn>) {
  return verdict === null ? {} : { detail: `$(warning) ${verdict.message}` };
}

function ownerChoices(typed: string, { owners, inheritedOwner }: Asking): Choice[] {
  const text = tidy(typed);
  const known = owners.filter((owner) => owner.toLowerCase().includes(text.toLowerCase()));
  const choices = known.map((owner): Choice => ({ label: `$(person) ${owner}`, move: () => next(owner) }));
  if (text !== '') {
    const typedChoice: Choice = { label: `$(person-add) ${text}`, move: () => next(text) };
    return known.some((owner) => owner === text) ? choices : [...choices, typedChoice];
  }
  const inherited: Choice = {
    ...OPEN,
    label: `$(debug-step-over) As the outcome above: ${inheritedOwner ?? ''}`,
  };
  return inheritedOwner === null ? [...choices, OPEN] : [inherited, ...choices];
}

/** Enter adds what is typed; with nothing typed it goes on. Choosing one that is there takes it back to be changed. */
function outputChoices(wizard: Wizard, typed: string, asking: Asking): Choice[] {
  const { outputs } = wizard.answers;
  const text = tidy(typed);
  const there = outputs.map((title): Choice => ({
    label: `$(edit) ${title}`,
    description: 'change or remove',
    move: () => ({
      kind: 'stay',
      text: title,
      with: { outputs: outputs.filter((other) => other !== title) },
    }),
  }));
  if (text !== '' && !outputs.includes(text)) {
    const add: Choice = {
      label: `$(add) Add “${text}”`,
      ...detailOf(outputVerdict(text, asking)),
      move: () => ({ kind: 'stay', text: '', with: { outputs: [...outputs, text] } }),
    };
    return [add, ...there];
  }
  const count = outputs.length;
  const on: Choice = {
    label:
      count === 0
        ? '$(debug-step-over) Not decided yet'
        : `$(arrow-right) Go on with ${count === 1 ? 'this one' : `these ${count}`}`,
    description: count === 0 ? '' : 'or type another one',
    move: () => next(''),
  };
  return [on, ...there];
}
