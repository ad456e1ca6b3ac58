import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

const READ_ONLY = 'The file is read-only.';

/** Why a document must not be changed, as a sentence; null when it may. */
export async function whyReadOnly(document: vscode.TextDocument): Promise<string | null> {
  const { uri } = document;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || isMarkedReadOnly(document))
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
function isMarkedReadOnly(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('files', document.uri);
  return (
    matches(settings.get('readonlyInclude'), document) && !matches(settings.get('readonlyExclude'), document)
  );
}

function matches(globs: unknown, document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (typeof globs !== 'object' || globs === null || folder === undefined) return false;
  return Object.entries(globs).some(
    ([glob, on]) =>
      on === true &&
      vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}
