import fs from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { HumanError } from '../core';
import { createBackground } from '../node/background/background';
import type { IndexStorage } from '../node/background/messages';
import type { Logger } from '../workspace/ports';
import type { ReviewSource } from '../workspace/review';

/** Makes the source of one folder. */
export type CreateSource = (folder: string, trusted: boolean) => ReviewSource;

/**
 * In Restricted Mode no process is started: files are walked and git is not asked.
 * @param storage where an index of each folder is kept for the next time
 */
export function createSources(logger: Logger, storage: IndexStorage | undefined): CreateSource {
  const inProcess = createBackground({ logger, storage });
  const inThread = createBackground({ logger, processes: false });
  return (folder, trusted) => withLog((trusted ? inProcess : inThread).open(folder), folder, logger);
}

/** The folder that VS Code gives an extension for each workspace; undefined when there is none, or not on a disk. */
export function indexStorage({ storageUri, extension }: vscode.ExtensionContext): IndexStorage | undefined {
  if (storageUri?.scheme !== 'file') return undefined;
  const { version } = extension.packageJSON as { readonly version: string };
  return { directory: storageUri.fsPath, maker: JSON.stringify([version, BUILD]) };
}

/** Of one version there are many builds while it is being made. */
const BUILD = ['background-worker.js', 'scanner-worker.js'].map((name) => {
  const stat = fs.statSync(path.join(__dirname, name), { throwIfNoEntry: false });
  return stat === undefined ? 0 : [stat.size, stat.mtimeMs];
});

function withLog(source: ReviewSource, folder: string, logger: Logger): ReviewSource {
  let failure: Error | undefined;
  source.onDidChange(() => {
    if (source.failure === failure) return;
    failure = source.failure;
    if (failure !== undefined)
      logger.error(`Reading ${folder} failed, what is shown may be old: ${says(failure)}`);
  });
  return source;
}

/** A message meant for people as it is, a defect with its stack. */
function says(error: Error): string {
  return error instanceof HumanError ? error.message : (error.stack ?? error.message);
}
