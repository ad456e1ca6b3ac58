import * as vscode from 'vscode';
import {
  addCheckIns,
  type Measured,
  type OutcomesFile,
  parseOutcomes,
  readCheckIn,
  readCheckInDay,
  sameMetric,
} from '../../core';
import { applyEdits, type DocumentEdits } from '../apply-edits';
import { toUri } from '../convert';
import type { Folders } from '../folders';
import { readingOf } from '../reading';
import { answered, type Answers, type Round } from './round';
import type { Target } from './targets';
import { metricName } from './words';

const WHAT = 'The check-in';

/** Writes what was answered as one change, so that one undo takes it back. Says why when it cannot. */
export async function write(folders: Folders, targets: readonly Target[], round: Round): Promise<void> {
  const all = answered(round).map(({ index, answers }) => ({ target: targets[index]!, answers }));
  const changes: Change[] = [];
  for (const uri of new Map(all.map(({ target }) => [uriOf(target).toString(), uriOf(target)])).values()) {
    const own = all.filter(({ target }) => uriOf(target).toString() === uri.toString());
    const change = await changeOf(folders, uri, own);
    if ('refused' in change) {
      void vscode.window.showErrorMessage(`${WHAT} was not written. ${change.refused}`);
      return;
    }
    changes.push(change);
  }
  const [first] = changes;
  if (first === undefined || !(await applyEdits(changes, WHAT))) return;
  const at = first.document.positionAt(first.reveal);
  await vscode.window.showTextDocument(first.document, {
    preserveFocus: true,
    selection: new vscode.Range(at, at),
  });
}

interface Change extends DocumentEdits {
  /** Where to look, in the new text. */
  readonly reveal: number;
}

interface Answered {
  readonly target: Target;
  readonly answers: Answers;
}

async function changeOf(
  folders: Folders,
  uri: vscode.Uri,
  answered: readonly Answered[],
): Promise<Change | { readonly refused: string }> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    return { refused: `${vscode.workspace.asRelativePath(uri)} is gone or cannot be read.` };
  }
  // Time has passed since the first question: the file may be another one by now.
  const file =
    (await readingOf(folders, document, true))?.file ??
    parseOutcomes(answered[0]!.target.outcome.file, document.getText());
  const measured: Measured[] = [];
  for (const each of answered) {
    const one = measuredIn(file, each);
    if ('refused' in one) return one;
    measured.push(one);
  }
  const result = addCheckIns(file, measured);
  if ('refused' in result) return result;
  const { edits, reveal } = result;
  return { document, edits, reveal: reveal?.end ?? edits[0]!.span.start };
}

function measuredIn(
  file: OutcomesFile,
  { target, answers }: Answered,
): Measured | { readonly refused: string } {
  const metric = sameMetric(file, target.outcome, target.metric);
  if (metric === undefined) return { refused: `${metricName(target.metric)} is not in the file any more.` };
  const reading = readCheckIn(metric, answers.value);
  const day = readCheckInDay(metric, target.today, target.today);
  if (!reading.ok) return { refused: `${metricName(metric)}: ${reading.problem}` };
  if (!day.ok) return { refused: `${metricName(metric)}: ${day.problem}` };
  const note = answers.note.trim();
  return {
    metric,
    date: day.day,
    value: reading.value,
    ...(answers.confidence === null ? {} : { confidence: answers.confidence }),
    ...(note === '' ? {} : { note }),
  };
}

function uriOf({ entry, outcome }: Target): vscode.Uri {
  return toUri(entry.folder.uri, outcome.file);
}
