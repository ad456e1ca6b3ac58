import * as vscode from 'vscode';
import type { ReviewSource } from '../workspace/review';
import type { Config } from './config';
import { toFile } from './convert';
import { Disposables, type Disposable } from './disposables';
import type { WorkspaceState } from '../manifest';

export interface FolderSource {
  readonly folder: vscode.WorkspaceFolder;
  readonly source: ReviewSource;
}

/** One source for every folder of the workspace that is on a disk and not switched off. */
export class Folders implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  private readonly opened = this.store.add(new vscode.EventEmitter<FolderSource>());
  private readonly closed = this.store.add(new vscode.EventEmitter<FolderSource>());
  private entries = new Map<string, FolderSource>();

  /** A snapshot was replaced, or a folder came or went. */
  readonly onDidChange = this.changed.event;
  /** A source was made and begins to read. */
  readonly onDidOpen = this.opened.event;
  /** A folder's source is no longer there. */
  readonly onDidClose = this.closed.event;

  constructor(
    private readonly create: (folder: vscode.WorkspaceFolder) => ReviewSource,
    private readonly config: Config,
  ) {
    this.store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.update()));
    this.store.add(config.onDidChange(() => this.update()));
    // What may run has changed, and a source is made with it.
    this.store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.restart()));
    this.store.onDispose(() => this.closeAll());
  }

  /** In the order of the workspace. */
  list(): readonly FolderSource[] {
    return [...this.entries.values()];
  }

  /** The source that answers for a document or file, and its path there. */
  at(uri: vscode.Uri): { readonly entry: FolderSource; readonly file: string } | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const entry = folder && this.entries.get(folder.uri.toString());
    const file = entry && toFile(entry.folder.uri, uri);
    return file === undefined ? undefined : { entry: entry!, file };
  }

  get state(): WorkspaceState {
    const snapshots = this.list().map(({ source }) => source.snapshot);
    if (snapshots.some((snapshot) => snapshot !== undefined && snapshot.tree.files.length > 0))
      return 'ready';
    return snapshots.includes(undefined) ? 'reading' : 'empty';
  }

  /** Something is known of every folder. */
  get isRead(): boolean {
    return this.list().every(({ source }) => source.snapshot !== undefined);
  }

  /** Resolves once something is known of every folder, at the latest after so many milliseconds. */
  whenRead(within: number): Promise<void> {
    if (this.isRead) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      };
      const timer = setTimeout(end, within);
      const listener = this.onDidChange(() => {
        if (this.isRead) end();
      });
    });
  }

  /** Makes the sources that are missing, starts them, and closes those that are no longer wanted. */
  update(): void {
    const wanted = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => uri.scheme === 'file' && this.config.get('outcomes.enable', uri),
    );
    const before = this.entries;
    this.entries = new Map();
    const added: FolderSource[] = [];
    for (const folder of wanted) {
      const key = folder.uri.toString();
      let entry = before.get(key);
      before.delete(key);
      if (entry === undefined) added.push((entry = this.open(folder)));
      this.entries.set(key, entry);
    }
    for (const entry of before.values()) this.close(entry);
    for (const entry of added) this.opened.fire(entry);
    this.changed.fire();
  }

  refresh(): void {
    for (const { source } of this.entries.values()) source.refresh();
  }

  dispose(): void {
    this.store.dispose();
  }

  private restart(): void {
    this.closeAll();
    this.update();
  }

  private open(folder: vscode.WorkspaceFolder): FolderSource {
    const source = this.create(folder);
    let last = source.snapshot;
    source.onDidChange(() => {
      if (source.snapshot === last) return;
      last = source.snapshot;
      this.changed.fire();
    });
    source.refresh();
    return { folder, source };
  }

  private close(entry: FolderSource): void {
    entry.source.dispose();
    this.closed.fire(entry);
  }

  private closeAll(): void {
    for (const entry of this.entries.values()) this.close(entry);
    this.entries.clear();
  }
}
