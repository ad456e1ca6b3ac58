import * as vscode from 'vscode';
import type { TextEdit } from '../core';
import { whyReadOnly } from './read-only';

/** What it takes to say where an edit is. */
export type EditedText = Pick<vscode.TextDocument, 'uri' | 'positionAt'>;

/** Edits of one document, whose text they were made for. */
export interface DocumentEdits<T extends EditedText = vscode.TextDocument> {
  readonly document: T;
  readonly edits: readonly TextEdit[];
}

/** One change of the workspace, so that one undo takes all of it back. */
export function toWorkspaceEdit(changes: readonly DocumentEdits<EditedText>[]): vscode.WorkspaceEdit {
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const { document, edits } of changes)
    workspaceEdit.set(document.uri, [
      ...workspaceEdit.get(document.uri),
      ...edits.map(({ span, newText }) => vscode.TextEdit.replace(spanRange(document, span), newText)),
    ]);
  return workspaceEdit;
}

/** Applies the edits, unless a document was changed since they were made. Says why when it could not. */
export async function applyEdits(
  changes: readonly DocumentEdits<EditedText>[],
  what: string,
): Promise<boolean> {
  const real = changes.filter(({ edits }) => edits.length > 0);
  if (real.length === 0) return true;
  for (const { document } of real) {
    const reason = await whyReadOnly(document);
    if (reason === null) continue;
    void vscode.window.showErrorMessage(`${what} failed: ${nameOf(document)} was not changed. ${reason}`);
    return false;
  }
  const applied = await vscode.workspace.applyEdit(toWorkspaceEdit(real));
  if (!applied)
    void vscode.window.showErrorMessage(
      `${what} failed: ${real.map(({ document }) => nameOf(document)).join(', ')} could not be changed.`,
    );
  return applied;
}

export function spanRange(document: EditedText, { start, end }: TextEdit['span']): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function nameOf({ uri }: EditedText): string {
  return vscode.workspace.asRelativePath(uri);
}
