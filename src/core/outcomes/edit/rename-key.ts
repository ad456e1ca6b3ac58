import type { EditResult } from '../../edits';
import type { Span } from '../../text';
import type { OutcomesFile, Written } from '../model';
import { shown } from '../phrases';
import { withDescendants } from '../tree';
import { finish } from './finish';
import type { Entry, Layout, MapLayout } from './layout';
import { replaced, type Meaning, type Path } from './meaning';
import { isElsewhere, openNode, openRoot, type Opened } from './open';
import { attempt, refuse } from './refusal';
import { writeScalar } from './scalar';

/**
 * Renames a field, as to correct its spelling. `key` is where it is written, quotes included, as findings mark it.
 * Refuses when the same mapping already has a field of the new name.
 */
export function renameKey(file: OutcomesFile, key: Span, to: string): EditResult {
  return attempt(() => {
    if (!/^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/.test(to)) refuse(`${shown(to)} is no name of a field.`);
    const opened = openAround(file, key);
    const found = opened && entryAt(opened, opened.map, key, []);
    if (!found) refuse('There is no field at this place of the file.');
    const { map, entry, path } = found;
    if (entry.key.kind !== 'leaf' || entry.key.form === 'alias' || entry.key.form === 'block') {
      refuse('This field is written in a way that cannot be renamed. Edit it by hand.');
    }
    if (map.members.some((other) => other !== entry && other.name === to)) {
      refuse(`${shown(to)} is there already.`);
    }
    const { start, end, form } = entry.key;
    const always = form === 'single' || form === 'double';
    const newText = writeScalar(to, { flow: true, quote: form === 'single' ? form : 'double', always });
    const named = map.members.filter(({ name }) => name === entry.name);
    const rename = { from: entry.name, nth: named.indexOf(entry), to };
    return finish(opened, {
      edits: [{ span: { start, end }, newText }],
      touched: [map],
      becomes: (before) => replaced(before, path, (part) => withName(part, rename)),
    });
  });
}

/** Opens the smallest part of the file that is known to hold a place. */
function openAround(file: OutcomesFile, place: Span): Opened | null {
  let smallest: { readonly at: Written } | null = null;
  const look = (node: { readonly at: Written }): void => {
    if (holds(node.at.node, place) && !isElsewhere(node.at)) smallest = node;
  };
  for (const outcome of withDescendants(file.outcomes)) {
    look(outcome);
    for (const part of [...outcome.metrics, ...outcome.outputs]) look(part);
  }
  const found = smallest as { readonly at: Written } | null;
  if (found === null) return openRoot(file, file.policy === null ? 'outcomes' : 'policy');
  const list = [...found.at.keys].find(([, { value }]) => holds(value, place))?.[0] ?? null;
  return openNode(file, found, list);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Found {
  readonly map: MapLayout;
  readonly entry: Entry;
  readonly path: Path;
}

function entryAt(opened: Opened, layout: Layout, key: Span, path: Path): Found | null {
  if (layout.kind === 'leaf') return null;
  if (layout.kind === 'list') {
    return firstOf(layout.members, ({ value }, i) => entryAt(opened, value, key, [...path, i]));
  }
  return firstOf(layout.members, (entry) => {
    const own = opened.slice.spanOfFile(entry.key);
    if (own.start === key.start && own.end === key.end) return { map: layout, entry, path };
    return entryAt(opened, entry.value, key, [...path, entry.name]);
  });
}

function firstOf<T, R>(items: readonly T[], find: (item: T, index: number) => R | null): R | null {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== null) return found;
  }
  return null;
}

/** The same mapping with a field of another name: of several that have the old one, the nth. */
function withName(map: Meaning, { from, nth, to }: { from: string; nth: number; to: string }): Meaning {
  if (map.kind !== 'map') return map;
  let seen = -1;
  return {
    kind: 'map',
    fields: map.fields.map(([name, value]) => {
      const renames = name === from && ++seen === nth;
      return [renames ? to : name, value] as const;
    }),
  };
}
