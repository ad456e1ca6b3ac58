import * as vscode from 'vscode';
import {
  addOutcome,
  applyEdits as applied,
  type NewOutcome,
  type OutcomesFile,
  parseOutcomes,
} from '../../core';
import { applyEdits, type DocumentEdits, type EditedText, toWorkspaceEdit } from '../apply-edits';
import type { Folders } from '../folders';
import { whyReadOnly } from '../read-only';
import { readingOf } from '../reading';
import { type Place, sameIn } from './place';

const WHAT = 'The new outcome';

/** Further edits that are undone together with the new outcome, which has this id. */
export type Also = (id: string) => Promise<readonly DocumentEdits<EditedText>[]>;

/** Writes the outcome and shows it. False when it could not be written, which was said then. */
export async function write(
  folders: Folders,
  place: Place,
  outcome: NewOutcome,
  also: Also,
): Promise<boolean> {
  const problem = await tryToWrite(folders, place, outcome, also);
  if (problem === null) return true;
  const copy = 'Copy It';
  // Nothing of what was thought through is to be lost.
  const chosen =
    problem === ''
      ? undefined
      : await vscode.window.showErrorMessage(`${WHAT} was not written. ${problem}`, copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(asYaml(outcome));
  return false;
}

/** null when done; a sentence when not, empty when it was said already. */
async function tryToWrite(
  folders: Folders,
  place: Place,
  outcome: NewOutcome,
  also: Also,
): Promise<string | null> {
  const more = outcome.id === undefined ? [] : await also(outcome.id);
  if (place.file === null) return makeFile(folders, place, outcome, more);
  const document = await vscode.workspace.openTextDocument(place.uri);
  // Time has passed since the first question: the file may be another one by now.
  const file =
    (await readingOf(folders, document, true))?.file ?? parseOutcomes(place.file.path, document.getText());
  const parent = place.parent === null ? null : sameIn(file, place.parent);
  if (parent === undefined) return `${nameOf(place.parent!)} is not in the file any more.`;
  const result = addOutcome(file, parent, outcome);
  if ('refused' in result) return result.refused;
  if (!(await applyEdits([{ document, edits: result.edits }, ...more], WHAT))) return '';
  await show(document, result.reveal);
  return null;
}

async function makeFile(
  folders: Folders,
  { uri }: Place,
  outcome: NewOutcome,
  more: readonly DocumentEdits<EditedText>[],
): Promise<string | null> {
  const result = addOutcome(EMPTY, null, outcome);
  if ('refused' in result) return result.refused;
  const edit = toWorkspaceEdit(more);
  const contents = new TextEncoder().encode(applied('', result.edits));
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  if (!(await vscode.workspace.applyEdit(edit))) return 'The file could not be made.';
  folders.at(uri)?.entry.source.refresh(['outcomes.yml']);
  await show(await vscode.workspace.openTextDocument(uri), result.reveal);
  return null;
}

async function show(document: vscode.TextDocument, reveal = { start: 0, end: 0 }): Promise<void> {
  const at = document.positionAt(reveal.end);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

/** Why a file cannot take an outcome, found out before somebody answers ten questions; null when it can. */
export async function refusal({ uri, file, parent }: Place): Promise<string | null> {
  if (file === null) return null;
  const result = addOutcome(file, parent, { id: 'x', title: 'x' });
  if ('refused' in result) return result.refused;
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const reason = await whyReadOnly(await vscode.workspace.openTextDocument(uri));
    return reason === null ? null : `${name}: ${reason}`;
  } catch {
    return `${name} is gone or cannot be read.`;
  }
}

const EMPTY: OutcomesFile = parseOutcomes('outcomes.yml', '');

function asYaml(outcome: NewOutcome): string {
  const result = addOutcome(EMPTY, null, outcome);
  return 'refused' in result ? JSON.stringify(outcome) : applied('', result.edits);
}

function nameOf({ id, title }: { readonly id: string; readonly title: string }): string {
  return id === '' ? `“${title}”` : id;
}
