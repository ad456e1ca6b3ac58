import type { TextEdit } from './edits';

/**
 * The text with the edits made one after the other: each speaks of the text that the one before left. Throws a
 * RangeError when one lies outside of the text, as an edit of another text may.
 */
export function applyInTurn(text: string, edits: readonly TextEdit[]): string {
  // Parts of a text share its memory: only the end copies, however many edits there are.
  const pieces = [text];
  let { length } = text;
  for (const { span, newText } of edits) {
    const { start, end } = span;
    if (!(start >= 0 && start <= end && end <= length))
      throw new RangeError(`An edit of ${start}..${end} lies outside of a text of ${length}`);
    const first = cut(pieces, start);
    pieces.splice(first, cut(pieces, end) - first, newText);
    length += newText.length - (end - start);
  }
  return pieces.join('');
}

/** Parts the pieces at an offset and gives the index of the one that begins there. */
function cut(pieces: string[], at: number): number {
  let left = at;
  for (const [i, piece] of pieces.entries()) {
    if (left === 0) return i;
    if (left < piece.length) {
      pieces.splice(i, 1, piece.slice(0, left), piece.slice(left));
      return i + 1;
    }
    left -= piece.length;
  }
  return pieces.length;
}
