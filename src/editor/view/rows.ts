import type { Range } from '../../core';
import { apart } from './words';

export type RowKind =
  | 'folder'
  | 'outcome'
  | 'metric'
  | 'output'
  | 'todo'
  | 'branch'
  | 'commit'
  | 'group'
  | 'directory'
  | 'file'
  | 'skipped'
  | 'more';

/** One row of a view, free of VS Code, so that it can be tested as text. Made only when its parent is opened. */
export interface Row {
  /** Stable while the thing it shows stays; unique in its view. */
  readonly id: string;
  readonly kind: RowKind;
  readonly label: string;
  readonly description: string;
  /** A codicon and, where it says something, a theme colour. */
  readonly icon: string;
  readonly color: string | null;
  /** Markdown; everything that people wrote is escaped. */
  readonly tooltip: () => string;
  /** What a screen reader says: label, kind and description as a sentence. */
  readonly spoken: string;
  readonly place: Place | null;
  /** What "copy id" copies. */
  readonly copy: string | null;
  /** null for a leaf. */
  readonly children: (() => readonly Row[]) | null;
  readonly expanded: boolean;
}

/** What a row opens. */
export type Place =
  | { readonly kind: 'file'; readonly folder: string; readonly file: string; readonly range: Range }
  | { readonly kind: 'branch'; readonly folder: string; readonly repository: string; readonly branch: string }
  | {
      readonly kind: 'commit';
      readonly folder: string;
      readonly repository: string;
      readonly commit: string;
    };

/** A row before it hangs below a parent: `key` is unique among its siblings, `children` get the row's id. */
export interface Draft extends Partial<Omit<Row, 'id' | 'spoken' | 'children'>> {
  readonly key: string;
  readonly kind: RowKind;
  readonly label: string;
  readonly icon: string;
  readonly children?: ((id: string) => readonly Row[]) | null;
}

/** More children than this are put below rows that say how many they hold. */
export const PAGE = 500;

/** Rows for `items`, made page by page; equal keys of siblings are told apart by their order. */
export function rows<T>(parent: string, items: readonly T[], draft: (item: T) => Draft): readonly Row[] {
  const seen = new Map<string, number>();
  const make = (item: T): Row => {
    const one = draft(item);
    const times = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, times);
    return row(`${parent}/${escapeKey(one.key)}${times > 1 ? `//${times}` : ''}`, one);
  };
  if (items.length <= PAGE) return items.map(make);
  const rest = items.slice(PAGE - 1);
  return [
    ...items.slice(0, PAGE - 1).map(make),
    row(`${parent}//more`, {
      key: '',
      kind: 'more',
      label: `${apart(rest.length)} more…`,
      icon: 'ellipsis',
      children: (id) => pages(id, rest, PAGE, draft),
    }),
  ];
}

/** Children of a "more" row: the rest itself, or ranges of it. */
function pages<T>(
  parent: string,
  items: readonly T[],
  first: number,
  draft: (item: T) => Draft,
): readonly Row[] {
  if (items.length <= PAGE) return rows(parent, items, draft);
  let size = PAGE;
  while (items.length / size > PAGE) size *= PAGE;
  const result: Row[] = [];
  for (let at = 0; at < items.length; at += size) {
    const part = items.slice(at, at + size);
    const from = first + at;
    result.push(
      row(`${parent}/${from}`, {
        key: '',
        kind: 'more',
        label: `${apart(from)} – ${apart(from + part.length - 1)}`,
        icon: 'ellipsis',
        children: (id) => pages(id, part, from, draft),
      }),
    );
  }
  return result;
}

function row(id: string, draft: Draft): Row {
  const { label, kind, description = '', children = null } = draft;
  return {
    id,
    kind,
    label,
    description,
    icon: draft.icon,
    color: draft.color ?? null,
    tooltip: draft.tooltip ?? (() => ''),
    spoken: spoken(kind, label, description),
    place: draft.place ?? null,
    copy: draft.copy ?? null,
    children: children === null ? null : () => children(id),
    expanded: draft.expanded ?? false,
  };
}

const SAID: Readonly<Partial<Record<RowKind, string>>> = {
  outcome: 'outcome',
  metric: 'metric',
  output: 'output',
  branch: 'branch',
  commit: 'commit',
  todo: 'comment',
};

function spoken(kind: RowKind, label: string, description: string): string {
  return [label, SAID[kind], ...description.split(' · ')].filter(Boolean).join(', ');
}

/** A slash parts the levels of an id. */
function escapeKey(key: string): string {
  return key.replace(/[%/]/g, encodeURIComponent);
}
