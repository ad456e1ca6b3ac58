import { textStart } from '../work/comments/decode';
import type { Language } from '../work/comments/engine/language';
import { isEol, NONE, Scan, type Mode } from '../work/comments/engine/scan';

/** What the lexer takes a byte for that is in no comment. */
export interface Token {
  readonly kind: 'string' | 'regex' | 'code';
  /** The byte offset where the string or the regular expression begins; that of the byte itself for code. */
  readonly start: number;
}

/**
 * What stands at a byte offset outside of all comments, by the walk that the scanner takes. Takes UTF-8; never throws,
 * and takes time linear in the bytes up to the offset.
 */
export function tokenAt(bytes: Uint8Array, language: Language, offset: number): Token {
  const trace = new Trace(bytes, language.start(), offset);
  trace.run(textStart(bytes));
  const start = trace.opening;
  if (start === null) return { kind: 'code', start: offset };
  // The text that a line announced, as `<<END` does, is met at that line's end.
  if (start < offset && isEol(bytes[start]!)) return { kind: 'string', start: start + 1 };
  return { kind: kindOf(bytes, start, offset), start };
}

/** Walks as any scan does and notes in what one byte lies. */
class Trace extends Scan {
  /** Where the token begins that holds the byte; null while it is not reached, and for plain code. */
  opening: number | null = null;
  private reached = false;
  private at = 0;
  /** Where the modes on the stack were entered. */
  private readonly entered: number[] = [];
  /** The height of that stack where the text began that is read as one of its own. */
  private floor = 0;

  constructor(
    bytes: Uint8Array,
    start: Mode,
    private readonly target: number,
  ) {
    super(bytes, start, [target]);
  }

  override run(from: number, stop = this.target + 1): number {
    const { bytes, target } = this;
    const end = Math.min(stop, this.end);
    let at = from;
    while (at < end) {
      const { table, matches } = this.mode;
      const skipped = at;
      let kind = 0;
      while (at < end && (kind = table[bytes[at]!]!) === 0) at++;
      if (skipped <= target && target < at) this.note(null);
      if (at >= end) break;
      this.at = at;
      const before = this.entered.at(-1) ?? null;
      const height = this.entered.length;
      const next = matches[kind]!(this, at);
      // What goes into another mode or out of one is a mark at the edge of a token, all else a token of its own.
      const isEdge = this.entered.length !== height || (this.entered.at(-1) ?? null) !== before;
      const to = next === NONE ? at + 1 : next;
      if (at <= target && target < to) this.note(next === NONE || isEdge ? null : at);
      at = to;
    }
    return at;
  }

  override push(next: Mode): void {
    super.push(next);
    this.entered.push(this.at);
  }

  override pop(): void {
    if (this.nested) this.entered.pop();
    super.pop();
  }

  override within(inner: Mode, from: number, to: number): void {
    const { floor } = this;
    const height = this.entered.length;
    this.floor = height;
    super.within(inner, from, to);
    this.entered.length = height;
    this.floor = floor;
  }

  private note(token: number | null): void {
    if (this.reached) return;
    this.reached = true;
    this.opening = token ?? (this.entered.length > this.floor ? this.entered.at(-1)! : null);
  }
}

/** Prefixes of strings, such as r#", @$", u8', are shorter than this. */
const LONGEST_OPENER = 8;

/** By how it opens: brackets and words that open a mode hold code again, quotes do not. */
function kindOf(bytes: Uint8Array, start: number, offset: number): Token['kind'] {
  const opener = String.fromCharCode(...bytes.subarray(start, Math.min(start + LONGEST_OPENER, offset)));
  if (opener.startsWith('/')) return 'regex';
  return /^(?:[\w#@$%&<~=-]{0,6}["'`]|<<|R"|\[=*\[|%[qQwWiI]|\$\w*\$|q[qwxr]?\W)/.test(opener)
    ? 'string'
    : 'code';
}
