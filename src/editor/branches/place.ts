import path from 'node:path';
import * as vscode from 'vscode';
import { type Branch, isAround, policyFor } from '../../core';
import { createGitWriter, type GitWriter } from '../../node/git/write';
import type { Snapshot } from '../../workspace/snapshot';
import { gitApi, relativeTop } from '../git-extension';
import type { FolderSource, Folders } from '../folders';

/** A repository of a folder that has an outcomes.yml. */
export interface RepositoryPlace {
  readonly entry: FolderSource;
  readonly snapshot: Snapshot;
  /** Its top relative to the folder, with `/`: '' when they are the same, `..` parts when it is above. */
  readonly repository: string;
  readonly writer: GitWriter;
}

/** What a command is given to say which branch it means, as rows of the views carry it. */
export interface BranchPlace {
  readonly folder: string;
  readonly repository: string;
  readonly branch: string;
}

/** Why a command about branches cannot do its work here; null when it can. */
export function whyNotHere(folders: Folders): string | null {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return 'No folder is open.';
  if (!vscode.workspace.isTrusted)
    return 'In Restricted Mode no program is started, git neither. Trust the workspace first.';
  const { state } = folders;
  if (state === 'reading') return 'The folder is still being read. Try again in a moment.';
  return state === 'empty'
    ? 'There is no outcomes.yml, so there is no outcome to name. Create one first.'
    : null;
}

/** The repository of a branch that a row or another command names. */
export function placeOf(
  folders: Folders,
  { folder, repository }: Pick<BranchPlace, 'folder' | 'repository'>,
): RepositoryPlace | undefined {
  const entry = folders.list().find((one) => one.folder.uri.toString() === folder);
  const snapshot = entry?.source.snapshot;
  return entry && snapshot && place(entry, snapshot, repository);
}

export interface ChooseOptions {
  /** What the choice is for. */
  readonly title: string;
  /** The address of the folder to stay in; any by default. */
  readonly only?: string | undefined;
  /** Ask where there are several, also when the active editor would tell. */
  readonly ask?: boolean;
}

/**
 * The repository that is worked in: the only one, else the active editor's, else the one that is chosen.
 * @returns a sentence when there is none, undefined when nobody chose
 */
export async function chooseRepository(
  folders: Folders,
  { title, only, ask = false }: ChooseOptions,
): Promise<RepositoryPlace | string | undefined> {
  const places = folders
    .list()
    .filter(({ folder }) => only === undefined || folder.uri.toString() === only)
    .flatMap(repositoriesOf);
  if (places.length <= 1) return places[0] ?? 'The folder is in no git repository, or git is not installed.';
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && placeOfFile(places, active);
  if (own !== undefined && !ask) return own;
  const ordered = own === undefined ? places : [own, ...places.filter((each) => each !== own)];
  const picked = await vscode.window.showQuickPick(
    ordered.map((each) => ({
      label: `$(repo) ${path.basename(each.writer.top)}`,
      description: describe(each),
      place: each,
    })),
    { title, placeHolder: 'The repository to work in' },
  );
  return picked?.place;
}

/** The innermost repository that holds the file. */
export function placeOfFile(
  places: readonly RepositoryPlace[],
  { fsPath }: vscode.Uri,
): RepositoryPlace | undefined {
  const holding = places.filter(({ writer }) => fsPath.startsWith(writer.top + path.sep));
  holding.sort((a, b) => b.writer.top.length - a.writer.top.length);
  return holding[0];
}

/** Those of the folder that git told branches of, and those that the git extension shows there. */
function repositoriesOf(entry: FolderSource): RepositoryPlace[] {
  const { snapshot } = entry.source;
  if (snapshot === undefined || snapshot.tree.files.length === 0) return [];
  const known = new Set(snapshot.branches.map(({ repository }) => repository));
  const root = entry.folder.uri.fsPath;
  for (const { rootUri } of gitApi()?.repositories ?? []) {
    const relative = relativeTop(root, rootUri.fsPath);
    if (relative !== undefined) known.add(relative);
  }
  // No branch is known of a repository whose HEAD is detached and that has no other.
  if (snapshot.repository !== null && ![...known].some(isAround)) known.add('');
  return [...known].sort().map((repository) => place(entry, snapshot, repository));
}

function place(entry: FolderSource, snapshot: Snapshot, repository: string): RepositoryPlace {
  const top = path.resolve(entry.folder.uri.fsPath, repository);
  return { entry, snapshot, repository, writer: createGitWriter(top) };
}

function describe({ entry, snapshot, repository }: RepositoryPlace): string {
  const current = currentOf(snapshot, repository)?.name;
  return [current, repository === '' ? entry.folder.name : repository].filter(Boolean).join(' · ');
}

export function currentOf({ branches }: Snapshot, repository: string): Branch | undefined {
  return branches.find((branch) => branch.repository === repository && branch.current);
}

/** The base that the policy names, as it holds for every repository of the folder. */
export function wantedBase({ snapshot }: RepositoryPlace): string | null {
  return policyFor(snapshot.tree, '').base;
}
