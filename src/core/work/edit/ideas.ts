import type { TextEdit } from '../../edits';
import type { Position, Span } from '../../text';
import type { Intent } from './guard';
import { placesFor, wordsOfId, wordsOfWaiver } from './insert';
import { writableReasons } from './reason';
import type { ReadSource } from './source';
import { removalsOf } from './removal';
import type { StatedPlace, Statement } from './statements';
import { DEFAULT_STYLE, type LinkStyle } from './style';

/** What becomes of the why of a TODO. */
export type TodoChange =
  /** It states this id of an outcome or output and no other; assignees stay. The id may be one that is yet to be written. */
  | { readonly kind: 'link'; readonly id: string }
  /** The id at this place, often a broken one, becomes another; what else it states stays. */
  | { readonly kind: 'replace'; readonly at: Position; readonly id: string }
  /** It states nothing any more, neither an id nor a waiver. */
  | { readonly kind: 'unlink' }
  /** It states why it needs no outcome. */
  | { readonly kind: 'waive'; readonly reason: string };

export interface Idea {
  readonly edits: readonly TextEdit[];
  readonly intent: Intent;
}

/** What an idea is made from. */
interface Situation {
  readonly source: ReadSource;
  readonly index: number;
  readonly statement: Statement;
  readonly style: LinkStyle;
}

/** Ways to make the change, the best first. Some will not read as intended in the language at hand. */
export function ideas(situation: Situation, change: TodoChange): Iterable<Idea> {
  switch (change.kind) {
    case 'unlink':
      return [{ edits: without(situation), intent: { ids: [], reason: null } }];
    case 'replace':
      return replacing(situation, change.at, change.id);
    case 'link':
      return linking(situation, change.id);
    case 'waive':
      return waiving(situation, change.reason);
  }
}

function replacing(
  { source, index, statement }: Situation,
  { line, character }: Position,
  id: string,
): Idea[] {
  const { places } = statement;
  const at = places.find(
    ({ named: { range } }) => range.start.line === line && range.start.character === character,
  );
  if (!at) return [];
  const others = places.filter((place) => place !== at).map((place) => place.id ?? place.named.text);
  const reason = source.todos[index]!.scanned.waiver?.reason ?? null;
  const edits = names(at, id) ? [] : [{ span: at.span, newText: id }];
  return [{ edits, intent: { ids: [...others, id], reason } }];
}

function* linking(situation: Situation, id: string): Generator<Idea> {
  const { source, index, statement, style } = situation;
  const { waiver } = source.todos[index]!;
  const intent: Intent = { ids: [id], reason: null };
  const kept = statement.places.find((place) => names(place, id)) ?? statement.places[0];
  if (kept) {
    const others = without(situation, kept);
    yield { edits: names(kept, id) ? others : [{ span: kept.span, newText: id }, ...others], intent };
  } else if (waiver) {
    yield { edits: [{ span: waiver, newText: keyOfWaiver(source.text, waiver) + id }], intent };
  }
  for (const edit of placesFor(source, index, statement, style, wordsOfId(id))) {
    yield { edits: [...without(situation), edit], intent };
  }
}

function* waiving(situation: Situation, reason: string): Generator<Idea> {
  const { source, index, statement } = situation;
  const { text, tags } = source;
  const { waiver } = source.todos[index]!;
  for (const written of writableReasons(reason, tags)) {
    const intent: Intent = { ids: [], reason: written };
    const words = wordsOfWaiver(written);
    const last = statement.places.at(-1);
    if (waiver && !last) {
      const key = keyOfWaiver(text, waiver);
      yield {
        edits: [{ span: waiver, newText: key === '' ? words.inBrackets : key + words.behindKey }],
        intent,
      };
    }
    // A reason goes on to the end of the brackets, so only the last word of them can give way to it.
    if (last?.isName && /^["'`]*[ \t]*[)\]）］]/.test(text.slice(last.span.end, last.span.end + 40))) {
      yield { edits: [{ span: last.span, newText: words.inBrackets }, ...without(situation, last)], intent };
    }
    for (const edit of placesFor(source, index, statement, DEFAULT_STYLE, words)) {
      yield { edits: [...without(situation), edit], intent };
    }
  }
}

function names({ id }: StatedPlace, wanted: string): boolean {
  return id?.toLowerCase() === wanted.toLowerCase();
}

/** Takes away all that is stated, but for one place of it. */
function without({ source, index, statement }: Situation, kept?: StatedPlace): TextEdit[] {
  const { waiver } = source.todos[index]!;
  const gone = [...statement.places.filter((place) => place !== kept), ...(waiver ? [waiver] : [])];
  return removalsOf(source.text, gone).map((span) => ({ span, newText: '' }));
}

/** The `outcome: ` of `outcome: none (…)`; empty for `no-outcome: …`. */
function keyOfWaiver(text: string, { start, end }: Span): string {
  return /^(?:outcome|why)[ \t]?[:：][ \t]*/i.exec(text.slice(start, end))?.[0] ?? '';
}
