/** Finds the policy's tag words in text, exactly where ripgrep finds them with `pattern`. */
export interface TagMatcher {
  /** Longest first, each once. */
  readonly tags: readonly string[];
  /** Source of the same search for ripgrep, e.g. `\b(?:FIXME|TODO)\b`. It matches nothing when there are no tags. */
  readonly pattern: string;
  /** Where tag words stand, in order, never overlapping. Case-sensitive; linear in the text. */
  find(text: string): TagHit[];
  test(text: string): boolean;
}

export interface TagHit {
  /** UTF-16 offset. */
  readonly index: number;
  readonly tag: string;
}

/**
 * A tag may be any words (`TODO`, `@todo`, `NOTE!`, `[ ]`). It must stand on its own only where its edge is a word
 * character: `TODO` is not in `TODOS`, but `[ ]` is in `x[ ]y`. Blank tags and tags with a line break are left out.
 */
export function compileTags(tags: readonly string[]): TagMatcher {
  const usable = tags.map((t) => t.trim()).filter((t) => t !== '' && !hasControl(t));
  const sorted = [...new Set(usable)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const edged = sorted.map((tag) => ({
    tag,
    before: isWordCharacter(tag.codePointAt(0)),
    after: isWordCharacter(codePointBefore(tag, tag.length)),
  }));

  // The literals alone are searched for; boundaries are looked at only where one was found, which is rare.
  const literal = sorted.length > 0 ? new RegExp(sorted.map(escape).join('|'), 'g') : undefined;

  const next = (text: string, from: number): TagHit | undefined => {
    if (!literal) return undefined;
    literal.lastIndex = from;
    for (let match = literal.exec(text); match; match = literal.exec(text)) {
      const { index } = match;
      const wordBefore = isWordCharacter(codePointBefore(text, index));
      for (const { tag, before, after } of edged) {
        if (!text.startsWith(tag, index) || (before && wordBefore)) continue;
        if (!(after && isWordCharacter(text.codePointAt(index + tag.length)))) return { index, tag };
      }
      literal.lastIndex = index + 1;
    }
    return undefined;
  };

  return {
    tags: sorted,
    pattern: patternOf(edged),
    find(text) {
      const hits: TagHit[] = [];
      for (let hit = next(text, 0); hit; hit = next(text, hit.index + hit.tag.length)) hits.push(hit);
      return hits;
    },
    test: (text) => next(text, 0) !== undefined,
  };
}

/** Letters, marks, decimal digits, connectors and joiners: what ripgrep's Unicode `\w` holds. */
export function isWordCharacter(codePoint: number | undefined): boolean {
  if (codePoint === undefined) return false;
  if (codePoint < 128) {
    const small = codePoint | 32;
    return (small >= 97 && small <= 122) || (codePoint >= 48 && codePoint <= 57) || codePoint === 95;
  }
  return WORD.test(String.fromCodePoint(codePoint));
}

const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;

interface EdgedTag {
  readonly tag: string;
  /** Whether its first (last) character is a word character, so that a boundary is due there. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Neighbours with equal edges share a group, so that the usual case is one alternation that ripgrep optimizes. */
function patternOf(tags: readonly EdgedTag[]): string {
  const parts: string[] = [];
  for (let i = 0; i < tags.length;) {
    const { before, after } = tags[i]!;
    let end = i + 1;
    while (end < tags.length && tags[end]!.before === before && tags[end]!.after === after) end++;
    const words = tags.slice(i, end).map((t) => escape(t.tag));
    parts.push(`${before ? '\\b' : ''}(?:${words.join('|')})${after ? '\\b' : ''}`);
    i = end;
  }
  return parts.length > 0 ? parts.join('|') : '[^\\s\\S]';
}

/** Escapes what is special to both JavaScript's and ripgrep's syntax. Others must not be: `\<` has a meaning in rg. */
function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function codePointBefore(text: string, index: number): number | undefined {
  const low = text.charCodeAt(index - 1);
  const isPair = low >= 0xdc00 && low < 0xe000 && index > 1;
  const pair = isPair ? text.codePointAt(index - 2) : undefined;
  if (pair !== undefined && pair > 0xffff) return pair;
  return Number.isNaN(low) ? undefined : low;
}
