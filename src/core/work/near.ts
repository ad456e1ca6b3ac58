/**
 * The candidate that `word` most likely misspells, or null when none is near. Case does not count; a candidate equal
 * to the word is returned at once. Near means few edits (insert, delete, replace, swap of neighbours) for the length:
 * see `editLimit`. Ties go to the longer common beginning, then to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  return createNearest(candidates)(word);
}

/** `nearest` for many words over the same candidates: prepared once, answers remembered. */
export function createNearest(candidates: Iterable<string>): (word: string) => string | null {
  const byLength = new Map<number, Prepared[]>();
  let order = 0;
  for (const written of candidates) {
    const text = written.toLowerCase();
    const bucket = byLength.get(text.length);
    const prepared = { written, text, letters: lettersOf(text), order: order++ };
    if (bucket) bucket.push(prepared);
    else byLength.set(text.length, [prepared]);
  }
  const answers = new Map<string, string | null>();

  return (word) => {
    const text = word.toLowerCase();
    if (text.length > LONGEST) return null;
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = search(text, byLength);
      if (answers.size >= MOST_ANSWERS) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}

/**
 * How many edits still count as a misspelling, by the longer of the two words: none below 3 characters, one up to 5,
 * two up to 12, three above. Three characters must be the same ones in another order (`deu` for `due`): any other
 * edit makes a third of the word new.
 */
export function editLimit(length: number): number {
  if (length < 3) return 0;
  if (length <= 5) return 1;
  return length <= 12 ? 2 : 3;
}

/**
 * Edits between two words: insertions, deletions, replacements and swaps of neighbours, each place edited once
 * (optimal string alignment). Returns limit + 1 as soon as it is certain to be above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(limit + 1);
    row[0] = i;
    let best = i;
    // Cells further than `limit` from the diagonal are above it anyway.
    const end = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= end; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = Math.min(cost, limit + 1);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Longer words are no ids; comparing them would only cost time. */
const LONGEST = 100;
const MOST_ANSWERS = 10_000;

interface Prepared {
  readonly written: string;
  readonly text: string;
  readonly letters: number;
  readonly order: number;
}

function search(text: string, byLength: ReadonlyMap<number, readonly Prepared[]>): string | null {
  const widest = editLimit(text.length + 3);
  const letters = lettersOf(text);
  let best: Prepared | null = null;
  let bestDistance = Infinity;
  let bestPrefix = -1;
  for (let length = text.length - widest; length <= text.length + widest; length++) {
    const limit = editLimit(Math.max(length, text.length));
    for (const candidate of byLength.get(length) ?? []) {
      const allowed = Math.min(limit, bestDistance);
      if (bitCount(letters ^ candidate.letters) > 2 * allowed) continue;
      const distance = editDistance(text, candidate.text, allowed);
      if (distance > allowed || (text.length <= 3 && distance > 0 && !isReordered(text, candidate.text)))
        continue;
      const prefix = commonPrefix(text, candidate.text);
      const better =
        distance < bestDistance ||
        prefix > bestPrefix ||
        (prefix === bestPrefix && best !== null && candidate.order < best.order);
      if (!better) continue;
      best = candidate;
      bestDistance = distance;
      bestPrefix = prefix;
    }
  }
  return best?.written ?? null;
}

function isReordered(a: string, b: string): boolean {
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

/** The set of the characters by their low five bits. Characters may share a bit; an edit still changes at most two. */
function lettersOf(text: string): number {
  let set = 0;
  for (let i = 0; i < text.length; i++) set |= 1 << (text.charCodeAt(i) & 31);
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}
