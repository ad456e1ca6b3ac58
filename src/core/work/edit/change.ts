import { areApart, movedBy, type EditResult, type TextEdit } from '../../edits';
import type { OutcomeTree } from '../../outcomes/model';
import { shown } from '../../outcomes/phrases';
import type { Position } from '../../text';
import { createIds, type Ids } from '../ids';
import { readsAs, type Intent } from './guard';
import { ideas, type TodoChange } from './ideas';
import { writableReasons } from './reason';
import { readSource, todoAt, type ReadSource, type Source } from './source';
import { createStatements } from './statements';
import { styleOf } from './style';

/** Edits of the TODOs in source texts. Each is checked by reading the edited text again before it is given. */
export interface TodoEdits {
  /**
   * Changes the why of the TODO whose tag word begins at `at`, in the style that the file uses for its links. Nothing
   * but the statement of the why changes; refused, with the reason, where that cannot be had.
   */
  change(source: Source, at: Position, change: TodoChange): EditResult;
  /** The same for many TODOs of one text; those that cannot be changed are told and left alone. */
  changeAll(source: Source, at: readonly Position[], change: TodoChange): ManyEdits;
}

export interface ManyEdits {
  readonly edits: readonly TextEdit[];
  readonly refused: readonly { readonly at: Position; readonly reason: string }[];
}

export function createTodoEdits(tree: OutcomeTree): TodoEdits {
  const ids = createIds(tree);
  return {
    change(source, at, change) {
      const read = readSource(source);
      if ('refused' in read) return read;
      const made = createMaker(read, ids, change).make(at);
      return 'refused' in made ? made : withReveal(made);
    },
    changeAll(source, places, change) {
      const read = readSource(source);
      if ('refused' in read)
        return { edits: [], refused: places.map((at) => ({ at, reason: read.refused })) };
      return changeAll(read, places, createMaker(read, ids, change), change);
    },
  };
}

/** Edits for one TODO that are known to do what they should, and what the TODO then says. */
interface Made {
  readonly edits: readonly TextEdit[];
  readonly intents: ReadonlyMap<number, Intent>;
}

interface Maker {
  make(at: Position): Made | { readonly refused: string };
  /** The first idea, not yet checked. */
  guess(at: Position): Made | undefined;
  readonly ids: Ids;
}

function createMaker(source: ReadSource, known: Ids, change: TodoChange): Maker {
  const ids = 'id' in change ? withId(known, change.id) : known;
  const style = styleOf(source, ids);
  const say = createStatements(ids);
  const look = (at: Position) => {
    const index = todoAt(source, at);
    const todo = source.todos[source.todos[index]?.speaker ?? -1];
    return todo && { todo, statement: say(todo), together: togetherWith(source, todo.speaker) };
  };
  function* candidates(at: Position): Generator<Made> {
    const found = look(at);
    if (!found) return;
    const { todo, statement, together } = found;
    for (const { edits, intent } of ideas({ source, index: todo.speaker, statement, style }, change)) {
      const joined = joinedUp(edits);
      if (joined) yield { edits: joined, intents: new Map(together.map((i) => [i, intent])) };
    }
  }
  return {
    ids,
    guess: (at) => candidates(at).next().value as Made | undefined,
    make(at) {
      if (!look(at)) return { refused: 'The TODO is not there any more: the file was changed since.' };
      for (const wordsMayChange of [false, true]) {
        for (const made of candidates(at)) {
          if (made.edits.length === 0 || readsAs(source, made.edits, made.intents, ids, wordsMayChange))
            return made;
        }
      }
      return { refused: refusal(source, at, change) };
    },
  };
}

/** All tag words that stand side by side with one, itself included. */
function togetherWith({ todos }: ReadSource, speaker: number): number[] {
  return todos.flatMap((todo, i) => (todo.speaker === speaker ? [i] : []));
}

/** Equal edits once, and an insertion at the place of a deletion as one replacement; undefined when they overlap. */
function joinedUp(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const joined: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = joined.at(-1);
    if (last && sameEdit(last, edit)) continue;
    if (last && (last.span.end === edit.span.start || last.span.start === edit.span.start)) {
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, edit.span.end) },
        newText: last.newText + edit.newText,
      };
    } else joined.push(edit);
  }
  return areApart(joined) ? joined : undefined;
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** One check for all where that holds; otherwise one by one. */
function changeAll(
  source: ReadSource,
  places: readonly Position[],
  maker: Maker,
  change: TodoChange,
): ManyEdits {
  const guesses = places.map((at) => maker.guess(at));
  const joined = guesses.every((guess) => guess !== undefined) ? merged(guesses) : undefined;
  if (joined && readsAs(source, joined.edits, joined.intents, maker.ids))
    return { edits: joined.edits, refused: [] };

  const refused: { at: Position; reason: string }[] = [];
  let all: Made = { edits: [], intents: new Map() };
  for (const at of places) {
    const made = maker.make(at);
    if ('refused' in made) {
      refused.push({ at, reason: made.refused });
      continue;
    }
    const next = merged([all, made]);
    if (next && readsAs(source, next.edits, next.intents, maker.ids, true)) all = next;
    else refused.push({ at, reason: refusal(source, at, change) });
  }
  return { edits: all.edits, refused };
}

function merged(list: readonly Made[]): Made | undefined {
  const edits = joinedUp(list.flatMap((made) => made.edits));
  return edits && { edits, intents: new Map(list.flatMap((made) => [...made.intents])) };
}

/** The ids of a tree and one that may be yet to come. */
export function withId(ids: Ids, id: string): Ids {
  const key = id.toLowerCase();
  return {
    ...ids,
    find: (word) => ids.find(word) ?? (word.toLowerCase() === key ? { outcome: id } : undefined),
  };
}

function refusal(source: ReadSource, at: Position, change: TodoChange): string {
  const tag = source.todos[todoAt(source, at)]?.scanned.tag ?? 'TODO';
  if (change.kind === 'waive' && writableReasons(change.reason, source.tags).length === 0)
    return 'A waiver needs a reason of a few words.';
  if (isShared(source, todoAt(source, at)))
    return `What this comment states holds for all that is to do in it: change it there by hand.`;
  if (change.kind === 'unlink')
    return `What this ${tag} states could not be told from its text: remove it by hand.`;
  const what = change.kind === 'waive' ? 'the reason' : shown(change.id);
  return `There is no place at this ${tag} where ${what} would be read as its why: write it by hand.`;
}

/** Whether a TODO states what another one states with the same words. */
function isShared({ todos }: ReadSource, index: number): boolean {
  const places = new Set(todos[index]?.stated.map(({ span }) => span.start));
  return todos.some(
    ({ stated, speaker }) =>
      speaker !== todos[index]?.speaker && stated.some(({ span }) => places.has(span.start)),
  );
}

/** Marks the id or the reason in the new text. */
function withReveal({ edits, intents }: Made): EditResult {
  const intent = [...intents.values()][0];
  const word = intent?.reason ?? intent?.ids.at(-1);
  const edit = edits.find(({ newText }) => word !== undefined && newText.includes(word));
  if (!edit || word === undefined) return { edits };
  const others = edits.filter((other) => other !== edit);
  const start = movedBy(others, edit.span.start) + edit.newText.lastIndexOf(word);
  return { edits, reveal: { start, end: start + word.length } };
}
