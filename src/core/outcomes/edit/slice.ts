import { applyEdits, type TextEdit } from '../../edits';
import type { Span } from '../../text';

/** A part of a text that is left out of a slice, and what stands there in its place. */
export interface Hole extends Span {
  readonly filler: string;
}

/**
 * A part of a file that is YAML by itself, with what an edit does not look at left out, so that reading it takes the
 * same time in a large file as in a small one. Offsets of the slice are turned into offsets of the file.
 */
export class Slice {
  readonly text: string;
  private readonly pieces: readonly { readonly at: number; readonly from: number }[];

  /** `holes` lie inside of `span`, apart from each other, in any order. */
  constructor(whole: string, span: Span, holes: readonly Hole[] = []) {
    const pieces = [{ at: 0, from: span.start }];
    let text = '';
    let from = span.start;
    for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
      text += whole.slice(from, hole.start) + hole.filler;
      from = hole.end;
      pieces.push({ at: text.length, from });
    }
    this.text = text + whole.slice(from, span.end);
    this.pieces = pieces;
  }

  /** Where an offset of the slice lies in the file. What stands in for a hole has no place but its edges. */
  toFile(offset: number): number {
    const piece = this.pieces.findLast(({ at }) => at <= offset)!;
    return piece.from + offset - piece.at;
  }

  /** Edits of the slice as edits of the file. */
  editsOfFile(edits: readonly TextEdit[]): TextEdit[] {
    return edits.map(({ span, newText }) => ({ span: this.spanOfFile(span), newText }));
  }

  spanOfFile({ start, end }: Span): Span {
    const from = this.toFile(start);
    return { start: from, end: end === start ? from : this.toFile(end) };
  }

  with(edits: readonly TextEdit[]): string {
    return applyEdits(this.text, edits);
  }

  /** Where a span that lies in the new text of one edit is in the file, once all are made there. */
  spanInNewFile(edits: readonly TextEdit[], span: Span): Span | undefined {
    let shift = 0;
    const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    for (const edit of sorted) {
      const start = edit.span.start + shift;
      if (start <= span.start && span.end <= start + edit.newText.length) {
        const moved = this.toFile(edit.span.start) + shift - start;
        return { start: span.start + moved, end: span.end + moved };
      }
      shift += edit.newText.length - (edit.span.end - edit.span.start);
    }
    return undefined;
  }
}
