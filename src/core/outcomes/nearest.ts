import { editDistance } from '../work/near';

/**
 * The candidate that a misspelt field or value most likely means, or null. Equal apart from case, `-`, `_` and
 * spaces (`checkIns` for `check-ins`) comes first, then one within a small edit distance (a swap of neighbours
 * counts as one edit), then one that the word is the beginning of.
 */
export function nearestName(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (wanted === '' || wanted.length > LONGEST) return null;
  const allowed = wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  let beginning: string | null = null;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (folded === wanted) return candidate;
    if (wanted.length >= 3 && beginning === null && folded.startsWith(wanted)) beginning = candidate;
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, folded, bestDistance - 1);
    // Half of a short word changed is another word, not a misspelling.
    if (distance < bestDistance && distance * 2 < Math.max(wanted.length, folded.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? beginning;
}

const LONGEST = 64;

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
