import * as vscode from 'vscode';
import { LineIndex } from '../core';

/** What a file says: an open document, or as much of one as an edit needs. */
export type FileText = Pick<vscode.TextDocument, 'uri' | 'getText' | 'positionAt'>;

/**
 * The document where one is open, else what the disk holds, in the encoding that VS Code would take. To open a document
 * of each of a few hundred files takes VS Code seconds. Throws when the file cannot be read.
 */
export async function fileText(uri: vscode.Uri): Promise<FileText> {
  const open = openDocument(uri);
  if (open !== undefined) return open;
  const decoded = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  // A document has no byte order mark.
  const text = decoded.replace(/^\ufeff/, '');
  let lines: LineIndex | undefined;
  return {
    uri,
    getText: () => text,
    positionAt(offset) {
      const { line, character } = (lines ??= new LineIndex(text)).positionAt(offset);
      return new vscode.Position(line, character);
    },
  };
}

/** What every window knows of the file. It may have changes that are not saved. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
