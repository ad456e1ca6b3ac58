import * as vscode from 'vscode';
import { type Fix, fixableCodes, fixesFor, fixSpelling } from '../../core';
import type { Folders } from '../folders';
import { type Reading, readingOf } from '../reading';
import { toEdit } from './edits';

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

/** The fixes for these diagnostics of ours, and one for all that is misspelt when one of them is for that. */
export async function fixesFound(
  folders: Folders,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  asked: boolean,
): Promise<vscode.CodeAction[]> {
  const own = diagnostics.filter(({ code }) => typeof code === 'string' && fixableCodes.includes(code));
  const reading = own.length === 0 ? undefined : await readingOf(folders, document, asked);
  if (reading === undefined) return [];
  const fixes = own.flatMap((diagnostic) => fixesOf(document, diagnostic, reading));
  const isMisspelt = fixes.some(({ isPreferred }) => isPreferred);
  const misspelt = reading.file.problems.filter(({ suggestions }) => suggestions !== undefined);
  return isMisspelt && misspelt.length > 1
    ? [...fixes, allMisspelt(reading, vscode.CodeActionKind.QuickFix)]
    : fixes;
}

/** The one that puts right all that is misspelt. */
export async function fixAll(
  folders: Folders,
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const reading = await readingOf(folders, document, true);
  return reading === undefined ? [] : [allMisspelt(reading, kind)];
}

/** The edit of a fix that was offered; a sentence when it cannot be made, undefined for other actions. */
export async function editOf(action: vscode.CodeAction): Promise<vscode.WorkspaceEdit | string | undefined> {
  if (!(action instanceof FixAction)) return undefined;
  const result = action.fix.edits();
  return 'refused' in result ? result.refused : toEdit(result.files, action.reading);
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
