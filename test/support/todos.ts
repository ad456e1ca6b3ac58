import assert from 'node:assert/strict';
import type { Comment } from '../../src/core/work/comments/model';
import type { ScannedTodo } from '../../src/core/work/model';
import { compileTags, type TagMatcher } from '../../src/core/work/tags';
import { readTodos } from '../../src/core/work/todo';
import type { Range } from '../../src/core/text';

const LONE_SURROGATE = /\p{Surrogate}/u;

export const TAGS = compileTags(['TODO', 'FIXME', 'HACK', 'XXX', 'BUG']);

/** A comment with these lines, as if each stood behind `// ` from line 10 on. */
export function commentOf(text: string): Comment {
  const lines = text.split('\n').map((line, i) => ({ text: line, line: 10 + i, character: 3 }));
  return { lines, block: false };
}

/** Reads the TODOs of a comment and checks what must hold of any: ranges mark the very words, texts are one line. */
export function todosIn(
  text: string,
  mentions: 'marker' | 'any' = 'marker',
  tags: TagMatcher = TAGS,
): ScannedTodo[] {
  const comment = commentOf(text);
  const todos = readTodos(comment, tags, mentions);
  for (const todo of todos) {
    assert.equal(textAt(comment, todo.range), todo.tag);
    for (const named of [...todo.names, ...todo.stated])
      assert.equal(textAt(comment, named.range), named.text);
    assert.ok(todo.text.length <= 300 && !/[\r\n]|^\s|\s$/.test(todo.text), JSON.stringify(todo.text));
    assert.ok(!LONE_SURROGATE.test(todo.text) || LONE_SURROGATE.test(text));
    assert.ok(todo.endLine >= todo.range.start.line && todo.endLine <= comment.lines.at(-1)!.line);
    if (todo.waiver) assert.match(textAt(comment, todo.waiver.range), /^(?:no-outcome|outcome|why)/i);
  }
  return todos;
}

/** A TODO on one line: `TODO "text" @names =stated -reason`. A loose name ends with `?`. */
export function brief(todo: ScannedTodo): string {
  return [
    todo.tag,
    JSON.stringify(todo.text),
    ...todo.names.map((n) => `(${n.text})`),
    ...todo.stated.map((s) => `=${s.text}${s.loose ? '?' : ''}`),
    ...(todo.waiver ? [`waived: ${JSON.stringify(todo.waiver.reason)}`] : []),
  ].join(' ');
}

export function briefly(text: string, mentions: 'marker' | 'any' = 'marker'): string[] {
  return todosIn(text, mentions).map(brief);
}

function textAt({ lines }: Comment, { start, end }: Range): string {
  const inRange = lines.filter(({ line }) => line >= start.line && line <= end.line);
  return inRange
    .map(({ text, line, character }) =>
      text.slice(
        line === start.line ? start.character - character : 0,
        line === end.line ? end.character - character : undefined,
      ),
    )
    .join('\n');
}
