import * as vscode from 'vscode';
import { type Entry, idsInFile, type IdPlace } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { toRange, toUri } from '../convert';
import { openDocument } from '../file-text';
import type { FolderSource } from '../folders';
import { placesOf } from './texts';

export interface Reference {
  readonly uri: vscode.Uri;
  /** The path in the folder. */
  readonly file: string;
  readonly range: vscode.Range;
  readonly role: IdPlace['role'];
}

/** More Markdown files than this are not looked through. */
const MOST_PROSE = 5000;

/**
 * Every place of the folder that names the outcome or output: in its outcome files, in the comments of its code, and
 * in its Markdown files. Of code only those files are read that the index knows to state it.
 */
export async function referencesTo(
  entry: FolderSource,
  snapshot: Snapshot,
  { outcome, output }: Entry,
  token: vscode.CancellationToken,
): Promise<Reference[]> {
  const id = (output ?? outcome).id.toLowerCase();
  const found: Reference[] = [];
  const add = (file: string, places: readonly IdPlace[]) => {
    const uri = toUri(entry.folder.uri, file);
    for (const { text, range, role } of places)
      if (text.toLowerCase() === id) found.push({ uri, file, range: toRange(range), role });
  };
  for (const file of snapshot.tree.files) add(file.path, idsInFile(file));
  const prose = await proseFiles(entry, token);
  const code = filesThatState(snapshot, id).filter((file) => !prose.has(file));
  for (const [file, kind] of [
    ...code.map((file) => [file, 'code'] as const),
    ...[...prose].map((file) => [file, 'prose'] as const),
  ]) {
    if (token.isCancellationRequested) return [];
    const text = await textOf(toUri(entry.folder.uri, file));
    if (text?.toLowerCase().includes(id)) add(file, placesOf(kind, text, { snapshot, file }));
  }
  return found;
}

function filesThatState({ work, tree }: Snapshot, id: string): string[] {
  const own = new Set(tree.files.map(({ path }) => path));
  const files = new Set<string>();
  for (const { file, links } of work.todos)
    if (
      links.some((link) => link.evidence === 'stated' && (link.output ?? link.outcome).toLowerCase() === id)
    )
      files.add(file);
  return [...files].filter((file) => !own.has(file));
}

async function proseFiles(
  { folder }: FolderSource,
  token: vscode.CancellationToken,
): Promise<ReadonlySet<string>> {
  const pattern = new vscode.RelativePattern(folder, '**/*.{md,markdown,MD}');
  const uris = await vscode.workspace.findFiles(pattern, undefined, MOST_PROSE, token);
  return new Set(uris.map(({ path }) => path.slice(folder.uri.path.length + 1)));
}

/** Of an open document what is on screen, else what is on the disk; undefined when it cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
