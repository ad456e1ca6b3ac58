import * as vscode from 'vscode';
import type { Logger } from '../../workspace/ports';
import type { Folders, FolderSource } from '../folders';
import { whenRead } from '../when-read';
import { whyNoOutcomes } from '../why-not';
import { writeReview } from './export';
import { ReviewPanel } from './panel';

/** The open review pages, one for each folder. */
export class Reviews {
  private readonly panels = new Map<string, ReviewPanel>();

  constructor(
    private readonly viewType: string,
    private readonly folders: Folders,
    private readonly logger: Logger,
    private readonly extension: vscode.Uri,
  ) {}

  /** Shows the review of a folder, compared with `since` where it is given. */
  async open(since: string | undefined): Promise<void> {
    const entry = await this.choose('The folder to review');
    if (entry === undefined) return;
    const shown = this.panels.get(keyOf(entry));
    if (shown !== undefined) {
      shown.reveal(since);
      return;
    }
    const title = `Review: ${entry.folder.name}`;
    const panel = vscode.window.createWebviewPanel(this.viewType, title, vscode.ViewColumn.Active);
    this.adopt(panel, entry, since ?? null);
  }

  /** Writes the review of a folder, with the comparison of its open page, to a file that is asked for. */
  async export(): Promise<void> {
    const entry = await this.choose('The folder whose review to export');
    if (entry !== undefined)
      await writeReview(entry, this.panels.get(keyOf(entry))?.since ?? null, this.logger);
  }

  /** Fills a page that was open when the window was closed. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const { folder, since } = (state ?? {}) as { readonly folder?: unknown; readonly since?: unknown };
    const all = this.folders.list();
    const entry = all.find((each) => keyOf(each) === folder) ?? (all.length === 1 ? all[0] : undefined);
    if (entry === undefined || this.panels.has(keyOf(entry))) panel.dispose();
    else this.adopt(panel, entry, typeof since === 'string' ? since : null);
  }

  dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, entry: FolderSource, since: string | null): void {
    const { folders, logger, extension, panels } = this;
    const key = keyOf(entry);
    panels.set(key, new ReviewPanel(panel, entry, since, { folders, logger, extension }));
    panel.onDidDispose(() => panels.delete(key));
  }

  /** undefined when there is no review, which was said, or nothing was chosen. */
  private async choose(placeHolder: string): Promise<FolderSource | undefined> {
    await whenRead(this.folders);
    const reason = whyNoOutcomes(this.folders);
    if (reason !== null) {
      void vscode.window.showInformationMessage(`There is nothing to review. ${reason}`);
      return undefined;
    }
    const entries = this.folders.list().filter(({ source }) => (source.snapshot?.tree.files.length ?? 0) > 0);
    if (entries.length === 1) return entries[0];
    const items = entries.map((entry) => ({
      label: entry.folder.name,
      description: entry.source.snapshot?.tree.files.find(({ title }) => title !== null)?.title ?? '',
      // Folders of one name, and without a title, are only told apart by where they are.
      detail: entry.folder.uri.fsPath,
      entry,
    }));
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.entry;
  }
}

function keyOf({ folder }: FolderSource): string {
  return folder.uri.toString();
}
