import type { EditResult, TextEdit } from '../../edits';
import type { Span } from '../../text';
import type { OutcomesFile, Written } from '../model';
import { shown } from '../phrases';
import { withDescendants } from '../tree';
import { sharedNodes } from './anchors';
import { handOf } from './hand';
import { readLayout, type Leaf } from './layout';
import { attempt, refuse } from './refusal';
import { writeScalar, type Quote } from './scalar';

/** Kebab-case or KEY-12, as the schema has it. */
const ID = /^(?=.*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const RESERVED = /^(?:none|no-outcome)$/i;

/**
 * Renames the outcome, output or metric with an id, and all that names it in this file, whatever their case. Quotes
 * stay, and are added where the new id needs some. No edits when the file does not have the id. Refuses an id that is
 * taken in this file or that is none; what other files hold is for the caller to see.
 */
export function renameId(file: OutcomesFile, from: string, to: string): EditResult {
  return attempt(() => {
    if (!ID.test(to) || to.length > 100) {
      refuse(
        `${shown(to)} is no id. An id is words of letters and digits joined by hyphens, such as reliable-voice or VOICE-12.`,
      );
    }
    if (RESERVED.test(to))
      refuse(`${shown(to)} in a link means that there is no outcome. Choose another id.`);
    if (to.toLowerCase() !== from.toLowerCase() && definesId(file, to)) {
      refuse(`${shown(to)} is already an id of this file.`);
    }
    return { edits: renamed(file, idPlaces(file, from), to) };
  });
}

export interface IdPlace {
  /** As read. */
  readonly id: string;
  /** The scalar as written, with its quotes, or the alias. */
  readonly span: Span;
  readonly role: 'definition' | 'instead' | 'serves';
}

/** Every place of the file that holds an id, or this one in whatever case. What an alias repeats comes once. */
export function idPlaces(file: OutcomesFile, wanted?: string): IdPlace[] {
  const places = new Map<number, IdPlace>();
  const same = wanted === undefined ? (id: string) => id !== '' : sameAs(wanted);
  const add = (id: string, span: Span | undefined, role: IdPlace['role']): void => {
    if (span !== undefined) places.set(span.start, { id, span, role });
  };
  for (const outcome of withDescendants(file.outcomes)) {
    for (const { id, at } of [outcome, ...outcome.metrics, ...outcome.outputs]) {
      if (id !== null && same(id)) add(id, valueOf(at, 'id'), 'definition');
    }
    for (const { instead, serves, servesAt, at } of outcome.outputs) {
      if (instead !== null && same(instead)) add(instead, valueOf(at, 'instead'), 'instead');
      for (const [i, id] of serves.entries()) {
        if (same(id)) add(id, withQuotes(file.text, servesAt[i]), 'serves');
      }
    }
  }
  return [...places.values()];
}

/** Whether an outcome, metric or output of the file has this id, in whatever case. */
export function definesId(file: OutcomesFile, wanted: string): boolean {
  const same = sameAs(wanted);
  for (const { id, metrics, outputs } of withDescendants(file.outcomes)) {
    if (same(id) || outputs.some((output) => same(output.id))) return true;
    if (metrics.some((metric) => metric.id !== null && same(metric.id))) return true;
  }
  return false;
}

function sameAs(wanted: string): (id: string) => boolean {
  const lower = wanted.toLowerCase();
  return (id) => id.length === wanted.length && id.toLowerCase() === lower;
}

function valueOf(at: Written, name: string): Span | undefined {
  return at.keys.get(name)?.value;
}

function withQuotes(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const quote = text.charAt(span.start - 1);
  const quoted = (quote === '"' || quote === "'") && text.charAt(span.end) === quote;
  return quoted ? { start: span.start - 1, end: span.end + 1 } : span;
}

/** The edits that write another id in these places. Refuses what cannot be renamed without changing more. */
export function renamed(file: OutcomesFile, places: readonly IdPlace[], to: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { id, span } of places) {
    const word = inBlockScalar(file.text, span, id);
    if (word !== null) {
      edits.push({ span: word, newText: to });
      continue;
    }
    const leaf = scalarIn(file.text, span);
    // An alias repeats an id that is renamed where it is written.
    if (leaf?.form === 'alias') continue;
    if (leaf === null || spelt(file.text, span, leaf) !== id) {
      refuse(`${shown(id)} is written in a way that cannot be renamed. Edit it by hand.`);
    }
    edits.push({ span, newText: rewritten(leaf, to, handOf(file).quote) });
  }
  refuseHalfRenamed(file, edits, places);
  return edits;
}

/**
 * Quotes stay. What YAML would take for a number needs none, for an id is read as it is spelt; what it would take for
 * a boolean or for nothing gets some.
 */
function rewritten({ form }: Leaf, to: string, usual: Quote): string {
  const quote = form === 'single' || form === 'double' ? form : null;
  if (quote === null && !/^(?:true|false|null)$/i.test(to)) return to;
  return writeScalar(to, { flow: true, quote: quote ?? usual, always: true });
}

/** Where the id stands that is all of a block scalar (`id: |-` and the id on a line of its own). */
function inBlockScalar(text: string, { start, end }: Span, id: string): Span | null {
  const written = text.slice(start, end).trimEnd();
  const [header, ...lines] = written.split(/\r\n|\n|\r/);
  if (!/^[|>]/.test(header!) || lines.filter((line) => line.trim() !== '').length !== 1) return null;
  if (lines.at(-1)!.trim() !== id) return null;
  return { start: start + written.length - id.length, end: start + written.length };
}

/** An id that YAML reads as a number or a boolean is meant as it is spelt. */
function spelt(text: string, { start, end }: Span, leaf: Leaf): string {
  return typeof leaf.value === 'string' ? leaf.value : text.slice(start, end);
}

/** The scalar that makes up a whole span on one line; null when there is something else. */
function scalarIn(text: string, span: Span): Leaf | null {
  const written = text.slice(span.start, span.end);
  if (written === '' || /[\r\n]/.test(written)) return null;
  // In brackets, for that is where a plain scalar may be least.
  const list = readLayout(`[${written}]`);
  const leaf = list?.kind === 'list' && list.members.length === 1 ? list.members[0]!.value : undefined;
  return leaf?.kind === 'leaf' && leaf.form !== 'block' && leaf.end - leaf.start === written.length
    ? leaf
    : null;
}

/** Where anchors hold ids, all that they and their aliases stand for must be renamed, and nothing else. */
function refuseHalfRenamed(file: OutcomesFile, edits: readonly TextEdit[], places: readonly IdPlace[]): void {
  const isPlace = (span: Span): boolean => places.some((place) => isSame(place.span, span));
  for (const { name, span, aliases } of sharedNodes(file)) {
    const renames = edits.some((edit) => isSame(edit.span, span));
    if (renames ? aliases.every(isPlace) : !aliases.some(isPlace)) continue;
    refuse(
      `${shown(`*${name}`)} repeats a text for an id and for something else. Write one of them out first.`,
    );
  }
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
