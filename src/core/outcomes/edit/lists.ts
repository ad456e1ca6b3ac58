import { handOf, handOfList } from './hand';
import { entryOf, isEmpty, linesInto, meaningWith, newField, wayToText } from './fields';
import type { Intent } from './finish';
import { linesAbove, linesBehind, memberInBrackets } from './insert';
import type { Entry, ListLayout } from './layout';
import { meaningOfValue, type Meaning } from './meaning';
import type { Opened } from './open';
import { inFlow, itemInBlock, kindOfItems, type Fields, type Hand, type Kind } from './print';
import { refuse } from './refusal';
import { shown } from '../phrases';

/** Something that becomes an entry of a list, in whatever way the list is written. */
export interface Piece {
  /** Lines with their indentation, the first of them with a dash in this column. */
  readonly block: (dash: number, hand: Hand) => string[];
  readonly brackets: (hand: Hand) => string;
  readonly means: Meaning;
  /** Comments that it brings with it. */
  readonly comments: readonly string[];
  /** The way from the entry to what is to be selected. */
  readonly reveal: readonly (string | number)[];
}

export function pieceOf(list: string, fields: Fields): Piece {
  return {
    block: (dash, hand) => {
      const [first, ...rest] = itemInBlock(fields, list, hand, dash);
      return [' '.repeat(dash) + first!, ...rest];
    },
    brackets: (hand) => inFlow(fields, hand, kindOfItems(list)),
    means: meaningOfValue(fields),
    comments: [],
    reveal: wayToText(fields),
  };
}

export interface Place {
  /** Which entry the new one becomes; without it the last. */
  readonly index?: (list: ListLayout) => number;
  /** A blank line sets the entries of the list apart; without it, read off the list. */
  readonly spaced?: boolean;
}

/** The intent to put an entry into a list of the mapping, which may not be there yet. */
export function withEntry(opened: Opened, kind: Kind, name: string, piece: Piece, place: Place = {}): Intent {
  const { map } = opened;
  const entry = entryOf(map, name);
  const hand = handOf(opened.file);
  const list = entry?.value;
  const isNew = entry === undefined || isReplaced(opened, entry);
  if (!isNew && list?.kind !== 'list')
    refuse(`${shown(name)} is not written as a list here. Edit it by hand.`);
  const index = isNew || list?.kind !== 'list' ? 0 : (place.index?.(list) ?? list.members.length);
  const isLast = list?.kind === 'list' && index === list.members.length;
  const edits = isNew
    ? intoNew(opened, kind, name, piece, hand)
    : intoList(opened, name, list as ListLayout, index, piece, hand, place);
  return {
    edits,
    touched: [map, ...(list === undefined ? [] : [list])],
    becomes: (before) =>
      meaningWith(before, name, withItem(before, name, isLast ? null : index, piece.means)),
    comments: { come: piece.comments },
    reveal: [name, index, ...piece.reveal],
  };
}

/** An empty value gives way, as do the brackets of an empty list where the list can have lines of its own. */
function isReplaced({ map, slice }: Opened, entry: Entry): boolean {
  if (!isEmpty(entry)) return false;
  const { kind, start, end } = entry.value;
  return kind === 'leaf' || (!map.flow && slice.text.slice(start + 1, end - 1).trim() === '');
}

function intoNew(opened: Opened, kind: Kind, name: string, piece: Piece, hand: Hand) {
  const { map } = opened;
  const lines = (column: number): string[] => [`${name}:`, ...piece.block(column + hand.listIndent, hand)];
  const inline = (): string => `${name}: [${piece.brackets(hand)}]`;
  const entry = entryOf(map, name);
  if (entry === undefined) return newField(opened, kind, name, { lines, inline });
  if (!map.flow) return linesInto(opened, entry, lines(map.indent).slice(1));
  const { start, end } = entry.value;
  const lead = start === end ? ' ' : '';
  return [{ span: { start, end }, newText: `${lead}[${piece.brackets(hand)}]` }];
}

function intoList(
  opened: Opened,
  name: string,
  list: ListLayout,
  index: number,
  piece: Piece,
  usual: Hand,
  place: Place,
) {
  const { text } = opened.slice;
  const hand = handOfList(usual, name, list, index, text);
  if (list.flow) return memberInBrackets(text, list, index, piece.brackets(hand), '', hand.eol);
  const lines = piece.block(list.indent, hand);
  const before = list.members[index - 1];
  if (before === undefined) return linesAbove(text, list.members[0]!, lines, hand.eol);
  const spaced = isSpaced(text, list) ?? place.spaced ?? false;
  return linesBehind(text, before, list.indent, spaced ? ['', ...lines] : lines, hand.eol);
}

/** Whether a blank line stands before the last entry; undefined when there are not two entries to tell. */
function isSpaced(text: string, list: ListLayout): boolean | undefined {
  const [before, last] = list.members.slice(-2);
  return before === undefined || last === undefined
    ? undefined
    : hasBlankLine(text.slice(before.end, last.start));
}

export function hasBlankLine(between: string): boolean {
  return /(?:\n|\r(?!\n))[ \t]*[\r\n]/.test(between);
}

/** `index` is null for the end: of a long list, not all entries are looked at. */
function withItem(map: Meaning, name: string, index: number | null, item: Meaning): Meaning {
  const old = map.kind === 'map' ? map.fields.find(([other]) => other === name)?.[1] : undefined;
  const items = old?.kind === 'list' ? old.items : [];
  const at = index ?? items.length;
  return { kind: 'list', items: [...items.slice(0, at), item, ...items.slice(at)] };
}
