import * as vscode from 'vscode';
import { type Branch, inferTrailer, type InferredId, isAround } from '../../core';
import { createGitCommand } from '../../node/git/command';
import { evidenceText } from '../evidence';
import { linkerOf, type MessageOwner } from './owner';

/** What is staged hardly changes while one message is looked at. */
const FRESH = 2000;

/** Tells what a commit would serve: by its branch, else by the TODOs on the lines that are staged. */
export class Inference {
  private readonly known = new Map<
    string,
    { readonly at: number; readonly ids: Promise<readonly InferredId[]> }
  >();

  /** @param fresh look at what is staged now, however lately that was done */
  idsFor(owner: MessageOwner, fresh = false): Promise<readonly InferredId[]> {
    const branch = branchOf(owner);
    const byBranch = inferTrailer(branch, []);
    if (byBranch.length > 0 || !vscode.workspace.isTrusted) return Promise.resolve(byBranch);
    const before = this.known.get(owner.top);
    if (!fresh && before !== undefined && Date.now() - before.at < FRESH) return before.ids;
    const ids = stagedIds(owner, branch);
    this.known.set(owner.top, { at: Date.now(), ids });
    return ids;
  }
}

function branchOf({ snapshot, repository }: MessageOwner): Branch | null {
  return snapshot.branches.find((branch) => branch.repository === repository && branch.current) ?? null;
}

async function stagedIds(owner: MessageOwner, branch: Branch | null): Promise<readonly InferredId[]> {
  const { top, repository, snapshot } = owner;
  const { tree } = snapshot;
  try {
    const { stagedTodos } = await import('../../node/git/staged-todos');
    const git = createGitCommand('git', top, AbortSignal.timeout(SLOW));
    const fileOf = (file: string) => fileIn(repository, owner, file);
    return inferTrailer(branch, await stagedTodos(git, { tree, linker: linkerOf(tree), fileOf }));
  } catch {
    // Without git, or with more than can be looked at, nothing is inferred.
    return [];
  }
}

/** Milliseconds after which a person would have typed the id. */
const SLOW = 5000;

/** A file of the repository as the folder names it; undefined for one outside of the folder. */
function fileIn(repository: string, { entry, top }: MessageOwner, file: string): string | undefined {
  if (repository === '') return file;
  if (!isAround(repository)) return `${repository}/${file}`;
  const uri = vscode.Uri.joinPath(vscode.Uri.file(top), file);
  const folder = `${entry.folder.uri.path}/`;
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined;
}

/** What speaks for the id, as the rest of "…, because". */
export function reasonFor({ from, evidence, todo }: InferredId): string {
  if (from === 'branch') return evidenceText(evidence);
  return todo === undefined ? 'a staged TODO names it' : `the staged ${todo.tag} in ${todo.file} names it`;
}
