import type { Position, Range } from '../text';

/** Part of a comment's lines as one text, lines joined by LF, that still knows where each character was written. */
export class Excerpt {
  readonly text: string;
  private readonly parts: readonly Part[];

  /** `parts` in the order of the file; `character` is the UTF-16 column of a part's first character. */
  constructor(parts: readonly Part[]) {
    let text = parts[0]?.text ?? '';
    for (let i = 1; i < parts.length; i++) text += '\n' + parts[i]!.text;
    this.text = text;
    this.parts = parts;
  }

  /** An offset just behind a line's last character is on that line. */
  positionAt(offset: number): Position {
    const { parts } = this;
    let start = 0;
    let i = 0;
    for (; i < parts.length - 1; i++) {
      const next = start + parts[i]!.text.length + 1;
      if (next > offset) break;
      start = next;
    }
    const { line, character } = parts[i]!;
    return { line, character: character + offset - start };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

interface Part {
  readonly text: string;
  readonly line: number;
  readonly character: number;
}
