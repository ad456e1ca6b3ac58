/** The text holds what this reader does not know. */
export class NotPlain extends Error {}

const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;

/** A place in a text whose lines matter: which line of content it is in, and how far that is indented. */
export class LineCursor {
  offset = 0;
  /** Of the line, or what stands for it behind a dash; -1 behind the last line. */
  indent = 0;
  private lineStart = 0;
  /** Before the line break. */
  private lineEnd = 0;
  private nextStart = 0;

  constructor(private readonly text: string) {}

  /** To the first character of the next line that holds more than a comment. */
  nextLine(): void {
    const { text } = this;
    do {
      if (this.nextStart >= text.length) {
        this.indent = -1;
        this.offset = this.lineStart = this.lineEnd = text.length;
        return;
      }
      this.startLine(this.nextStart);
    } while (this.offset === this.lineEnd || text.charCodeAt(this.offset) === HASH);
    this.indent = this.offset - this.lineStart;
  }

  /** Behind the last line. */
  atEnd(): boolean {
    return this.indent < 0;
  }

  column(): number {
    return this.offset - this.lineStart;
  }

  /** Skips spaces; true when nothing but a comment follows. */
  atLineEnd(): boolean {
    this.skipSpaces();
    if (this.offset === this.lineEnd) return true;
    return this.text.charCodeAt(this.offset) === HASH && this.text.charCodeAt(this.offset - 1) === SPACE;
  }

  atDash(): boolean {
    if (this.text.charCodeAt(this.offset) !== DASH) return false;
    return this.offset + 1 === this.lineEnd || this.text.charCodeAt(this.offset + 1) === SPACE;
  }

  skipDash(): void {
    this.offset++;
    this.skipSpaces();
  }

  atBracket(): boolean {
    const c = this.text.charAt(this.offset);
    return c === '[' || c === '{';
  }

  atKey(): boolean {
    return this.match(KEY) !== undefined;
  }

  /** A key of plain letters with a colon behind it, which is left. */
  takeKey(): string {
    const key = this.match(KEY);
    if (key === undefined) throw new NotPlain();
    this.offset += key.length;
    return key;
  }

  skipColon(): void {
    this.offset++;
    this.skipSpaces();
  }

  /** Text in quotes that ends on its line and needs no escape but that of a quote; undefined where no quote is. */
  takeQuoted(): string | undefined {
    const quote = this.text.charAt(this.offset);
    if (quote !== '"' && quote !== "'") return undefined;
    const written = this.match(quote === '"' ? DOUBLE : SINGLE);
    if (written === undefined) throw new NotPlain();
    this.offset += written.length;
    const inner = written.slice(1, -1);
    return quote === '"' ? inner : inner.replaceAll("''", "'");
  }

  /** Words up to the end of the line or its comment. */
  takeWords(): string {
    const line = this.text.slice(this.offset, this.lineEnd);
    const comment = line.indexOf(' #');
    const words = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    if (!WORDS_START.test(words) || words.includes(': ') || words.endsWith(':')) throw new NotPlain();
    this.offset += words.length;
    return words;
  }

  /** Words up to a comma, a bracket or the end of the line. */
  takeWordsInBrackets(): string {
    const words = this.match(WORDS_IN_BRACKETS)?.trimEnd();
    if (words === undefined || words.includes(' #') || /:(?: |$)/.test(words)) throw new NotPlain();
    this.offset += words.length;
    return words;
  }

  take(character: string): boolean {
    if (this.text.charAt(this.offset) !== character) return false;
    this.offset++;
    return true;
  }

  /** Spaces and line breaks inside of brackets; what goes on there has to be indented deeper than `indent`. */
  skipSpace(indent: number): void {
    this.skipSpaces();
    while (this.offset === this.lineEnd) {
      if (this.nextStart >= this.text.length) throw new NotPlain();
      this.startLine(this.nextStart);
      if (this.offset < this.lineEnd && this.offset - this.lineStart <= indent) throw new NotPlain();
    }
  }

  private startLine(start: number): void {
    const { text } = this;
    const newline = text.indexOf('\n', start);
    this.lineStart = this.offset = start;
    this.lineEnd = newline < 0 ? text.length : newline;
    this.nextStart = newline < 0 ? text.length : newline + 1;
    if (newline > start && text.charCodeAt(newline - 1) === RETURN) this.lineEnd--;
    this.skipSpaces();
  }

  private skipSpaces(): void {
    while (this.text.charCodeAt(this.offset) === SPACE) this.offset++;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text)?.[0];
  }
}

const KEY = /[A-Za-z_][\w-]{0,60}(?=:(?:[ \r\n]|$))/y;
const DOUBLE = /"[^"\\\r\n]*"/y;
const SINGLE = /'(?:[^'\r\n]|'')*'/y;
const WORDS_START = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s-])/;
const WORDS_IN_BRACKETS = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s\-,[\]{}])[^,[\]{}\r\n]*/y;
