import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Logger } from '../../workspace/ports';
import { Disposables, type Disposable } from '../disposables';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import type { LinkRequest, Row } from '../views';
import { KINDS, LinkActions, PERFORM, TELL } from './actions';
import type { Linking, WantedTodo } from './context';
import type { Task } from './offers';

/** A view whose selected rows can be linked. */
export interface Selecting {
  readonly id: string;
  selected(): readonly Row[];
}

/**
 * States whys: by quick fix, by "Link to Outcome…" for what the cursor is at or what is selected, and by dropping.
 * `outcomes.linkToOutcome` takes a row and the selected rows, the id of a view, a LinkRequest, or nothing,
 * and gives a Report; undefined when there was nothing to link, or it was given up.
 */
export function registerLinking(
  folders: Folders,
  chosen: ChosenIds,
  log: Logger,
  views: readonly Selecting[],
): Disposable {
  const store = new Disposables();
  const linking: Linking = { folders, chosen, log };
  const { registerCommand } = vscode.commands;
  store.add(
    vscode.languages.registerCodeActionsProvider({ scheme: 'file' }, new LinkActions(linking), {
      providedCodeActionKinds: KINDS,
    }),
  );
  store.add(
    registerCommand(Command.linkToOutcome, async (argument?: unknown, selected?: readonly Row[]) => {
      if (isRequest(argument)) return (await import('./lazily')).linkDropped(linking, argument);
      const inViews = () => views.flatMap((view) => view.selected());
      const rows =
        typeof argument === 'string'
          ? views.filter(({ id }) => id === argument).flatMap((view) => view.selected())
          : rowsIn(argument, selected);
      return (await import('./lazily')).linkToOutcome(linking, rows, inViews);
    }),
  );
  store.add(
    registerCommand(PERFORM, async (task: Exclude<Task, { kind: 'change' }>, todo: WantedTodo) =>
      (await import('./lazily')).perform(linking, task, todo),
    ),
  );
  store.add(
    registerCommand(TELL, (reason: string) => {
      void vscode.window.showInformationMessage(reason);
    }),
  );
  return store;
}

/** A button on a row of the selection means all of it. */
function rowsIn(row: unknown, selected: readonly Row[] | undefined): readonly Row[] {
  if (selected !== undefined && selected.length > 0) return selected;
  return typeof row === 'object' && row !== null && 'kind' in row ? [row as Row] : [];
}

function isRequest(argument: unknown): argument is LinkRequest {
  return typeof argument === 'object' && argument !== null && 'rows' in argument && 'files' in argument;
}
