import * as vscode from 'vscode';
import { measurables } from '../../core';
import { Command } from '../../manifest';
import type { Folders } from '../folders';
import { readingOf } from '../reading';
import type { MetricPlace } from './targets';
import { dueText } from './words';

/** Above each metric of an outcomes.yml: check in, and how late it is. */
export class CheckInLenses implements vscode.CodeLensProvider {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(
    private readonly folders: Folders,
    private readonly isWanted: (uri: vscode.Uri) => boolean,
  ) {
    this.onDidChangeCodeLenses = folders.onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const reading = this.isWanted(document.uri) ? await readingOf(this.folders, document, false) : undefined;
    if (reading === undefined) return [];
    const { file, today, folder } = reading;
    return measurables({ files: [file], roots: file.outcomes, entries: new Map() }, today).map((each) => {
      const { start, end } = file.lines.rangeOf(each.metric.at.self);
      const place: MetricPlace = { folder: folder.toString(), file: file.path, start };
      const due = dueText(each);
      return new vscode.CodeLens(new vscode.Range(start.line, start.character, end.line, end.character), {
        title: due === '' ? 'Check in' : `Check in: ${due}`,
        command: Command.checkIn,
        arguments: [place],
      });
    });
  }
}
