import * as vscode from 'vscode';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';

const FILES: vscode.DocumentSelector = { scheme: 'file', pattern: '**/outcomes.{yml,yaml}' };
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('outcomes');
/** Not for people: what a fix that cannot be made runs in place of its edits. */
const TELL = '_outcomes.tellWhyNot';

/** Quick fixes for what is found in an outcomes.yml, and one for all that is misspelt in it. */
export function registerFileFixes(folders: Folders): Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(FILES, new FileFixes(folders), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
    }),
    vscode.commands.registerCommand(TELL, (reason: string) => {
      void vscode.window.showInformationMessage(reason);
    }),
  );
}

class FileFixes implements vscode.CodeActionProvider {
  constructor(private readonly folders: Folders) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only, triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const wantsAll = only?.intersects(FIX_ALL) === true && !vscode.CodeActionKind.QuickFix.contains(only);
    const wantsOne = only === undefined || only.intersects(vscode.CodeActionKind.QuickFix);
    const own = diagnostics.filter(({ source }) => source === 'outcomes');
    if (!wantsAll && (!wantsOne || own.length === 0)) return [];
    const asked = wantsAll || triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const { fixAll, fixesFound } = await import('./fixes');
    return wantsAll
      ? fixAll(this.folders, document, FIX_ALL)
      : fixesFound(this.folders, document, own, asked);
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    const made = await (await import('./fixes')).editOf(action);
    if (typeof made === 'string')
      action.command = { command: TELL, title: 'Say why', arguments: [`${action.title}: ${made}`] };
    else if (made !== undefined) action.edit = made;
    return action;
  }
}
