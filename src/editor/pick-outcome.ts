import * as vscode from 'vscode';
import { type Rank, rankEntries, type RankedEntry, type RankHints } from '../core';
import type { Snapshot } from '../workspace/snapshot';
import { entryIcon, entrySummary } from './card';

/** The ids that were chosen lately in this workspace, the latest first. */
export class ChosenIds {
  constructor(private readonly memory: vscode.Memento) {}

  list(): readonly string[] {
    const stored = this.memory.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  }

  add(id: string): void {
    const others = this.list().filter((other) => other.toLowerCase() !== id.toLowerCase());
    void this.memory.update(KEY, [id, ...others].slice(0, MOST));
  }
}

const KEY = 'outcomes.chosenIds';
const MOST = 20;

export interface PickOptions {
  /** What the choice is for, as the picker's title: "Link 3 TODOs to an outcome". */
  readonly title: string;
  readonly hints: RankHints;
  /** Offered below the ids, so that Enter takes the likeliest id, such as "New outcome…"; the picker then gives its label. */
  readonly extras?: readonly vscode.QuickPickItem[];
}

/** Asks for an outcome or output, the likeliest first. undefined when nothing was chosen. */
export async function pickOutcome(
  snapshot: Snapshot,
  chosen: ChosenIds,
  { title, hints, extras = [] }: PickOptions,
): Promise<{ readonly id: string } | { readonly extra: string } | undefined> {
  const ranked = rankEntries(snapshot.tree, snapshot.work, { ...hints, chosen: chosen.list() });
  const items = [
    ...itemsOf(ranked, snapshot),
    ...(extras.length > 0 ? [{ label: '', kind: vscode.QuickPickItemKind.Separator }] : []),
    ...extras.map((item) => ({ ...item, alwaysShow: true })),
  ];
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { id?: string }>(items, {
    title,
    placeHolder:
      ranked.length === 0 ? 'There is no outcome with an id yet' : 'The outcome or output it serves',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined) return undefined;
  if (picked.id === undefined) return { extra: picked.label };
  chosen.add(picked.id);
  return { id: picked.id };
}

const GROUPS: Readonly<Record<Rank, string>> = {
  branch: 'served by this branch',
  path: 'served by this path',
  recent: 'recent',
  other: 'all others',
  closed: 'closed',
};

function itemsOf(
  ranked: readonly RankedEntry[],
  snapshot: Snapshot,
): (vscode.QuickPickItem & { id?: string })[] {
  return ranked.flatMap(({ id, entry, rank }, i) => {
    const { outcome, output } = entry;
    const item = {
      id,
      label: `$(${entryIcon(entry, snapshot)}) ${id}`,
      description: (output ?? outcome).title,
      detail: entrySummary(entry, snapshot),
    };
    const isFirst = rank !== ranked[i - 1]?.rank;
    return isFirst ? [{ label: GROUPS[rank], kind: vscode.QuickPickItemKind.Separator }, item] : [item];
  });
}
