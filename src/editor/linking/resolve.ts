import type * as vscode from 'vscode';
import { toWorkspaceEdit } from '../apply-edits';
import type { WantedTodo } from './context';
import { editTodos } from './edits';
import type { Change } from './offers';

/** The edit that changes a TODO of a document as it is now; a sentence when it cannot be made. */
export async function editFor(
  change: Change,
  { entry, file, seen }: WantedTodo,
  document: vscode.TextDocument,
): Promise<vscode.WorkspaceEdit | string> {
  const { snapshot } = entry.source;
  if (snapshot === undefined) return 'The folder is still being read.';
  const made = await editTodos(snapshot, file, document, [seen], change);
  if (made.edits.length > 0) return toWorkspaceEdit([made]);
  return made.refused[0]?.reason ?? 'It says so already.';
}
