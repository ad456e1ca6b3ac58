import type { Position, Range } from '../text';

/** Part of a comment's lines as one text, lines joined by LF, that still knows where each character was written. */
export class Excerpt {
  readonly text: string;
  private readonly starts: readonly number[];
  private readonly places: readonly Position[];

  /** `parts` in the order of the file; `character` is the UTF-16 column of a part's first character. */
  constructor(
    parts: readonly { readonly text: string; readonly line: number; readonly character: number }[],
  ) {
    const starts: number[] = [];
    let length = 0;
    for (const part of parts) {
      starts.push(length);
      length += part.text.length + 1;
    }
    this.text = parts.map((part) => part.text).join('\n');
    this.starts = starts;
    this.places = parts.map(({ line, character }) => ({ line, character }));
  }

  /** An offset just behind a line's last character is on that line. */
  positionAt(offset: number): Position {
    let i = this.starts.length - 1;
    while (i > 0 && this.starts[i]! > offset) i--;
    const { line, character } = this.places[i]!;
    return { line, character: character + offset - this.starts[i]! };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
