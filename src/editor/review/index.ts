import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Logger } from '../../workspace/ports';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import type { Reviews } from './reviews';

/** Of webviews that hold a review; package.json names it in `onWebviewPanel:`. */
const VIEW_TYPE = 'outcomes.review';

/** The review page: opening it, comparing with a revision, and writing it to a file. */
export function registerReview(folders: Folders, logger: Logger, extension: vscode.Uri): Disposable {
  let made: Promise<Reviews> | undefined;
  const reviews = () =>
    (made ??= import('./reviews').then(({ Reviews }) => new Reviews(VIEW_TYPE, folders, logger, extension)));
  return vscode.Disposable.from(
    vscode.commands.registerCommand(Command.openReview, async (since?: unknown) =>
      (await reviews()).open(typeof since === 'string' ? since : undefined),
    ),
    vscode.commands.registerCommand(Command.exportReview, async () => (await reviews()).export()),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown) {
        (await reviews()).restore(panel, state);
      },
    }),
    { dispose: () => void made?.then((one) => one.dispose()) },
  );
}
