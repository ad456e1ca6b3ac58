import * as vscode from 'vscode';
import { applyAsOne, type FileEdits } from '../apply-as-one';
import { atOnce } from '../at-once';
import { toUri } from '../convert';
import { fileText, type FileText } from '../file-text';
import type { FolderSource } from '../folders';
import { Command } from '../../manifest';
import type { Linking, WantedTodo } from './context';
import { editTodos, type TodoEditsOfDocument } from './edits';
import { FileChanges } from './moves';
import type { Change } from './offers';
import { countedThings, type Report, refusedLines, reportText } from './report';
import type { BranchPlace, Refusal, ShownAt } from './things';
import type { SeenTodo } from './todos';

/** What is to be linked. */
export interface Wanted {
  readonly todos: readonly WantedTodo[];
  readonly outputs: readonly ShownAt[];
  readonly branches: readonly BranchPlace[];
  /** Folders that are to be among the `paths` of the outcome, relative to the workspace folder. */
  readonly dirs: readonly string[];
  readonly refused: readonly Refusal[];
}

/** How far it is; after `write` it cannot be stopped any more. */
interface Steps {
  readonly signal: AbortSignal;
  /** Called for each file. */
  readonly read?: () => void;
  readonly write?: () => void;
}

/** From so many files on it is shown that something happens, and can be stopped. */
const MANY = 50;

/**
 * Links everything to one id of a folder: all edits of files as one, then the branches. Tells what came of it, together
 * with what was done `before`.
 */
export async function link(
  linking: Linking,
  target: FolderSource,
  wanted: Wanted,
  id: string,
  before?: Report,
): Promise<Report | undefined> {
  const made = await linked(target, wanted, id);
  if (made === undefined) return undefined;
  const told = before === undefined ? made.told : added(before, made.told);
  tell(linking, told, made.undo);
  return told;
}

/** Links TODOs to an outcome that is written by the same edit. Gives what came of it, or why nothing did. */
export async function linkToNew(
  target: FolderSource,
  wanted: Wanted,
  id: string,
  outcome: FileEdits,
): Promise<Report | string> {
  const todos = { ...wanted, outputs: [], branches: [], dirs: [] };
  const made = await linked(target, todos, id, outcome);
  if (made === undefined) return 'It was cancelled.';
  return made.isWritten ? made.told : NOT_TAKEN;
}

async function linked(
  target: FolderSource,
  wanted: Wanted,
  id: string,
  outcome?: FileEdits,
): Promise<Linked | undefined> {
  const own = ofFolder(wanted, target);
  const files = groupByFile(own.todos);
  const work = (steps: Steps) => linkAll(target, own, files, id, steps, outcome);
  return files.size > MANY
    ? vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: `Linking ${countedThings({ todos: own.todos.length, branches: 0, outputs: 0 })} to ${id}`,
          cancellable: true,
        },
        (progress, token) =>
          work({
            signal: signalOf(token),
            read: () => progress.report({ increment: 100 / files.size }),
            write: () => progress.report({ message: 'Changing and saving them…' }),
          }),
      )
    : work({ signal: new AbortController().signal });
}

/** Changes TODOs of one document in one way, as a quick fix does. Tells only what could not be done. */
export async function changeTodos(
  linking: Linking,
  todos: readonly WantedTodo[],
  document: FileText,
  change: Change,
): Promise<void> {
  const made = await todoEdits(todos, document, change);
  if (made === undefined) return;
  const applied = await applyAsOne([made]);
  const files = applied === false ? [document.uri] : applied.stale;
  tellRefused(linking, [...made.refused, ...filesRefused(files, NOT_TAKEN)]);
}

/** The edits that change TODOs of one document in one way; undefined where there are none. */
export async function todoEdits(
  todos: readonly WantedTodo[],
  document: FileText,
  change: Change,
): Promise<TodoEditsOfDocument | undefined> {
  const [first] = todos;
  const snapshot = first?.entry.source.snapshot;
  if (first === undefined || snapshot === undefined) return undefined;
  const seen = todos.map((todo) => todo.seen);
  return editTodos(snapshot, first.file, document, seen, change);
}

export function tellRefused(linking: Linking, refused: readonly Refusal[]): void {
  if (refused.length > 0) tell(linking, { ...NOTHING, id: '', refused });
}

const NOTHING = { todos: 0, files: 0, outputs: 0, branches: 0, paths: 0, unchanged: 0 };

function added(one: Report, other: Report): Report {
  return {
    id: one.id,
    todos: one.todos + other.todos,
    files: one.files + other.files,
    outputs: one.outputs + other.outputs,
    branches: one.branches + other.branches,
    paths: one.paths + other.paths,
    unchanged: one.unchanged + other.unchanged,
    refused: [...one.refused, ...other.refused],
  };
}

interface Linked {
  readonly told: Report;
  readonly undo: Undo;
  /** Whether the file of the outcome was changed with them. */
  readonly isWritten: boolean;
}

async function linkAll(
  target: FolderSource,
  wanted: Wanted,
  files: ReadonlyMap<string, readonly SeenTodo[]>,
  id: string,
  steps: Steps,
  outcome?: FileEdits,
): Promise<Linked | undefined> {
  const changes = new FileChanges(target);
  const refused: Refusal[] = [...wanted.refused];
  let outputs = 0;
  let paths = 0;
  let unchanged = 0;
  const count = (result: boolean | Refusal): number => {
    if (typeof result === 'object') refused.push(result);
    else if (!result) unchanged++;
    return result === true ? 1 : 0;
  };
  for (const output of wanted.outputs) outputs += count(await changes.move(output, id));
  for (const dir of wanted.dirs) paths += count(await changes.addPath(dir, id));
  const made = await editFiles(target, files, id, steps);
  if (steps.signal.aborted) return undefined;
  steps.write?.();
  const fileEdits = [...changes.edits(), ...(outcome === undefined ? [] : [outcome])];
  const { kept, taken } = apart(made.edits, fileEdits);
  refused.push(...made.refused, ...kept.flatMap((one) => one.refused), ...taken);
  unchanged += kept.reduce((sum, one) => sum + one.unchanged, 0);
  const applied = await applyAsOne([...fileEdits, ...kept]);
  const changed = kept.filter(({ edits }) => edits.length > 0);
  if (applied === false) {
    const documents = [...changed, ...fileEdits].map(({ document }) => document.uri);
    return {
      told: { ...NOTHING, id, refused: [...refused, ...filesRefused(documents, NOT_TAKEN)] },
      undo: [],
      isWritten: false,
    };
  }
  refused.push(...filesRefused(applied.stale, CHANGED), ...filesRefused(applied.unsaved, NOT_SAVED));
  const isStale = (uri: vscode.Uri) => applied.stale.some((one) => one.toString() === uri.toString());
  const undo = await linkBranches(wanted.branches, id, refused);
  const written = changed.filter(({ document }) => !isStale(document.uri));
  const todos = written.reduce((sum, one) => sum + one.done, 0);
  const moved = fileEdits.some(({ document }) => isStale(document.uri))
    ? { outputs: 0, paths: 0 }
    : { outputs, paths };
  return {
    told: { id, todos, files: written.length, ...moved, branches: undo.length, unchanged, refused },
    undo,
    isWritten: outcome === undefined || !isStale(outcome.document.uri),
  };
}

/** The same in every file, a few of them at a time. */
async function editFiles(
  { folder, source: { snapshot } }: FolderSource,
  files: ReadonlyMap<string, readonly SeenTodo[]>,
  id: string,
  { signal, read }: Steps,
): Promise<{ edits: TodoEditsOfDocument[]; refused: Refusal[] }> {
  const edits: TodoEditsOfDocument[] = [];
  const refused: Refusal[] = [];
  await atOnce([...files], async ([file, seen]) => {
    if (signal.aborted || snapshot === undefined) return;
    try {
      const document = await fileText(toUri(folder.uri, file));
      edits.push(await editTodos(snapshot, file, document, seen, { kind: 'link', id }));
    } catch {
      refused.push({ what: file, reason: 'The file cannot be read.' });
    }
    read?.();
  });
  return { edits, refused };
}

/** TODOs of an outcomes.yml that changes in another way at the same time are left alone: one edit of a text at a time. */
function apart(
  edits: readonly TodoEditsOfDocument[],
  others: readonly FileEdits[],
): { kept: TodoEditsOfDocument[]; taken: Refusal[] } {
  const changing = new Set(
    others.flatMap(({ document, edits: own }) => (own.length > 0 ? [document.uri.toString()] : [])),
  );
  const taken = edits.filter(({ document }) => changing.has(document.uri.toString()));
  return {
    kept: edits.filter((one) => !taken.includes(one)),
    taken: taken.map(({ document }) => ({
      what: vscode.workspace.asRelativePath(document.uri),
      reason: 'The file changes otherwise at the same time. Link its TODOs once more.',
    })),
  };
}

/** What takes back the links of branches: those in files are undone in an editor. */
type Undo = readonly (() => Promise<void>)[];

/** By the command of the branches, which leaves it to this one to tell of all of them at once. */
async function linkBranches(branches: readonly BranchPlace[], id: string, refused: Refusal[]): Promise<Undo> {
  const undo: (() => Promise<void>)[] = [];
  for (const place of branches) {
    try {
      undo.push(await vscode.commands.executeCommand(Command.linkBranch, place, id, 'silently'));
    } catch (error) {
      refused.push({ what: place.branch, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return undo;
}

/** Ids are of one folder; what lies in another one cannot name them. */
function ofFolder(wanted: Wanted, { folder }: FolderSource): Wanted {
  const key = folder.uri.toString();
  const isOwn = (other: string) => other === key;
  const reason = `It lies in another folder than ${folder.name}, whose ids are its own.`;
  return {
    todos: wanted.todos.filter(({ entry }) => isOwn(entry.folder.uri.toString())),
    outputs: wanted.outputs.filter((one) => isOwn(one.folder)),
    branches: wanted.branches.filter((one) => isOwn(one.folder)),
    dirs: wanted.dirs,
    refused: [
      ...wanted.refused,
      ...wanted.todos
        .filter(({ entry }) => !isOwn(entry.folder.uri.toString()))
        .map(({ file, seen }) => ({ what: `${file}:${seen.at.line + 1}`, reason })),
      ...wanted.outputs
        .filter((one) => !isOwn(one.folder))
        .map(({ file, at }) => ({ what: `${file}:${at.line + 1}`, reason })),
      ...wanted.branches.filter((one) => !isOwn(one.folder)).map(({ branch }) => ({ what: branch, reason })),
    ],
  };
}

function groupByFile(todos: readonly WantedTodo[]): ReadonlyMap<string, readonly SeenTodo[]> {
  const files = new Map<string, SeenTodo[]>();
  for (const { file, seen } of todos) {
    const own = files.get(file);
    if (own === undefined) files.set(file, [seen]);
    else own.push(seen);
  }
  return files;
}

const NOT_TAKEN = 'VS Code did not take the edit: a file was changed at the same moment. Try again.';
const NOT_SAVED = 'It was changed, but could not be saved.';
const CHANGED = 'The file was changed a moment ago. Try again.';

function filesRefused(uris: readonly vscode.Uri[], reason: string): Refusal[] {
  return uris.map((uri) => ({ what: vscode.workspace.asRelativePath(uri), reason }));
}

const SHOW_LOG = 'Show Log';

/** A glance is enough for what went well in one file; more is said in a message. */
function tell({ log }: Linking, report: Report, undo: Undo = []): void {
  const text = reportText(report);
  const { refused, files, outputs, todos } = report;
  if (text === '') return;
  const unlink = todos + outputs === 0 ? 'Undo' : 'Unlink Branches';
  const buttons = undo.length === 0 ? [] : [unlink];
  const act = async (chosen: string | undefined): Promise<void> => {
    if (chosen === SHOW_LOG) await vscode.commands.executeCommand(Command.showLog);
    // One after the other: git locks its configuration.
    else if (chosen === unlink) for (const step of undo) await step();
  };
  const answer = (asked: Thenable<string | undefined>): void => {
    asked.then(act).then(undefined, (error: unknown) => {
      log.error(String(error));
      void vscode.window.showErrorMessage(`Not undone: ${error instanceof Error ? error.message : ''}`);
    });
  };
  if (refused.length > 0) {
    log.warn(`${text}\n${refusedLines(refused)}`);
    if (refused.length > 3) buttons.push(SHOW_LOG);
    answer(vscode.window.showWarningMessage(text, ...buttons));
  } else if (files > 1 || outputs > 1 || undo.length > 0)
    answer(vscode.window.showInformationMessage(text, ...buttons));
  else vscode.window.setStatusBarMessage(`$(link) ${text}`, 5000);
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
