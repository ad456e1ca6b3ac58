import * as vscode from 'vscode';
import { thousandsApart } from '../../core';
import type { FolderSource } from '../folders';
import type { LinkRequest, Row } from '../views';
import type { Linking } from './context';
import { NOTHING, pathIn, silentTodos, wantedOfRows } from './gather';
import { link, type Wanted } from './link';
import type { Report } from './report';
import { isTarget, type Refusal } from './things';

/** Links what was dropped on a row. Says why when it cannot be. Undefined when it was given up. */
export async function linkDropped(linking: Linking, request: LinkRequest): Promise<Report | undefined> {
  const target = targetOf(linking, request.target);
  if (typeof target === 'string') {
    void vscode.window.showInformationMessage(target);
    return undefined;
  }
  const { entry, id } = target;
  const wanted =
    request.rows.length > 0
      ? wantedOfRows(linking.folders, request.rows)
      : await wantedOfFiles(entry, request.files, id);
  return wanted && link(linking, entry, wanted, id);
}

function targetOf(
  { folders }: Linking,
  row: Row | undefined,
): { readonly entry: FolderSource; readonly id: string } | string {
  if (row === undefined || !isTarget(row)) return 'Drop it on an outcome or an output to link it.';
  if (row.copy === null)
    return `“${row.label}” has no id, so that nothing can be linked to it. Give it one first.`;
  const entry = folders.list().find(({ folder }) => folder.uri.toString() === row.place?.folder);
  return entry === undefined ? 'The folder of this outcome is not open any more.' : { entry, id: row.copy };
}

/** Files stand for their TODOs; for folders it is asked whether they stand for them or for a path. */
async function wantedOfFiles(
  entry: FolderSource,
  addresses: readonly string[],
  id: string,
): Promise<Wanted | undefined> {
  const refused: Refusal[] = [];
  const files: string[] = [];
  const dirs: string[] = [];
  for (const address of addresses) {
    const uri = vscode.Uri.parse(address);
    const path = pathIn(entry, uri);
    const what = path === undefined ? uri.fsPath : path || entry.folder.name;
    if (path === undefined) {
      refused.push({ what, reason: `It does not lie in ${entry.folder.name}, whose outcomes these are.` });
      continue;
    }
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      ((type & vscode.FileType.Directory) === 0 ? files : dirs).push(path);
    } catch {
      refused.push({ what, reason: 'It cannot be read.' });
    }
  }
  const todos = files.flatMap((file) => {
    const own = silentTodos(entry, file, false);
    if (own.length === 0) refused.push({ what: file, reason: 'It has no TODO that states no why.' });
    return own;
  });
  if (dirs.length === 0) return { ...NOTHING, todos, refused };
  const inside = dirs.flatMap((dir) => silentTodos(entry, dir, true));
  const answer = await askForDirs(dirs, inside.length, id);
  if (answer === undefined) return undefined;
  return answer === 'paths'
    ? { ...NOTHING, todos, dirs, refused }
    : { ...NOTHING, todos: unique([...todos, ...inside]), refused };
}

async function askForDirs(
  dirs: readonly string[],
  count: number,
  id: string,
): Promise<'paths' | 'todos' | undefined> {
  const name = dirs.length === 1 ? dirs[0] || 'the folder' : `${dirs.length} folders`;
  const paths = {
    label: `$(folder) Add ${name} to its paths`,
    detail: 'Everything there serves it, unless it says otherwise. Changes outcomes.yml only.',
    answer: 'paths' as const,
  };
  const todos = {
    label: `$(checklist) Link ${count === 1 ? 'the TODO' : `the ${thousandsApart(String(count))} TODOs`} there`,
    detail: 'Those that state no why. Changes the comments.',
    answer: 'todos' as const,
  };
  const picked = await vscode.window.showQuickPick(count === 0 ? [paths] : [paths, todos], {
    title: `Link ${name} to ${id}`,
    placeHolder: 'What the folder stands for',
  });
  return picked?.answer;
}

function unique<
  T extends { readonly file: string; readonly seen: { readonly at: { line: number; character: number } } },
>(todos: readonly T[]): T[] {
  return [
    ...new Map(
      todos.map((todo) => [`${todo.file}\n${todo.seen.at.line}:${todo.seen.at.character}`, todo]),
    ).values(),
  ];
}
