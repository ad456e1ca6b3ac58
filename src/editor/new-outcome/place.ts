import * as vscode from 'vscode';
import { ancestorsOf, type Day, type Outcome, type OutcomesFile, type OutcomeTree } from '../../core';
import type { Clock } from '../../workspace/ports';
import { toUri } from '../convert';
import type { FolderSource, Folders } from '../folders';
import { whenRead } from '../when-read';

/** Where a new outcome is to be written. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly folder: FolderSource;
  readonly tree: OutcomeTree | null;
  readonly today: Day;
  /** null where an outcomes.yml is to be made. */
  readonly file: OutcomesFile | null;
  readonly parent: Outcome | null;
}

/** An outcome, by what a row of a view knows of it. */
export interface ParentRow {
  readonly folder: string;
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

/** The place below an outcome; undefined when it is not there any more. */
export function placeBelow(folders: Folders, row: ParentRow): Place | undefined {
  const folder = folders.list().find(({ folder: { uri } }) => uri.toString() === row.folder);
  const snapshot = folder?.source.snapshot;
  const file = snapshot?.tree.files.find(({ path }) => path === row.file);
  if (folder === undefined || snapshot === undefined || file === undefined) return undefined;
  const offset = file.lines.offsetAt(row);
  const parent = all(file.outcomes).find(({ at }) => at.self.start === offset);
  if (parent === undefined) return undefined;
  const { tree, today } = snapshot;
  return { uri: toUri(folder.folder.uri, file.path), folder, tree, today, file, parent };
}

/** The outcomes.yml nearest to what is being edited, when there are several the one that is chosen. */
export async function choosePlace(
  folders: Folders,
  clock: Clock,
  near: vscode.Uri | undefined,
): Promise<Place | undefined> {
  await whenRead(folders);
  const places = folders.list().flatMap((folder) => placesIn(folder));
  if (places.length === 0) return newFilePlace(folders, clock);
  const sorted = places
    .map((place) => ({ place, distance: near === undefined ? 0 : distance(place.uri, near) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ place }) => place);
  if (sorted.length === 1) return sorted[0];
  const picked = await vscode.window.showQuickPick(
    sorted.map((place) => ({
      label: vscode.workspace.asRelativePath(place.uri),
      description: place.file?.title ?? '',
      place,
    })),
    { title: 'New Outcome', placeHolder: 'The file that gets the outcome', ignoreFocusOut: true },
  );
  return picked?.place;
}

function placesIn(folder: FolderSource): Place[] {
  const { snapshot } = folder.source;
  if (snapshot === undefined) return [];
  const { tree, today } = snapshot;
  return tree.files.map((file) => ({
    uri: toUri(folder.folder.uri, file.path),
    folder,
    tree,
    today,
    file,
    parent: null,
  }));
}

async function newFilePlace(folders: Folders, clock: Clock): Promise<Place | undefined> {
  if (folders.state === 'reading') {
    void vscode.window.showInformationMessage('The folder is still being read. Try again in a moment.');
    return undefined;
  }
  const list = folders.list();
  if (list.length === 0) {
    void vscode.window.showInformationMessage(
      'Open a folder first: an outcome is written into its outcomes.yml.',
    );
    return undefined;
  }
  const picked =
    list.length === 1
      ? list[0]
      : (
          await vscode.window.showQuickPick(
            list.map((entry) => ({ label: entry.folder.name, description: entry.folder.uri.fsPath, entry })),
            {
              title: 'New Outcome',
              placeHolder: 'The folder that gets an outcomes.yml',
              ignoreFocusOut: true,
            },
          )
        )?.entry;
  if (picked === undefined) return undefined;
  const uri = toUri(picked.folder.uri, 'outcomes.yml');
  return { uri, folder: picked, tree: null, today: clock.today(), file: null, parent: null };
}

/** Steps from the folder of an outcomes.yml to a file; those that it does not hold for come last. */
function distance(outcomes: vscode.Uri, file: vscode.Uri): number {
  const folder = outcomes.path.slice(0, outcomes.path.lastIndexOf('/') + 1);
  return file.path.startsWith(folder) ? file.path.slice(folder.length).split('/').length : Number.MAX_VALUE;
}

/** The outcome in a newer reading of its file: of the same id, or else of the same title and as deep. */
export function sameIn(file: OutcomesFile, { id, title, ...rest }: Outcome): Outcome | undefined {
  const depth = depthOf(rest.parent);
  return all(file.outcomes).find((other) =>
    id === '' ? other.id === '' && other.title === title && depthOf(other.parent) === depth : other.id === id,
  );
}

function depthOf(parent: Outcome | null): number {
  return parent === null ? 0 : 1 + [...ancestorsOf(parent)].length;
}

function all(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.flatMap((outcome) => [outcome, ...all(outcome.outcomes)]);
}
