import {
  compileTags,
  createTodoEdits,
  findTodosInText,
  policyFor,
  type Position,
  type ScannedTodo,
  type TextEdit,
  type TodoChange,
  type TodoSource,
} from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import type { FileText } from '../file-text';
import type { Change } from './offers';
import { whyReadOnly } from '../read-only';
import type { Refusal } from './things';
import { finder, placeOf, seenTodos, type SeenTodo } from './todos';

/** Edits of the TODOs of one document, for its text as it is now. */
export interface TodoEditsOfDocument {
  readonly document: FileText;
  /** What the edits are made for. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** How many TODOs will say what they should, and how many of them do already. */
  readonly done: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
}

const CHANGED = 'It is not there any more, or was changed a moment ago.';

/** Works the change out for each of the TODOs; those for which it cannot be made are told and left alone. */
export async function editTodos(
  snapshot: Snapshot,
  file: string,
  document: FileText,
  seen: readonly SeenTodo[],
  change: Change,
): Promise<TodoEditsOfDocument> {
  const nothing = (reason: string): TodoEditsOfDocument => ({
    document,
    text: '',
    edits: [],
    done: 0,
    unchanged: 0,
    refused: seen.map(({ at }) => ({ what: named(file, at), reason })),
  });
  const readOnly = await whyReadOnly(document);
  if (readOnly !== null) return nothing(readOnly);
  const text = document.getText();
  const source = sourceOf(snapshot, file, text);
  const { scanned } = source;
  if (scanned === undefined) return nothing('Comments in this kind of file cannot be told from its code.');
  const find = finder(scanned);
  const found = seen.map((one) => ({ one, todo: find(one) }));
  const refused = found
    .filter(({ todo }) => todo === undefined)
    .map(({ one }): Refusal => ({ what: named(file, one.at), reason: CHANGED }));
  const todos = found.flatMap(({ todo }) => todo ?? []);
  const made = changed(snapshot, { ...source, scanned }, todos, change);
  const done = todos.length - made.refused.length;
  return {
    document,
    text,
    edits: made.edits,
    done,
    unchanged: made.edits.length === 0 ? done : 0,
    refused: [
      ...refused,
      ...made.refused.map(({ at, reason }): Refusal => ({ what: named(file, at), reason })),
    ],
  };
}

/** The TODOs that stand in a document now, in its order; undefined where they cannot be told. */
export function todosIn(
  snapshot: Snapshot,
  file: string,
  text: string,
): readonly { readonly todo: ScannedTodo; readonly seen: SeenTodo }[] | undefined {
  const { scanned } = sourceOf(snapshot, file, text);
  const all = scanned && seenTodos(scanned);
  return all && scanned.map((todo, i) => ({ todo, seen: all[i]! }));
}

function sourceOf({ tree }: Snapshot, path: string, text: string): TodoSource {
  const { tags: words, mentions } = policyFor(tree, path);
  const tags = compileTags(words);
  const found = findTodosInText(text, path, { tags, mentions });
  return { text, path, tags, mentions, ...(typeof found === 'string' ? {} : { scanned: found }) };
}

interface Made {
  readonly edits: readonly TextEdit[];
  readonly refused: readonly { readonly at: Position; readonly reason: string }[];
}

function changed(
  { tree }: Snapshot,
  source: TodoSource,
  todos: readonly ScannedTodo[],
  change: Change,
): Made {
  const edits = createTodoEdits(tree);
  const places = todos.map(({ range }) => range.start);
  if (change.kind !== 'replace') return edits.changeAll(source, places, change);
  const one = todos[0];
  const at = one && placeOf(one, change.word);
  if (one === undefined) return { edits: [], refused: [] };
  if (at === undefined) return { edits: [], refused: [{ at: one.range.start, reason: CHANGED }] };
  const replacing: TodoChange = { kind: 'replace', at, id: change.id };
  const result = edits.change(source, one.range.start, replacing);
  return 'refused' in result
    ? { edits: [], refused: [{ at: one.range.start, reason: result.refused }] }
    : { edits: result.edits, refused: [] };
}

function named(file: string, { line }: Position): string {
  return `${file}:${line + 1}`;
}
