import type { TextEdit } from '../../edits';
import { readMessage, type CommitMessage, type MessageOptions, type Trailer } from './read';

/** The key of the trailer that names an outcome, compared without case. */
const OUTCOME_KEY = 'Outcome';

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

function says({ value }: Trailer, wanted: string): boolean {
  const words = (text: string) => text.toLowerCase().split(/[\s,]+/);
  return value.toLowerCase() === wanted.toLowerCase() || words(value).includes(wanted.toLowerCase());
}

function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
