import * as vscode from 'vscode';
import { addDays } from '../../core';
import type { FolderSource } from '../folders';

interface Choice extends vscode.QuickPickItem {
  /** null is no comparison. */
  readonly since: string | null;
}

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
  const known = choices(entry, now);
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = 'Compare the review';
  pick.placeholder = 'Since a day (YYYY-MM-DD), a branch, a tag or a commit';
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isKnown = typed === '' || known.some(({ since }) => since === typed);
    pick.items = isKnown
      ? known
      : [{ label: typed, description: 'as typed', since: typed, alwaysShow: true }, ...known];
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(meant(pick.value.trim(), pick.selectedItems[0])));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
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
  const separator = (label: string): Choice => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    since: null,
  });
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
