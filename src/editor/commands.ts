import * as vscode from 'vscode';
import type { BranchOnly } from './branch-only';
import type { Config } from './config';
import type { Disposable } from './disposables';
import { Command } from '../manifest';
import { toUri } from './convert';
import type { Folders } from './folders';
import type { Log } from './log';
import { registerExplain } from './explain';
import { registerReview } from './review';
import type { Row } from './views';
import { whyNoFolder, whyNoOutcomes } from './why-not';

export interface CommandParts {
  readonly folders: Folders;
  readonly log: Log;
  readonly config: Config;
  readonly branchOnly: BranchOnly;
  readonly context: vscode.ExtensionContext;
  /** Whose selected rows stand for those that a command was not given. */
  readonly views: readonly { selected(): readonly Row[] }[];
}

/** The review page, the answers to "why?", and the commands that belong to no feature: refresh, open outcomes.yml, the log and the help. */
export function registerCommands(parts: CommandParts): Disposable {
  const { folders, log, config, branchOnly, context, views } = parts;
  const extension = context.extensionUri;
  const { version } = context.extension.packageJSON as { readonly version: string };
  return vscode.Disposable.from(
    registerReview(folders, log, extension),
    registerExplain({ folders, config, branchOnly, version }, views),
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
