import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

const READ_ONLY = 'The file is read-only.';

/** Why a document must not be changed, open or not, as a sentence; null when it may. */
export async function whyReadOnly({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<string | null> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || isMarkedReadOnly(uri))
    return READ_ONLY;
  if (uri.scheme !== 'file') return null;
  try {
    // Asking whether this user may write says yes to an administrator, whatever the file's own mark is.
    return ((await stat(uri.fsPath)).mode & 0o222) === 0 ? READ_ONLY : null;
  } catch {
    return null; // Not saved yet, it may be in an editor only.
  }
}

/** By VS Code's settings, which no edit of an extension is held to. */
function isMarkedReadOnly(uri: vscode.Uri): boolean {
  const settings = vscode.workspace.getConfiguration('files', uri);
  return matches(settings.get('readonlyInclude'), uri) && !matches(settings.get('readonlyExclude'), uri);
}

function matches(globs: unknown, uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (typeof globs !== 'object' || globs === null || folder === undefined) return false;
  // A pattern asks for no more of a document than its address.
  const document = { uri, languageId: '' } as vscode.TextDocument;
  return Object.entries(globs).some(
    ([glob, on]) =>
      on === true &&
      vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}
