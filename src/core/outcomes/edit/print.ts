import { checkInFields, metricFields, outcomeFields, outputFields } from '../schema';
import { isList } from './meaning';
import { refuse } from './refusal';
import { writeScalar, type Quote } from './scalar';

/** What can be written: texts, numbers, lists, and mappings by the keys of the file. */
export type FieldValue = string | number | readonly FieldValue[] | Fields;
export interface Fields {
  readonly [key: string]: FieldValue | undefined;
}

/** How the author of a file writes. */
export interface Hand {
  readonly eol: string;
  /** Spaces from the column of a key to the dash of the list below it. */
  readonly listIndent: number;
  /** Spaces between a dash and what follows. */
  readonly gap: number;
  /** What stands inside the braces of `{ id: x }`: a space or nothing. */
  readonly pad: string;
  readonly quote: Quote;
  /** Lists whose entries are written in braces. */
  readonly inBraces: ReadonlySet<string>;
  /** Fields in an order of the author's own, and those whose texts the author quotes. */
  readonly order?: readonly string[];
  readonly quoted?: ReadonlyMap<string, Quote>;
}

/** The order in which the documentation writes the fields of each kind of node. */
export const ORDER = {
  file: ['version', 'title', 'policy', 'outcomes'],
  outcome: Object.keys(outcomeFields),
  metric: Object.keys(metricFields),
  output: Object.keys(outputFields),
  'check-in': Object.keys(checkInFields),
} as const;

export type Kind = keyof typeof ORDER;

/** What the entries of a list are. */
export function kindOfItems(list: string): Kind {
  if (list === 'metrics') return 'metric';
  if (list === 'outputs') return 'output';
  return list === 'check-ins' ? 'check-in' : 'outcome';
}

/** On one line, as it may stand inside of brackets. */
export function inFlow(value: FieldValue, hand: Hand, kind: Kind, flow = true): string {
  if (typeof value !== 'object') return scalar(value, hand, flow, null);
  if (isList(value)) return `[${value.map((item) => inFlow(item, hand, kind)).join(', ')}]`;
  const fields = ordered(value, kind, hand).map(
    ([name, part]) => `${name}: ${fieldInFlow(name, part, hand)}`,
  );
  return `{${hand.pad}${fields.join(', ')}${hand.pad}}`;
}

/** The value of a field on one line; `flow` as false where it ends with the line. */
export function fieldInFlow(name: string, value: FieldValue, hand: Hand, flow = true): string {
  if (typeof value !== 'object') return scalar(value, hand, flow, name);
  return inFlow(value, plainHand(hand), kindOfItems(name));
}

/**
 * A field as the lines of a block whose keys stand in `column`, the first line without its indentation. Lists of
 * mappings have an entry on each line, or below each other.
 */
export function fieldInBlock(name: string, value: FieldValue, hand: Hand, column: number): string[] {
  if (!isListOfFields(value)) return [`${name}: ${fieldInFlow(name, value, hand, false)}`];
  const dash = column + hand.listIndent;
  const items = value.flatMap((item) => indented(itemInBlock(item, name, hand, dash), dash));
  return [`${name}:`, ...items];
}

/** An entry of the list `name` as lines that start with its dash in column `dash`; the first without indentation. */
export function itemInBlock(item: Fields, name: string, hand: Hand, dash: number): string[] {
  const lead = `-${' '.repeat(hand.gap)}`;
  const kind = kindOfItems(name);
  if (hand.inBraces.has(name)) return [lead + inFlow(item, hand, kind)];
  const column = dash + lead.length;
  const inner = plainHand(hand);
  const lines = ordered(item, kind, hand).flatMap(([key, value]) => {
    const own = typeof value === 'object' ? inner : hand;
    const [first, ...rest] = fieldInBlock(key, value, own, column);
    return [' '.repeat(column) + first!, ...rest];
  });
  if (lines.length === 0) return [`${lead}{}`];
  return [lead + lines[0]!.trimStart(), ...lines.slice(1)];
}

function isListOfFields(value: FieldValue): value is readonly Fields[] {
  return (
    typeof value === 'object' &&
    isList(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && !isList(item))
  );
}

function indented(lines: readonly string[], column: number): string[] {
  const [first, ...rest] = lines;
  return [' '.repeat(column) + first!, ...rest];
}

function scalar(value: string | number, hand: Hand, flow: boolean, name: string | null): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    refuse(`${value} is no number that can be written.`);
  const quoted = name === null ? undefined : hand.quoted?.get(name);
  return writeScalar(value, { flow, quote: quoted ?? hand.quote, always: quoted !== undefined });
}

/** The author's own order holds for one mapping, not for those inside of it. */
function plainHand(hand: Hand): Hand {
  return hand.order === undefined && hand.quoted === undefined
    ? hand
    : { ...hand, order: [], quoted: new Map<string, Quote>() };
}

/** The fields that have a value, in the author's order as far as it goes, then in the documented one. */
function ordered(fields: Fields, kind: Kind, { order = [] }: Hand): (readonly [string, FieldValue])[] {
  const present = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const documented: readonly string[] = ORDER[kind];
  const names = present.map(([name]) => name);
  const sorted = insertAll(
    order.filter((name) => names.includes(name)),
    names.filter((name) => !order.includes(name)).sort((a, b) => rank(documented, a) - rank(documented, b)),
    documented,
  );
  return sorted.map((name) => present.find(([other]) => other === name)!);
}

function insertAll(
  present: readonly string[],
  added: readonly string[],
  documented: readonly string[],
): string[] {
  const all = [...present];
  for (const name of added) all.splice(placeOf(all, name, documented), 0, name);
  return all;
}

/**
 * Index at which a field goes among others: behind the one that comes closest before it in the documented order, or
 * else before all that come after it.
 */
export function placeOf(present: readonly string[], name: string, documented: readonly string[]): number {
  const ranks = present.map((other) => rank(documented, other));
  const own = rank(documented, name);
  const closest = Math.max(...ranks.filter((at) => at < own));
  if (ranks.includes(closest)) return ranks.lastIndexOf(closest) + 1;
  const after = ranks.findIndex((at) => at > own && at < documented.length);
  return after >= 0 ? after : present.length;
}

function rank(documented: readonly string[], name: string): number {
  const at = documented.indexOf(name);
  return at < 0 ? documented.length : at;
}
