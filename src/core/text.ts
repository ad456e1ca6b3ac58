/** Half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a word itself stands in the span of its scalar, which may hold quotes around it. */
export function unquoted(word: string, span: Span): Span {
  return span.end - span.start === word.length + 2 ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. Reporters print both plus one. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Finds line and character of an offset. Lines end at LF, CRLF or a lone CR, as in VS Code. */
export class LineIndex {
  #found: readonly number[] | undefined;
  private readonly length: number;

  constructor(private readonly text: string) {
    this.length = text.length;
  }

  /** Not before somebody asks: who takes in a long file mostly does not. */
  private get starts(): readonly number[] {
    return (this.#found ??= startsOfLines(this.text));
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - starts[low]! };
  }

  /** The offset of a position; what lies outside the text or behind the end of its line is clamped. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return this.length;
    return Math.min(start + Math.max(0, character), (this.starts[line + 1] ?? this.length + 1) - 1);
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    // Finding the next one is a tenth of the work of looking at each character.
    for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/**
 * Thousands apart in the whole part of plain digits: `-12345.678` is `-12,345.678`; a number with an exponent stays as
 * it is. `Intl` and `toLocaleString` do the same, and read data of all locales first: half of the time that loading the
 * extension took.
 */
export function thousandsApart(digits: string): string {
  if (/e/i.test(digits)) return digits;
  const [whole = '', fraction] = digits.split('.');
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}
