import * as vscode from 'vscode';
import { type Entry, idProblem, renameId } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { toDocumentRange, toRange, toUri } from '../convert';
import type { Folders } from '../folders';
import { whyReadOnly } from '../read-only';
import { referencesTo } from './references';
import { idTextOf, type IdText } from './id-text';
import { entryAt, fileOf } from './texts';

/**
 * Renames an outcome or output everywhere in its folder: outcome files, comments and Markdown, open or not. Names of
 * branches and past commits are history and stay; the user is told of those that still say the old id.
 */
export function idRename(folders: Folders): vscode.RenameProvider {
  return {
    prepareRename(document, position) {
      const { place } = found(folders, document, position);
      return { range: toRange(place.range), placeholder: place.text };
    },
    async provideRenameEdits(document, position, newName, token) {
      const { text, entry } = found(folders, document, position);
      const id = (entry.output ?? entry.outcome).id;
      const to = newName.trim();
      if (to === id) return new vscode.WorkspaceEdit();
      refuseBadName(text.snapshot, entry, to);
      const edit = await renameEverywhere(text, entry, to, token);
      await refuseReadOnly(edit);
      if (!token.isCancellationRequested) reportHistory(text.snapshot, id, to);
      return edit;
    },
  };
}

function found(folders: Folders, document: vscode.TextDocument, position: vscode.Position) {
  const text = idTextOf(folders, document);
  const at = text && entryAt(text, position);
  if (text !== undefined && at !== undefined) return { text, ...at };
  const isStale = text?.kind === 'outcomes' && fileOf(text) === undefined;
  throw new Error(
    isStale
      ? 'This outcomes.yml is still being read. Try again in a moment.'
      : 'There is no id of an outcome or output here.',
  );
}

/** A rename is made in all files, or in none. */
async function refuseReadOnly(edit: vscode.WorkspaceEdit): Promise<void> {
  for (const [uri] of edit.entries()) {
    const reason = await whyReadOnly({ uri });
    if (reason !== null) throw new Error(`${vscode.workspace.asRelativePath(uri)}: ${reason}`);
  }
}

function refuseBadName({ tree }: Snapshot, entry: Entry, to: string): void {
  const problem = idProblem(to);
  if (problem !== null) throw new Error(problem);
  const taken = tree.entries.get(to.toLowerCase());
  if (taken !== undefined && (taken.output ?? taken.outcome) !== (entry.output ?? entry.outcome))
    throw new Error(`"${to}" is the id of another ${taken.kind}: ${(taken.output ?? taken.outcome).title}`);
  for (const { metrics } of [...tree.entries.values()].map(({ outcome }) => outcome))
    for (const { id, title } of metrics)
      if (id?.toLowerCase() === to.toLowerCase())
        throw new Error(`"${to}" is the id of a metric: ${title ?? id}`);
}

async function renameEverywhere(
  { entry: folder, snapshot }: IdText,
  entry: Entry,
  to: string,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const id = (entry.output ?? entry.outcome).id;
  for (const file of snapshot.tree.files) {
    const result = renameId(file, id, to);
    if ('refused' in result) throw new Error(`${file.path}: ${result.refused}`);
    for (const { span, newText } of result.edits)
      edit.replace(toUri(folder.folder.uri, file.path), toDocumentRange(file, span), newText);
  }
  const outcomeFiles = new Set(snapshot.tree.files.map(({ path }) => path));
  for (const { uri, file, range } of await referencesTo(folder, snapshot, entry, token))
    if (!outcomeFiles.has(file)) edit.replace(uri, range, to);
  return edit;
}

/** What cannot be renamed: it is part of history, or other clones know it by this name. */
function reportHistory({ work }: Snapshot, from: string, to: string): void {
  const key = from.toLowerCase();
  const names = ({ links }: { readonly links: Snapshot['work']['commits'][number]['links'] }) =>
    links.some((link) => (link.output ?? link.outcome).toLowerCase() === key);
  const branches = work.branches
    .filter(
      (branch) =>
        branch.links.some(({ evidence }) => evidence === 'name' || evidence === 'config') && names(branch),
    )
    .map(({ name }) => name);
  const commits = work.commits.filter(names).length;
  const left = [
    branches.length > 0
      ? `the branch ${branches.slice(0, 3).join(', ')}${branches.length > 3 ? ' and others' : ''}`
      : '',
    commits > 0 ? `${commits} past commit${commits === 1 ? '' : 's'}` : '',
  ].filter(Boolean);
  if (left.length > 0)
    void vscode.window.showInformationMessage(
      `Renamed ${from} to ${to}. Left as they are, and no longer linked: ${left.join(' and ')}.`,
    );
}
