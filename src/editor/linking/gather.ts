import type * as vscode from 'vscode';
import type { Todo } from '../../core';
import { toFile } from '../convert';
import type { FolderSource, Folders } from '../folders';
import type { Row } from '../views';
import type { WantedTodo } from './context';
import { todosIn } from './edits';
import type { Wanted } from './link';
import { thingsIn, type Refusal, type ShownAt } from './things';
import { isAt, seenTodos, todosAt } from './todos';

export const NOTHING: Wanted = { todos: [], outputs: [], branches: [], dirs: [], refused: [] };

/** What rows of the views stand for. */
export function wantedOfRows(folders: Folders, rows: readonly Row[]): Wanted {
  const { todos: shown, outputs, branches, refused } = thingsIn(rows);
  const found = lookUp(folders, shown);
  return { outputs, branches, dirs: [], todos: found.todos, refused: [...refused, ...found.refused] };
}

/** The TODOs at the cursors and in the selections of an editor, as its text is now. */
export function wantedOfEditor(folders: Folders, editor: vscode.TextEditor): Wanted {
  const { document } = editor;
  const at = folders.at(document.uri);
  const snapshot = at?.entry.source.snapshot;
  if (at === undefined || snapshot === undefined) return NOTHING;
  const all = todosIn(snapshot, at.file, document.getText()) ?? [];
  const seenBy = new Map(all.map(({ todo, seen }) => [todo, seen]));
  const todos = [...seenBy.keys()];
  const chosen = new Set(editor.selections.flatMap((selection) => todosAt(todos, linesOf(selection))));
  const wanted = [...chosen].map((todo) => ({ entry: at.entry, file: at.file, seen: seenBy.get(todo)! }));
  return { ...NOTHING, todos: wanted };
}

/**
 * The TODOs of a file, or of all files below a folder, that state nothing: what somebody wrote is not overwritten by
 * something that was dropped as a whole.
 */
export function silentTodos(entry: FolderSource, path: string, isFolder: boolean): WantedTodo[] {
  const prefix = path === '' ? '' : `${path}/`;
  const files = entry.source.snapshot?.files ?? [];
  return files
    .filter(({ file }) => (isFolder ? file.startsWith(prefix) : file === path))
    .flatMap(({ file, todos }) => {
      const seen = seenTodos(todos);
      return todos.flatMap((todo, i) => (isSilent(todo) ? [{ entry, file, seen: seen[i]! }] : []));
    });
}

/** Where a dropped file or folder lies in a folder of the workspace; '' for that folder itself. */
export function pathIn({ folder }: FolderSource, uri: vscode.Uri): string | undefined {
  if (uri.toString().replace(/\/$/, '') === folder.uri.toString().replace(/\/$/, '')) return '';
  return toFile(folder.uri, uri)?.replace(/\/$/, '');
}

function isSilent({ links, waiver, broken }: Todo): boolean {
  return waiver === null && broken.length === 0 && links.every(({ evidence }) => evidence !== 'stated');
}

function lookUp(folders: Folders, shown: readonly ShownAt[]): { todos: WantedTodo[]; refused: Refusal[] } {
  const todos: WantedTodo[] = [];
  const refused: Refusal[] = [];
  const byFile = new Map<string, ShownAt[]>();
  for (const one of shown) {
    const key = `${one.folder}\n${one.file}`;
    const own = byFile.get(key);
    if (own === undefined) byFile.set(key, [one]);
    else own.push(one);
  }
  for (const places of byFile.values()) {
    const { folder, file } = places[0]!;
    const entry = folders.list().find((each) => each.folder.uri.toString() === folder);
    const known = entry?.source.snapshot?.files.find((each) => each.file === file)?.todos ?? [];
    const seen = seenTodos(known);
    for (const { at } of places) {
      const found = seen.find((one) => isAt(one.at, at));
      if (entry !== undefined && found !== undefined) todos.push({ entry, file, seen: found });
      else refused.push({ what: `${file}:${at.line + 1}`, reason: 'The file was changed a moment ago.' });
    }
  }
  return { todos, refused };
}

/** A selection that ends at the beginning of a line does not touch it. */
function linesOf({ start, end, isEmpty }: vscode.Selection) {
  if (isEmpty) return { first: start.line, last: start.line, cursor: start.character };
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { first: start.line, last };
}
