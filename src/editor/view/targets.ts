import { ancestorsOf, type Branch, type Entry, type Outcome, type Todo } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import type { Row } from './rows';

/** A row to find in a view, and below which rows to look for it. */
export interface Target {
  readonly wanted: (row: Row) => boolean;
  readonly mayHold: (row: Row) => boolean;
}

/** The TODO below the first outcome or output that it serves; undefined when it serves none. */
export function servedTodo(snapshot: Snapshot, folder: string, todo: Todo): Target | undefined {
  const link = todo.links[0];
  const entry = link && snapshot.tree.entries.get((link.output ?? link.outcome).toLowerCase());
  return entry && { wanted: isTodo(folder, todo), mayHold: onTheWayTo(entry, folder, todo) };
}

/** The TODO among those that state no why. */
export function unservedTodo(folder: string, todo: Todo): Target {
  return { wanted: isTodo(folder, todo), mayHold: (row) => isStep(row) || holdsFile(row, todo) };
}

export function unservedBranch(folder: string, branch: Branch): Target {
  return {
    wanted: ({ kind, place }) =>
      kind === 'branch' &&
      place?.kind === 'branch' &&
      place.folder === folder &&
      place.repository === branch.repository &&
      place.branch === branch.name,
    mayHold: isStep,
  };
}

/** The outcome or output of this id, compared without case; undefined when there is none. */
export function entryTarget(snapshot: Snapshot, folder: string, id: string): Target | undefined {
  const entry = snapshot.tree.entries.get(id.toLowerCase());
  if (entry === undefined) return undefined;
  return {
    wanted: ({ kind, copy, place }) =>
      kind === entry.kind &&
      copy?.toLowerCase() === id.toLowerCase() &&
      place?.kind === 'file' &&
      place.folder === folder,
    mayHold: onTheWayTo(entry, folder, undefined),
  };
}

function isTodo(folder: string, todo: Todo): (row: Row) => boolean {
  return ({ kind, place }) =>
    kind === 'todo' &&
    place?.kind === 'file' &&
    place.folder === folder &&
    place.file === todo.file &&
    place.range.start.line === todo.range.start.line &&
    place.range.start.character === todo.range.start.character;
}

function onTheWayTo(entry: Entry, folder: string, todo: Todo | undefined): (row: Row) => boolean {
  const chain: Outcome[] = [entry.outcome, ...ancestorsOf(entry.outcome)];
  const ids = new Set(chain.map(({ id }) => id.toLowerCase()));
  return (row) => {
    if (row.kind === 'outcome')
      return row.place?.folder === folder && (row.copy === null || ids.has(row.copy.toLowerCase()));
    if (row.kind === 'output') return entry.output !== null && row.copy === entry.output.id;
    return isStep(row) || (todo !== undefined && holdsFile(row, todo));
  };
}

function isStep({ kind }: Row): boolean {
  return kind === 'folder' || kind === 'group' || kind === 'more';
}

function holdsFile({ kind, copy }: Row, { file }: Todo): boolean {
  if (kind === 'file') return copy === file;
  return kind === 'directory' && copy !== null && file.startsWith(`${copy}/`);
}
