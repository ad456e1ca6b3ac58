import * as vscode from 'vscode';
import type { Folders } from './folders';

/** Nobody waits longer. */
const LIMIT_MS = 15_000;

/**
 * For who chooses from all folders: in a window that was just opened little is known yet. Resolves once something is
 * known of each, or after 15 s; the status bar says what is waited for.
 */
export async function whenRead(folders: Folders): Promise<void> {
  if (folders.isRead) return;
  const title = 'Reading the outcomes of this workspace…';
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    folders.whenRead(LIMIT_MS),
  );
}
