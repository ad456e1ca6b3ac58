import type { Span } from '../../text';
import {
  RETURN,
  BANG,
  HASH,
  AMPERSAND,
  COLON,
  COMMA,
  BRACKET,
  BRACKET_END,
  BRACE,
  BRACE_END,
  codesOf,
} from './characters';
import { isBlank, isMarker, isQuote, lineEndAt, quotedEnd, skipBlanks, withoutReturn } from './line';

/** A `{…}` or `[…]` as far as it can be read, however broken or half-typed. */
export interface Flow extends Span {
  readonly kind: 'map' | 'list';
  /** False when the text, or the part of it that is indented deeper, ends first. */
  readonly closed: boolean;
  /** What stands between the brackets and commas; one of them may be empty. */
  readonly entries: readonly FlowEntry[];
}

export interface FlowEntry {
  /** Behind the bracket or comma that begins it. */
  readonly from: number;
  /** At the bracket or comma that ends it. */
  readonly to: number;
  /** The key of a mapping, be its colon still missing; null for the usual entry of a list. */
  readonly key: Span | null;
  readonly colon: number | null;
  readonly value: Span | Flow | null;
}

export interface FlowReading {
  readonly flow: Flow;
  readonly comments: readonly Span[];
}

export function isFlow(value: Span | Flow | null): value is Flow {
  return value !== null && 'entries' in value;
}

/**
 * Reads the collection whose bracket is at `start`. It reaches at most to the first line that is not indented deeper
 * than `parent`, the column of what holds it (YAML 1.2.2 §8.2.1; a closing bracket may stand there): a bracket that is
 * never closed does not swallow the file. Nor does a quote that is being typed, the one open on the line of `cursor`.
 */
export function readFlow(text: string, start: number, parent: number, cursor = -1): FlowReading {
  return new FlowReader(text, start, reachOf(text, start, parent), cursor).read();
}

/** Where the lines end that can belong to the collection. */
function reachOf(text: string, start: number, parent: number): number {
  let end = lineEndAt(text, start);
  while (end < text.length) {
    const next = end + 1;
    const stop = lineEndAt(text, next);
    const first = skipBlanks(text, next, stop);
    const code = text.charCodeAt(first);
    const isContent = first < stop && code !== RETURN && code !== HASH;
    const isCloser = code === BRACE_END || code === BRACKET_END;
    if (isContent && !isCloser && first - next <= parent) return end;
    if (first === next && isMarker(text, next, stop)) return end;
    end = stop;
  }
  return end;
}

interface OpenEntry extends FlowEntry {
  to: number;
  key: Span | null;
  colon: number | null;
  value: Span | Flow | null;
}

interface OpenFlow extends Flow {
  end: number;
  closed: boolean;
  entries: OpenEntry[];
}

class FlowReader {
  private readonly comments: Span[] = [];
  private readonly open: OpenFlow[] = [];
  private readonly unclosed = { map: 0, list: 0 };
  /** The scalar that was read last. */
  private last: Span = { start: 0, end: 0 };

  constructor(
    private readonly text: string,
    private at: number,
    private readonly reach: number,
    private readonly cursor: number,
  ) {}

  read(): FlowReading {
    const flow = this.begin();
    while (this.open.length > 0 && this.skipSpace()) this.step(this.open.at(-1)!);
    for (const unclosed of this.open) endAt(unclosed, this.reach);
    return { flow, comments: this.comments };
  }

  private step(flow: OpenFlow): void {
    const code = this.text.charCodeAt(this.at);
    const entry = flow.entries.at(-1)!;
    if (code === BRACE || code === BRACKET) {
      const isFree = entry.value === null && (entry.colon !== null || entry.key === null);
      const place = isFree ? entry : this.nextEntry(flow, this.at);
      place.value = this.begin();
    } else if (code === BRACE_END) this.close('map');
    else if (code === BRACKET_END) this.close('list');
    else if (code === COMMA) this.nextEntry(flow, this.at, ++this.at);
    else if (code === COLON && this.isColon(entry)) this.colon(flow, entry);
    else if (code === AMPERSAND || code === BANG) this.skipMark();
    else this.scalar(flow, entry);
  }

  private begin(): OpenFlow {
    const kind = this.text.charCodeAt(this.at) === BRACE ? 'map' : 'list';
    const flow: OpenFlow = { kind, start: this.at, end: this.at, closed: false, entries: [] };
    flow.entries.push(newEntry(++this.at));
    this.open.push(flow);
    this.unclosed[kind]++;
    return flow;
  }

  /** Closes the innermost collection of that kind, and whatever was left open in it. */
  private close(kind: Flow['kind']): void {
    // A bracket that closes nothing is overlooked.
    if (this.unclosed[kind] > 0) {
      const index = this.open.findLastIndex((flow) => flow.kind === kind);
      const closed = this.open.splice(index);
      for (const flow of closed) {
        endAt(flow, this.at);
        this.unclosed[flow.kind]--;
      }
      closed[0]!.end = this.at + 1;
      closed[0]!.closed = true;
    }
    this.at++;
  }

  private nextEntry(flow: OpenFlow, end: number, from = end): OpenEntry {
    flow.entries.at(-1)!.to = end;
    const entry = newEntry(from);
    flow.entries.push(entry);
    return entry;
  }

  private colon(flow: OpenFlow, entry: OpenEntry): void {
    const { last } = this;
    const colon = this.at++;
    if (isFlow(entry.value)) return;
    const begin = entry.value?.start ?? colon;
    if (entry.colon === null && (flow.kind === 'map' || begin >= last.start)) {
      entry.colon = colon;
      // `[a: b]` is a mapping of one field.
      if (flow.kind === 'list') entry.key = entry.value;
      entry.value = null;
    } else if (this.isBreakBefore(entry.colon ?? begin, last)) {
      // What seemed to go on with the value is the key of the next line, a comma missing.
      if (begin === last.start) entry.value = null;
      const next = this.nextEntry(flow, last.start);
      next.key = last;
      next.colon = colon;
    }
  }

  private scalar(flow: OpenFlow, entry: OpenEntry): void {
    const start = this.at;
    const isText = isQuote(this.text.charCodeAt(start));
    this.at = Math.max(start + 1, isText ? this.endOfQuoted() : this.endOfPlain());
    const span = { start, end: this.at };
    if (flow.kind === 'map' && entry.colon === null) this.addKey(flow, entry, span);
    else if (isFlow(entry.value)) this.addKey(flow, this.nextEntry(flow, start), span);
    else if (entry.value === null) entry.value = span;
    else if (!this.isBreakBefore(entry.value.end, span))
      entry.value = { start: entry.value.start, end: span.end };
    this.last = span;
  }

  private addKey(flow: OpenFlow, entry: OpenEntry, span: Span): void {
    if (flow.kind === 'list') entry.value = span;
    else if (entry.key === null && entry.value === null) entry.key = span;
    else if (entry.key !== null && !this.isBreakBefore(entry.key.end, span))
      entry.key = { start: entry.key.start, end: span.end };
    else this.nextEntry(flow, span.start).key = span;
  }

  private isBreakBefore(from: number, { start }: Span): boolean {
    const end = this.text.indexOf('\n', from);
    return end >= 0 && end < start;
  }

  /** A colon ends a key before a space or bracket, and anywhere behind a quoted key, as in JSON. */
  private isColon({ key, colon, value }: OpenEntry): boolean {
    const next = this.at + 1;
    if (next >= this.reach || ENDS_KEY.has(this.text.charCodeAt(next))) return true;
    const before = key ?? value;
    return colon === null && before?.end === this.at && isQuote(this.text.charCodeAt(before.end - 1));
  }

  private endOfPlain(): number {
    let end = this.at;
    for (let i = this.at; i < this.reach; i++) {
      const code = this.text.charCodeAt(i);
      if (ENDS_PLAIN.has(code)) break;
      if (code === COLON && (i + 1 >= this.reach || ENDS_KEY.has(this.text.charCodeAt(i + 1)))) break;
      if (isBlank(code)) {
        if (this.text.charCodeAt(i + 1) === HASH) break;
      } else end = i + 1;
    }
    return end;
  }

  private endOfQuoted(): number {
    const lineEnd = Math.min(lineEndAt(this.text, this.at), this.reach);
    const isTyped = this.cursor > this.at && this.cursor <= lineEnd;
    return quotedEnd(this.text, this.at, isTyped ? lineEnd : this.reach) ?? withoutReturn(this.text, lineEnd);
  }

  private skipMark(): void {
    while (this.at < this.reach && !ENDS_MARK.has(this.text.charCodeAt(this.at))) this.at++;
  }

  /** Goes to the next character that is neither space nor comment. False at the end. */
  private skipSpace(): boolean {
    for (; this.at < this.reach; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === HASH && SPACES.has(this.text.charCodeAt(this.at - 1))) {
        const end = Math.min(lineEndAt(this.text, this.at), this.reach);
        this.comments.push({ start: this.at, end });
        this.at = end - 1;
      } else if (!SPACES.has(code)) return true;
    }
    return false;
  }
}

function newEntry(from: number): OpenEntry {
  return { from, to: from, key: null, colon: null, value: null };
}

function endAt(flow: OpenFlow, end: number): void {
  flow.end = end;
  flow.entries.at(-1)!.to = end;
}

const SPACES = codesOf(' \t\r\n');
const ENDS_MARK = codesOf(' \t\r\n,[]{}');
const ENDS_PLAIN = codesOf('\r\n,[]{}');
const ENDS_KEY = ENDS_MARK;
