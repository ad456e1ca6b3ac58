import { LineIndex, type Position } from '../text';
import {
  commentsAt,
  findTodosInText,
  languageOf,
  toUtf8,
  type CommentLine,
  type FindOptions,
} from '../work/comments';
import type { TagMatcher } from '../work/tags';
import type { IdPlace, IdSlot } from './model';
import { inOrder, lineAt, slotAt } from './words';

export type CodeOptions = Pick<FindOptions, 'tags' | 'mentions'>;

/**
 * The words of a source text that state a why: in the brackets of a TODO, and behind `outcome:` and `why:` in its
 * comment. `path` tells the language; a text in an unknown one has none. Assignees are among them.
 */
export function idsInCode(text: string, path: string, options: CodeOptions): IdPlace[] {
  const todos = findTodosInText(text, path, options);
  if (typeof todos === 'string') return [];
  return inOrder(
    todos
      .flatMap(({ names, stated }) => [...names, ...stated])
      .map(({ text: word, range }) => ({ text: word, range, role: 'reference' })),
  );
}

/** Where an id may be typed in a source text: only inside of a comment, in the places that idsInCode reads. */
export function slotInCode(
  text: string,
  path: string,
  position: Position,
  tags: TagMatcher,
): IdSlot | undefined {
  const line = lineAt(text, position.line);
  // Most of what is typed is code, and is known not to be a slot without reading any comment.
  if (typedIn(line.slice(0, position.character), tags) === undefined) return undefined;
  const comment = commentLineAt(text, path, position);
  const typed = comment && typedIn(line.slice(comment.character, position.character), tags);
  return typed === undefined ? undefined : slotAt(line, position, typed);
}

function commentLineAt(text: string, path: string, position: Position): CommentLine | undefined {
  const decoded = toUtf8(new TextEncoder().encode(text));
  if (decoded.kind === 'binary') return undefined;
  const language = languageOf(path, decoded.bytes.subarray(0, 512));
  if (!language) return undefined;
  // The cursor stands behind the last character typed, which is what must lie in the comment.
  const before = text.slice(0, new LineIndex(text).offsetAt(position));
  const hit = new TextEncoder().encode(before).length - 1;
  return commentsAt(decoded.bytes, language, [hit])
    .flatMap(({ lines }) => lines)
    .find(({ line }) => line === position.line);
}

/** What is typed of an id at the end of a comment's line; undefined where no id is expected. */
export function typedIn(before: string, tags: TagMatcher): string | undefined {
  const why = WHY.exec(before)?.[1];
  if (why !== undefined) return why;
  const tag = tags.find(before).at(-1);
  if (tag === undefined) return undefined;
  const inside = BRACKET.exec(before.slice(tag.index + tag.tag.length))?.[1];
  const last = inside === undefined ? undefined : /[^,;，、；]*$/.exec(inside)![0].trimStart();
  return last !== undefined && WORD.test(last) ? last : undefined;
}

const WHY =
  /(?<![\p{L}\p{N}\p{M}_$@.\\/-])(?:outcome|why)[ \t]?[:：][ \t]*(?:[\p{L}\p{N}_.-]+[ \t]*[,，、][ \t]*)*([\p{L}\p{N}\p{M}_.-]*)$/iu;
const BRACKET = /^[ \t]?[([（［]([^()[\]（）［］]*)$/;
const WORD = /^[\p{L}\p{N}\p{M}_.-]*$/u;
