import * as vscode from 'vscode';
import { unexplainedTodos } from '../../workspace/file-work';
import { applyEdits } from '../apply-edits';
import { fileText } from '../file-text';
import type { FolderSource } from '../folders';
import type { Row } from '../views';
import { type Also, askForId, askForReason, newOutcome } from './ask';
import type { Linking, WantedTodo } from './context';
import type { TodoEditsOfDocument } from './edits';
import { wantedOfEditor, wantedOfRows } from './gather';
import { changeTodos, link, linkToNew, tellRefused, todoEdits, type Wanted } from './link';
import type { Change, Task } from './offers';
import { countedThings, type Report } from './report';
import { seenTodos } from './todos';

/** "Link to Outcome…" for rows; for none of them, for what the cursor is at. Says why when there is nothing. */
export async function linkToOutcome(
  linking: Linking,
  rows: readonly Row[],
  selected: () => readonly Row[],
): Promise<Report | undefined> {
  const wanted = rows.length > 0 ? wantedOfRows(linking.folders, rows) : atCursorOr(linking, selected);
  const [entry] = foldersOf(linking, wanted);
  if (entry === undefined) {
    void vscode.window.showInformationMessage(whyNothing(linking, wanted));
    return undefined;
  }
  const { todos, outputs, branches } = wanted;
  const what = countedThings({
    todos: todos.length,
    outputs: outputs.length,
    branches: branches.length,
  });
  const files = new Set(todos.map(({ file }) => file));
  const question = {
    title: `Link ${what} to an Outcome`,
    file: files.size === 1 ? [...files][0] : undefined,
    folder: commonFolder([...files]),
    outputs: todos.length === 1 ? [todos[0]!.seen.text] : [],
  };
  let made: Report | undefined;
  const id = await askForId(linking, entry, question, async (newId, outcome) => {
    const report = await linkToNew(entry, wanted, newId, outcome);
    if (typeof report === 'string') return report;
    made = report;
    return null;
  });
  if (id === undefined) return undefined;
  // Outputs and branches can only be linked to what is known by now.
  return made === undefined
    ? link(linking, entry, wanted, id)
    : link(linking, entry, { ...wanted, todos: [], refused: [] }, id, made);
}

/** Does what a quick fix offers and cannot do without asking. */
export async function perform(
  linking: Linking,
  task: Exclude<Task, { kind: 'change' }>,
  todo: WantedTodo,
): Promise<void> {
  const todos = task.kind === 'link-all' ? unexplainedIn(todo) : [todo];
  const uri = vscode.Uri.joinPath(todo.entry.folder.uri, todo.file);
  let made: TodoEditsOfDocument | undefined;
  const also: Also = async (id, outcome) => {
    made = await todoEdits(todos, await fileText(uri), changeTo(task, id));
    const edits = made === undefined ? [outcome] : [outcome, made];
    return (await applyEdits(edits, 'The new outcome')) ? null : '';
  };
  const change = await askForChange(linking, task, todo, todos.length, also);
  if (change === undefined) return;
  if (made !== undefined) tellRefused(linking, made.refused);
  else await changeTodos(linking, todos, await fileText(uri), change);
}

/** The TODOs without a why of the same file. */
export function unexplainedIn({ entry, file }: WantedTodo): WantedTodo[] {
  const work = entry.source.snapshot?.files.find((one) => one.file === file);
  if (work === undefined) return [];
  const { todos } = work;
  const seen = seenTodos(todos);
  return unexplainedTodos(work)
    .filter(({ broken }) => broken.length === 0)
    .map((one) => ({ entry, file, seen: seen[todos.indexOf(one)]! }));
}

async function askForChange(
  linking: Linking,
  task: Exclude<Task, { kind: 'change' }>,
  { entry, file, seen }: WantedTodo,
  count: number,
  also: Also,
): Promise<Change | undefined> {
  if (task.kind === 'ask-reason') {
    const reason = await askForReason(seen.tag);
    return reason === undefined ? undefined : { kind: 'waive', reason };
  }
  if (task.kind === 'link-all' && task.id !== null) return { kind: 'link', id: task.id };
  const folder = commonFolder([file]);
  const outputs = [seen.text].filter(Boolean);
  const title = count === 1 ? `Link This ${seen.tag} to an Outcome` : `Link ${count} TODOs to an Outcome`;
  const id =
    task.kind === 'new-outcome'
      ? await newOutcome(entry, folder, outputs, also)
      : await askForId(linking, entry, { title, file, folder, outputs: count === 1 ? outputs : [] }, also);
  return id === undefined ? undefined : changeTo(task, id);
}

function changeTo(task: Task, id: string): Change {
  const word = task.kind === 'pick' ? task.word : null;
  return word === null ? { kind: 'link', id } : { kind: 'replace', word, id };
}

/** The innermost folder that holds all of them, with a slash at its end; '' for the outermost one. */
function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (!others.every((file) => file.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

/** From the command palette: what the cursor is at, else what is selected in the views. */
function atCursorOr({ folders }: Linking, selected: () => readonly Row[]): Wanted {
  const editor = vscode.window.activeTextEditor;
  const atCursor = editor && wantedOfEditor(folders, editor);
  return atCursor !== undefined && atCursor.todos.length > 0 ? atCursor : wantedOfRows(folders, selected());
}

/** The folders that hold something of it, the first one first. */
function foldersOf({ folders }: Linking, { todos, outputs, branches }: Wanted): FolderSource[] {
  const key = todos[0]?.entry.folder.uri.toString() ?? outputs[0]?.folder ?? branches[0]?.folder;
  return folders.list().filter(({ folder }) => folder.uri.toString() === key);
}

function whyNothing({ folders }: Linking, { refused }: Wanted): string {
  const [first] = refused;
  if (first !== undefined) return `Nothing was linked. ${first.what}: ${first.reason}`;
  if ((vscode.workspace.workspaceFolders ?? []).length === 0)
    return 'Open a folder first: TODOs are linked to the outcomes of its outcomes.yml.';
  if (folders.state === 'reading') return 'The folder is still being read. Try again in a moment.';
  if (folders.state === 'empty')
    return 'There is no outcomes.yml yet. Create one to have outcomes to link to.';
  return 'There is nothing to link: put the cursor on a TODO, or select TODOs, files, branches or outputs in a view.';
}
