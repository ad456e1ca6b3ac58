import * as vscode from 'vscode';
import { type Fix, fixableCodes, fixesFor, fixSpelling } from '../../core';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import { toEdit } from './edits';
import { type Reading, readingOf } from '../reading';

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

/** A fix on offer. Its edits are worked out when it is chosen, or looked at. */
class FixAction extends vscode.CodeAction {
  constructor(
    readonly fix: Pick<Fix, 'title' | 'edits'>,
    readonly reading: Reading,
    kind: vscode.CodeActionKind,
  ) {
    super(fix.title, kind);
  }
}

class FileFixes implements vscode.CodeActionProvider {
  constructor(private readonly folders: Folders) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, only, triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const wantsAll = only?.intersects(FIX_ALL) === true && !vscode.CodeActionKind.QuickFix.contains(only);
    const wantsOne = only === undefined || only.intersects(vscode.CodeActionKind.QuickFix);
    const own = diagnostics.filter(isFixable);
    if (!wantsAll && (!wantsOne || own.length === 0)) return [];
    const asked = wantsAll || triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const reading = readingOf(this.folders, document, asked);
    if (reading === undefined) return [];
    if (wantsAll) return [allMisspelt(reading, FIX_ALL)];
    const fixes = own.flatMap((diagnostic) => fixesOf(document, diagnostic, reading));
    const isMisspelt = fixes.some(({ isPreferred }) => isPreferred);
    const misspelt = reading.file.problems.filter(({ suggestions }) => suggestions !== undefined);
    return isMisspelt && misspelt.length > 1
      ? [...fixes, allMisspelt(reading, vscode.CodeActionKind.QuickFix)]
      : fixes;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof FixAction)) return action;
    const result = action.fix.edits();
    const made = 'refused' in result ? result.refused : await toEdit(result.files, action.reading);
    if (typeof made === 'string')
      action.command = { command: TELL, title: 'Say why', arguments: [`${action.title}: ${made}`] };
    else action.edit = made;
    return action;
  }
}

function isFixable({ source, code }: vscode.Diagnostic): boolean {
  return source === 'outcomes' && typeof code === 'string' && fixableCodes.includes(code);
}

function fixesOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  reading: Reading,
): FixAction[] {
  const { start, end } = diagnostic.range;
  const span = { start: document.offsetAt(start), end: document.offsetAt(end) };
  const code = typeof diagnostic.code === 'string' ? diagnostic.code : '';
  const marked = { code, file: reading.file, span };
  return fixesFor(marked, reading).map((fix) => {
    const action = new FixAction(fix, reading, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = fix.preferred;
    return action;
  });
}

/** Looked for in a file that may have hundreds: worked out only when it is chosen. */
function allMisspelt(reading: Reading, kind: vscode.CodeActionKind): FixAction {
  const edits = () => fixSpelling(reading.file, reading);
  return new FixAction({ title: 'Fix everything that is misspelt in this file', edits }, reading, kind);
}
