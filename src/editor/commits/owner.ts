import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  commentCharOf,
  createLinker,
  isAround,
  type Linker,
  type MessageContext,
  type MessageOptions,
  type OutcomeTree,
} from '../../core';
import type { MessageSettings } from '../../node/hooks/situation';
import { gitDirOf, operationIn, workTreeOf } from '../../node/git/work-tree';
import type { Snapshot } from '../../workspace/snapshot';
import type { FolderSource, Folders } from '../folders';
import { relativeTop } from '../git-extension';

/** The repository that a commit message is for, and the folder that answers for it. */
export interface MessageOwner {
  readonly entry: FolderSource;
  readonly snapshot: Snapshot;
  /** The repository's top. */
  readonly top: string;
  /** The same relative to the folder, with `/`: '' when they are the same, `..` parts when it is above. */
  readonly repository: string;
  readonly gitDir: string | undefined;
}

/** The languages of the commit box, and of COMMIT_EDITMSG and MERGE_MSG. */
export const MESSAGES: vscode.DocumentSelector = [{ language: 'scminput' }, { language: 'git-commit' }];

export function isMessage({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'scminput' || languageId === 'git-commit';
}

/** Whose message the document is; undefined where no outcomes.yml holds, or while the folder is first read. */
export function ownerOf(folders: Folders, document: vscode.TextDocument): MessageOwner | undefined {
  if (!isMessage(document)) return undefined;
  if (document.languageId === 'scminput') {
    const root = new URLSearchParams(document.uri.query).get('rootUri');
    return root === null ? undefined : ownerOfTop(folders, vscode.Uri.parse(root).fsPath);
  }
  if (document.uri.scheme !== 'file') return undefined;
  const gitDir = path.dirname(document.uri.fsPath);
  const top = workTreeOf(gitDir);
  return top === undefined ? undefined : ownerOfTop(folders, top, gitDir);
}

/** The folder that holds the repository's top, else the first one that lies in the repository. */
export function ownerOfTop(
  folders: Folders,
  top: string,
  gitDir: string | undefined = gitDirOf(top),
): MessageOwner | undefined {
  const wanted = real(top);
  const found = folders
    .list()
    .map((entry) => ({ entry, repository: relativeTop(real(entry.folder.uri.fsPath), wanted) }))
    .filter(({ repository }) => repository !== undefined)
    .sort((a, b) => distance(a.repository!) - distance(b.repository!))[0];
  const snapshot = found?.entry.source.snapshot;
  if (found === undefined || snapshot === undefined || snapshot.tree.files.length === 0) return undefined;
  return { entry: found.entry, snapshot, top, repository: found.repository!, gitDir };
}

/** The deepest folder that holds the top comes first. */
function distance(repository: string): number {
  if (repository === '') return 0;
  const levels = repository.split('/').length;
  return isAround(repository) ? 1000 + levels : levels;
}

function real(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}

/** What git is taken to be configured to where it is not to be asked. */
export const DEFAULT_SETTINGS: MessageSettings = { commentChar: null, cleanup: 'strip' };

/** All that the rules need to know of the commit that a message is for. */
export function contextOf(
  { snapshot, repository, gitDir }: MessageOwner,
  typedIn: Pick<vscode.TextDocument, 'languageId'>,
  text: string,
  settings: MessageSettings,
): MessageContext {
  const { tree, today } = snapshot;
  const isMerge = gitDir !== undefined && operationIn(gitDir) === 'merge';
  return {
    ...optionsFor(typedIn, text, settings),
    tree,
    linker: linkerOf(tree),
    repository,
    time: Date.parse(`${today}T12:00:00Z`) / 1000,
    ...(isMerge && { parents: 2 }),
  };
}

/** The commit box hands its text to git as it is: lines with `#` stay. */
function optionsFor(
  { languageId }: Pick<vscode.TextDocument, 'languageId'>,
  text: string,
  { cleanup, commentChar }: MessageSettings,
): MessageOptions {
  if (languageId === 'scminput') return { cleanup: 'whitespace' };
  return { cleanup, commentChar: commentCharOf(text, commentChar) };
}

const linkers = new WeakMap<OutcomeTree, Linker>();

export function linkerOf(tree: OutcomeTree): Linker {
  let linker = linkers.get(tree);
  if (linker === undefined) linkers.set(tree, (linker = createLinker(tree)));
  return linker;
}
