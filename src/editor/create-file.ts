import * as vscode from 'vscode';
import { starter } from '../core';
import { Command } from '../manifest';
import type { Clock } from '../workspace/ports';
import { Disposables, type Disposable } from './disposables';
import type { Folders } from './folders';

/** "Create outcomes.yml": a first file with one example, in a folder of the workspace; never over another file. */
export function registerCreateFile(folders: Folders, clock: Clock): Disposable {
  const store = new Disposables();
  store.add(
    vscode.commands.registerCommand(Command.createFile, async () => {
      const folder = await chooseFolder();
      if (folder === undefined) return;
      const uri = await existingFile(folder.uri);
      if (uri !== undefined) {
        await vscode.window.showTextDocument(uri);
        void vscode.window.showInformationMessage(`${folder.name} has an outcomes.yml already; here it is.`);
        return;
      }
      const created = vscode.Uri.joinPath(folder.uri, 'outcomes.yml');
      // An edit of the workspace and not a plain write: it refuses to overwrite, and can be undone.
      const edit = new vscode.WorkspaceEdit();
      const contents = new TextEncoder().encode(starter(folder.name, clock.today()));
      edit.createFile(created, { overwrite: false, ignoreIfExists: false, contents });
      if (!(await vscode.workspace.applyEdit(edit))) {
        void vscode.window.showErrorMessage(`outcomes.yml could not be created in ${folder.name}.`);
        return;
      }
      folders.at(created)?.entry.source.refresh(['outcomes.yml']);
      await vscode.window.showTextDocument(created);
    }),
  );
  return store;
}

/** The folder of the workspace that an outcomes.yml is meant for; undefined, and said why, when there is none. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder first: outcomes.yml belongs to one.');
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const picked = await vscode.window.showQuickPick(
    folders.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, folder })),
    { placeHolder: 'The folder that gets the outcomes.yml' },
  );
  return picked?.folder;
}

async function existingFile(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (const name of ['outcomes.yml', 'outcomes.yaml']) {
    const uri = vscode.Uri.joinPath(folder, name);
    try {
      await vscode.workspace.fs.stat(uri);
      return uri;
    } catch {
      // not there
    }
  }
  return undefined;
}
