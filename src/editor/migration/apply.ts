import * as vscode from 'vscode';
import { lineEdits } from '../../core';
import type { FileChange } from '../../workspace/migration';
import { spanRange } from '../apply-edits';
import { toUri } from '../convert';
import { whyReadOnly } from '../read-only';

/** Makes all changes as one edit, which one undo takes back. Says why, and changes nothing, when it cannot. */
export async function applyChanges(folder: vscode.Uri, changes: readonly FileChange[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const change of changes) {
    const uri = toUri(folder, change.path);
    const problem = change.before === null ? addFile(edit, uri, change) : await addEdits(edit, uri, change);
    if (problem === null) continue;
    void vscode.window.showErrorMessage(problem);
    return false;
  }
  if (await vscode.workspace.applyEdit(edit)) return true;
  void vscode.window.showErrorMessage(
    `The proposal was not applied: ${changes
      .map(({ path }) => path)
      .slice(0, 3)
      .join(', ')} could not be changed. They may be read-only, or be there already.`,
  );
  return false;
}

/** Refuses to overwrite. */
function addFile(edit: vscode.WorkspaceEdit, uri: vscode.Uri, { after }: FileChange): null {
  const contents = new TextEncoder().encode(after);
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  return null;
}

async function addEdits(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  { path, before, after }: FileChange,
): Promise<string | null> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    return `The proposal was not applied: ${path} is gone or cannot be read.`;
  }
  const reason = await whyReadOnly(document);
  if (reason !== null) return `The proposal was not applied: ${path} was not changed. ${reason}`;
  // An editor gives all lines one kind of end, where a file may mix them.
  const text = document.getText();
  if (withEnds(text, '\n') !== withEnds(before!, '\n'))
    return `The proposal was not applied: ${path} has changed since. Make a new one.`;
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  for (const { span, newText } of lineEdits(text, withEnds(after, end)))
    edit.replace(uri, spanRange(document, span), newText);
  return null;
}

function withEnds(text: string, end: string): string {
  return text.replace(/\r\n?|\n/g, end);
}
