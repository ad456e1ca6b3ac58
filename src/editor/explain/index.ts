import * as vscode from 'vscode';
import { Command } from '../../manifest';
import { Disposables, type Disposable } from '../disposables';
import type { Row } from '../views';
import { whyNoFolder } from '../why-not';
import { Answers } from './answers';
import type { Asking } from './context';

/** "Why Is This Flagged, Slow or Missing?" for a row, for what the cursor is at, or for the folders as they are. */
export function registerExplain(
  asking: Asking,
  views: readonly { selected(): readonly Row[] }[],
): Disposable {
  const store = new Disposables();
  const answers = store.add(new Answers());
  let again: (() => Promise<void>) | undefined;

  const ask = async (row: Row | undefined, editor: vscode.TextEditor | undefined): Promise<void> => {
    const { answerOf } = await import('./lazily');
    await answers.show(await answerOf(asking, row, editor));
  };

  const explain = async (given?: unknown): Promise<void> => {
    const nothing = whyNoFolder(asking.folders);
    if (nothing !== null) {
      void vscode.window.showInformationMessage(`There is nothing to explain. ${nothing}`);
      return;
    }
    const { activeTextEditor } = vscode.window;
    if (!isRow(given) && again !== undefined && answers.isShownIn(activeTextEditor)) return again();
    const editor = isRow(given) || answers.isShownIn(activeTextEditor) ? undefined : activeTextEditor;
    const row = isRow(given)
      ? given
      : editor === undefined
        ? views.flatMap((view) => view.selected())[0]
        : undefined;
    again = () => ask(row, editor);
    await again();
  };

  store.add(vscode.commands.registerCommand(Command.explain, explain));
  return store;
}

/** The menu of an editor gives its address. */
function isRow(given: unknown): given is Row {
  return typeof given === 'object' && given !== null && 'kind' in given && 'spoken' in given;
}
