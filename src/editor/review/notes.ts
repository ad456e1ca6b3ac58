import * as vscode from 'vscode';
import type { FolderSource } from '../folders';

/** What the review of a folder cannot show, and why; null when it shows everything. */
export function noteFor({ source }: FolderSource): string | null {
  if (!vscode.workspace.isTrusted)
    return 'In Restricted Mode git is not asked: branches, commits, what changed and moved goalposts are not shown, and no TODO counts as new. Trust the workspace to see them.';
  return source.snapshot?.repository === null
    ? 'There is no git repository here: branches, commits, what changed and moved goalposts are not known, and every TODO counts as new.'
    : null;
}
