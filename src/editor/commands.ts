import * as vscode from 'vscode';
import type { Disposable } from './disposables';
import { Command } from '../manifest';
import { toUri } from './convert';
import type { Folders } from './folders';
import type { Log } from './log';
import { registerReview } from './review';
import { whyNoFolder, whyNoOutcomes } from './why-not';

/** The review page, and the commands that belong to no feature: refresh, open outcomes.yml, the log and the help. */
export function registerCommands(folders: Folders, log: Log, extension: vscode.Uri): Disposable {
  return vscode.Disposable.from(
    registerReview(folders, log, extension),
    vscode.commands.registerCommand(Command.refresh, () => refresh(folders)),
    vscode.commands.registerCommand(Command.openFile, () => openOutcomesFile(folders)),
    vscode.commands.registerCommand(Command.showLog, () => log.show()),
    vscode.commands.registerCommand(Command.help, () =>
      vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extension, 'README.md')),
    ),
  );
}

function refresh(folders: Folders): void {
  const reason = whyNoFolder(folders);
  if (reason === null) folders.refresh();
  else void vscode.window.showInformationMessage(`There is nothing to read. ${reason}`);
}

async function openOutcomesFile(folders: Folders): Promise<void> {
  const files = folders.list().flatMap(({ folder, source }) =>
    (source.snapshot?.tree.files ?? []).map(({ path, title }) => ({
      label: path,
      description: [folder.name, title].filter(Boolean).join(' · '),
      uri: toUri(folder.uri, path),
    })),
  );
  const picked =
    files.length <= 1
      ? files[0]
      : await vscode.window.showQuickPick(files, {
          placeHolder: 'The file to open',
          matchOnDescription: true,
        });
  if (picked !== undefined) await vscode.window.showTextDocument(picked.uri);
  else if (files.length === 0)
    void vscode.window.showInformationMessage(
      `There is no file to open. ${whyNoOutcomes(folders) ?? 'Try again in a moment.'}`,
    );
}
