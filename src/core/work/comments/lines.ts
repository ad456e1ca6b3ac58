/** From the bytes of a comment to its lines of text, with exact positions in the source. */
import { ascii, lineEnd, lineStart } from './engine/bytes';
import { isEol, type Found } from './engine/scan';
import { countLineEnds } from './line-ends';
import { characterStart, decode, textStart, utf16Length } from './decode';
import type { Comment, CommentLine } from './model';

/** Lines given after the last hit of a comment: what may still belong to its remark. */
const AFTER = 40;
/** Lines given before the first hit of a block comment: where a why may already be stated. */
const BEFORE = 8;
/** Bytes of a line that are given on each side of a hit. */
const AROUND = 2000;

/**
 * Turns what the lexer found into comments. Takes the found comments and the hits in ascending order and reads
 * forward only, so that many hits in a long file (or on one long line) stay cheap. `lines`: see commentsAt.
 */
export function readComments(
  bytes: Uint8Array,
  found: readonly Found[],
  hits: ArrayLike<number>,
  lines?: ArrayLike<number>,
): Comment[] {
  const reader = new LineReader(bytes, hits, lines);
  const comments: Comment[] = [];
  for (const one of found) {
    // A long comment with hits far apart gives several, each with the lines around its own.
    for (let lines = reader.read(one); lines.length > 0; lines = reader.read(one)) {
      comments.push({ lines, block: one.block });
    }
  }
  return comments;
}

class LineReader {
  /** The line that the reader is at: its number and where it begins. */
  private line = 0;
  private start = 0;
  /** A place on that line whose column is known. */
  private known = 0;
  private column = 0;
  /** Hits before this are given already. */
  private done = 0;
  private hit = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly hits: ArrayLike<number>,
    private readonly lines: ArrayLike<number> | undefined,
  ) {
    this.start = this.known = this.done = textStart(bytes);
  }

  /** The lines around the next hits of a comment; none when its hits are all given. */
  read(found: Found): CommentLine[] {
    const { hits } = this;
    while (this.hit < hits.length && hits[this.hit]! < Math.max(found.start, this.done)) this.hit++;
    if (this.hit >= hits.length || hits[this.hit]! >= found.end) return [];
    const own = this.lineStart(found.start);
    const indent = Math.max(0, found.start - own);
    let at = this.firstLine(found, own);
    this.jumpTo(at);
    const lines: CommentLine[] = [];
    const firstHit = this.hit;
    let left = AFTER;
    let part = this.partAt(found, at, own, indent);
    while (part && left > 0) {
      left = this.hitBetween(part.from, part.end) ? AFTER : left - 1;
      lines.push(this.lineOf(part));
      at = nextStart(this.bytes, part.end);
      // A hit in the line's end itself has no text: it is given with the line.
      this.done = Math.max(part.end, at);
      if (at < 0) break;
      this.moveTo(at);
      part = this.partAt(found, at, own, indent);
    }
    if (this.hit === firstHit) this.hit++;
    return lines;
  }

  private partAt(found: Found, at: number, own: number, indent: number): Part | null {
    if (at >= own && at < found.end) return partOf(this.bytes, found, at);
    return found.block ? null : this.continued(found, indent, at);
  }

  /** The first line to give: a few before the one with the hit, as far as they belong to the comment or its run. */
  private firstLine(found: Found, own: number): number {
    let at = this.lineStart(this.hits[this.hit]!);
    for (let n = 0; n < BEFORE && at > this.start; n++) {
      const before = this.lineStart(eolBefore(this.bytes, at));
      if (before < this.done || (at <= own && (found.block || !this.goesBackTo(found, own, before)))) break;
      at = before;
    }
    return at;
  }

  /** The line at `before` is one of the same run of line comments, and its words were not decided otherwise. */
  private goesBackTo(found: Found, own: number, before: number): boolean {
    const { bytes, hits } = this;
    for (let i = own; i < found.start; i++) if (bytes[i] !== 32 && bytes[i] !== 9) return false;
    if (this.hit > 0 && hits[this.hit - 1]! >= before) return false;
    return this.continued(found, found.start - own, before) !== null;
  }

  /** The start of the line of `at`, which lies at or after the reader's line. */
  private lineStart(at: number): number {
    const floor = Math.max(this.start, this.done);
    const found = at > floor ? lineStart(this.bytes, at, floor) : at;
    return found <= floor ? Math.min(this.start, found) : found;
  }

  /** A line comment goes on where the next line holds nothing else and begins in the same column. */
  private continued(found: Found, indent: number, at: number): Part | null {
    const { bytes } = this;
    const width = found.from - found.start;
    const start = at + indent;
    for (let i = at; i < start; i++) if (bytes[i] !== 32 && bytes[i] !== 9) return null;
    for (let i = 0; i < width; i++) if (bytes[start + i] !== bytes[found.start + i]) return null;
    // Where the first one ended before its line did (?>), the code after it decides.
    if (found.end < bytes.length && !isEol(bytes[found.end]!)) return null;
    const end = lineEnd(bytes, start, bytes.length);
    return { from: start + width, to: end, end, indent, opener: true, mark: bytes[found.start]! };
  }

  private hitBetween(from: number, to: number): boolean {
    const { hits } = this;
    let i = this.hit;
    while (i < hits.length && hits[i]! < from) i++;
    return i < hits.length && hits[i]! < to;
  }

  private lineOf(part: Part): CommentLine {
    const { bytes, hits } = this;
    let [from, to] = undecorate(bytes, part);
    while (this.hit < hits.length && hits[this.hit]! < from) this.hit++;
    const first = this.hit < hits.length && hits[this.hit]! < to ? hits[this.hit]! : -1;
    let last = first;
    while (this.hit < hits.length && hits[this.hit]! < part.end) last = hits[this.hit++]!;
    if (first < 0) to = clip(bytes, from + AROUND, to);
    else {
      if (first - from > AROUND) from = characterStart(bytes, first - AROUND);
      to = clip(bytes, last + AROUND, to);
    }
    return { text: decode(bytes, from, to), line: this.line, character: this.columnOf(from) };
  }

  private columnOf(at: number): number {
    this.column += utf16Length(this.bytes, this.known, at);
    this.known = at;
    return this.column;
  }

  /** Goes forward to the line that begins at `start`, which is that of the next hit or one shortly before it. */
  private jumpTo(start: number): void {
    const { lines, hits, hit } = this;
    if (!lines || start <= this.start) {
      this.moveTo(start);
      return;
    }
    // What was told of a file may be older than its bytes; lines go forward nevertheless.
    this.line = Math.max(this.line, lines[hit]! - countLineEnds(this.bytes, start, hits[hit]!));
    this.start = this.known = start;
    this.column = 0;
  }

  /** Goes forward to the line that begins at `start`. */
  private moveTo(start: number): void {
    if (this.start >= start) return;
    const { bytes } = this;
    const next = bytes[start - 1] === 13 && bytes[start] === 10 ? start + 1 : start;
    this.line += countLineEnds(bytes, this.start, next);
    this.start = this.known = next;
    this.column = 0;
  }
}

/** What one line holds of a comment: [from, to) without delimiters, up to `end` with them. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Bytes before the comment on its line. */
  readonly indent: number;
  /** True when the comment's opening delimiter stands on this line. */
  readonly opener: boolean;
  /** The first byte of the opening delimiter. */
  readonly mark: number;
}

function partOf(bytes: Uint8Array, found: Found, lineStart: number): Part {
  const opener = found.start >= lineStart;
  const from = Math.max(found.from, lineStart);
  const eol = lineEnd(bytes, from, found.end);
  return {
    from,
    to: Math.max(from, Math.min(eol, found.to)),
    end: eol,
    indent: Math.max(0, found.start - lineStart),
    opener,
    mark: bytes[found.start]!,
  };
}

/** The end of the line before the one that begins at `start`. */
function eolBefore(bytes: Uint8Array, start: number): number {
  return start >= 2 && bytes[start - 1] === 10 && bytes[start - 2] === 13 ? start - 2 : start - 1;
}

/** The start of the line after the end of line at `eol`; -1 at the end of the text. */
function nextStart(bytes: Uint8Array, eol: number): number {
  if (eol >= bytes.length || !isEol(bytes[eol]!)) return -1;
  return bytes[eol] === 13 && bytes[eol + 1] === 10 ? eol + 2 : eol + 1;
}

function clip(bytes: Uint8Array, at: number, to: number): number {
  return at >= to ? to : characterStart(bytes, at);
}

/** Steps over what only decorates: `//` becomes `///` or `//!`, each line of a block begins with `*`, boxes end in `*`. */
function undecorate(bytes: Uint8Array, part: Part): [from: number, to: number] {
  let { from, to } = part;
  if (part.opener) {
    const row = bytes[from - 1]!;
    // ///, ####, ;;;, /**, -----, %%%
    if (isMark(row)) while (from < to && bytes[from] === row) from++;
    // //!, /*!, ///<, -- |, #:
    if (from < to && (bytes[from] === 33 || bytes[from] === 60) && (part.mark === 47 || part.mark === 35))
      from++;
  } else {
    while (from < to && isBlank(bytes[from]!)) from++;
    while (from < to && bytes[from] === 42) from++;
  }
  while (from < to && isBlank(bytes[from]!)) from++;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  let box = to;
  while (box > from && bytes[box - 1] === 42) box--;
  if (box < to && (box === from || isBlank(bytes[box - 1]!))) to = box;
  while (to > from && isBlank(bytes[to - 1]!)) to--;
  return [from, to];
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}

function isMark(byte: number): boolean {
  return MARKS.includes(byte);
}

const MARKS = ascii('/*#;-%!"\'|=:');
