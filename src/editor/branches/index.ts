import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Logger } from '../../workspace/ports';
import type { Config } from '../config';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';

/**
 * Branches and their outcome. Each command gives true when it did its work:
 * - link `(place?, id?)`, where the place is `{ folder, repository, branch }` or a row. With a third argument
 *   `'silently'` nothing is shown: it gives a function that undoes it, and throws what cannot be done
 * - unlink `(place?)`
 * - start work `(outcome?, words?)`
 */
export function registerBranches(
  folders: Folders,
  chosen: ChosenIds,
  config: Config,
  logger: Logger,
): Disposable {
  const { registerCommand } = vscode.commands;
  const linking = async () => {
    const { BranchLinks } = await import('./link');
    return new BranchLinks(folders, chosen, logger);
  };
  return vscode.Disposable.from(
    registerCommand(Command.linkBranch, async (place?: unknown, id?: unknown, how?: unknown) =>
      how === 'silently' && typeof id === 'string'
        ? (await linking()).linkSilently(place, id)
        : (await linking()).link(place, id),
    ),
    registerCommand(Command.unlinkBranch, async (place?: unknown) => (await linking()).unlink(place)),
    registerCommand(Command.startWork, async (outcome?: unknown, words?: unknown) => {
      const { StartWork } = await import('./start-work');
      return new StartWork(folders, chosen, config, await linking()).run(outcome, words);
    }),
  );
}
