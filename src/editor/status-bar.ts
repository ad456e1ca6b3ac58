import * as vscode from 'vscode';
import type { Link, OutcomeTree } from '../core';
import { Command } from '../manifest';
import { toDocumentRange, toUri } from './convert';
import { Disposables, type Disposable } from './disposables';
import type { FolderSource, Folders } from './folders';
import { gitApi } from './git-extension';
import type { Revealer } from './views';
import { branchWhy, type BranchWhy, repositoryOf } from './view/branch-why';
import { entryTarget, unservedBranch } from './view/targets';
import { whyNoGit } from './why-not';

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
  const { registerCommand } = vscode.commands;
  store.add(folders.onDidChange(update));
  store.add(vscode.window.onDidChangeActiveTextEditor(update));
  store.add(registerCommand(Command.showBranchWhy, () => showInView(folders, outcomes, withoutWhy)));
  store.add(registerCommand(Command.openBranchOutcome, () => openDefinition(folders)));
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

interface Found {
  readonly entry: FolderSource;
  readonly why: BranchWhy;
}

/** Of the repository that the active editor's file is in, else of the first folder that has something to say. */
function find(folders: Folders): Found | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && folders.at(active);
  for (const entry of own === undefined ? folders.list() : [own.entry]) {
    const { snapshot } = entry.source;
    const why = snapshot && branchWhy(snapshot, own && repositoryOf(snapshot, own.file, gitRoots(entry)));
    if (why) return { entry, why };
  }
  return undefined;
}

/** Repositories inside of the folder that the git extension knows, also those whose HEAD is detached. */
function gitRoots({ folder }: FolderSource): readonly string[] {
  const base = `${folder.uri.path}/`;
  return (gitApi()?.repositories ?? []).flatMap(({ rootUri: { path } }) =>
    path.startsWith(base) ? [path.slice(base.length)] : [],
  );
}

async function showInView(folders: Folders, outcomes: Revealer, withoutWhy: Revealer): Promise<void> {
  const found = find(folders);
  const snapshot = found?.entry.source.snapshot;
  if (found === undefined || snapshot === undefined) {
    sayNothingKnown(folders);
    return;
  }
  const folder = found.entry.folder.uri.toString();
  if (found.why.branch.links.length === 0) {
    await withoutWhy.reveal(unservedBranch(folder, found.why.branch));
    return;
  }
  const id = await oneOf(found, 'Which outcome of this branch to show');
  const target = id === undefined ? undefined : entryTarget(snapshot, folder, id);
  if (target !== undefined) await outcomes.reveal(target);
}

/** Shows where the branch's outcome or output is written down. */
async function openDefinition(folders: Folders): Promise<void> {
  const found = find(folders);
  const tree = found?.entry.source.snapshot?.tree;
  if (found === undefined || tree === undefined) {
    sayNothingKnown(folders);
    return;
  }
  const { branch } = found.why;
  if (branch.links.length === 0) {
    void vscode.window.showInformationMessage(`Branch ${branch.name} serves no outcome yet.`);
    return;
  }
  const id = await oneOf(found, 'Which outcome of this branch to open');
  if (id !== undefined) await openEntry(found.entry, tree, id);
}

async function openEntry({ folder }: FolderSource, tree: OutcomeTree, id: string): Promise<void> {
  const entry = tree.entries.get(id.toLowerCase());
  const file = entry && tree.files.find(({ path }) => path === entry.outcome.file);
  if (entry === undefined || file === undefined) return;
  const { at } = entry.output ?? entry.outcome;
  await vscode.window.showTextDocument(toUri(folder.uri, file.path), {
    selection: toDocumentRange(file, at.self),
  });
}

async function oneOf({ why }: Found, placeHolder: string): Promise<string | undefined> {
  const ids = [...new Set(why.branch.links.map(idOf))];
  return ids.length === 1 ? ids[0] : vscode.window.showQuickPick(ids, { placeHolder });
}

function idOf({ outcome, output }: Link): string {
  return output ?? outcome;
}

function sayNothingKnown(folders: Folders): void {
  const reason =
    whyNoGit(folders) ?? 'HEAD is detached, or the branch is exempt, the base itself, or of another folder.';
  void vscode.window.showInformationMessage(`No branch that needs a why is checked out here. ${reason}`);
}
