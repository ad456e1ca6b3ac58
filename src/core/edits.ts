import type { Span } from './text';

/** Replaces `span` (UTF-16 offsets) of a text by `newText`. Edits of one text never overlap; an insertion has start = end. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What an edit gives: the edits, or in one sentence why it cannot be made. */
export type EditResult =
  | {
      readonly edits: readonly TextEdit[];
      /** Where the cursor or selection belongs, in the new text. */
      readonly reveal?: Span;
    }
  | { readonly refused: string };

/**
 * The text with the edits made, in whatever order they are given; of several insertions at one place the first one
 * given comes first. Throws a RangeError when two edits overlap or one lies outside of the text: that is a mistake of
 * the program, never of its user.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < done || span.end < span.start || span.end > text.length) {
      throw new RangeError(`An edit of ${span.start}..${span.end} overlaps another or lies outside the text`);
    }
    pieces.push(text.slice(done, span.start), newText);
    done = span.end;
  }
  return pieces.join('') + text.slice(done);
}

/** True when no two edits touch the same character. An insertion at the edge of a replacement touches none. */
export function areApart(edits: readonly TextEdit[]): boolean {
  return inOrder(edits).every((edit, i, sorted) => i === 0 || sorted[i - 1]!.span.end <= edit.span.start);
}

/** Where an offset that no edit replaces lies in the new text; what is inserted right there comes before it. */
export function movedBy(edits: readonly TextEdit[], offset: number): number {
  return edits.reduce(
    (moved, { span, newText }) =>
      span.end <= offset ? moved + newText.length - (span.end - span.start) : moved,
    offset,
  );
}

/** By place; an insertion comes before the replacement of what follows it. Array.sort keeps the order of equals. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
