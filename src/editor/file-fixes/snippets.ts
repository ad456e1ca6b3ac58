import type { Span, TextEdit } from '../../core';

/** A piece of text to be written, with places to go through. */
export interface SnippetPiece {
  readonly span: Span;
  /** In the syntax of VS Code's snippets. */
  readonly snippet: string;
}

/**
 * The same edits of `text` with `stops`, spans of the new text, as placeholders numbered in their order. A stop that
 * lies in no edit is left out: what was there before is not to be typed over. Pieces of several lines start with a
 * line: VS Code would indent the others by what stands before.
 */
export function toSnippets(text: string, edits: readonly TextEdit[], stops: readonly Span[]): SnippetPiece[] {
  let shift = 0;
  return fromLineStarts(text, edits).map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { span, snippet: withStops(newText, start, stops) };
  });
}

/** Sorted, with the beginning of the line as part of each edit of several lines. */
function fromLineStarts(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const whole: TextEdit[] = [];
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (let { span, newText } of sorted) {
    if (/[\r\n]/.test(newText)) {
      const line =
        Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
      const start = span.start === 0 ? 0 : line;
      for (
        let before = whole.at(-1);
        before !== undefined && before.span.end > start;
        before = whole.at(-1)
      ) {
        newText = before.newText + text.slice(before.span.end, span.start) + newText;
        span = { start: before.span.start, end: span.end };
        whole.pop();
      }
      newText = text.slice(Math.min(start, span.start), span.start) + newText;
      span = { start: Math.min(start, span.start), end: span.end };
    }
    whole.push({ span, newText });
  }
  return whole;
}

function withStops(text: string, start: number, stops: readonly Span[]): string {
  const own = stops
    .map((stop, i) => ({ from: stop.start - start, to: stop.end - start, number: i + 1 }))
    .filter(({ from, to }) => from >= 0 && from < to && to <= text.length)
    .sort((a, b) => a.from - b.from);
  let written = '';
  let at = 0;
  for (const { from, to, number } of own) {
    written += `${escaped(text.slice(at, from))}\${${number}:${escaped(text.slice(from, to))}}`;
    at = to;
  }
  return written + escaped(text.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
