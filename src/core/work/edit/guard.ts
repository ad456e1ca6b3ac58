import { applyEdits, movedBy, type TextEdit } from '../../edits';
import type { Span } from '../../text';
import type { Ids } from '../ids';
import { readPart, surroundings } from './part';
import type { ReadSource, SourceTodo } from './source';
import { createStatements } from './statements';

/** What a TODO must say after an edit. */
export interface Intent {
  /** The ids that it states, in no order; a broken one as it is written. */
  readonly ids: readonly string[];
  /** The reason of its waiver; null for none. */
  readonly reason: string | null;
}

/**
 * Whether the edited text re-reads as intended: the TODOs of `intents` (by their index) say that and keep their words
 * and names, all others say what they said, and no comment begins or ends elsewhere. With `wordsMayChange` the text
 * of the TODOs that are edited may differ, as when an id goes that stood in a sentence.
 *
 * Only the surroundings of the edits are read: where each comment ends as before, what is behind them is the same.
 */
export function readsAs(
  source: ReadSource,
  edits: readonly TextEdit[],
  intents: ReadonlyMap<number, Intent>,
  ids: Ids,
  wordsMayChange = false,
): boolean {
  const moved = (span: Span) => movedSpan(edits, span);
  const window = surroundings(source.lines, {
    start: Math.min(...edits.map(({ span }) => span.start)),
    end: Math.max(...edits.map(({ span }) => span.end)),
  });
  const before = readPart(source, window, source.lines);
  const after = readPart({ ...source, text: applyEdits(source.text, edits) }, moved(window));
  if (!before || !after || before.todos.length !== after.todos.length) return false;
  if (!sameSpans(before.comments.map(moved), after.comments)) return false;

  const say = createStatements(ids);
  const wanted = new Map([...intents].map(([i, intent]) => [source.todos[i]!.tag.start, intent]));
  return before.todos.every((todo, i) => {
    const now = after.todos[i]!;
    if (moved(todo.tag).start !== now.tag.start || todo.scanned.tag !== now.scanned.tag) return false;
    const intent = wanted.get(todo.tag.start);
    if (intent === undefined) return says(todo) === says(now);
    const statement = say(now);
    return (
      (wordsMayChange || todo.scanned.text === now.scanned.text) &&
      say(todo).people.join('\n') === statement.people.join('\n') &&
      sameIds(
        statement.places.map(({ id, named }) => id ?? named.text),
        intent.ids,
      ) &&
      (now.scanned.waiver?.reason ?? null) === intent.reason
    );
  });
}

/** An insertion at the very end of a span belongs to it, unless it begins a line; one at its start does not. */
function movedSpan(edits: readonly TextEdit[], { start, end }: Span): Span {
  const before = edits.filter(({ span }) => span.end <= start && span.start < start);
  const within = edits.filter(({ span, newText }) => span.start < end || !/^[\r\n]/.test(newText));
  // Where the end is deleted along with a line that follows, the span ends where the deletion begins.
  const last = edits.find(({ span }) => span.start < end && end < span.end);
  return {
    start: movedBy(before, start),
    end: last ? movedBy(within, last.span.start) + last.newText.length : movedBy(within, end),
  };
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}

function sameIds(found: readonly string[], wanted: readonly string[]): boolean {
  const lower = (list: readonly string[]) =>
    [...new Set(list.map((id) => id.toLowerCase()))].sort().join('\n');
  return lower(found) === lower(wanted);
}

/** All that a TODO says, wherever it stands. */
function says({ scanned: { tag, text, names, stated, waiver } }: SourceTodo): string {
  const word = ({ text: said, loose }: { text: string; loose?: true }) => [said, loose ?? false];
  return JSON.stringify([tag, text, names.map(word), stated.map(word), waiver && waiver.reason]);
}
