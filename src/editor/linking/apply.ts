import * as vscode from 'vscode';
import { type DocumentEdits, toWorkspaceEdit } from '../apply-edits';

/** What came of an edit: false, or the files that could not be saved. */
export type Applied = false | { readonly unsaved: readonly string[] };

/**
 * Makes all edits as one, which one undo takes back. As with a rename in VS Code, what nobody has open is saved then,
 * unless `files.refactoring.autoSave` is off; what is open stays as it is, for its owner to look at.
 */
export async function applyAsOne(changes: readonly DocumentEdits[]): Promise<Applied> {
  const real = changes.filter(({ edits }) => edits.length > 0);
  if (real.length === 0) return { unsaved: [] };
  const shown = shownFiles();
  const background = real
    .map(({ document }) => document)
    .filter(({ uri, isDirty }) => !isDirty && !shown.has(uri.toString()));
  if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(real)))) return false;
  const isWanted = vscode.workspace.getConfiguration('files').get<boolean>('refactoring.autoSave', true);
  const unsaved: string[] = [];
  if (isWanted)
    for (const document of background)
      if (!(await document.save())) unsaved.push(vscode.workspace.asRelativePath(document.uri));
  return { unsaved };
}

/** The files that have a tab. */
function shownFiles(): ReadonlySet<string> {
  const uris = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }): vscode.Uri[] => {
      if (input instanceof vscode.TabInputText) return [input.uri];
      if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
      return input instanceof vscode.TabInputCustom ? [input.uri] : [];
    });
  return new Set(uris.map((uri) => uri.toString()));
}
