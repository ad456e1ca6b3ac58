import type * as vscode from 'vscode';
import type { Snapshot } from '../workspace/snapshot';
import type { Disposables } from './disposables';
import type { FolderSource, Folders } from './folders';
import type { RowProvider } from './view/provider';
import { rows, type Row } from './view/rows';
import type { Target } from './view/targets';

export type { LinkRequest } from './view/dragging';
export type { Place, Row } from './view/rows';

/** A folder that has something to show. */
export interface ReadFolder {
  readonly name: string;
  /** Its address, as text. */
  readonly key: string;
  readonly snapshot: Snapshot;
}

/** The folders with an outcomes.yml that were read. */
export function readFolders(folders: Folders): readonly ReadFolder[] {
  return folders.list().flatMap(({ folder, source }: FolderSource) => {
    const { snapshot } = source;
    return snapshot === undefined || snapshot.tree.files.length === 0
      ? []
      : [{ name: folder.name, key: folder.uri.toString(), snapshot }];
  });
}

/** The rows of every folder; a level of folders only when there are several. */
export function folderRows<T extends ReadFolder>(
  read: readonly T[],
  build: (folder: T, parent: string) => readonly Row[],
  describe: (folder: T) => string,
): readonly Row[] {
  const [only] = read;
  if (only !== undefined && read.length === 1) return build(only, only.key);
  return rows('', read, (folder) => ({
    key: folder.key,
    kind: 'folder',
    label: folder.name,
    description: describe(folder),
    icon: 'root-folder',
    expanded: true,
    children: () => build(folder, folder.key),
  }));
}

/** A view that can select a row. */
export interface Revealer {
  /** Moves the focus to the row. False when it is not shown. */
  reveal(target: Target): Promise<boolean>;
}

/** Selects a row, opened down to it, and moves the focus there. False when the view does not show it. */
export async function revealTarget(
  view: vscode.TreeView<Row>,
  provider: RowProvider,
  { wanted, mayHold }: Target,
): Promise<boolean> {
  const row = provider.find(wanted, mayHold);
  if (row === undefined) return false;
  await view.reveal(row, { select: true, focus: true, expand: row.children !== null });
  return true;
}

/** Runs `update` now and at each of the events. */
export function follow(store: Disposables, events: readonly vscode.Event<void>[], update: () => void): void {
  for (const event of events) store.add(event(update));
  update();
}
