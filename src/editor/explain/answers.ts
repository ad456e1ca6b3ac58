import * as vscode from 'vscode';
import type { ExplainedPlace, PlaceLink } from '../../core';
import { toRange, toUri } from '../convert';
import { Disposables, type Disposable } from '../disposables';

const SCHEME = 'outcomes-why';

/** A text, and what its links lead to. */
export interface Answer {
  readonly text: string;
  readonly links: readonly (PlaceLink & { readonly folder: vscode.Uri })[];
}

/**
 * Answers as documents that cannot be written to: plain text can be read aloud, searched and copied into a bug report,
 * and its links open what it names. Each is a document of its own, since one that is kept open should stay as it is.
 */
export class Answers implements Disposable, vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  private readonly store = new Disposables();
  private readonly open = new Map<string, Answer>();
  private count = 0;

  constructor() {
    this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.open.delete(uri.toString())));
    this.store.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.store.add(vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, this));
  }

  /** True for an editor that shows an answer. */
  isShownIn(editor: vscode.TextEditor | undefined): boolean {
    return editor?.document.uri.scheme === SCHEME;
  }

  /** Beside the place that was asked about, which stays in sight. */
  async show(answer: Answer): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: '/Why.txt', query: String(++this.count) });
    this.open.set(uri.toString(), answer);
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const shown = visibleTextEditors.find((editor) => this.isShownIn(editor));
    const beside = activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(uri, { preview: true, viewColumn: shown?.viewColumn ?? beside });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.open.get(uri.toString())?.text ?? '';
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const links = this.open.get(document.uri.toString())?.links ?? [];
    return links.map(({ start, end, place, folder }) => {
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
