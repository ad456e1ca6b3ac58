import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Snapshot } from '../../workspace/snapshot';
import type { Config } from '../config';
import { Disposables, type Disposable } from '../disposables';
import type { FolderSource, Folders } from '../folders';
import { OutcomeFacts } from '../outcome-facts';
import { everyNode, outlineIn, rangeIn } from './file';
import type { ShownEntry } from '../show-outcome';

/** Above an outcome: the work that serves it, and its last check-in. The words are found when it is on screen. */
class OutcomeLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly about: 'work' | 'check-in',
    readonly entry: FolderSource,
    readonly id: string,
  ) {
    super(range);
  }
}

export class FileLenses implements vscode.CodeLensProvider<OutcomeLens>, Disposable {
  private readonly store = new Disposables();
  private readonly changed = this.store.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly folders: Folders,
    private readonly config: Config,
  ) {
    this.store.add(folders.onDidChange(() => this.changed.fire()));
    this.store.add(config.onDidChange(() => this.changed.fire()));
  }

  provideCodeLenses(document: vscode.TextDocument): OutcomeLens[] {
    const entry = this.folders.at(document.uri)?.entry;
    const tree = entry?.source.snapshot?.tree;
    if (entry === undefined || tree === undefined || !this.config.get('outcomes.lenses', document.uri))
      return [];
    const lenses: OutcomeLens[] = [];
    for (const { kind, id, self, children } of everyNode(outlineIn(document))) {
      if (kind !== 'outcome' || tree.entries.get(id.toLowerCase())?.kind !== 'outcome') continue;
      const range = rangeIn(document, self);
      lenses.push(new OutcomeLens(range, 'work', entry, id));
      if (children.some((child) => child.kind === 'metric'))
        lenses.push(new OutcomeLens(range, 'check-in', entry, id));
    }
    return lenses;
  }

  resolveCodeLens(lens: OutcomeLens): OutcomeLens {
    const { about, entry, id } = lens;
    const { snapshot } = entry.source;
    const shown: ShownEntry = { folder: entry.folder.uri.toString(), id };
    lens.command = {
      title: snapshot === undefined ? '' : lensText(snapshot, id, about),
      command: Command.showOutcome,
      arguments: [shown],
      tooltip: 'Show in the Outcomes view',
    };
    return lens;
  }

  dispose(): void {
    this.store.dispose();
  }
}

function lensText(snapshot: Snapshot, id: string, about: OutcomeLens['about']): string {
  const outcome = snapshot.tree.entries.get(id.toLowerCase())?.outcome;
  if (outcome === undefined) return '';
  const facts = OutcomeFacts.of(snapshot);
  return about === 'work'
    ? facts.linkedWork(outcome) || 'No linked work'
    : (facts.lastCheckIn(outcome) ?? 'Never checked in');
}
