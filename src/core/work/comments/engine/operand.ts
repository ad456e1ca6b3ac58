/** Looking back over white space and comments: does an operand end here, so that `/` or `<` is an operator? */
import { textOf } from './bytes';
import { isSpace, isWord, NONE, type Scan, type Trigger } from './scan';

/**
 * The last byte before `at` that is neither white space nor comment. -1 at the start of the text; when the walk
 * itself began later than the text, the answer is not known and the walk is marked unsure.
 */
export function lastCode(scan: Scan, at: number): number {
  const { bytes, base } = scan;
  let i = at - 1;
  for (;;) {
    while (i >= base && isSpace(bytes[i]!)) i--;
    if (i < base || i + 1 !== scan.chainEnd) break;
    i = scan.chainStart - 1;
  }
  scan.lookedBack(i);
  if (i >= base) return i;
  if (base > 0) scan.unsure = true;
  return -1;
}

/** The word that ends at `last` (its last byte), at most 16 bytes of it, and what stands before it. */
export function wordBefore(scan: Scan, last: number): { readonly word: string; readonly before: number } {
  const { bytes } = scan;
  let from = last + 1;
  while (from > 0 && last - from < 16 && isWord(bytes[from - 1]!)) from--;
  return { word: textOf(bytes, from, last + 1), before: from > 0 ? bytes[from - 1]! : 0 };
}

/** The place of the `(` that matches the `)` at `close`, when it is near; strings are not looked at. */
export function openParenthesis(scan: Scan, close: number): number {
  const { bytes, base } = scan;
  const far = Math.max(0, close - 128);
  scan.lookedBack(far);
  let depth = 0;
  for (let i = close; i >= far; i--) {
    if (i < base) {
      scan.unsure = true;
      return NONE;
    }
    if (bytes[i] === 41) depth++;
    else if (bytes[i] === 40 && --depth === 0) return i;
  }
  return NONE;
}

export interface RegexOptions {
  /** True when `/` at this place divides. */
  readonly divides: (scan: Scan, at: number) => boolean;
  /** How far it may go on over line ends, in bytes; 0 for not at all. */
  readonly reach?: (scan: Scan, at: number) => number;
}

/** A regular expression between slashes; `[/]` does not end it. One that is not closed is a division. */
export function regex(options: RegexOptions): Trigger {
  return {
    on: '/',
    match: (scan, at) => {
      const { bytes } = scan;
      // `a // b` is one operator where it is no comment; its second slash begins nothing.
      if (options.divides(scan, at)) return bytes[at + 1] === 47 ? at + 2 : NONE;
      if (at < scan.noRegexBefore) return NONE;
      const reach = options.reach ? options.reach(scan, at) : 0;
      const end = reach > 0 ? Math.min(scan.end, at + reach) : scan.end;
      let inClass = false;
      let i = at + 1;
      for (; i < end; i++) {
        const byte = bytes[i]!;
        if (byte === 92) i++;
        else if (byte === 91) inClass = true;
        else if (byte === 93) inClass = false;
        else if (byte === 47 && !inClass) return i + 1;
        else if (reach === 0 && (byte === 10 || byte === 13)) break;
      }
      // An unclosed class would make every later slash of this stretch look as far again.
      scan.noRegexBefore = Math.min(i, end);
      return NONE;
    },
  };
}
