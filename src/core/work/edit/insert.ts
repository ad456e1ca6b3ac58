import type { TextEdit } from '../../edits';
import type { Span } from '../../text';
import { commentsAt, languageOf } from '../comments';
import type { CommentLine } from '../comments/model';
import { CLOSING } from '../why';
import { isQuote, lineEnd, lineStart, skip, skipBack } from './places';
import type { ReadSource, SourceTodo } from './source';
import type { Statement } from './statements';
import { DEFAULT_STYLE, type KeyStyle, type LinkStyle, type NameStyle } from './style';

/** What is to be written: an id or a waiver. */
export interface Words {
  /** As in `TODO(…)`. */
  readonly inBrackets: string;
  /** As in `outcome: …`. */
  readonly behindKey: string;
  readonly isWaiver: boolean;
}

export function wordsOfId(id: string): Words {
  return { inBrackets: id, behindKey: id, isWaiver: false };
}

export function wordsOfWaiver(reason: string): Words {
  return { inBrackets: `no-outcome: ${reason}`, behindKey: `none (${reason})`, isWaiver: true };
}

/** Insertions that state an id or a waiver for a TODO that states nothing, the wanted style first, then what else could do. */
export function* placesFor(
  source: ReadSource,
  index: number,
  statement: Statement,
  style: LinkStyle,
  what: Words,
): Generator<TextEdit> {
  if (style.kind === 'key') yield* statements(source, index, style, what);
  yield* names(source, source.todos[index]!, statement, style.kind === 'name' ? style : DEFAULT_STYLE, what);
  const fallback = { kind: 'key', word: 'outcome', place: 'brackets' } as const;
  if (style.kind === 'name') yield* statements(source, index, fallback, what);
}

/** Into the brackets that hold assignees already, else into new ones right behind the tag word. */
function* names(
  { text }: ReadSource,
  { names: named, tag }: SourceTodo,
  { places }: Statement,
  { open, idFirst }: NameStyle,
  { inBrackets: words, isWaiver }: Words,
): Generator<TextEdit> {
  const stay = named.filter(({ span }) => !places.some((place) => place.span.start === span.start));
  const group = groupSpan(text, tag);
  const inGroup = group ? stay.filter(({ span }) => span.start > group.start && span.end < group.end) : [];
  const first = inGroup[0];
  const last = inGroup.at(-1);
  if (first && last && group) {
    if (idFirst && !isWaiver) {
      const at = quotedStart(text, first.span.start);
      yield { span: { start: at, end: at }, newText: `${words}, ` };
    }
    // A waiver's reason goes on to the end of the brackets, so it comes last whatever stands there.
    const at = isWaiver ? skipBack(text, group.end - 1) : quotedEnd(text, last.span.end);
    yield { span: { start: at, end: at }, newText: `, ${words}` };
  }
  const at = tag.end;
  for (const bracket of new Set([open, '(', '['])) {
    if (isWaiver && bracket !== '(' && /[()[\]]/.test(words)) continue;
    yield { span: { start: at, end: at }, newText: `${bracket}${words}${CLOSING.get(bracket)!}` };
  }
}

/** The brackets behind a tag word, on its line. */
function groupSpan(text: string, tag: Span): Span | undefined {
  const start = CLOSING.has(text.charAt(tag.end)) ? tag.end : skip(text, tag.end);
  const opening = text.charAt(start);
  const closing = CLOSING.get(opening);
  if (closing === undefined) return undefined;
  let depth = 0;
  for (let i = start; i < text.length && i - start < 500; i++) {
    const c = text.charAt(i);
    if (c === opening) depth++;
    else if (c === closing && --depth === 0) return { start, end: i + 1 };
  }
  return undefined;
}

/** `outcome: id` behind the TODO's words: on a line of its own where lines can be added, else on their last line. */
function* statements(
  source: ReadSource,
  index: number,
  { word, place }: KeyStyle,
  { behindKey }: Words,
): Generator<TextEdit> {
  const { text } = source;
  const end = wordsEnd(source, index);
  if (!end) return;
  const statement = `${word}: ${behindKey}`;
  if (place === 'line') {
    const prefix = prefixOf(source, end);
    if (prefix !== undefined) {
      const at = lineEnd(text, end.offset);
      yield { span: { start: at, end: at }, newText: `${eolAt(text, at)}${prefix}${statement}` };
    }
  }
  const at = { start: end.offset, end: end.offset };
  if (place === 'plain') {
    const stop = text.charAt(end.offset - 1);
    yield { span: at, newText: /[.;,:]/.test(stop) ? ` ${statement}` : `; ${statement}` };
  }
  yield { span: at, newText: ` (${statement})` };
}

interface WordsEnd {
  readonly offset: number;
  readonly line: CommentLine;
  readonly lines: readonly CommentLine[];
  readonly block: boolean;
}

/** Where a TODO's words end: on its last line, before the next TODO or the comment's end. */
function wordsEnd(source: ReadSource, index: number): WordsEnd | undefined {
  const { text, path, todos, lines } = source;
  const todo = todos[index]!;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(text);
  const language = languageOf(path, bytes.subarray(0, 512));
  if (!language) return undefined;
  const hit = encoder.encode(text.slice(0, todo.tag.start)).length;
  const comment = commentsAt(bytes, language, [hit])[0];
  const line = comment?.lines.find((each) => each.line === todo.scanned.endLine);
  if (!comment || !line) return undefined;
  const mark = line.line === 0 && text.startsWith('\ufeff') ? 1 : 0;
  const start = lines.offsetAt({ line: line.line, character: line.character + mark });
  const next = todos[index + 1]?.tag.start ?? text.length;
  const end = Math.min(start + line.text.length, Math.max(next, start));
  return { offset: skipBack(text, end), line, lines: comment.lines, block: comment.block };
}

/** What a new line of the comment begins with; undefined where one cannot be told from the lines that are there. */
function prefixOf(
  { text, lines }: ReadSource,
  { line, lines: all, block, offset }: WordsEnd,
): string | undefined {
  // Only where the words end their line: a comment that closes there has no room for another.
  if (skip(text, offset) !== lineEnd(text, offset)) return undefined;
  const isFirst = line.line === all[0]!.line;
  const pattern = block && isFirst ? all[1] : line;
  if (!pattern) return undefined;
  const start = lineStart(text, lines.offsetAt({ line: pattern.line, character: 0 }));
  const prefix = text.slice(start, start + pattern.character);
  return /[\p{L}\p{N}"'`]/u.test(prefix) ? undefined : prefix;
}

function eolAt(text: string, at: number): string {
  const eol = /\r\n?|\n/y;
  eol.lastIndex = at;
  return eol.exec(text)?.[0] ?? /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

function quotedStart(text: string, at: number): number {
  let i = at;
  while (isQuote(text.charAt(i - 1))) i--;
  return i;
}

function quotedEnd(text: string, at: number): number {
  let i = at;
  while (isQuote(text.charAt(i))) i++;
  return i;
}
