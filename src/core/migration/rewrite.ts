import type { TextEdit } from '../edits';
import { LineIndex } from '../text';
import type { Rewrite } from './model';

/** The edits of one file's text, leaving out what does not stand there any more. */
export function rewriteEdits(text: string, rewrites: readonly Rewrite[]): TextEdit[] {
  const lines = new LineIndex(text);
  return rewrites.flatMap(({ range, was, becomes }) => {
    const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    return text.slice(span.start, span.end) === was ? [{ span, newText: becomes }] : [];
  });
}

/** Rewrites by their file, in order. */
export function byFile(rewrites: readonly Rewrite[]): Map<string, Rewrite[]> {
  const files = new Map<string, Rewrite[]>();
  for (const rewrite of rewrites) {
    const own = files.get(rewrite.file);
    if (own === undefined) files.set(rewrite.file, [rewrite]);
    else own.push(rewrite);
  }
  return files;
}
