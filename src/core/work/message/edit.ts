import type { TextEdit } from '../../edits';
import type { Span } from '../../text';
import { readMessage, type CommitMessage, type MessageOptions, type Trailer } from './read';

/** The key of the trailer that names an outcome, compared without case. */
export const OUTCOME_KEY = 'Outcome';

export interface TrailerOptions extends MessageOptions {
  /**
   * What happens to `Outcome:` trailers that are there and do not name the id: the last one gets the new value
   * (`replace`, the default), or a further one is added (`add`), as for work that serves several outcomes.
   */
  readonly existing?: 'replace' | 'add';
}

/** The `Outcome:` trailers of a message. */
export function outcomeTrailers({ trailers }: Pick<CommitMessage, 'trailers'>): Trailer[] {
  return trailers.filter(({ key }) => key.toLowerCase() === OUTCOME_KEY.toLowerCase());
}

/**
 * Edits after which the message names the id (or says `none (reason)`) in an `Outcome:` trailer: at the end of the
 * block of trailers, which begins behind a blank line where there is none yet. No edits when it says so already.
 */
export function addTrailer(text: string, value: string, options: TrailerOptions = {}): TextEdit[] {
  const message = readMessage(text, options);
  const own = outcomeTrailers(message);
  if (own.some((trailer) => says(trailer, value))) return [];
  const last = own.at(-1);
  if (last && options.existing !== 'add') {
    const isBare =
      last.valueSpan.start === last.keySpan.end + 1 && last.valueSpan.end === last.valueSpan.start;
    return [{ span: last.valueSpan, newText: isBare ? ` ${value}` : value }];
  }
  const eol = eolOf(text);
  const line = `${OUTCOME_KEY}: ${value}`;
  if (message.kind === 'empty' && message.block === null) {
    // The subject's line and a blank one stay free above it.
    return [{ span: { start: 0, end: 0 }, newText: eol + eol + line + (text === '' ? '' : eol) }];
  }
  const at = { start: message.end, end: message.end };
  return [{ span: at, newText: (message.block === null ? eol + eol : eol) + line }];
}

/** Edits that take the `Outcome:` trailers away, or those that name one id only; the blank line above the block goes with its last one. */
export function removeTrailer(
  text: string,
  options: MessageOptions & { readonly id?: string } = {},
): TextEdit[] {
  const message = readMessage(text, options);
  const { id } = options;
  const gone = outcomeTrailers(message).filter((trailer) => id === undefined || says(trailer, id));
  const isLast = gone.length === message.trailers.length;
  let done = 0;
  return gone.map(({ span }, i) => {
    const blanks = isLast && i === 0 && message.subject !== '';
    const { start, end } = wholeLines(text, span, blanks);
    // The line end between two may be taken by either.
    const edit = { span: { start: Math.max(done, start), end }, newText: '' };
    done = end;
    return edit;
  });
}

function says({ value }: Trailer, wanted: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/[\s,]+/);
  return value.toLowerCase() === wanted.toLowerCase() || words(value).includes(wanted.toLowerCase());
}

/** The trailer's lines with the line end before them, or after them at the top of the text. */
function wholeLines(text: string, { start, end }: Span, withBlanks: boolean): Span {
  const before = (withBlanks ? /(?:(?:\r?\n|^)[ \t]*)+$/ : /\r?\n$/).exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[ \t]*/.exec(text.slice(end))![0].length;
  if (before !== '') return { start: start - before.length, end: end + after };
  return { start, end: end + after + (/^\r?\n/.exec(text.slice(end + after))?.[0].length ?? 0) };
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
