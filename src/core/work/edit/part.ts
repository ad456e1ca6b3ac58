import { LineIndex, type Span } from '../../text';
import { candidateFinder, languageOf, toUtf8 } from '../comments';
import { textStart } from '../comments/decode';
import { Scan, type Found } from '../comments/engine/scan';
import { readComments } from '../comments/lines';
import { resync } from '../comments/resync';
import type { TagMatcher } from '../tags';
import { readTodos } from '../todo';
import { placed, type Source, type SourceTodo } from './source';

/** What a part of a text holds, read as if the rest had no tag words. */
export interface Part {
  readonly todos: readonly SourceTodo[];
  /** Its comments that hold a tag word, delimiters included. */
  readonly comments: readonly Span[];
}

/** More lines than any remark goes on for, before or after a tag word. */
const FAR = 50;

/** The lines around a span, as far as an edit in it can change what a TODO says. */
export function surroundings(lines: LineIndex, { start, end }: Span): Span {
  const first = lines.positionAt(start).line - FAR;
  const last = lines.positionAt(end).line + FAR;
  return {
    start: lines.offsetAt({ line: Math.max(0, first), character: 0 }),
    end: lines.offsetAt({ line: last + 1, character: 0 }),
  };
}

/** Reads the comments whose tag words begin in `window`. Undefined for what is no text or of an unknown language. */
export function readPart(
  { text, path, tags, mentions }: Source,
  window: Span,
  lines = new LineIndex(text),
): Part | undefined {
  const encoder = new TextEncoder();
  const decoded = toUtf8(encoder.encode(text));
  const language = decoded.kind === 'binary' ? undefined : languageOf(path, decoded.bytes.subarray(0, 512));
  if (decoded.kind === 'binary' || !language) return undefined;
  const { bytes } = decoded;
  const from = encoder.encode(text.slice(0, window.start)).length;
  const inside = bytes.subarray(from, from + encoder.encode(text.slice(window.start, window.end)).length);
  const hits = finderOf(tags)(inside).map((hit) => hit + from);
  const found = hits.length === 0 ? [] : (resync(bytes, language, hits, textStart(bytes)) ?? walk());
  const todos = readComments(bytes, found, hits).flatMap((comment) => readTodos(comment, tags, mentions));
  const toUnits = unitsFrom(bytes, from, window.start);
  return {
    todos: placed(todos, text, lines),
    comments: found.map(({ start, end }) => ({ start: toUnits(start), end: toUnits(end) })),
  };

  function walk(): readonly Found[] {
    const scan = new Scan(bytes, language!.start(), hits);
    scan.run(textStart(bytes));
    return scan.found;
  }
}

const finders = new WeakMap<TagMatcher, (bytes: Uint8Array) => number[]>();

function finderOf(tags: TagMatcher): (bytes: Uint8Array) => number[] {
  let finder = finders.get(tags);
  if (!finder) finders.set(tags, (finder = candidateFinder(tags.tags)));
  return finder;
}

/** UTF-16 offsets of byte offsets that are asked for in ascending order, by one pair that is known. */
function unitsFrom(bytes: Uint8Array, knownByte: number, knownUnit: number): (at: number) => number {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const units = (from: number, to: number) => decoder.decode(bytes.subarray(from, to)).length;
  return (at) => {
    knownUnit += at < knownByte ? -units(at, knownByte) : units(knownByte, at);
    knownByte = at;
    return knownUnit;
  };
}
