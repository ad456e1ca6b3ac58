import type { Span } from '../../text';
import type { Below } from './block';
import { childOf, type Container } from './containers';
import type { Cursor, Word } from './cursor';
import { type Flow, type FlowEntry, type FlowReading, isFlow } from './flow';
import { isBlank, isQuote } from './line';
import type { FileContext } from './model';

/** Whether an offset lies inside of the brackets. */
export function holds({ start, end, closed }: Flow, offset: number): boolean {
  return offset > start && (closed ? offset < end : offset <= end);
}

/** What may be typed inside of a collection in flow style, which holds the cursor; `below` is what it is the value of. */
export function contextInFlow(
  { flow, comments }: FlowReading,
  below: Below,
  cursor: Cursor,
): FileContext | undefined {
  const { offset } = cursor;
  if (comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  for (let at = { flow, below }; ;) {
    const entry = at.flow.entries.find(({ from, to }) => from <= offset && offset <= to);
    if (entry === undefined) return undefined;
    const inner = belowEntry(at.flow, at.below, entry, cursor.text);
    if (!isFlow(entry.value) || !holds(entry.value, offset))
      return at.flow.kind === 'map' || notAhead(entry.key, cursor) !== null
        ? inMap(at.flow, entry, at.below.container, cursor)
        : inList(entry, at.below, cursor);
    at = { flow: entry.value, below: inner };
  }
}

/** What the value of an entry is. */
function belowEntry(flow: Flow, below: Below, { key }: FlowEntry, text: string): Below {
  if (flow.kind === 'list' && key === null) {
    // A list in a list is nothing that the schema knows.
    return { ...below, container: below.list ? below.container : null, list: false, owner: null };
  }
  const name = nameOf(key, text);
  const child = childOf(below.container, name);
  return {
    container: child?.container ?? null,
    list: child?.list ?? false,
    owner: below.container,
    key: name,
  };
}

function inMap(
  flow: Flow,
  entry: FlowEntry,
  container: Container | null,
  cursor: Cursor,
): FileContext | undefined {
  const { offset, text } = cursor;
  const { colon } = entry;
  const key = notAhead(entry.key, cursor);
  const value = notAhead(entry.value, cursor);
  if (container === null || isFlow(value)) return undefined;
  const others = flow.entries.filter((other) => other.key !== null && other.key !== key);
  const shared = {
    container,
    present: others.map((other) => nameOf(other.key, text)),
    style: 'flow',
    column: cursor.indent,
  } as const;
  if (key === null || colon === null || offset <= colon) {
    if (key !== null && colon !== null && offset > key.end) return undefined;
    const typed = key === null ? { word: cursor.nothing(false), isWhole: false } : cursor.key(key);
    return typed && { ...shared, ...typed.word, place: 'key', colon: typed.isWhole && colon !== null };
  }
  const word = valueWord(value, colon, cursor);
  return word && { ...shared, ...word, place: 'value', key: nameOf(key, text), stands: 'behind' };
}

function inList(entry: FlowEntry, below: Below, cursor: Cursor): FileContext | undefined {
  const value = notAhead(entry.value, cursor);
  if (below.owner === null || isFlow(value)) return undefined;
  const word = value === null ? cursor.nothing(false) : cursor.value(value);
  return (
    word && {
      ...word,
      place: 'value',
      container: below.owner,
      key: below.key,
      stands: 'entry',
      present: [],
      style: 'flow',
      column: cursor.indent,
    }
  );
}

/** What begins on a later line only, a comma or a value may still come before. */
function notAhead<T extends Span>(part: T | null, { end }: Cursor): T | null {
  return part !== null && part.start > end ? null : part;
}

function valueWord(value: Span | null, colon: number, cursor: Cursor): Word | undefined {
  const { offset, text } = cursor;
  if (value !== null) return cursor.value(value);
  // JSON writes the value right behind the colon of a quoted key, and YAML allows it.
  const isTight = offset === colon + 1 && !isQuote(text.charCodeAt(colon - 1));
  const isFree = offset === colon + 1 || isBlank(text.charCodeAt(offset - 1)) || offset === cursor.start;
  return isFree ? cursor.nothing(isTight) : undefined;
}

function nameOf(key: Span | null, text: string): string {
  if (key === null) return '';
  const { start, end } = key;
  return isQuote(text.charCodeAt(start)) ? text.slice(start + 1, end - 1) : text.slice(start, end);
}
