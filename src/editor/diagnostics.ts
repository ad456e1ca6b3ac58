import * as vscode from 'vscode';
import type { Finding } from '../core';
import type { ShownProblems } from '../manifest';
import type { FileWork } from '../workspace/file-work';
import type { Config } from './config';
import { toFile, toRange, toSeverity, toUri } from './convert';
import { Disposables, type Disposable } from './disposables';
import type { FolderSource, Folders } from './folders';
import { changedFiles, countShown, shownFiles, shownFindings, slices } from './problems';
import type { ShownFile, ShownFiles } from './problems';

/** Shows the findings that have a place in the editor and the Problems panel. */
export function publishDiagnostics(folders: Folders, config: Config): Disposable {
  const store = new Disposables();
  const collection = store.add(vscode.languages.createDiagnosticCollection('outcomes'));
  // A folder that is closed and opened again keeps its publisher, which may still be taking away what was shown.
  const publishers = new Map<string, Publisher>();
  const publisherOf = ({ folder: { uri } }: FolderSource) => {
    const key = uri.toString();
    let own = publishers.get(key);
    if (own === undefined) publishers.set(key, (own = new Publisher(uri, collection)));
    return own;
  };
  const publish = (entry: FolderSource) => {
    const { snapshot } = entry.source;
    if (snapshot !== undefined)
      publisherOf(entry).update(snapshot.files, config.get('outcomes.problems', entry.folder.uri));
  };
  const publishAll = () => folders.list().forEach(publish);
  const publishFor = ({ uri }: vscode.TextDocument) => {
    const at = folders.at(uri);
    if (at !== undefined) publish(at.entry);
  };
  store.add(folders.onDidChange(publishAll));
  store.add(folders.onDidClose((entry) => publisherOf(entry).update([], 'none')));
  store.add(config.onDidChange(publishAll));
  // Hints are for who looks at the file; ten thousand of them in the background help nobody.
  store.add(vscode.workspace.onDidOpenTextDocument(publishFor));
  store.add(vscode.workspace.onDidCloseTextDocument(publishFor));
  store.onDispose(() => publishers.forEach((publisher) => publisher.stop()));
  return store;
}

/** Brings the collection to what a folder's latest snapshot says, changed files only, without long turns. */
class Publisher {
  private readonly shown = new Map<string, ShownFile>();
  /** What the collection is to be brought to; undefined when that is done. */
  private wanted: { readonly files: readonly FileWork[]; readonly problems: ShownProblems } | undefined;
  private running = false;
  private stopped = false;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly collection: vscode.DiagnosticCollection,
  ) {}

  update(files: readonly FileWork[], problems: ShownProblems): void {
    this.wanted = { files, problems };
    if (!this.running) void this.run();
  }

  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    // In a turn of its own: a snapshot is news to others too.
    await new Promise(setImmediate);
    while (this.wanted !== undefined && !this.isStopped()) {
      const { files, problems } = this.wanted;
      this.wanted = undefined;
      await this.bringTo(this.toShow(files, problems));
    }
    this.running = false;
  }

  /** Leaves off when something else is wanted. */
  private async bringTo(target: ShownFiles): Promise<void> {
    const changed = changedFiles(this.shown, target);
    for (const slice of slices(changed, (file) => countOf(target.get(file)))) {
      if (this.wanted !== undefined || this.isStopped()) return;
      this.show(slice, target);
      await new Promise(setImmediate);
    }
  }

  private toShow(files: readonly FileWork[], problems: ShownProblems): ShownFiles {
    const open = this.openFiles();
    const nested = this.nestedFolders();
    return shownFiles(
      files,
      problems,
      (file) => open.has(file),
      (file) => nested.some((folder) => file.startsWith(folder)),
    );
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  private show(files: readonly string[], target: ShownFiles): void {
    this.collection.set(files.map((file) => this.entryFor(file, target.get(file))));
    for (const file of files) {
      const now = target.get(file);
      if (now === undefined) this.shown.delete(file);
      else this.shown.set(file, now);
    }
  }

  private entryFor(file: string, now: ShownFile | undefined): [vscode.Uri, vscode.Diagnostic[] | undefined] {
    const { folder } = this;
    return [toUri(folder, file), now && shownFindings(now).map((finding) => toDiagnostic(folder, finding))];
  }

  /** Folders of the workspace inside of this one answer for their own files. */
  private nestedFolders(): readonly string[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
      const inside = toFile(this.folder, uri);
      return inside === undefined ? [] : [`${inside}/`];
    });
  }

  private openFiles(): ReadonlySet<string> {
    const files = new Set<string>();
    for (const { uri } of vscode.workspace.textDocuments) {
      const file = toFile(this.folder, uri);
      if (file !== undefined) files.add(file);
    }
    return files;
  }
}

function countOf(shown: ShownFile | undefined): number {
  return shown === undefined ? 0 : countShown(shown);
}

/** `finding.subject` is a place in a file. */
function toDiagnostic(folder: vscode.Uri, finding: Finding): vscode.Diagnostic {
  const range =
    finding.subject.kind === 'file' ? toRange(finding.subject.range) : new vscode.Range(0, 0, 0, 0);
  const diagnostic = new vscode.Diagnostic(range, finding.message, toSeverity(finding.severity));
  diagnostic.source = 'outcomes';
  diagnostic.code = finding.code;
  if (finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map(
      ({ file, range: at, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(toUri(folder, file), toRange(at)),
          message,
        ),
    );
  return diagnostic;
}
