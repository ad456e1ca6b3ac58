import * as vscode from 'vscode';
import { type Entry, type IdSlot, type Rank, rankEntries } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { entryCard, entrySummary } from '../card';
import { toRange } from '../convert';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import { idTextOf } from './id-text';
import { slotAt } from './texts';

class IdItem extends vscode.CompletionItem {
  constructor(
    readonly id: string,
    readonly entry: Entry,
    readonly snapshot: Snapshot,
  ) {
    super(
      { label: id, description: (entry.output ?? entry.outcome).title },
      entry.kind === 'outcome' ? vscode.CompletionItemKind.Reference : vscode.CompletionItemKind.Value,
    );
  }
}

const FROM: Readonly<Record<Rank, string>> = {
  branch: 'this branch',
  path: 'this path',
  recent: 'recent',
  other: '',
  closed: 'closed',
};

/** Ids where a why is being written: the likeliest first, with progress and due date, and a card on demand. */
export function idCompletion(folders: Folders, chosen: ChosenIds): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const text = idTextOf(folders, document);
      const slot = text && slotAt(text, position);
      if (text === undefined || slot === undefined) return undefined;
      const { snapshot, kind, file } = text;
      const hints = { file: kind === 'message' ? undefined : file, chosen: chosen.list() };
      return rankEntries(snapshot.tree, snapshot.work, hints)
        .filter(({ entry }) => isWanted(entry, slot))
        .map(({ id, entry, rank }, i) => {
          const item = new IdItem(id, entry, snapshot);
          item.range = toRange(slot.range);
          item.sortText = String(i).padStart(6, '0');
          item.filterText = id;
          item.detail = [FROM[rank], entrySummary(entry, snapshot)].filter(Boolean).join(' · ');
          item.preselect = i === 0 && rank === 'branch';
          return item;
        });
    },
    resolveCompletionItem(item) {
      if (item instanceof IdItem)
        item.documentation = new vscode.MarkdownString(entryCard(item.entry, item.snapshot));
      return item;
    },
  };
}

function isWanted({ kind, output }: Entry, { wanted, own }: IdSlot): boolean {
  if (output !== null && own !== undefined && output.id.toLowerCase() === own.toLowerCase()) return false;
  return wanted === 'any' || wanted === kind;
}
