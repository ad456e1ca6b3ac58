import * as vscode from 'vscode';
import { addDays } from '../../core';
import { readTags, type Tag } from '../../node/git/tags';
import type { FolderSource } from '../folders';

interface Choice extends vscode.QuickPickItem {
  /** null is no comparison. */
  readonly since: string | null;
}

/** Whoever wants an older one types its name. */
const MOST_TAGS = 100;

/**
 * Asks what to compare with: a day, a branch, a tag, or what is typed. null for no comparison, undefined when nothing
 * was chosen.
 */
export async function askSince(entry: FolderSource, now: string | null): Promise<string | null | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      'Nothing can be compared: in Restricted Mode git is not asked. Trust the workspace first.',
    );
    return undefined;
  }
  if (entry.source.snapshot?.repository === null) {
    void vscode.window.showInformationMessage(
      'Nothing can be compared: the folder is in no git repository, or git is not installed.',
    );
    return undefined;
  }
  let known = choices(entry, now);
  const stop = new AbortController();
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = 'Compare the review';
  pick.placeholder = 'Since a day (YYYY-MM-DD), a branch, a tag or a commit';
  pick.matchOnDescription = true;
  const offer = () => {
    const typed = pick.value.trim();
    const isKnown = typed === '' || known.some(({ since }) => since === typed);
    pick.items = isKnown
      ? known
      : [{ label: typed, description: 'as typed', since: typed, alwaysShow: true }, ...known];
  };
  offer();
  pick.onDidChangeValue(offer);
  // Git is not waited for: days and branches are known.
  pick.busy = true;
  const tags = readTags(entry.folder.uri.fsPath, MOST_TAGS, stop.signal);
  void tags
    .then((found) => {
      if (stop.signal.aborted) return;
      pick.busy = false;
      if (found.length === 0) return;
      // Nobody's choice goes away when more are offered.
      pick.keepScrollPosition = true;
      const [active] = pick.activeItems;
      known = [...known, ...tagChoices(found)];
      offer();
      if (active !== undefined && pick.items.includes(active)) pick.activeItems = [active];
    })
    .catch(() => undefined);
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(meant(pick.value.trim(), pick.selectedItems[0])));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    stop.abort();
    pick.dispose();
  }
}

/** Who types fast presses Enter before what was typed is on the list, and another choice is at its top. */
function meant(typed: string, choice: Choice | undefined): string | null | undefined {
  const isFound = `${choice?.label} ${choice?.description ?? ''}`.toLowerCase().includes(typed.toLowerCase());
  return typed === '' || (choice !== undefined && isFound) ? choice?.since : typed;
}

function choices({ source }: FolderSource, now: string | null): Choice[] {
  const { today, repository, branches } = source.snapshot!;
  const year = `${today.slice(0, 4)}-01-01`;
  const base = repository?.base ?? null;
  const names = [...new Set([...(base === null ? [] : [base]), ...branches.map(({ name }) => name)])];
  return [
    ...(now === null ? [] : [{ label: 'No comparison', since: null }]),
    separator('Days'),
    ...[
      { label: 'A week ago', since: addDays(today, -7) },
      { label: 'A month ago', since: addDays(today, -30) },
      { label: 'A quarter ago', since: addDays(today, -91) },
      { label: 'The beginning of the year', since: year },
    ].map((choice) => ({ ...choice, description: choice.since })),
    separator('Branches'),
    ...names.map((name) => ({
      label: name,
      ...(name === base ? { description: 'the base' } : {}),
      since: name,
    })),
  ];
}

function tagChoices(tags: readonly Tag[]): Choice[] {
  return [
    separator('Tags'),
    ...tags.map(({ name, day }) => ({ label: name, description: day, since: name })),
  ];
}

function separator(label: string): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator, since: null };
}
