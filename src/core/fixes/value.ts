import type { EditResult } from '../edits';
import { refuseShared } from '../outcomes/edit/anchors';
import { handOf } from '../outcomes/edit/hand';
import { attempt, refuse } from '../outcomes/edit/refusal';
import { writeScalar, type Quote } from '../outcomes/edit/scalar';
import type { OutcomesFile, SuggestedValue } from '../outcomes/model';
import type { Span } from '../text';

/**
 * Writes another value where `span` holds a scalar, or a list in brackets, quoted as the old one was. Refuses where an
 * alias repeats the value in another place.
 */
export function replaceValue(file: OutcomesFile, span: Span, value: SuggestedValue): EditResult {
  return attempt(() => {
    const old = file.text.slice(span.start, span.end);
    if (old.trim() === '' || span.start >= span.end) refuse('There is no value at this place of the file.');
    if (typeof value !== 'object' && /^[[{]/.test(old)) refuse('This value is a list. Edit it by hand.');
    if (/^[|>]/.test(old)) refuse('This text runs over several lines. Edit it by hand.');
    refuseShared(file, [span]);
    const quote = quoteOf(old);
    const write = (one: string | number) =>
      // Brackets may be around it, which need more quotes than a line of its own.
      writeScalar(one, { flow: true, quote: quote ?? handOf(file).quote, always: quote !== null });
    const newText = typeof value === 'object' ? `[${value.map(write).join(', ')}]` : write(value);
    return { edits: [{ span, newText }] };
  });
}

function quoteOf(written: string): Quote | null {
  if (written.startsWith('"')) return 'double';
  return written.startsWith("'") ? 'single' : null;
}
