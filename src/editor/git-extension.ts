import path from 'node:path';
import * as vscode from 'vscode';
import { isAround } from '../core';

/** What is used of a repository of the built-in git extension (its API, version 1). */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly rebaseCommit: object | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  readonly ui: { readonly selected: boolean };
  createBranch(name: string, checkout: boolean, ref?: string): Promise<void>;
  checkout(treeish: string): Promise<void>;
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  /** The one whose working tree holds the file, the innermost. */
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The git extension as far as it runs; it is not started for this, and does not run in Restricted Mode. */
export function gitApi(): GitApi | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension?.isActive !== true || !extension.exports.enabled) return undefined;
  return extension.exports.getAPI(1);
}

/** The same of a git extension that is started for it; undefined where there is none, or it is switched off. */
export async function startedGitApi(): Promise<GitApi | undefined> {
  const exported = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return exported?.enabled === true ? exported.getAPI(1) : undefined;
}

/** The repository whose top is the folder. */
export function repositoryAt(top: vscode.Uri): GitRepository | undefined {
  return gitApi()?.repositories.find(({ rootUri }) => samePath(rootUri.fsPath, top.fsPath));
}

/** The git extension writes drive letters its own way, and names a folder by where links lead. */
export function samePath(a: string, b: string): boolean {
  const plain = (file: string) => file.replace(/[\\/]+$/, '');
  return process.platform === 'win32'
    ? plain(a).toLowerCase() === plain(b).toLowerCase()
    : plain(a) === plain(b);
}

/** A repository's top relative to a folder: '' for the same, below it, or above it; undefined for one beside it. */
export function relativeTop(folder: string, top: string): string | undefined {
  if (samePath(folder, top)) return '';
  const relative = path.relative(folder, top).split(path.sep).join('/');
  const isAbove = /^\.\.(?:\/\.\.)*$/.test(relative);
  return isAbove || (!isAround(relative) && !path.isAbsolute(relative)) ? relative : undefined;
}
