import * as vscode from 'vscode';
import {
  addOutcome,
  applyEdits as applied,
  type NewOutcome,
  type OutcomesFile,
  parseOutcomes,
} from '../../core';
import type { FileEdits } from '../apply-as-one';
import { applyEdits } from '../apply-edits';
import type { Folders } from '../folders';
import { whyReadOnly } from '../read-only';
import { readingOf } from '../reading';
import { type Place, sameIn } from './place';

const WHAT = 'The new outcome';

/**
 * Writes the new outcome, an edit of its file, together with what else is to be undone with it. null when done, else
 * why not.
 */
export type Also = (id: string, outcome: FileEdits) => Promise<string | null>;

/** Writes the outcome and shows it. False when it could not be written, which was said then. */
export async function write(
  folders: Folders,
  place: Place,
  outcome: NewOutcome,
  also?: Also,
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
  also: Also | undefined,
): Promise<string | null> {
  if (place.file === null) return makeFile(folders, place, outcome);
  const document = await vscode.workspace.openTextDocument(place.uri);
  // Time has passed since the first question: the file may be another one by now.
  const file =
    (await readingOf(folders, document, true))?.file ?? parseOutcomes(place.file.path, document.getText());
  const parent = place.parent === null ? null : sameIn(file, place.parent);
  if (parent === undefined) return `${nameOf(place.parent!)} is not in the file any more.`;
  const result = addOutcome(file, parent, outcome);
  if ('refused' in result) return result.refused;
  const own = { document, text: document.getText(), edits: result.edits };
  if (outcome.id === undefined || also === undefined) {
    if (!(await applyEdits([own], WHAT))) return '';
  } else {
    const problem = await also(outcome.id, own);
    if (problem !== null) return problem;
  }
  await show(document, result.reveal);
  return null;
}

async function makeFile(folders: Folders, { uri }: Place, outcome: NewOutcome): Promise<string | null> {
  const result = addOutcome(EMPTY, null, outcome);
  if ('refused' in result) return result.refused;
  const edit = new vscode.WorkspaceEdit();
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
