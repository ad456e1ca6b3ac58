import * as vscode from 'vscode';
import { Context, type WorkspaceState } from '../manifest';
import type { Disposable } from './disposables';
import type { Folders } from './folders';

/** Keeps the context key that decides which views, menus and welcome texts appear. */
export function announceState(folders: Folders): Disposable {
  let last: WorkspaceState | undefined;
  const announce = () => {
    const { state } = folders;
    if (state === last) return;
    last = state;
    void vscode.commands.executeCommand('setContext', Context.state, state);
  };
  announce();
  return folders.onDidChange(announce);
}
