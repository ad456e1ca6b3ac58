import * as vscode from 'vscode';
import { Context, View, type WorkspaceState } from '../manifest';
import { Disposables, type Disposable } from './disposables';
import type { Folders } from './folders';

/** Keeps the context key that decides which views, menus and welcome texts appear, and shows the first reading. */
export function announceState(folders: Folders): Disposable {
  const store = new Disposables();
  let last: WorkspaceState | undefined;
  let done = () => {};
  const announce = () => {
    const { state } = folders;
    if (state === last) return;
    last = state;
    void vscode.commands.executeCommand('setContext', Context.state, state);
    done();
    if (state !== 'reading') return;
    const reading = new Promise<void>((resolve) => (done = resolve));
    void vscode.window.withProgress({ location: { viewId: View.outcomes } }, () => reading);
  };
  announce();
  store.add(folders.onDidChange(announce));
  store.onDispose(() => done());
  return store;
}
