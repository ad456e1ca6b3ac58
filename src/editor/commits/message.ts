import {
  addTrailer,
  applyEdits,
  commitOf,
  type MessageContext,
  outcomeTrailers,
  readMessage,
  type TextEdit,
} from '../../core';

/** What a message says of its why, for who wants to add to it. Free of VS Code. */
export interface StatedWhy {
  /** Folded into another commit by a rebase: it needs none. */
  readonly isFixup: boolean;
  /** Nobody has written anything yet. */
  readonly isEmpty: boolean;
  /** What its trailers name, or `none` for a waiver; empty when they name nothing that is there. */
  readonly stated: readonly string[];
}

export function whyOf(text: string, context: MessageContext): StatedWhy {
  const message = readMessage(text, context);
  const { links, waiver } = commitOf(message, context);
  const ids = links
    .filter(({ evidence }) => evidence === 'trailer')
    .map((link) => link.output ?? link.outcome);
  return {
    isFixup: message.kind === 'fixup',
    isEmpty: message.kind === 'empty',
    stated: waiver === null ? ids : [...ids, 'none'],
  };
}

/**
 * One edit after which the message names all the values. An `Outcome:` that names nothing gets the first of them; no
 * other character is touched.
 */
export function trailerEdits(text: string, values: readonly string[], context: MessageContext): TextEdit[] {
  const { stated } = whyOf(text, context);
  const hasUseless = stated.length === 0 && outcomeTrailers(readMessage(text, context)).length > 0;
  let after = text;
  for (const [i, value] of values.entries()) {
    const existing = i === 0 && hasUseless ? 'replace' : 'add';
    after = applyEdits(after, addTrailer(after, value, { ...context, existing }));
  }
  return difference(text, after);
}

/** What lies between the beginning and the end that both texts share. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) }];
}
