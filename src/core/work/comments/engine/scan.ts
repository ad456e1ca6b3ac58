/**
 * The machine that walks over the bytes of a file and meets its comments. A language is a set of triggers: the
 * bytes at which something can begin, and a matcher that says where it ends. Between triggers, bytes are
 * skipped by a 256-entry table. Nesting (interpolation, elements) is an explicit stack, never recursion.
 */

/** Gives the position after what begins at `at`, or NONE when nothing does and the next trigger may try. */
export type Match = (scan: Scan, at: number) => number;

export const NONE = -1;

export interface Trigger {
  /** The ASCII bytes it can begin with; OTHER for every byte above 127 as well. */
  readonly on: string;
  readonly match: Match;
}

export interface Mode {
  /** 0 where nothing can begin, else an index into `matches`. */
  readonly table: Uint8Array;
  readonly matches: readonly Match[];
}

/** Builds the table of a mode. Triggers on the same byte are tried in the order given. */
export function mode(triggers: readonly Trigger[]): Mode {
  const lists = new Map<number, Match[]>();
  for (const trigger of triggers) {
    for (let i = 0; i < trigger.on.length; i++) {
      const byte = trigger.on.charCodeAt(i);
      const list = lists.get(byte);
      if (list) list.push(trigger.match);
      else lists.set(byte, [trigger.match]);
    }
  }
  const table = new Uint8Array(256);
  const matches: Match[] = [() => NONE];
  for (const [byte, list] of lists) {
    table[byte] = matches.length;
    matches.push(list.length === 1 ? list[0]! : firstOf(list));
  }
  return { table, matches };
}

function firstOf(list: readonly Match[]): Match {
  return (scan, at) => {
    for (const match of list) {
      const next = match(scan, at);
      if (next !== NONE) return next;
    }
    return NONE;
  };
}

/** A comment as byte offsets: [start, end) with its delimiters, [from, to) without them. */
export interface Found {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly block: boolean;
}

/** One walk over one file. Matchers call `comment`, `push`, `pop` and `within`. */
export class Scan {
  readonly bytes: Uint8Array;
  /** Where the text (or the embedded part of it that is being read) ends. */
  end: number;
  /** Where the walk began: what lies before is unknown, and a matcher that wants to know sets `unsure`. */
  readonly base: number;
  unsure = false;
  mode: Mode;
  /** Open brackets of the current mode, for matchers that count. */
  depth = 0;
  /** The last run of comments with only white space between them: what a matcher that looks back steps over. */
  chainStart = -1;
  chainEnd = -1;
  /** No regular expression begins before this: a search from an earlier slash came this far in vain. */
  noRegexBefore = 0;
  readonly found: Found[] = [];
  /** What `elementEnd` found, if it was asked. */
  lastElementEnd: number | undefined;
  /** The first byte that a matcher looked back at since this was set anew, as far as it lies before its own line. */
  back = Infinity;
  /** Heredocs announced on the line being read. */
  pending: Heredoc[] = [];
  /** Searches for a terminator that ran to the end of the text in vain; see `mayFail`. */
  private failures = 0;
  private embedded = 0;
  /** The height of the stack below which the text being read may not pop. */
  private bottom = 0;
  private stop: number;
  private readonly start: Mode;
  private readonly modes: Mode[] = [];
  private readonly depths: number[] = [];
  private hit = 0;

  constructor(
    bytes: Uint8Array,
    start: Mode,
    private readonly hits: ArrayLike<number>,
    base = 0,
    end = bytes.length,
  ) {
    this.bytes = bytes;
    this.mode = start;
    this.start = start;
    this.base = base;
    this.end = end;
    this.stop = hits.length === 0 ? 0 : hits[hits.length - 1]! + 1;
  }

  /** Walks from `at` until every hit is decided; gives where it stopped. */
  run(at: number, stop = this.stop): number {
    const { bytes } = this;
    const end = Math.min(stop, this.end);
    while (at < end) {
      const { table, matches } = this.mode;
      let kind = 0;
      while (at < end && (kind = table[bytes[at]!]!) === 0) at++;
      if (at >= end) break;
      const next = matches[kind]!(this, at);
      at = next === NONE ? at + 1 : next;
    }
    return at;
  }

  /** The first `count` hits are decided already. */
  skipHits(count: number): void {
    this.hit = count;
  }

  /** Tells of a comment. It is kept when it holds a hit. */
  comment(start: number, from: number, to: number, end: number, block: boolean): void {
    const { hits, bytes } = this;
    let before = start;
    while (before > this.base && isSpace(bytes[before - 1]!)) before--;
    if (before !== this.chainEnd) this.chainStart = start;
    this.chainEnd = end;
    while (this.hit < hits.length && hits[this.hit]! < start) this.hit++;
    if (this.hit >= hits.length || hits[this.hit]! >= end) return;
    this.found.push({ start, from, to: Math.max(from, to), end, block });
    while (this.hit < hits.length && hits[this.hit]! < end) this.hit++;
  }

  push(next: Mode): void {
    this.modes.push(this.mode);
    this.depths.push(this.depth);
    this.mode = next;
    this.depth = 0;
  }

  /** Back to the mode before; at the bottom nothing changes. */
  pop(): void {
    if (!this.nested) return;
    this.mode = this.modes.pop()!;
    this.depth = this.depths.pop()!;
  }

  /** True in a mode that was pushed, so that a closing bracket can end it. */
  get nested(): boolean {
    return this.modes.length > this.bottom;
  }

  /** True when nothing is open at `at`, and no search from before it says anything of what follows. */
  isFree(at: number): boolean {
    const isOpen = this.modes.length > 0 || this.mode !== this.start || this.depth > 0;
    return !isOpen && this.pending.length === 0 && this.failures === 0 && this.noRegexBefore <= at;
  }

  /** A matcher that looks back beyond its line says how far it did. */
  lookedBack(at: number): void {
    if (at < this.back) this.back = at;
  }

  /** Where the last `</` or `/>` of the text is: an element cannot begin after it. -1 for none. */
  elementEnd(): number {
    if (this.lastElementEnd === undefined) {
      const { bytes } = this;
      let at = bytes.lastIndexOf(47);
      while (at > 0 && bytes[at - 1] !== 60 && bytes[at + 1] !== 62) at = bytes.lastIndexOf(47, at - 1);
      this.lastElementEnd = at > 0 ? at : -1;
    }
    return this.lastElementEnd;
  }

  /** Reads [from, to) as text of its own in another mode: what is open at its end is closed there. */
  within(inner: Mode, from: number, to: number): void {
    if (this.embedded >= 4 || from >= to) return;
    const { end, mode: outer, depth, pending, bottom } = this;
    const height = this.modes.length;
    this.embedded++;
    this.end = to;
    this.mode = inner;
    this.depth = 0;
    this.pending = [];
    this.bottom = height;
    this.run(from);
    this.modes.length = height;
    this.depths.length = height;
    this.bottom = bottom;
    this.embedded--;
    this.end = end;
    this.mode = outer;
    this.depth = depth;
    this.pending = pending;
  }

  /**
   * Asked before a search that may run to the end of the text: false once several did so in vain, which keeps
   * the whole walk linear. `failed` counts one.
   */
  mayFail(): boolean {
    return this.failures < 8;
  }

  failed(): void {
    this.failures++;
  }
}

export interface Heredoc {
  readonly word: Uint8Array;
  /** White space before the terminator is allowed. */
  readonly indented: boolean;
}

export function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** Letters, digits, underscore and every byte of a character beyond ASCII. */
export function isWord(byte: number): boolean {
  return (
    (byte >= 97 && byte <= 122) ||
    (byte >= 65 && byte <= 90) ||
    (byte >= 48 && byte <= 57) ||
    byte === 95 ||
    byte >= 128
  );
}

export function isEol(byte: number): boolean {
  return byte === 10 || byte === 13;
}
