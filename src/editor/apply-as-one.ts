import * as vscode from 'vscode';
import { type DocumentEdits, toWorkspaceEdit } from './apply-edits';
import { atOnce } from './at-once';
import { fileText, type FileText, openDocument } from './file-text';

/** Edits of a file, and the text that they were made for. */
export interface FileEdits extends DocumentEdits<FileText> {
  readonly text: string;
}

/** What came of an edit: false, or the files that were left out since they changed, and those not saved. */
export type Applied =
  false | { readonly stale: readonly vscode.Uri[]; readonly unsaved: readonly vscode.Uri[] };

/**
 * Makes all edits as one, which one undo takes back. Several files are saved then, as with a rename in VS Code, unless
 * `files.refactoring.autoSave` is off. Where one of them has changes already that are not saved, or there is only one,
 * what is open stays as it is, for its owner to look at.
 */
export async function applyAsOne(changes: readonly FileEdits[]): Promise<Applied> {
  const wanted = changes.filter(({ edits }) => edits.length > 0);
  const unread = new Set<FileEdits>();
  await atOnce(wanted, async (change) => {
    if (openDocument(change.document.uri) === undefined && !(await isOnDisk(change))) unread.add(change);
  });
  // From here to the edit nothing else gets a turn: VS Code checks what is open, as it is now, and nothing before.
  const real = wanted.filter((change) => !unread.has(change) && isAsOpen(change));
  const stale = wanted.filter((change) => !real.includes(change)).map(({ document }) => document.uri);
  if (real.length === 0) return { stale, unsaved: [] };
  const shown = shownFiles();
  const clean = real.map(({ document }) => document.uri).filter((uri) => openDocument(uri)?.isDirty !== true);
  const background = clean.filter((uri) => !shown.has(uri.toString()));
  // Of what is changed for a second and not being saved by then VS Code opens an editor: of a few hundred files that
  // takes minutes. As a refactoring, it saves them itself in the moment in which it changes them.
  const isRefactoring = clean.length === real.length;
  if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(real), { isRefactoring }))) return false;
  const isWanted = vscode.workspace.getConfiguration('files').get<boolean>('refactoring.autoSave', true);
  return { stale, unsaved: isWanted ? await saveAll(background) : [] };
}

async function isOnDisk({ document, text }: FileEdits): Promise<boolean> {
  try {
    return withoutEnds((await fileText(document.uri)).getText()) === withoutEnds(text);
  } catch {
    return false;
  }
}

function isAsOpen({ document, text }: FileEdits): boolean {
  const open = openDocument(document.uri);
  return open === undefined || withoutEnds(open.getText()) === withoutEnds(text);
}

/** A document has one kind of line ends, whatever its file has. */
function withoutEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Gives those that could not be saved. All at once, so that VS Code opens no editor of one that has to wait. */
async function saveAll(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  // Edited, they are open.
  const open = new Map(vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const saved = await Promise.all(
    uris.map(async (uri) => {
      const document = open.get(uri.toString());
      if (document?.isDirty !== true || document.isClosed) return true;
      return document.save().then(Boolean, () => false);
    }),
  );
  return uris.filter((_, i) => !saved[i]);
}

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
