import type { Layout } from './layout';
import type { FieldValue } from './print';

/** What a layout means, however it is written: what an edit is held to. */
export type Meaning =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'alias'; readonly name: unknown }
  | { readonly kind: 'list'; readonly items: readonly Meaning[] }
  | { readonly kind: 'map'; readonly fields: readonly (readonly [string, Meaning])[] };

export type Path = readonly (string | number)[];

export const NOTHING: Meaning = { kind: 'value', value: null };

export function meaningOf(layout: Layout | null): Meaning {
  if (layout === null) return NOTHING;
  if (layout.kind === 'list')
    return { kind: 'list', items: layout.members.map(({ value }) => meaningOf(value)) };
  if (layout.kind === 'map') {
    return {
      kind: 'map',
      fields: layout.members.map(({ name, value }) => [name, meaningOf(value)] as const),
    };
  }
  if (layout.form === 'alias') return { kind: 'alias', name: layout.value };
  return { kind: 'value', value: layout.value };
}

/** What a value that is to be written means. */
export function meaningOfValue(value: FieldValue): Meaning {
  if (typeof value !== 'object') return { kind: 'value', value };
  if (isList(value)) return { kind: 'list', items: value.map(meaningOfValue) };
  const fields = Object.entries(value).flatMap(([name, part]) =>
    part === undefined ? [] : [[name, meaningOfValue(part)] as const],
  );
  return { kind: 'map', fields };
}

/** Array.isArray does not narrow a readonly array. */
export function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** The same meaning with another one at the end of the path; null when the path leads nowhere. */
export function replaced(whole: Meaning, path: Path, by: (part: Meaning) => Meaning): Meaning {
  const [step, ...rest] = path;
  if (step === undefined) return by(whole);
  if (whole.kind === 'list' && typeof step === 'number') {
    return {
      kind: 'list',
      items: whole.items.map((item, i) => (i === step ? replaced(item, rest, by) : item)),
    };
  }
  if (whole.kind !== 'map') return whole;
  // As the reader does, of several fields of one name the first counts.
  const index = whole.fields.findIndex(([name]) => name === step);
  return {
    kind: 'map',
    fields: whole.fields.map(([name, value], i) =>
      i === index ? ([name, replaced(value, rest, by)] as const) : ([name, value] as const),
    ),
  };
}

/** The order of fields does not count; that of list entries does. */
export function sameMeaning(a: Meaning, b: Meaning): boolean {
  if (a.kind === 'value') return b.kind === 'value' && Object.is(a.value, b.value);
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameMeaning(item, b.items[i]!))
    );
  }
  if (b.kind !== 'map' || a.fields.length !== b.fields.length) return false;
  const [left, right] = [byName(a.fields), byName(b.fields)];
  return left.every(([name, value], i) => name === right[i]![0] && sameMeaning(value, right[i]![1]));
}

type Fields = readonly (readonly [string, Meaning])[];

function byName(fields: Fields): Fields {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
