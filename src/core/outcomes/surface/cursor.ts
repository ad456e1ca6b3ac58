import type { Position, Range, Span } from '../../text';
import { isQuote, quotedEnd, skipBlanks } from './line';
import type { FileContext } from './model';

/** A word around the cursor. */
export type Word = Pick<FileContext, 'range' | 'typed' | 'quote' | 'space'>;

/** A place in a line, and the words that it touches. */
export class Cursor {
  constructor(
    readonly text: string,
    readonly offset: number,
    /** The line around it, without its break. */
    readonly start: number,
    readonly end: number,
    private readonly position: Position,
  ) {}

  /** How far the line is indented. */
  get indent(): number {
    return skipBlanks(this.text, this.start, this.end) - this.start;
  }

  /** Nothing is typed yet. `space`: nor the space that has to come first. */
  nothing(space: boolean): Word {
    return { range: this.range(this.offset, this.offset), typed: '', quote: '', space };
  }

  /** A key as far as it is one word: what follows behind a space may be something else. */
  key(span: Span): { readonly word: Word; readonly isWhole: boolean } | undefined {
    const word = this.value(span);
    if (word === undefined || word.quote !== '') return word && { word, isWhole: true };
    WORD_REST.lastIndex = this.offset;
    const end = Math.min(Math.max(span.end, this.offset), this.offset + WORD_REST.exec(this.text)![0].length);
    return { word: { ...word, range: this.range(span.start, end) }, isWhole: end === span.end };
  }

  /** A scalar; undefined when the cursor is not in it, is outside of its quotes, or it has several lines. */
  value({ start, end }: Span): Word | undefined {
    const { text, offset } = this;
    if (offset < start || start < this.start || end > this.end) return undefined;
    if (!isQuote(text.charCodeAt(start))) {
      // Spaces at its end may be followed by another word of it.
      const isOpen = skipBlanks(text, end, offset) >= offset;
      return isOpen ? this.word(start, Math.max(end, offset), '') : undefined;
    }
    const close = quotedEnd(text, start, end);
    const inner = close === undefined ? end : close - 1;
    return offset === start || offset > inner ? undefined : this.word(start + 1, inner, text.charAt(start));
  }

  private word(start: number, end: number, quote: string): Word {
    const typed = this.text.slice(start, this.offset);
    return { range: this.range(start, end), typed, quote, space: false };
  }

  private range(start: number, end: number): Range {
    const { line, character } = this.position;
    const at = (offset: number) => ({ line, character: character + offset - this.offset });
    return { start: at(start), end: at(end) };
  }
}

const WORD_REST = /[\p{L}\p{N}_-]*/uy;
