import * as vscode from 'vscode';
import type { Clock } from '../workspace/ports';
import { registerCreateFile } from './create-file';
import type { Disposable } from './disposables';
import { registerFileFixes } from './file-fixes';
import type { Folders } from './folders';
import { registerNewOutcome } from './new-outcome';

/** Everything that writes an outcomes.yml: the first one, a new outcome, and the fixes of what is found in it. */
export function registerWriting(folders: Folders, clock: Clock): Disposable {
  return vscode.Disposable.from(
    registerCreateFile(folders, clock),
    registerNewOutcome(folders, clock),
    registerFileFixes(folders),
  );
}
