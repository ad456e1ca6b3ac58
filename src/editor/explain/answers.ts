import * as vscode from 'vscode';
import type { ExplainedPlace, PlaceLink } from '../../core';
import { toRange, toUri } from '../convert';
import { Disposables, type Disposable } from '../disposables';

const SCHEME = 'outcomes-why';
const ANSWER = vscode.Uri.from({ scheme: SCHEME, path: '/Why.txt' });

/** A text, and what its links lead to. */
export interface Answer {
  readonly text: string;
  readonly links: readonly (PlaceLink & { readonly folder: vscode.Uri })[];
}

/**
 * The last answer as a document that cannot be written to: plain text can be read aloud, searched and copied into a bug
 * report, and its links open what it names.
 */
export class Answers implements Disposable, vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  private answer: Answer = { text: '', links: [] };

  constructor() {
    this.store.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.store.add(vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, this));
  }

  /** True for the editor that shows the last answer. */
  isShownIn(editor: vscode.TextEditor | undefined): boolean {
    return editor?.document.uri.scheme === SCHEME;
  }

  /** Beside the place that was asked about, which stays in sight. */
  async show(answer: Answer): Promise<void> {
    this.answer = answer;
    this.changed.fire(ANSWER);
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const shown = visibleTextEditors.find((editor) => this.isShownIn(editor));
    const beside = activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const editor = await vscode.window.showTextDocument(ANSWER, {
      preview: true,
      viewColumn: shown?.viewColumn ?? beside,
    });
    const top = new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(top, top);
    editor.revealRange(new vscode.Range(top, top));
  }

  provideTextDocumentContent(): string {
    return this.answer.text;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    // The document may still be an answer from before.
    if (document.getText() !== this.answer.text) return [];
    return this.answer.links.map(({ start, end, place, folder }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.DocumentLink(range, addressOf(folder, place));
    });
  }

  dispose(): void {
    this.store.dispose();
  }
}

function addressOf(folder: vscode.Uri, { file, range }: ExplainedPlace): vscode.Uri {
  // What lies outside of the folder is named by its absolute path.
  const uri = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(file) ? vscode.Uri.file(file) : toUri(folder, file);
  if (range === null) return uri;
  const { start } = toRange(range);
  return uri.with({ fragment: `L${start.line + 1},${start.character + 1}` });
}
