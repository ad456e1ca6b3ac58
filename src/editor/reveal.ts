import * as vscode from 'vscode';
import type { Disposable } from './disposables';
import { todoAt } from '../core';
import { Command } from '../manifest';
import type { Folders } from './folders';
import { servedTodo, unservedTodo } from './view/targets';
import type { Revealer } from './views';
import { whyNoOutcomes } from './why-not';

/** "Reveal in Outcomes View": the TODO at the cursor, below its outcome or among those without a why. */
export function registerReveal(folders: Folders, outcomes: Revealer, withoutWhy: Revealer): Disposable {
  return vscode.commands.registerCommand(Command.reveal, async () => {
    const editor = vscode.window.activeTextEditor;
    const at = editor && folders.at(editor.document.uri);
    const snapshot = at?.entry.source.snapshot;
    if (
      editor === undefined ||
      at === undefined ||
      snapshot === undefined ||
      whyNoOutcomes(folders) !== null
    ) {
      void vscode.window.showInformationMessage(`There is nothing to reveal. ${whyNothing(folders, editor)}`);
      return;
    }
    const work = snapshot.files.find(({ file }) => file === at.file);
    const todo = todoAt(work?.todos ?? [], editor.selection.active);
    const folder = at.entry.folder.uri.toString();
    const target = todo && servedTodo(snapshot, folder, todo);
    const done =
      todo !== undefined &&
      (target === undefined
        ? await withoutWhy.reveal(unservedTodo(folder, todo))
        : await outcomes.reveal(target));
    if (done) return;
    void vscode.window.showInformationMessage(
      todo === undefined
        ? 'There is no TODO at the cursor.'
        : 'The views do not list this TODO: it is waived, or they show this branch only.',
    );
  });
}

function whyNothing(folders: Folders, editor: vscode.TextEditor | undefined): string {
  const reason = whyNoOutcomes(folders);
  if (reason !== null) return reason;
  return editor === undefined
    ? 'Put the cursor on a TODO first.'
    : 'This file lies in no folder of the workspace that is read.';
}
