import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Clock } from '../../workspace/ports';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';

/**
 * "New Outcome…", guided in the order of thinking. Both commands give the id of the new outcome, undefined when there
 * is none. `outcomes.newOutcome` takes NewOutcomeArguments, the one on a row takes the row.
 */
export function registerNewOutcome(folders: Folders, clock: Clock): Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(Command.newOutcome, async (argument?: unknown) =>
      (await import('./run')).newOutcomeNear(folders, clock, argument),
    ),
    registerCommand(Command.newChildOutcome, async (row?: unknown) =>
      (await import('./run')).newOutcomeBelow(folders, row),
    ),
  );
}
