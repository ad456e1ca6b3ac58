import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/messages';
import type { Logger } from '../../workspace/ports';
import { toFile, toUri } from '../convert';
import { Disposables } from '../disposables';
import type { Folders, FolderSource } from '../folders';
import { openPlace } from '../open';
import { askSince } from './ask-since';
import { writeReview } from './export';
import { isForPeople, traceOf } from './for-people';
import { noteFor } from './notes';
import { distOf, emptyPage } from './page';

export interface PanelContext {
  readonly folders: Folders;
  readonly logger: Logger;
  readonly extension: vscode.Uri;
}

/** After a change, how long to wait for the next before the page is drawn again, in milliseconds. */
const QUIET = 300;

/** One page: draws it anew when what it shows has changed, and does what is asked for on it. */
export class ReviewPanel {
  private readonly store = new Disposables();
  private timer: NodeJS.Timeout | undefined;
  private drawn: FolderSource['source']['snapshot'];
  private shown: ToPage | undefined;
  private drawing = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private entry: FolderSource,
    public since: string | null,
    private readonly context: PanelContext,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [distOf(context.extension)] };
    this.store.add(webview.onDidReceiveMessage((message: FromPage) => this.receive(message)));
    webview.html = emptyPage(webview, context.extension);
    this.store.add(context.folders.onDidChange(() => this.changed()));
    this.store.add(panel.onDidChangeViewState(() => this.changed()));
    this.store.onDispose(() => clearTimeout(this.timer));
    panel.onDidDispose(() => this.store.dispose());
  }

  /** Brings the page to the front, compared with another revision where one is given. */
  reveal(since: string | undefined): void {
    this.panel.reveal();
    if (since !== undefined) void this.draw(since);
  }

  dispose(): void {
    this.panel.dispose();
  }

  private changed(): void {
    // The source is another one when the workspace was trusted meanwhile.
    const key = this.folder;
    this.entry =
      this.context.folders.list().find(({ folder }) => folder.uri.toString() === key) ?? this.entry;
    const isCurrent = this.drawn !== undefined && this.entry.source.snapshot === this.drawn;
    if (isCurrent || !this.panel.visible) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(this.since), QUIET);
  }

  private async draw(since: string | null): Promise<void> {
    const { source } = this.entry;
    const drawing = ++this.drawing;
    const { snapshot } = source;
    if (snapshot?.tree.files.length === 0) {
      this.drawn = snapshot;
      this.show({ type: 'nothing', message: 'There is no outcomes.yml in this folder any more.' });
      return;
    }
    try {
      const { parts } = await source.review({ since, note: noteFor(this.entry), as: 'parts' });
      if (drawing !== this.drawing) return;
      this.since = since;
      this.drawn = snapshot;
      this.show({ type: 'parts', parts, keep: { folder: this.entry.folder.uri.toString(), since } });
    } catch (error) {
      if (drawing === this.drawing) this.failed(error, since);
    }
  }

  /** A revision that is gone is no reason to show nothing. */
  private failed(error: unknown, since: string | null): void {
    const why = isForPeople(error) ? `${error.message}.` : 'The log says more.';
    if (!isForPeople(error)) this.context.logger.error(`The review could not be drawn: ${traceOf(error)}`);
    void vscode.window.showWarningMessage(
      `The review cannot be drawn${since === null ? '' : ` since ${since}`}: ${why}`,
    );
    if (since === null) {
      if (this.shown === undefined)
        this.show({ type: 'nothing', message: `The review could not be drawn: ${why}` });
    } else if (this.shown === undefined || this.since === since) {
      // Before the page is drawn: a change meanwhile would ask for what is gone once more.
      this.since = null;
      void this.draw(null);
    }
  }

  private show(message: ToPage): void {
    this.shown = message;
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // Also a page that was hidden begins anew.
        if (this.shown !== undefined) void this.panel.webview.postMessage(this.shown);
        if (this.drawn === undefined || this.drawn !== this.entry.source.snapshot)
          await this.draw(this.since);
        return;
      case 'open':
        await this.openFile(message);
        return;
      case 'open-commit':
        await openPlace({
          kind: 'commit',
          folder: this.folder,
          repository: message.repository,
          commit: message.commit,
        });
        return;
      case 'compare': {
        const since = await askSince(this.entry, this.since);
        if (since !== undefined) await this.draw(since);
        return;
      }
      case 'export':
        await writeReview(this.entry, this.since, this.context.logger);
        return;
    }
  }

  private get folder(): string {
    return this.entry.folder.uri.toString();
  }

  private async openFile({ file, line, column }: Extract<FromPage, { type: 'open' }>): Promise<void> {
    const uri = toUri(this.entry.folder.uri, file);
    // Nothing on the page leads out of the folder.
    if (toFile(this.entry.folder.uri, uri) === undefined) return;
    const start = { line: line - 1, character: column - 1 };
    try {
      await openPlace({ kind: 'file', folder: this.folder, file, range: { start, end: start } });
    } catch {
      void vscode.window.showInformationMessage(`${file} cannot be opened: it is no text, or gone.`);
    }
  }
}
