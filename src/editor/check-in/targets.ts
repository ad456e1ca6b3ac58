import type * as vscode from 'vscode';
import { type Measurable, measurables } from '../../core';
import type { FolderSource, Folders } from '../folders';

/** A metric that can be checked in, and the folder it is of. */
export interface Target extends Measurable {
  readonly entry: FolderSource;
  /** The day of the check-in. */
  readonly today: string;
}

/** Every metric of the workspace, what is due first. */
export function allTargets(folders: Folders): Target[] {
  return folders.list().flatMap((entry) => {
    const { snapshot } = entry.source;
    if (snapshot === undefined) return [];
    const { tree, today } = snapshot;
    return measurables(tree, today).map((each) => ({ ...each, entry, today }));
  });
}

/** A place in an outcomes.yml: of a row of the view, or of a lens. */
export interface MetricPlace {
  readonly folder: string;
  readonly file: string;
  readonly start: Pick<vscode.Position, 'line' | 'character'>;
}

/** The metric at a place, or all metrics of the outcome there. undefined when neither is there any more. */
export function targetsAt(targets: readonly Target[], place: MetricPlace): Target[] | undefined {
  const near = targets.filter(
    ({ entry, outcome }) => entry.folder.uri.toString() === place.folder && outcome.file === place.file,
  );
  const isThere = ({ entry, outcome }: Target, start: number): boolean => {
    const file = entry.source.snapshot?.tree.files.find(({ path }) => path === outcome.file);
    return file !== undefined && file.lines.offsetAt(place.start) === start;
  };
  const metric = near.filter((each) => isThere(each, each.metric.at.self.start));
  if (metric.length > 0) return metric;
  const own = near.filter((each) => isThere(each, each.outcome.at.self.start));
  return own.length > 0 ? own : undefined;
}

/** What a command was given: a row of the view or a place. */
export function placeIn(argument: unknown): MetricPlace | undefined {
  const { place, folder, file, start } = (argument ?? {}) as {
    readonly place?: { folder: string; file: string; range: { start: MetricPlace['start'] } } | null;
  } & Partial<MetricPlace>;
  if (place?.range !== undefined) return { folder: place.folder, file: place.file, start: place.range.start };
  return folder !== undefined && file !== undefined && start !== undefined
    ? { folder, file, start }
    : undefined;
}
