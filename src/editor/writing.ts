import * as vscode from 'vscode';
import type { Clock, Logger } from '../workspace/ports';
import { registerCheckIn } from './check-in';
import type { Config } from './config';
import { registerCreateFile } from './create-file';
import type { Disposable } from './disposables';
import { registerFileFixes } from './file-fixes';
import type { Folders } from './folders';
import { registerMigration } from './migration';
import { registerNewOutcome } from './new-outcome';

/**
 * Everything that writes an outcomes.yml: the first one, by hand or from what is there, a new outcome, check-ins, and
 * fixes.
 */
export function registerWriting(folders: Folders, clock: Clock, config: Config, log: Logger): Disposable {
  return vscode.Disposable.from(
    registerCreateFile(folders, clock),
    registerNewOutcome(folders, clock),
    registerCheckIn(folders, config),
    registerFileFixes(folders),
    registerMigration(folders, log),
  );
}
