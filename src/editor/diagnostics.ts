import * as vscode from 'vscode';
import type { Finding, Severity } from '../core';
import type { ShownProblems } from '../manifest';
import type { Config } from './config';
import { toFile, toRange, toUri } from './convert';
import { Disposables, type Disposable } from './disposables';
import type { FolderSource, Folders } from './folders';
import { changedFiles, findingsByFile, slices, type FileFindings } from './problems';

/** Shows the findings that have a place in the editor and the Problems panel. */
export function publishDiagnostics(folders: Folders, config: Config): Disposable {
  const store = new Disposables();
  const collection = store.add(vscode.languages.createDiagnosticCollection('outcomes'));
  const publishers = new Map<FolderSource, Publisher>();
  const publish = (entry: FolderSource) => {
    let own = publishers.get(entry);
    if (own === undefined) publishers.set(entry, (own = new Publisher(entry, collection)));
    own.update(config.get('outcomes.problems', entry.folder.uri));
  };
  const publishAll = () => folders.list().forEach(publish);
  const publishFor = ({ uri }: vscode.TextDocument) => {
    const at = folders.at(uri);
    if (at !== undefined) publish(at.entry);
  };
  store.add(folders.onDidChange(publishAll));
  store.add(
    folders.onDidClose((entry) => {
      publishers.get(entry)?.clear();
      publishers.delete(entry);
    }),
  );
  store.add(config.onDidChange(publishAll));
  // Hints are for who looks at the file; ten thousand of them in the background help nobody.
  store.add(vscode.workspace.onDidOpenTextDocument(publishFor));
  store.add(vscode.workspace.onDidCloseTextDocument(publishFor));
  return store;
}

/** Brings the collection to what a folder's latest snapshot says, changed files only, without long turns. */
class Publisher {
  private shown: FileFindings = new Map();
  private wanted: FileFindings = this.shown;
  private running = false;
  private closed = false;

  constructor(
    private readonly entry: FolderSource,
    private readonly collection: vscode.DiagnosticCollection,
  ) {}

  update(shown: ShownProblems): void {
    const { source } = this.entry;
    if (source.snapshot === undefined) return;
    const open = this.openFiles();
    const nested = this.nestedFolders();
    this.wanted = findingsByFile(
      source.snapshot.findings,
      shown,
      (file) => open.has(file),
      (file) => nested.some((folder) => file.startsWith(folder)),
    );
    if (!this.running) void this.run();
  }

  clear(): void {
    this.closed = true;
    // Of a set that is only half shown, both the old and the new files.
    for (const file of [...this.shown.keys(), ...this.wanted.keys()])
      this.collection.delete(toUri(this.entry.folder.uri, file));
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.shown !== this.wanted) {
      const target = this.wanted;
      const changed = changedFiles(this.shown, target);
      for (const slice of slices(changed, (file) => target.get(file)?.length ?? 0)) {
        if (this.isClosed()) return;
        this.collection.set(slice.map((file) => this.entryFor(file, target.get(file) ?? [])));
        await new Promise(setImmediate);
      }
      this.shown = target;
    }
    this.running = false;
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private entryFor(file: string, findings: readonly Finding[]): [vscode.Uri, vscode.Diagnostic[]] {
    const folder = this.entry.folder.uri;
    return [toUri(folder, file), findings.map((finding) => toDiagnostic(folder, finding))];
  }

  /** Folders of the workspace inside of this one answer for their own files. */
  private nestedFolders(): readonly string[] {
    const folder = this.entry.folder.uri;
    return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
      const inside = toFile(folder, uri);
      return inside === undefined ? [] : [`${inside}/`];
    });
  }

  private openFiles(): ReadonlySet<string> {
    const files = new Set<string>();
    for (const { uri } of vscode.workspace.textDocuments) {
      const file = toFile(this.entry.folder.uri, uri);
      if (file !== undefined) files.add(file);
    }
    return files;
  }
}

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** `finding.subject` is a place in a file. */
function toDiagnostic(folder: vscode.Uri, finding: Finding): vscode.Diagnostic {
  const range =
    finding.subject.kind === 'file' ? toRange(finding.subject.range) : new vscode.Range(0, 0, 0, 0);
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITY[finding.severity]);
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
