import type { EditResult, TextEdit } from '../../edits';
import type { Metric, Outcome, OutcomesFile, Output } from '../model';
import { shown } from '../phrases';
import { finish, type Intent } from './finish';
import { handOf } from './hand';
import { insertion, linesBefore, linesBehind, memberInBrackets } from './insert';
import type { Entry, Leaf, MapLayout } from './layout';
import { isList, meaningOfValue, type Meaning } from './meaning';
import type { FieldsOf } from './model';
import { lineEnd, openNode, type Opened } from './open';
import { fieldInBlock, fieldInFlow, ORDER, placeOf, type FieldValue, type Hand, type Kind } from './print';
import { attempt, refuse } from './refusal';

/**
 * Gives a node a field that it lacks, or has without a value, in the place where the documentation writes it.
 * `reveal` is the value, or the first text of it. Refuses when the field has a value.
 */
export function addField<N extends Outcome | Metric | Output, K extends keyof FieldsOf<N> & string>(
  file: OutcomesFile,
  node: N,
  key: K,
  value: NonNullable<FieldsOf<N>[K]>,
): EditResult {
  return attempt(() => {
    const opened = openNode(file, node, key);
    const entry = entryOf(opened.map, key);
    if (entry !== undefined && !isEmpty(entry)) refuse(`${shown(key)} is there already.`);
    return finish(opened, withField(opened, kindOf(node), key, value));
  });
}

/**
 * Gives a field of a node another value; quotes stay as they are where there were some. A field that is not there is
 * added, as addField does. Refuses to replace a list or mapping that is written over several lines.
 */
export function setField<N extends Outcome | Metric | Output, K extends keyof FieldsOf<N> & string>(
  file: OutcomesFile,
  node: N,
  key: K,
  value: NonNullable<FieldsOf<N>[K]>,
): EditResult {
  return attempt(() => {
    const opened = openNode(file, node, key);
    return finish(opened, withField(opened, kindOf(node), key, value));
  });
}

export function kindOf(node: Outcome | Metric | Output): Exclude<Kind, 'file' | 'check-in'> {
  if ('checkIns' in node) return 'metric';
  return 'serves' in node ? 'output' : 'outcome';
}

/** The intent to write one field, whether it is there or not. */
export function withField(opened: Opened, kind: Kind, name: string, value: FieldValue): Intent {
  const { map } = opened;
  const hand = handOf(opened.file);
  const entry = entryOf(map, name);
  const meaning = meaningOfValue(value);
  const lines = (column: number): string[] => fieldInBlock(name, value, hand, column);
  const inline = (): string => `${name}: ${fieldInFlow(name, value, hand)}`;
  const edits =
    entry === undefined
      ? newField(opened, kind, name, { lines, inline })
      : isEmpty(entry) && !map.flow && lines(map.indent).length > 1
        ? linesInto(opened, entry, lines(map.indent).slice(1))
        : withValue(opened, entry, value, hand);
  return {
    edits,
    touched: [map, ...(entry === undefined ? [] : [entry.value])],
    becomes: (before) => meaningWith(before, name, meaning),
    reveal: [name, ...wayToText(value)],
  };
}

export function entryOf(map: MapLayout, name: string): Entry | undefined {
  return map.members.find((entry) => entry.name === name);
}

/** No value, or an empty list, which is as good as none. */
export function isEmpty({ value }: Entry): boolean {
  if (value.kind === 'leaf') return value.form !== 'alias' && value.value === null;
  return value.kind === 'list' && value.members.length === 0;
}

/** Puts a field that is not there where it belongs. `lines` has its first line without indentation. */
export function newField(
  { file, slice: { text }, map }: Opened,
  kind: Kind,
  name: string,
  written: { readonly lines: (column: number) => string[]; readonly inline: () => string },
): TextEdit[] {
  const hand = handOf(file);
  const names = map.members.map((entry) => entry.name);
  const index = placeOf(names, name, ORDER[kind]);
  if (map.flow) return memberInBrackets(text, map, index, written.inline(), hand.pad, hand.eol);
  const [first, ...rest] = written.lines(map.indent);
  const lines = [' '.repeat(map.indent) + first!, ...rest];
  const before = map.members[index - 1];
  if (before === undefined) return linesBefore(map.members[0]!, map.indent, lines, hand.eol);
  return linesBehind(text, before, map.indent, lines, hand.eol);
}

/** Puts lines below a key of a block that has no value yet, or an empty one. */
export function linesInto(
  { file, slice: { text }, map }: Opened,
  entry: Entry,
  lines: readonly string[],
): TextEdit[] {
  const { value } = entry;
  const added = linesBehind(text, entry, map.indent, lines, handOf(file).eol);
  if (value.start === value.end) return added;
  const start = value.start - (/[ \t]*$/.exec(text.slice(entry.start, value.start))?.[0].length ?? 0);
  return [{ span: { start, end: value.end }, newText: '' }, ...added];
}

function withValue(
  { slice: { text }, map }: Opened,
  entry: Entry,
  value: FieldValue,
  hand: Hand,
): TextEdit[] {
  const old = entry.value;
  const name = entry.name;
  if (old.start === old.end) {
    if (entry.colon === null) refuse(`Write a colon behind ${shown(name)} first.`);
    return [insertion(old.end, ` ${fieldInFlow(name, value, hand, map.flow)}`)];
  }
  const written = text.slice(old.start, old.end);
  if (old.kind !== 'leaf' && (!old.flow || written.includes('#'))) {
    refuse(`${shown(name)} is written over several lines, so it is not replaced. Edit it by hand.`);
  }
  if (old.kind === 'leaf' && old.form === 'block') {
    return inPlaceOfBlock(text, old, fieldInFlow(name, value, hand, map.flow));
  }
  const quote =
    old.kind === 'leaf' && (old.form === 'single' || old.form === 'double') ? old.form : undefined;
  const own = quote === undefined ? hand : { ...hand, quoted: new Map([[name, quote]]) };
  return [{ span: { start: old.start, end: old.end }, newText: fieldInFlow(name, value, own, map.flow) }];
}

/** The header of a block scalar gives way, but not a comment behind it; so does the text below. */
function inPlaceOfBlock(text: string, { start, end }: Leaf, newText: string): TextEdit[] {
  const header = lineEnd(text, start);
  const indicator = /^[|>]\S*/.exec(text.slice(start, header))![0];
  const last = start + text.slice(start, end).trimEnd().length;
  return [
    { span: { start, end: start + indicator.length }, newText },
    ...(last > header ? [{ span: { start: header, end: last }, newText: '' }] : []),
  ];
}

/** The same mapping with a field added, or with another value for it. */
export function meaningWith(map: Meaning, name: string, value: Meaning): Meaning {
  if (map.kind !== 'map') return map;
  const index = map.fields.findIndex(([other]) => other === name);
  if (index < 0) return { kind: 'map', fields: [...map.fields, [name, value]] };
  return {
    kind: 'map',
    fields: map.fields.map((field, i) => (i === index ? ([name, value] as const) : field)),
  };
}

/** The way to what a person will want to change first: a title, or else the first value. */
export function wayToText(value: FieldValue): (string | number)[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.length === 0 ? [] : [0, ...wayToText(value[0]!)];
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const name = names.includes('title') ? 'title' : names[0];
  return name === undefined ? [] : [name, ...wayToText(value[name]!)];
}
