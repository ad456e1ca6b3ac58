import { movedBy, type EditResult, type TextEdit } from '../../edits';
import type { Outcome, OutcomesFile, OutcomeStatus, OutputStatus } from '../model';
import { withField } from './fields';
import { finish, type Intent } from './finish';
import { pieceOf, withEntry } from './lists';
import { openNode } from './open';
import { attempt, refuse } from './refusal';
import { definesId, idPlaces, renamed } from './rename';

const PLACEHOLDER = { id: 'new-outcome', title: 'The change that is wanted, and for whom' };

/** What an outcome that turns out to be an output was said to be. */
const STATUS: Readonly<Record<OutcomeStatus, OutputStatus>> = {
  draft: 'proposed',
  active: 'in-progress',
  achieved: 'shipped',
  missed: 'rejected',
  dropped: 'rejected',
};

/**
 * Turns an outcome that reads as an output into one: it becomes the first output of a new outcome, which takes its
 * place and its other fields. The output keeps the id, so that links to it hold; what an outcome only can be named
 * for, `serves`, names the new one. An achieved outcome leaves an active one: its output has shipped, no more.
 * `placeholder` is what the new outcome is called until the user names it; `reveal` is its title.
 */
export function outputFromOutcome(
  file: OutcomesFile,
  outcome: Outcome,
  placeholder: { readonly id?: string; readonly title?: string } = {},
): EditResult {
  return attempt(() => {
    if (outcome.id === '') refuse('This outcome has no id that the output could keep. Give it one first.');
    const id = placeholder.id ?? freeId(file);
    const title = placeholder.title ?? PLACEHOLDER.title;
    const opened = openNode(file, outcome, 'outputs');
    const stated = outcome.at.keys.has('status');
    const output = {
      id: outcome.id,
      title: outcome.title,
      status: stated ? STATUS[outcome.status] : undefined,
    };
    const intents = [
      withField(opened, 'outcome', 'id', id),
      withField(opened, 'outcome', 'title', title),
      ...(outcome.status === 'achieved' ? [withField(opened, 'outcome', 'status', 'active')] : []),
      withEntry(opened, 'outcome', 'outputs', pieceOf('outputs', output), { index: () => 0 }),
    ];
    const made = finish(opened, { ...together(intents), reveal: ['title'] });
    return withReferences(made, referencesTo(file, outcome, id), titlePlace(outcome));
  });
}

function freeId(file: OutcomesFile): string {
  let id = PLACEHOLDER.id;
  for (let count = 2; definesId(file, id); count++) id = `${PLACEHOLDER.id}-${count}`;
  return id;
}

function together(intents: readonly Intent[]): Intent {
  return {
    edits: intents.flatMap(({ edits }) => edits),
    touched: intents.flatMap(({ touched }) => touched),
    becomes: (before) => intents.reduce((meaning, { becomes }) => becomes(meaning), before),
  };
}

function referencesTo(file: OutcomesFile, { id }: Outcome, to: string): TextEdit[] {
  const named = idPlaces(file, id).filter(({ role }) => role === 'serves');
  return renamed(file, named, to);
}

function titlePlace({ at }: Outcome): number {
  return at.keys.get('title')?.value.start ?? at.node.end;
}

/** Adds edits in other places; `place` is where the text to be selected was. */
function withReferences({ edits, reveal }: Made, added: readonly TextEdit[], place: number): Made {
  const all = [...edits, ...added];
  if (reveal === undefined) return { edits: all };
  const moved = movedBy(added, place) - place;
  return { edits: all, reveal: { start: reveal.start + moved, end: reveal.end + moved } };
}

type Made = Extract<EditResult, { edits: unknown }>;
