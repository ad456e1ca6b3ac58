import * as vscode from 'vscode';
import { Command } from '../manifest';
import { Disposables, type Disposable } from './disposables';
import type { FolderSource, Folders } from './folders';
import type { Revealer } from './views';
import { branchWhy, type BranchWhy } from './view/branch-why';
import { entryTarget, unservedBranch } from './view/targets';

/** The checked-out branch's outcome, or that it has none; nothing where nobody asks. */
export function showBranchWhy(folders: Folders, outcomes: Revealer, withoutWhy: Revealer): Disposable {
  const store = new Disposables();
  const item = store.add(
    vscode.window.createStatusBarItem('outcomes.branch', vscode.StatusBarAlignment.Left, 0),
  );
  item.name = 'Outcome of the Branch';
  item.command = Command.showBranchWhy;
  let last = '';
  const update = () => {
    const why = find(folders)?.why;
    const look = why === undefined ? '' : `${why.text}\n${why.tooltip}\n${why.missing}`;
    if (look === last) return;
    last = look;
    if (why === undefined) item.hide();
    else show(item, why);
  };
  store.add(folders.onDidChange(update));
  store.add(vscode.window.onDidChangeActiveTextEditor(update));
  store.add(
    vscode.commands.registerCommand(Command.showBranchWhy, () => showInView(folders, outcomes, withoutWhy)),
  );
  update();
  return store;
}

function show(item: vscode.StatusBarItem, { text, tooltip, missing, branch }: BranchWhy): void {
  item.text = text;
  item.tooltip = new vscode.MarkdownString(tooltip);
  item.backgroundColor = missing ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  const label = text.replace(/^\$\(\w+\) /, '');
  item.accessibilityInformation = {
    label: missing ? `Branch ${branch.name} states no why` : `Branch ${branch.name} serves ${label}`,
    role: 'button',
  };
  item.show();
}

/** Of the folder that the active editor belongs to, else of the first that has something to say. */
function find(folders: Folders): { readonly entry: FolderSource; readonly why: BranchWhy } | undefined {
  const active = vscode.window.activeTextEditor;
  const own = active && folders.at(active.document.uri)?.entry;
  for (const entry of own === undefined ? folders.list() : [own]) {
    const why = entry.source.snapshot && branchWhy(entry.source.snapshot);
    if (why) return { entry, why };
  }
  return undefined;
}

async function showInView(folders: Folders, outcomes: Revealer, withoutWhy: Revealer): Promise<void> {
  const found = find(folders);
  const snapshot = found?.entry.source.snapshot;
  if (found === undefined || snapshot === undefined) return;
  const { links } = found.why.branch;
  const folder = found.entry.folder.uri.toString();
  if (links.length === 0) {
    await withoutWhy.reveal(unservedBranch(folder, found.why.branch));
    return;
  }
  const ids = [...new Set(links.map(({ outcome, output }) => output ?? outcome))];
  const id =
    ids.length === 1
      ? ids[0]
      : await vscode.window.showQuickPick(ids, { placeHolder: 'Which outcome of this branch to show' });
  const target = id === undefined ? undefined : entryTarget(snapshot, folder, id);
  if (target !== undefined) await outcomes.reveal(target);
}
