import * as vscode from 'vscode';
import { outlineOf, type OutlineNode } from '../core';
import { Command } from '../manifest';
import type { Disposable } from './disposables';
import type { FolderSource, Folders } from './folders';
import { type ChosenIds, pickOutcome } from './pick-outcome';
import { entryTarget } from './view/targets';
import type { Revealer } from './views';
import { whyNoOutcomes } from './why-not';

/** An outcome or output of a folder, which is named by its address. */
export interface ShownEntry {
  readonly folder: string;
  readonly id: string;
}

/**
 * "Show an Outcome in the View": the one that is given, else the one around the cursor in an outcomes.yml, else one
 * that is chosen from all.
 */
export function registerShowOutcome(folders: Folders, chosen: ChosenIds, outcomes: Revealer): Disposable {
  return vscode.commands.registerCommand(Command.showOutcome, async (given: unknown) => {
    const wanted = isShownEntry(given) ? given : (entryAtCursor(folders) ?? (await choose(folders, chosen)));
    if (wanted === undefined) return;
    const snapshot = folders.list().find(({ folder }) => folder.uri.toString() === wanted.folder)
      ?.source.snapshot;
    const target = snapshot && entryTarget(snapshot, wanted.folder, wanted.id);
    if (target === undefined)
      void vscode.window.showInformationMessage(
        `${wanted.id} is not in the Outcomes view: the file was changed a moment ago, or another outcome has this id.`,
      );
    else if (!(await outcomes.reveal(target)))
      void vscode.window.showInformationMessage(
        `The Outcomes view does not list ${wanted.id}: it shows the work of this branch only.`,
      );
  });
}

function isShownEntry(given: unknown): given is ShownEntry {
  if (typeof given !== 'object' || given === null) return false;
  const { folder, id } = given as Partial<Record<keyof ShownEntry, unknown>>;
  return typeof folder === 'string' && typeof id === 'string';
}

function entryAtCursor(folders: Folders): ShownEntry | undefined {
  const editor = vscode.window.activeTextEditor;
  const entry = editor && folders.at(editor.document.uri)?.entry;
  const tree = entry?.source.snapshot?.tree;
  if (editor === undefined || entry === undefined || tree === undefined) return undefined;
  if (!/\/outcomes\.ya?ml$/.test(editor.document.uri.path)) return undefined;
  const { document, selection } = editor;
  const id = idAround(outlineOf(document.getText()), document.offsetAt(selection.active));
  return id === undefined || !tree.entries.has(id.toLowerCase())
    ? undefined
    : { folder: entry.folder.uri.toString(), id };
}

/** The id of the innermost outcome or output around an offset. */
function idAround(nodes: readonly OutlineNode[], offset: number): string | undefined {
  const node = nodes.find(({ start, end }) => start <= offset && offset <= end);
  if (node === undefined) return undefined;
  const isEntry = node.kind === 'outcome' || node.kind === 'output';
  return idAround(node.children, offset) ?? (isEntry && node.id !== '' ? node.id : undefined);
}

async function choose(folders: Folders, chosen: ChosenIds): Promise<ShownEntry | undefined> {
  const read = folders.list().filter(({ source }) => (source.snapshot?.tree.entries.size ?? 0) > 0);
  if (read.length === 0) {
    void vscode.window.showInformationMessage(
      `There is no outcome to show. ${whyNoOutcomes(folders) ?? 'No outcomes.yml of this workspace names one.'}`,
    );
    return undefined;
  }
  const entry = read.length === 1 ? read[0] : await chooseFolder(read);
  const snapshot = entry?.source.snapshot;
  if (entry === undefined || snapshot === undefined) return undefined;
  const picked = await pickOutcome(snapshot, chosen, { title: 'Show an outcome in the view', hints: {} });
  return picked && 'id' in picked ? { folder: entry.folder.uri.toString(), id: picked.id } : undefined;
}

async function chooseFolder(read: readonly FolderSource[]): Promise<FolderSource | undefined> {
  const picked = await vscode.window.showQuickPick(
    read.map((entry) => ({ label: entry.folder.name, description: entry.folder.uri.fsPath, entry })),
    { placeHolder: 'The folder that has the outcome' },
  );
  return picked?.entry;
}
