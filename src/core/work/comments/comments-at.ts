import { textStart } from './decode';
import type { Language } from './engine/language';
import { Scan, type Found } from './engine/scan';
import { readComments } from './lines';
import type { Comment } from './model';
import { resync } from './resync';

/**
 * The comments that hold one of the byte offsets `hits`, which ascend. Takes UTF-8 (see toUtf8), takes time linear
 * in the bytes up to the last hit's comment, and never throws. Give the whole file where possible: what ends after
 * the bytes given (a heredoc) is not known to end. `lines` are the 0-based lines of the hits, if they are known and
 * no CR stands before the last hit; they need not be counted then.
 */
export function commentsAt(
  bytes: Uint8Array,
  language: Language,
  hits: ArrayLike<number>,
  lines?: ArrayLike<number>,
): Comment[] {
  if (hits.length === 0) return [];
  const found = resync(bytes, language, hits, textStart(bytes)) ?? walk(bytes, language, hits);
  return readComments(bytes, found, hits, lines);
}

/** The same by a walk over the whole file, without the short cut: what the short cut is tested against. */
export function commentsByWalk(bytes: Uint8Array, language: Language, hits: ArrayLike<number>): Comment[] {
  return readComments(bytes, walk(bytes, language, hits), hits);
}

function walk(bytes: Uint8Array, language: Language, hits: ArrayLike<number>): readonly Found[] {
  const scan = new Scan(bytes, language.start(), hits);
  scan.run(textStart(bytes));
  return scan.found;
}
