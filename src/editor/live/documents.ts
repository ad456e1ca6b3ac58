import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import { debounced } from '../timing';
import { lengthOf, LiveText } from './live-text';

/** Milliseconds after the last key: nobody reads findings while typing. */
const TYPING_PAUSE = 150;

/** UTF-16 units. All of a shorter text is passed on as quickly as what was changed in it. */
const LONG = 50_000;

/** Lays the text of edited documents over the disk as one types, and takes it away when it is saved or dropped. */
export function watchDocuments(folders: Folders): Disposable {
  const store = new Disposables();
  const edited = new WeakSet<vscode.TextDocument>();
  const changed = new Set<vscode.TextDocument>();
  /** Of the long ones that are edited. */
  const texts = new Map<vscode.TextDocument, LiveText>();
  const push = store.add(
    debounced(
      () => {
        for (const document of changed) overlay(document);
        changed.clear();
      },
      TYPING_PAUSE,
      TYPING_PAUSE * 4,
    ),
  );
  const later = (document: vscode.TextDocument) => {
    if (document.uri.scheme !== 'file') return; // git:, vscode-scm:, output: and others show what is elsewhere
    edited.add(document);
    changed.add(document);
    push.call();
  };
  const overlay = (document: vscode.TextDocument) => {
    const at = folders.at(document.uri);
    if (document.isClosed || at === undefined) return;
    // Undone or reverted: the text is the disk's again.
    if (!document.isDirty) end(document);
    else at.entry.source.setOverlay(at.file, textOf(document));
  };
  const textOf = (document: vscode.TextDocument): string | LiveText => {
    if (lengthOf(document) < LONG) {
      texts.delete(document);
      return document.getText();
    }
    let text = texts.get(document);
    if (text === undefined) texts.set(document, (text = new LiveText(document)));
    return text;
  };
  const end = (document: vscode.TextDocument) => {
    changed.delete(document);
    texts.delete(document);
    const at = folders.at(document.uri);
    if (at === undefined) return;
    at.entry.source.setOverlay(at.file, undefined);
    at.entry.source.refresh([at.file]);
  };
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      texts.get(document)?.note(contentChanges);
      later(document);
    }),
  );
  store.add(vscode.workspace.onDidSaveTextDocument(end));
  // Closed without saving: the disk counts again. A document that was never edited changes nothing.
  store.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      // One that gets another language is told as closed and opened: its text is still there.
      if (document.isClosed && edited.delete(document)) end(document);
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
