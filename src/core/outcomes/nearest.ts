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
    const distance = editDistance(wanted, folded);
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

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
