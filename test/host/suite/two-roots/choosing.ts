import type * as vscode from 'vscode';
import { answering } from '../reviewing';

/** Chooses the row at `at`, none where there is no such row, and gives what there was to choose from. */
export async function choosing(
  at: number,
  run: () => Thenable<unknown>,
): Promise<readonly vscode.QuickPickItem[]> {
  let offered: readonly vscode.QuickPickItem[] = [];
  const showQuickPick = (items: readonly vscode.QuickPickItem[]) => {
    offered = items;
    return Promise.resolve(items[at]);
  };
  await answering({ showQuickPick }, run);
  return offered;
}
