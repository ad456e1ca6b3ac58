import { candidateFinder, candidatesAgain } from './candidates';
import { changeBetween } from './change';
import type { Language } from './engine/language';
import { readComments } from './lines';
import type { Comment } from './model';
import { type Walk, walkOver } from './walk';

/** The comments of a text that hold tag words, and what it takes to read it again when it was edited. */
export interface EditedReading {
  readonly comments: readonly Comment[];
  readonly bytes: Uint8Array;
  readonly tags: readonly string[];
  /** The offset of every tag word, ascending. */
  readonly candidates: readonly number[];
  readonly walk: Walk;
}

/**
 * Reads a text, as UTF-8 without a byte order mark, as `commentsAt` does with its first `most` tag words. Given the
 * reading of an older version, it looks for words and comments only where the text is another.
 */
export function readEdited(
  bytes: Uint8Array,
  language: Language,
  tags: readonly string[],
  most: number,
  before?: EditedReading,
): EditedReading {
  const find = candidateFinder(tags);
  const isAsked = before !== undefined && before.tags.join('\n') === tags.join('\n');
  const candidates = isAsked
    ? candidatesAgain(find, tags, bytes, before.candidates, changeBetween(before.bytes, bytes))
    : find(bytes);
  const hits = candidates.slice(0, most);
  // What is left out must not come back as the further lines of a comment before it.
  const part = bytes.subarray(0, candidates[most] ?? bytes.length);
  const walk = walkOver(part, language, hits, before?.walk);
  return { comments: readComments(part, walk.found, hits), bytes, tags, candidates, walk };
}
