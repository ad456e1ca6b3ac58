import type { Day } from '../../core';

/** Texts with stops for the cursor, in the syntax of snippets: `$1`, `$2`, and `$0` where it ends. */

const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  outcomes: ['id', 'title'],
  metrics: ['id', 'title', 'baseline', 'target'],
  outputs: ['id', 'title'],
};

/** What an entry of the list is called. */
export function entryName(list: string): string {
  return list === 'check-ins' ? 'check-in' : list.replace(/s$/, '');
}

/** An entry of a list in block style, its dash at `column`; the first line begins at the dash. */
export function blockEntry(list: string, column: number, today: Day): string {
  const fields = ENTRIES[list];
  if (fields === undefined) return `- ${flowEntry(list, today)}`;
  const indent = ' '.repeat(column + 2);
  return `- ${stops(fields).join(`\n${indent}`)}`;
}

/** An entry of a list in flow style. */
export function flowEntry(list: string, today: Day): string {
  const fields = ENTRIES[list];
  return fields === undefined ? `{ date: ${today}, value: $0 }` : `{ ${stops(fields).join(', ')} }`;
}

function stops(fields: readonly string[]): string[] {
  return fields.map((name, i) => `${name}: $${i === fields.length - 1 ? 0 : i + 1}`);
}

/** How much deeper than their key the lists of a text begin; 2 when it has none. */
export function listIndentOf(text: string): number {
  const list = /^([ \t]*(?:-[ \t]+)*)[\w-]+:[ \t]*(?:#[^\r\n]*)?\r?\n([ \t]*)-[ \t]/m.exec(text);
  return list === null ? 2 : Math.max(0, list[2]!.length - list[1]!.length);
}
