import { inert } from './inert';

/**
 * What people wrote, as Markdown that shows exactly that: on one line, without markup, HTML or links, and without what
 * GitHub and GitLab turn into a mention, a reference, a label or a formula. What they read in the finished text, escapes do
 * not stop; a zero-width space does.
 */
export function plain(text: string): string {
  return inert(text.replace(/\s+/g, ' ').trim())
    .replace(/[&<>]/g, (c) => ENTITIES[c]!)
    .replace(/[\\`*_{}[\]|~^=]/g, '\\$&')
    .replace(/([@#!%~])(?=[\p{L}\p{N}_"])/gu, `$1${GAP}`)
    .replace(/:(?=\/\/)/g, `:${GAP}`)
    .replace(/\b(www|mailto|xmpp|gh)(?=[.:-])/gi, `$1${GAP}`)
    .replace(/\$/g, '&#36;');
}

/** Cells of a table row. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const GAP = '&#8203;';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
