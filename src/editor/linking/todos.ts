import { type Position, type ScannedTodo, type Todo, todoAt } from '../../core';

/** A TODO as it was seen, so that it can be found again in a text that may have been changed since. */
export interface SeenTodo {
  readonly tag: string;
  readonly text: string;
  /** Its number among the equal ones of its file, from 0, and how many there were. */
  readonly nth: number;
  readonly of: number;
  readonly at: Position;
}

/** The TODOs of a file, all of them in order, each with what tells it from the others. */
export function seenTodos(all: readonly Pick<Todo, 'tag' | 'text' | 'range'>[]): SeenTodo[] {
  const groups = grouped(all);
  const counts = new Map<string, number>();
  return all.map((todo) => {
    const key = keyOf(todo);
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return {
      tag: todo.tag,
      text: todo.text,
      nth,
      of: groups.get(key)?.length ?? 1,
      at: todo.range.start,
    };
  });
}

/**
 * Finds seen TODOs in a file as it is now; undefined for one that is gone or was changed. Where equal ones came or
 * went, only one that stands where it stood is known to be the same.
 */
export function finder(now: readonly ScannedTodo[]): (seen: SeenTodo) => ScannedTodo | undefined {
  const groups = grouped(now);
  return (seen) => {
    const equal = groups.get(keyOf(seen)) ?? [];
    return equal.length === seen.of ? equal[seen.nth] : equal.find(({ range }) => isAt(range.start, seen.at));
  };
}

/** Where a TODO writes a word as its why. */
export function placeOf({ names, stated }: ScannedTodo, word: string): Position | undefined {
  return [...names, ...stated].find(({ text }) => text === word)?.range.start;
}

/**
 * The TODOs that lines `first` to `last` touch. With `cursor`, a place on the only line, the one that is meant: of
 * several there the last one that begins at or before it, else the first.
 */
export function todosAt<T extends Pick<Todo, 'range' | 'endLine'>>(
  todos: readonly T[],
  { first, last, cursor }: { readonly first: number; readonly last: number; readonly cursor?: number },
): readonly T[] {
  const here = todos.filter(({ range, endLine }) => range.start.line <= last && first <= endLine);
  const meant = cursor === undefined ? undefined : todoAt(here, { line: first, character: cursor });
  return meant === undefined ? here : [meant];
}

export function isAt(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

function grouped<T extends Pick<Todo, 'tag' | 'text'>>(todos: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const todo of todos) {
    const key = keyOf(todo);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [todo]);
    else group.push(todo);
  }
  return groups;
}

function keyOf({ tag, text }: Pick<Todo, 'tag' | 'text'>): string {
  return `${tag}\0${text}`;
}
