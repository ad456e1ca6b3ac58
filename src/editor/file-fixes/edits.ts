import * as vscode from 'vscode';
import type { FileEdits, OutcomesFile } from '../../core';
import { toDocumentRange, toUri } from '../convert';
import { whyReadOnly } from '../read-only';
import type { Reading } from '../reading';
import { toSnippets } from './snippets';

/**
 * The edits of all files as one change, to be taken back at once; what is to be typed over is selected then, one
 * after the other. A sentence when a file is not as it was read, or must not be changed.
 */
export async function toEdit(
  files: readonly FileEdits[],
  { folder, tree, file: own }: Reading,
): Promise<vscode.WorkspaceEdit | string> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const part of files) {
    const file = part.path === own.path ? own : tree.files.find(({ path }) => path === part.path);
    const uri = toUri(folder, part.path);
    const document = await documentOf(uri);
    if (file === undefined || document?.getText() !== file.text)
      return `${part.path} was changed a moment ago. Try again.`;
    const readOnly = await whyReadOnly(document);
    if (readOnly !== null) return `${part.path} was not changed. ${readOnly}`;
    workspaceEdit.set(uri, editsOf(file, part));
  }
  return workspaceEdit;
}

async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // It is gone.
  }
}

function editsOf(file: OutcomesFile, { edits, stops }: FileEdits) {
  if (stops.length === 0)
    return edits.map(({ span, newText }) => vscode.TextEdit.replace(toDocumentRange(file, span), newText));
  return toSnippets(file.text, edits, stops).map(({ span, snippet }) => {
    const range = toDocumentRange(file, span);
    const edit = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(snippet));
    // The text is indented as it has to be.
    edit.keepWhitespace = true;
    return edit;
  });
}
