/**
 * Deciding a hit from its surroundings. Where only block comments cross lines, the state at the start of a line is
 * known from the nearest slash-star or star-slash before it, so that most of a file need not be read. It gives
 * exactly what a walk over the whole file gives, or nothing (and then the whole file is walked).
 */
import { lineStart } from './engine/bytes';
import type { Language } from './engine/language';
import { Scan, type Found } from './engine/scan';

/** A hit this near to what is read already is reached by reading on, which costs less than looking back. */
const NEAR = 256;

/** The comments that hold hits; null when this cannot tell. `start` is where the text begins. */
export function resync(
  bytes: Uint8Array,
  language: Language,
  hits: ArrayLike<number>,
  start: number,
): Found[] | null {
  const last = hits.length === 0 ? 0 : hits[hits.length - 1]!;
  if (!language.resync) return null;
  const { before = [], anywhere = [] } = language.resync;
  if (before.some((opener) => opensBefore(bytes, opener, last))) return null;
  if (anywhere.some((opener) => opensBefore(bytes, opener, bytes.length))) return null;
  const found: Found[] = [];
  let scan = new Scan(bytes, language.start(), hits, start);
  // A language with elements comes here only when the text has no end of one.
  scan.lastElementEnd = -1;
  let at = start;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    if (hit < at) continue;
    const from = scan.nested || hit - at < NEAR ? at : anchor(bytes, hit, at);
    if (from > at) {
      for (const one of scan.found) found.push(one);
      scan = new Scan(bytes, language.start(), hits, from);
      scan.skipHits(i);
      scan.lastElementEnd = -1;
      at = from;
    }
    at = scan.run(at, hit + 1);
    if (scan.unsure) return null;
  }
  for (const one of scan.found) found.push(one);
  return found;
}

/** It begins before `before`; where it ends does not matter. */
function opensBefore(bytes: Uint8Array, opener: string, before: number): boolean {
  // Looked for in the part alone: in the whole text the search for what is not there would run on to its end. And not
  // by a slash, which begins comments and paths as well.
  const lead = opener.startsWith('/') ? 1 : 0;
  const part = bytes.subarray(0, before + lead);
  const sought = opener.charCodeAt(lead);
  for (let at = part.indexOf(sought, lead); at >= 0; at = part.indexOf(sought, at + 1)) {
    let i = 0;
    while (i < opener.length && bytes[at - lead + i] === opener.charCodeAt(i)) i++;
    if (i === opener.length) return true;
  }
  return false;
}

/** A line start at or before `hit` at which the text is code, as far back as needed; `known` when none is near. */
function anchor(bytes: Uint8Array, hit: number, known: number): number {
  let line = joinedLineStart(bytes, hit, known);
  for (let tries = 0; tries < 4 && line > known; tries++) {
    const star = nearestMark(bytes, line, known);
    if (star < 0) return line;
    const opens = bytes[star - 1] === 47;
    const closes = bytes[star + 1] === 47;
    if (opens && closes) return known;
    if (closes) return line;
    line = joinedLineStart(bytes, star, known);
  }
  return known;
}

/** The star of the last slash-star or star-slash that lies wholly within [from, before). */
function nearestMark(bytes: Uint8Array, before: number, from: number): number {
  // Looked for in the part alone: in the whole text the search would run on to its start, at every hit.
  const part = bytes.subarray(from, before + 1);
  for (let at = part.lastIndexOf(42, before - 1 - from); at >= 0; at = part.lastIndexOf(42, at - 1)) {
    if ((part[at - 1] === 47 && at > 0) || part[at + 1] === 47) return from + at;
    if (at === 0) break;
  }
  return -1;
}

/** The start of the line of `at`, above every line that a backslash joins to it; not before `known`. */
function joinedLineStart(bytes: Uint8Array, at: number, known: number): number {
  for (;;) {
    at = lineStart(bytes, at, known);
    if (at <= known) return known;
    let end = at - 1;
    if (bytes[end] === 10 && bytes[end - 1] === 13) end--;
    if (end <= known || bytes[end - 1] !== 92) return at;
    at = end;
  }
}
