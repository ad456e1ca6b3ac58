import type { BranchPlace } from './place';

/** What commands about branches may be given: by rows of a view, code actions, lenses, or other features. Free of VS Code. */

/** The branch of a row, or of a place that another feature names. */
export function branchIn(argument: unknown): BranchPlace | undefined {
  const place = field(argument, 'place') ?? argument;
  const [folder, repository, branch] = ['folder', 'repository', 'branch'].map((name) => field(place, name));
  return typeof folder === 'string' && typeof repository === 'string' && typeof branch === 'string'
    ? { folder, repository, branch }
    : undefined;
}

export interface EntryPlace {
  readonly id: string;
  /** The address of its folder; undefined where only the id is known. */
  readonly folder: string | undefined;
}

/** An id, `{ id, folder }`, or the row of an outcome or output. */
export function entryIn(argument: unknown): EntryPlace | undefined {
  if (typeof argument === 'string') return { id: argument, folder: undefined };
  const kind = field(argument, 'kind');
  const isRow = kind === 'outcome' || kind === 'output';
  const id = isRow ? field(argument, 'copy') : field(argument, 'id');
  const folder = isRow ? field(field(argument, 'place'), 'folder') : field(argument, 'folder');
  if (typeof id !== 'string' || id === '' || (kind !== undefined && !isRow)) return undefined;
  return { id, folder: typeof folder === 'string' ? folder : undefined };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
