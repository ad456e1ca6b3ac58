/** A TODO's text is clipped to this many UTF-16 units. */
const LONGEST = 300;

export interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * What is said from `from` on without the cuts (sorted, apart): on one line, words joined by single spaces, without
 * the dashes, colons and borders around it, clipped to 300 characters but never inside of one.
 */
export function tidy(text: string, from: number, cuts: readonly Cut[]): string {
  let kept = '';
  let at = from;
  for (const cut of cuts) {
    kept += text.slice(at, cut.start) + ' ';
    at = cut.end;
  }
  kept += text.slice(at);
  const line = withoutBorders(kept)
    .replace(BLANK, ' ')
    .replace(/ ([.;,])(?= |$)/g, '$1');
  return clip(trimTail(line.replace(ATTACHED, '').replace(LEAD, '')));
}

/** All that is not a single space already: most texts hold none of it. */
const BLANK = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;
/** What closes around the tag itself, as in `[TODO] …`, `"TODO": …` or `TODO-…`. */
const ATTACHED = /^["'`)\]}>-]+/;
/** A minus before a word is kept: `-Wall` is what it speaks of. */
const LEAD = /^(?:[\s:：*!?,;|=~>–—]|\.(?=[\s.]|$)|-(?![\p{L}\p{N}]))+/u;

function withoutBorders(text: string): string {
  return text.includes('\n') ? text.split('\n').map(trimBorder).join(' ') : trimBorder(text);
}

/** The right border of a boxed comment. */
function trimBorder(line: string): string {
  const end = trimEndOf(line, ' \t');
  const border = trimEndOf(line.slice(0, end), '*|#');
  return border < end && /\s/.test(line.charAt(border - 1)) ? line.slice(0, border) : line;
}

function trimTail(text: string): string {
  let end = text.length;
  for (;;) {
    const words = trimEndOf(text.slice(0, end), ' :：');
    const dashes = trimEndOf(text.slice(0, words), '-–—*=~#|<>/"\'`([{');
    // Only what stands apart: `i--`, `C#` and `a/` keep their ends.
    const isApart = dashes < words && (dashes === 0 || text.charAt(dashes - 1) === ' ');
    const next = isApart ? dashes : words;
    if (next === end) return text.slice(0, end);
    end = next;
  }
}

function trimEndOf(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return end;
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, isHalf ? LONGEST - 1 : LONGEST).trimEnd();
}
