import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { debounced } from '../timing';

/** After the last key; as in SPEED.md. */
const TYPING_PAUSE = 150;

/** Lays the text of edited documents over the disk as one types, and takes it away when it is saved or dropped. */
export function watchDocuments(folders: Folders): Disposable {
  const store = new Disposables();
  const changed = new Set<vscode.TextDocument>();
  const push = store.add(
    debounced(
      () => {
        for (const document of changed) overlay(folders, document);
        changed.clear();
      },
      TYPING_PAUSE,
      TYPING_PAUSE * 4,
    ),
  );
  const later = (document: vscode.TextDocument) => {
    if (document.uri.scheme !== 'file') return; // git:, vscode-scm:, output: and others show what is elsewhere
    changed.add(document);
    push.call();
  };
  const end = (document: vscode.TextDocument) => {
    changed.delete(document);
    const at = folders.at(document.uri);
    if (at === undefined) return;
    at.entry.source.setOverlay(at.file, undefined);
    at.entry.source.refresh([at.file]);
  };
  store.add(
    vscode.workspace.onDidChangeTextDocument((e) => {
      if (e.contentChanges.length > 0) later(e.document);
    }),
  );
  store.add(vscode.workspace.onDidSaveTextDocument(end));
  // Closed without saving: the disk counts again. A document that was never edited changes nothing.
  const edited = new WeakSet<vscode.TextDocument>();
  store.add(vscode.workspace.onDidChangeTextDocument((e) => edited.add(e.document)));
  store.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (edited.delete(document)) end(document);
    }),
  );
  // Documents may have been edited before their folder was opened, or this extension started.
  const existing = () => {
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) later(document);
  };
  store.add(folders.onDidOpen(existing));
  existing();
  return store;
}

function overlay(folders: Folders, document: vscode.TextDocument): void {
  if (document.isClosed) return;
  const at = folders.at(document.uri);
  if (at === undefined) return;
  // Undone or reverted: the text is the disk's again.
  at.entry.source.setOverlay(at.file, document.isDirty ? document.getText() : undefined);
  if (!document.isDirty) at.entry.source.refresh([at.file]);
}
