/** The TODOs of one file: its language, its tag words, the comments they stand in, what they say. */
import type { ScannedTodo } from '../model';
import type { TagMatcher } from '../tags';
import { readTodos } from '../todo';
import { candidateFinder } from './candidates';
import { commentsAt } from './comments-at';
import { toUtf8 } from './decode';
import { languageOf } from './detect';

export interface FindOptions {
  readonly tags: TagMatcher;
  readonly mentions: 'marker' | 'any';
  /** Byte offsets of the tag words, ascending, when they are known already (from rg); of the bytes as they are given. */
  readonly hits?: ArrayLike<number>;
}

/**
 * Takes a file's bytes and its path (only the name counts). Gives its TODOs in order; 'unknown' when it has tag
 * words and its language is not known; 'binary' for bytes that are no text.
 */
export function findTodos(
  bytes: Uint8Array,
  path: string,
  options: FindOptions,
): ScannedTodo[] | 'unknown' | 'binary' {
  const decoded = toUtf8(bytes);
  if (decoded.kind === 'binary') return 'binary';
  const hits =
    options.hits && sameBytes(bytes, decoded.bytes) ? options.hits : candidates(options.tags)(decoded.bytes);
  if (hits.length === 0) return [];
  const language = languageOf(path, decoded.bytes.subarray(0, 512));
  if (!language) return 'unknown';
  return commentsAt(decoded.bytes, language, hits).flatMap((comment) =>
    readTodos(comment, options.tags, options.mentions),
  );
}

/** The same for the text of an editor that may not be saved. */
export function findTodosInText(
  text: string,
  path: string,
  options: FindOptions,
): ScannedTodo[] | 'unknown' | 'binary' {
  return findTodos(new TextEncoder().encode(text), path, { tags: options.tags, mentions: options.mentions });
}

/** Offsets into bytes that were decoded (UTF-16) are not offsets into what they were decoded to. */
function sameBytes(given: Uint8Array, decoded: Uint8Array): boolean {
  return given.buffer === decoded.buffer;
}

const finders = new WeakMap<TagMatcher, (bytes: Uint8Array) => number[]>();

function candidates(tags: TagMatcher): (bytes: Uint8Array) => number[] {
  let finder = finders.get(tags);
  if (!finder) finders.set(tags, (finder = candidateFinder(tags.tags)));
  return finder;
}
