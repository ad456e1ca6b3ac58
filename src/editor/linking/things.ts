import type { Position } from '../../core';
import type { Place, Row } from '../views';

type FilePlace = Extract<Place, { kind: 'file' }>;
export type BranchPlace = Extract<Place, { kind: 'branch' }>;

/** Where a TODO or an output was when its row was made. */
export interface ShownAt {
  /** The folder's address, as text. */
  readonly folder: string;
  readonly file: string;
  readonly at: Position;
}

/** Something that was not linked, and why, as a sentence. */
export interface Refusal {
  readonly what: string;
  readonly reason: string;
}

/** What a selection of rows holds that could be linked, each once. */
export interface Things {
  readonly todos: readonly ShownAt[];
  readonly outputs: readonly ShownAt[];
  readonly branches: readonly BranchPlace[];
  readonly refused: readonly Refusal[];
}

const NOT_LINKED: Readonly<Partial<Record<Row['kind'], string>>> = {
  commit: 'A commit is history. Only the message of a new one can still state its why.',
  outcome: 'An outcome is what others are linked to.',
  metric: 'A metric belongs to the outcome that it measures.',
};

/** Files, directories and groups stand for what they hold. */
export function thingsIn(rows: readonly Row[]): Things {
  const todos = new Map<string, ShownAt>();
  const outputs = new Map<string, ShownAt>();
  const branches = new Map<string, BranchPlace>();
  const refused = new Map<string, Refusal>();
  const visit = (row: Row): void => {
    const { kind, place, children } = row;
    const reason = NOT_LINKED[kind];
    if (kind === 'todo' && place?.kind === 'file') todos.set(keyOf(place), shownAt(place));
    else if (kind === 'output' && place?.kind === 'file') outputs.set(keyOf(place), shownAt(place));
    else if (kind === 'branch' && place?.kind === 'branch')
      branches.set([place.folder, place.repository, place.branch].join('\n'), place);
    else if (reason !== undefined) refused.set(row.id, { what: `“${row.label}”`, reason });
    else for (const child of children?.() ?? []) visit(child);
  };
  rows.forEach(visit);
  return {
    todos: [...todos.values()],
    outputs: [...outputs.values()],
    branches: [...branches.values()],
    refused: [...refused.values()],
  };
}

/** True for a row that work can be dropped on, or linked to. */
export function isTarget({ kind }: Row): boolean {
  return kind === 'outcome' || kind === 'output';
}

function shownAt({ folder, file, range }: FilePlace): ShownAt {
  return { folder, file, at: range.start };
}

function keyOf({ folder, file, range: { start } }: FilePlace): string {
  return [folder, file, start.line, start.character].join('\n');
}
