import * as vscode from 'vscode';
import type { Disposable } from './disposables';
import { Command } from '../manifest';
import { toRange, toUri } from './convert';
import type { Place, Row } from './view/rows';

/** A view whose selected rows stand for those that a command was not given. */
interface Selecting {
  selected(): readonly Row[];
}

/** So many rows of a selection are opened at most. */
const MANY = 20;

/** Opening and copying of rows: by click, by Enter, by the inline buttons, and for a selection of several. */
export function registerRowCommands(views: readonly Selecting[]): Disposable {
  const rows = (row?: Row, selected?: readonly Row[]) => chosen(views, row, selected);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(Command.open, async (row?: Row, selected?: readonly Row[]) => {
      const places = rows(row, selected).flatMap(({ place }) => place ?? []);
      if (places.length === 0) {
        sayNothing('can be opened');
        return;
      }
      for (const place of places.slice(0, MANY)) await openPlace(place);
    }),
    vscode.commands.registerCommand(Command.copyId, async (row?: Row, selected?: readonly Row[]) => {
      const ids = rows(row, selected).flatMap(({ copy }) => copy ?? []);
      if (ids.length === 0) {
        sayNothing('has an id, a name or a hash');
        return;
      }
      await vscode.env.clipboard.writeText(ids.join('\n'));
    }),
  );
}

/** A button on a row of the selection means all of it. */
function chosen(
  views: readonly Selecting[],
  row: Row | undefined,
  selected: readonly Row[] | undefined,
): readonly Row[] {
  if (selected !== undefined && selected.length > 0) return selected;
  return row === undefined ? views.flatMap((view) => view.selected()) : [row];
}

function sayNothing(what: string): void {
  void vscode.window.showInformationMessage(
    `Nothing is selected that ${what}. Select a row in a view of Outcomes first.`,
  );
}

export async function openPlace(place: Place): Promise<void> {
  const folder = vscode.Uri.parse(place.folder, true);
  switch (place.kind) {
    case 'file':
      await vscode.window.showTextDocument(toUri(folder, place.file), {
        selection: toRange(place.range),
        preview: true,
      });
      return;
    case 'commit':
      await openCommit(toUri(folder, place.repository), place.commit);
      return;
    case 'branch':
      await vscode.commands.executeCommand('workbench.view.scm');
      return;
  }
}

/** The built-in git extension shows a commit's changes; where it is off, the hash is copied. */
async function openCommit(repository: vscode.Uri, commit: string): Promise<void> {
  try {
    await vscode.commands.executeCommand('git.viewCommit', repository, commit);
  } catch {
    await vscode.env.clipboard.writeText(commit);
    void vscode.window.showInformationMessage(
      `The git extension cannot show commit ${commit.slice(0, 8)}. Its hash is on the clipboard.`,
    );
  }
}
