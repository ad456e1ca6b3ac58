import type { TagMatcher } from '../tags';
import { oneLine } from '../why';

/** Longer than any reason that is given in a comment, and short enough for the brackets it is read from. */
const LONGEST = 300;

/**
 * A reason as it may be written in `TODO(no-outcome: …)`, the most faithful first. The first one keeps all but line
 * breaks and what would end the brackets. Where that ends or nests a comment, or holds a tag word, a later one parts
 * signs that stand together (`* /`), and the last keeps words only. Empty when the reason says nothing.
 */
export function writableReasons(reason: string, tags: TagMatcher): string[] {
  const plain = balanced(clip(oneLine(reason.replace(UNPRINTABLE, ' '))));
  if (!/[\p{L}\p{N}]/u.test(plain)) return [];
  const apart = plain.replace(SIGNS_TOGETHER, '$& ');
  const words = oneLine(withoutTags(plain, tags).replace(NO_WORDS, ' '));
  const candidates = [plain, withoutTags(plain, tags), apart, withoutTags(apart, tags), words].map(oneLine);
  return [...new Set(candidates)].filter((candidate) => candidate !== '');
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const SIGNS_TOGETHER = /[^\p{L}\p{N}\s](?=[^\p{L}\p{N}\s])/gu;
const NO_WORDS = /[^\p{L}\p{N}\p{M}\s,.-]|-(?=[-\s]|$)/gu;

/** Round brackets that do not match would end the reason early. */
function balanced(text: string): string {
  let depth = 0;
  for (const c of text) {
    if (c === '(') depth++;
    else if (c === ')' && --depth < 0) break;
  }
  return depth === 0 ? text : text.replaceAll('(', '[').replaceAll(')', ']');
}

/** A tag word in a reason would be a TODO of its own. */
function withoutTags(text: string, tags: TagMatcher): string {
  let kept = '';
  let at = 0;
  for (const { index, tag } of tags.find(text)) {
    const small = tag.toLowerCase();
    kept += text.slice(at, index) + (small === tag ? '' : small);
    at = index + tag.length;
  }
  return kept + text.slice(at);
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd();
}
