import * as vscode from 'vscode';
import { type DocumentEdits, toWorkspaceEdit } from '../apply-edits';

/** What came of an edit: false, or the files that were left out since they changed, and those not saved. */
export type Applied =
  false | { readonly stale: readonly vscode.Uri[]; readonly unsaved: readonly vscode.Uri[] };

/**
 * Makes all edits as one, which one undo takes back. As with a rename in VS Code, what nobody has open is saved then,
 * unless `files.refactoring.autoSave` is off; what is open stays as it is, for its owner to look at.
 */
export async function applyAsOne(changes: readonly DocumentEdits[]): Promise<Applied> {
  const real: DocumentEdits[] = [];
  const stale: vscode.Uri[] = [];
  const wanted = changes.filter(({ edits }) => edits.length > 0);
  await atOnce(wanted, async (change) => {
    if (await isCurrent(change.document)) real.push(change);
    else stale.push(change.document.uri);
  });
  if (real.length === 0) return { stale, unsaved: [] };
  const shown = shownFiles();
  const background = real
    .map(({ document }) => document)
    .filter(({ uri, isDirty }) => !isDirty && !shown.has(uri.toString()))
    .map(({ uri }) => uri);
  if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(real)))) return false;
  const isWanted = vscode.workspace.getConfiguration('files').get<boolean>('refactoring.autoSave', true);
  return { stale, unsaved: isWanted ? await saveAll(background) : [] };
}

/** VS Code keeps few documents that nobody looks at, and checks the version of those only: of others the disk tells. */
async function isCurrent(document: vscode.TextDocument): Promise<boolean> {
  if (!document.isClosed) return true;
  const { uri } = document;
  try {
    const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
    return withoutEnds(text) === withoutEnds(document.getText());
  } catch {
    return false;
  }
}

/** A document has one kind of line ends and no byte order mark, whatever its file has. */
function withoutEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Gives those that could not be saved. */
async function saveAll(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  // Edited, they are open again; the documents of before may be closed.
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const unsaved: vscode.Uri[] = [];
  await atOnce(uris, async (uri) => {
    const document = open.get(uri.toString());
    if (document?.isDirty === true && !document.isClosed && !(await document.save())) unsaved.push(uri);
  });
  return unsaved;
}

/** Does something with each, `AT_ONCE` of them at a time. */
export async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  // The workers take turns at one iterator.
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const AT_ONCE = 16;

/** The files that have a tab. */
function shownFiles(): ReadonlySet<string> {
  const uris = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }): vscode.Uri[] => {
      if (input instanceof vscode.TabInputText) return [input.uri];
      if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
      return input instanceof vscode.TabInputCustom ? [input.uri] : [];
    });
  return new Set(uris.map((uri) => uri.toString()));
}
