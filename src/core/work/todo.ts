import type { Comment } from './comments/model';
import { Excerpt } from './excerpt';
import type { Named, ScannedTodo } from './model';
import type { TagMatcher } from './tags';
import { indentOf, shapeOf, startsAt } from './todo-lines';
import { readHead } from './todo-names';
import { tidy } from './todo-text';
import { findWhys, mayHoldWhy, NO_WHYS, type StatedId } from './why';

/**
 * The TODOs of one comment, in order. With `marker` a tag word counts at the start of the comment or of one of its
 * lines, after bullets, boxes and other decoration, and before `:` `(` or `[`; with `any` it counts everywhere.
 *
 * A TODO runs on over the following lines until a blank line, a rule, a doc tag, a heading, a list item that is not
 * indented deeper, or the next TODO. `outcome: id` outside of every run holds for all TODOs of the comment. Tag words
 * side by side (`TODO/FIXME: …`) say the same. Never throws; the time is linear in the comment's length.
 *
 * Most comments are one line with one tag word, and a scan reads thousands of them before the engine has compiled
 * any of this: what only some of them need is done only for those.
 */
export function readTodos(comment: Comment, tags: TagMatcher, mentions: 'marker' | 'any'): ScannedTodo[] {
  const hits = findHits(comment, tags);
  const kept = mentions === 'any' ? hits : hits.filter((hit) => hit.marker);
  if (kept.length === 0) return [];

  setEnds(hits);
  const holdsWhy = comment.lines.some(({ text }) => mayHoldWhy(text));
  const todos: ScannedTodo[] = [];
  // Backwards, so that a tag word can share what the one right behind it says.
  for (let k = kept.length - 1; k >= 0; k--) {
    const hit = kept[k]!;
    const todo = readTodo(comment, hit, holdsWhy);
    const next = kept[k + 1];
    const isShared = next !== undefined && saysNothing(todo) && areSideBySide(comment, hit, next);
    todos.push(isShared ? { ...todos.at(-1)!, range: todo.range, tag: todo.tag } : todo);
  }
  todos.reverse();
  if (!holdsWhy) return todos;
  const shared = whysOutside(comment, kept, todos);
  return shared.length === 0 ? todos : todos.map((t) => ({ ...t, stated: [...t.stated, ...shared] }));
}

/** A TODO that goes on for longer is cut; the scanner hands out no more of a comment either. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 4000;
const MOST_SHARED = 8;

/** A tag word in the comment; `line` is an index of the comment's lines. */
interface Hit {
  readonly line: number;
  readonly index: number;
  readonly tag: string;
  readonly marker: boolean;
  readonly atStart: boolean;
  /** What ends its words: for a marker the next marker, for a mere mention any next tag word. */
  end: Hit | undefined;
}

function findHits({ lines }: Comment, tags: TagMatcher): Hit[] {
  const hits: Hit[] = [];
  for (let line = 0; line < lines.length; line++) {
    const { text } = lines[line]!;
    const found = tags.find(text);
    if (found.length === 0) continue;
    const start = startsAt(text);
    for (const { index, tag } of found) {
      // </FIXME> closes what <FIXME> began.
      const atStart = index <= start && !text.startsWith('</', index - 2);
      const marker = atStart || /[:([：（［]/.test(text.charAt(index + tag.length));
      hits.push({ line, index, tag, marker, atStart, end: undefined });
    }
  }
  return hits;
}

function setEnds(hits: readonly Hit[]): void {
  let marker: Hit | undefined;
  for (let i = hits.length - 1; i >= 0; i--) {
    const hit = hits[i]!;
    hit.end = hit.marker ? marker : hits[i + 1];
    if (hit.marker) marker = hit;
  }
}

function readTodo({ lines }: Comment, hit: Hit, holdsWhy: boolean): ScannedTodo {
  const { line, character } = lines[hit.line]!;
  const excerpt = excerptOf(lines, hit);
  const head = readHead(excerpt.text, hit.atStart);
  const whys = holdsWhy ? findWhys(excerpt.text, head.end) : NO_WHYS;
  const waiver = head.waiver ?? whys.waiver;
  const said = tidy(excerpt.text, head.end, whys.cuts);
  const from = character + hit.index;
  return {
    range: { start: { line, character: from }, end: { line, character: from + hit.tag.length } },
    tag: hit.tag,
    text: said === '' && head.names.length === 0 ? tidy(head.aside, 0, []) : said,
    endLine: excerpt.positionAt(excerpt.text.trimEnd().length).line,
    names: namedIn(excerpt, head.names),
    stated: namedIn(excerpt, head.stated.length === 0 ? whys.ids : [...head.stated, ...whys.ids]),
    waiver: waiver && { reason: waiver.reason, range: excerpt.rangeOf(waiver.start, waiver.end) },
  };
}

function namedIn(excerpt: Excerpt, words: readonly StatedId[]): readonly Named[] {
  if (words.length === 0) return NONE;
  return words.map(({ text, start, end, loose }) => {
    const range = excerpt.rangeOf(start, end);
    return loose ? { text, range, loose } : { text, range };
  });
}

/** Most TODOs name nothing, and tens of thousands are held at a time. */
const NONE: readonly Named[] = [];

/** From behind the tag word to where its words end. */
function excerptOf(lines: Comment['lines'], hit: Hit): Excerpt {
  const { end } = hit;
  const parts: { text: string; line: number; character: number }[] = [];
  let characters = 0;
  for (let i = hit.line; i < lines.length && i < hit.line + MOST_LINES && characters < MOST_CHARACTERS; i++) {
    const { text, line, character } = lines[i]!;
    if (i > hit.line) {
      if (line !== lines[i - 1]!.line + 1) break;
      const shape = shapeOf(lines[i]!);
      if (shape.endsText || (shape.isItem && shape.indent <= indentOf(lines[hit.line]!))) break;
      if (end?.line === i && end.atStart) break;
    }
    const from = i === hit.line ? hit.index + hit.tag.length : 0;
    const to = Math.min(end?.line === i ? end.index : text.length, from + MOST_CHARACTERS - characters);
    parts.push({ text: text.slice(from, to), line, character: character + from });
    characters += to - from + 1;
    if (end?.line === i) break;
  }
  return new Excerpt(parts);
}

function saysNothing(todo: ScannedTodo): boolean {
  return todo.text === '' && todo.names.length === 0 && todo.stated.length === 0 && todo.waiver === null;
}

function areSideBySide({ lines }: Comment, first: Hit, second: Hit): boolean {
  if (first.line !== second.line) return false;
  const between = lines[first.line]!.text.slice(first.index + first.tag.length, second.index);
  return between.length <= 5 && !/[\p{L}\p{N}]/u.test(between);
}

/** Ids stated in the comment's other text. It is prose first of all, so they count only where they name an id. */
function whysOutside({ lines }: Comment, hits: readonly Hit[], todos: readonly ScannedTodo[]): Named[] {
  const shared: Named[] = [];
  let k = 0;
  let coveredTo = -1;
  for (const [i, { text, line, character }] of lines.entries()) {
    if (shared.length >= MOST_SHARED) break;
    const first = hits[k]?.line === i ? hits[k] : undefined;
    const open = line <= coveredTo ? '' : text.slice(0, first?.index);
    for (; hits[k]?.line === i; k++) coveredTo = Math.max(coveredTo, todos[k]!.endLine);
    const excerpt = new Excerpt([{ text: open, line, character }]);
    for (const { text: id, start, end } of findWhys(open, 0).ids) {
      shared.push({ text: id, range: excerpt.rangeOf(start, end), loose: true });
    }
  }
  return shared.slice(0, MOST_SHARED);
}
