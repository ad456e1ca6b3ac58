import { LineIndex, type Position, type Range, type Span } from '../../text';
import { findTodosInText } from '../comments';
import type { Named, ScannedTodo } from '../model';
import type { TagMatcher } from '../tags';

/** A source text and how TODOs are looked for in it. The path tells the language; only its name counts. */
export interface Source {
  readonly text: string;
  readonly path: string;
  readonly tags: TagMatcher;
  readonly mentions: 'marker' | 'any';
  /** Its TODOs, all of them in order, where they are known already from this very text. */
  readonly scanned?: readonly ScannedTodo[];
}

/** A source that was read: its TODOs, and the way from their positions to offsets. */
export interface ReadSource extends Source {
  readonly todos: readonly SourceTodo[];
  readonly lines: LineIndex;
}

export interface SourceTodo {
  readonly scanned: ScannedTodo;
  readonly tag: Span;
  readonly names: readonly Place[];
  readonly stated: readonly Place[];
  readonly waiver: Span | null;
  /** Tag words side by side (`TODO/FIXME: …`) say the same: the index of the last of them, where it is said. */
  readonly speaker: number;
}

/** Where a word is written. */
export interface Place {
  readonly named: Named;
  readonly span: Span;
}

/** Reads a source; in one sentence why it cannot be read. */
export function readSource(source: Source): ReadSource | { readonly refused: string } {
  const { text, path, tags, mentions } = source;
  const found = source.scanned ?? findTodosInText(text, path, { tags, mentions });
  if (found === 'binary') return { refused: 'The file is no text.' };
  if (found === 'unknown')
    return { refused: 'The language of the file is not known, so its comments are not either.' };
  const lines = new LineIndex(text);
  return { ...source, todos: placed(found, text, lines), lines };
}

/** The TODOs with the spans of their words. */
export function placed(found: readonly ScannedTodo[], text: string, lines: LineIndex): SourceTodo[] {
  const offsetAt = offsets(text, lines);
  const spanOf = ({ start, end }: Range): Span => ({ start: offsetAt(start), end: offsetAt(end) });
  const placeOf = (named: Named): Place => ({ named, span: spanOf(named.range) });
  const tags = found.map(({ range }) => spanOf(range));
  const speakers = speakersOf(text, tags);
  return found.map((scanned, i) => ({
    scanned,
    tag: tags[i]!,
    names: scanned.names.map(placeOf),
    stated: scanned.stated.map(placeOf),
    waiver: scanned.waiver && spanOf(scanned.waiver.range),
    speaker: speakers[i]!,
  }));
}

/** The index of the TODO whose tag word stands at a position; -1 when there is none. */
export function todoAt({ todos }: ReadSource, { line, character }: Position): number {
  return todos.findIndex(
    ({ scanned: { range } }) => range.start.line === line && range.start.character === character,
  );
}

/** A byte order mark belongs to no line for the scanner, and is a character of the text all the same. */
function offsets(text: string, lines: LineIndex): (position: Position) => number {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  return ({ line, character }) =>
    lines.offsetAt(line === 0 && mark > 0 ? { line, character: character + mark } : { line, character });
}

function speakersOf(text: string, tags: readonly Span[]): number[] {
  const speakers = tags.map((_, i) => i);
  for (let i = tags.length - 2; i >= 0; i--) {
    const between = text.slice(tags[i]!.end, tags[i + 1]!.start);
    if (between.length <= 5 && !/[\p{L}\p{N}\r\n]/u.test(between)) speakers[i] = speakers[i + 1]!;
  }
  return speakers;
}
