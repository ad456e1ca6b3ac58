import * as vscode from 'vscode';
import type { Folders } from './folders';

/** Why there is nothing to read or write here, as a sentence; null when a folder is open that is read. */
export function whyNoFolder(folders: Folders): string | null {
  const open = vscode.workspace.workspaceFolders ?? [];
  if (open.length === 0) return 'No folder is open. Open one first.';
  if (folders.list().length > 0) return null;
  return open.some(({ uri }) => uri.scheme === 'file')
    ? 'The setting outcomes.enable is off for this folder.'
    : 'Files are read from a disk, and this folder is on none.';
}

/** Why there are no outcomes here, as a sentence; null when there is an outcomes.yml. */
export function whyNoOutcomes(folders: Folders): string | null {
  const reason = whyNoFolder(folders);
  if (reason !== null) return reason;
  if (folders.state === 'reading') return 'The folder is still being read. Try again in a moment.';
  return folders.state === 'empty' ? 'There is no outcomes.yml in this workspace. Create one first.' : null;
}

/** Why nothing is known of branches, as a sentence; null when a folder is in a git repository. */
export function whyNoGit(folders: Folders): string | null {
  const reason = whyNoOutcomes(folders);
  if (reason !== null) return reason;
  if (!vscode.workspace.isTrusted)
    return 'In Restricted Mode no program is started, git neither. Trust the workspace first.';
  return folders.list().some(({ source }) => source.snapshot?.repository)
    ? null
    : 'The folder is in no git repository, or git is not installed.';
}
