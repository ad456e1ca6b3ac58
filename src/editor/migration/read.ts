import * as vscode from 'vscode';
import { HumanError, migrationText } from '../../core';
import { createFiles } from '../../node/files';
import { createGit } from '../../node/git';
import { createScanner } from '../../node/scan/scanner';
import { settingsFilesOf } from '../../node/settings-files';
import { readMigration, type Migration } from '../../workspace/migration';
import type { Files, Logger } from '../../workspace/ports';
import { toUri } from '../convert';
import { openDocument } from '../file-text';

/** Reads a folder and says what goes on; undefined when that was cancelled, or failed and the person was told why. */
export async function readFolder(
  folder: vscode.WorkspaceFolder,
  logger: Logger,
): Promise<Migration | undefined> {
  const stop = new AbortController();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: `Reading TODOs and settings of ${folder.name}`,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    token.onCancellationRequested(() => stop.abort());
    try {
      return await read(folder, logger, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const why = error instanceof HumanError ? error.message : 'The log says more';
      void vscode.window.showErrorMessage(`${folder.name} could not be read: ${why}.`);
      return undefined;
    }
  });
}

/** What was found, as text for people. */
export function detailsOf({ proposal }: Migration): string {
  return migrationText(proposal, null, (_, text) => text);
}

/** In Restricted Mode no process is started: git is not asked, and files are read one by one. */
async function read(
  { name, uri }: vscode.WorkspaceFolder,
  logger: Logger,
  signal: AbortSignal,
): Promise<Migration> {
  const processes = vscode.workspace.isTrusted;
  const scanner = createScanner(uri.fsPath, { logger, processes });
  const git = processes ? createGit(uri.fsPath, { logger }) : null;
  try {
    const files = withOpenTexts(uri, createFiles(uri.fsPath, { logger, processes }));
    return await readMigration(name, settingsFilesOf(uri.fsPath), { files, scanner, git }, signal);
  } finally {
    scanner.dispose();
    git?.dispose?.();
  }
}

/** What is typed and not saved counts: the edits are made to it. */
function withOpenTexts(folder: vscode.Uri, files: Files): Files {
  return {
    findOutcomesFiles: (signal) => files.findOutcomesFiles(signal),
    read: (file) => {
      const open = openDocument(toUri(folder, file));
      return open?.isDirty ? Promise.resolve(open.getText()) : files.read(file);
    },
  };
}
