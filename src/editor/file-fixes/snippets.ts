import type { Span, TextEdit } from '../../core';

/** A piece of text to be written, with places to go through. */
export interface SnippetPiece {
  readonly span: Span;
  /** In the syntax of VS Code's snippets. */
  readonly snippet: string;
}

/**
 * The same edits with `stops`, spans of the new text, as placeholders numbered in their order. A stop that lies in
 * no edit is left out: what was there before is not to be typed over.
 */
export function toSnippets(edits: readonly TextEdit[], stops: readonly Span[]): SnippetPiece[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { span, snippet: withStops(newText, start, stops) };
    });
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
