import * as vscode from 'vscode';
import type { FileChange } from '../../workspace/migration';
import { toUri } from '../convert';
import { Disposables, type Disposable } from '../disposables';

const SCHEME = 'outcomes-proposal';
const DETAILS = vscode.Uri.from({ scheme: SCHEME, path: '/Proposal.txt' });

/** The texts of a proposal as documents that cannot be written to, beside those that they would replace. */
export class ProposalTexts implements Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<vscode.Uri>());
  private texts = new Map<string, string>();

  constructor() {
    const provider: vscode.TextDocumentContentProvider = {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
    };
    this.store.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider));
  }

  /** Opens a diff of the one file that changes, or one editor with the diffs of all. */
  async show(folder: vscode.Uri, changes: readonly FileChange[], details: string): Promise<void> {
    const before = [...this.texts.keys()];
    this.texts = new Map([[DETAILS.toString(), details]]);
    const rows = changes.map((change) => this.row(folder, change));
    // A document that is open still shows what it was asked for before.
    for (const uri of [...before, ...this.texts.keys()]) this.changed.fire(vscode.Uri.parse(uri, true));
    const [first] = rows;
    if (first === undefined) return;
    const title = `${changes[0]!.path} (Proposal)`;
    if (rows.length === 1) await vscode.commands.executeCommand('vscode.diff', first[1], first[2], title);
    else await vscode.commands.executeCommand('vscode.changes', title, rows);
  }

  async showDetails(): Promise<void> {
    await vscode.window.showTextDocument(DETAILS, { preview: true });
  }

  /** Closes the tabs that show the proposal. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all
      .flatMap(({ tabs: all }) => all)
      .filter(({ input }) => isProposal(input));
    await vscode.window.tabGroups.close(tabs);
  }

  dispose(): void {
    this.store.dispose();
  }

  private row(folder: vscode.Uri, { path, before, after }: FileChange): [vscode.Uri, vscode.Uri, vscode.Uri] {
    const real = toUri(folder, path);
    const proposed = this.add(real, 'after', after);
    return [real, before === null ? this.add(real, 'before', '') : real, proposed];
  }

  /** Keeps the file's name, so that it is shown in its language. */
  private add({ path }: vscode.Uri, side: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: side });
    this.texts.set(uri.toString(), text);
    return uri;
  }
}

function isProposal(input: unknown): boolean {
  if (input instanceof vscode.TabInputText) return input.uri.scheme === SCHEME;
  if (input instanceof vscode.TabInputTextDiff) return input.modified.scheme === SCHEME;
  return isMultiDiff(input) && input.textDiffs.some(({ modified }) => modified.scheme === SCHEME);
}

/** A kind of tab that the typed interface does not name yet. */
function isMultiDiff(input: unknown): input is { readonly textDiffs: readonly vscode.TabInputTextDiff[] } {
  return (
    typeof input === 'object' && input !== null && 'textDiffs' in input && Array.isArray(input.textDiffs)
  );
}
