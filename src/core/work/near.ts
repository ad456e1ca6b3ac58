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
 * (optimal string alignment). Returns limit + 1 as soon as it is certain to be above `limit`, which is small, and for
 * words that differ over more than 100 characters.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // What both begin and end with costs nothing, and it is most of two words that are near.
  const start = commonPrefix(a, b);
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  return distanceWithin(a.slice(start, endA), b.slice(start, endB), limit);
}

/** By rows of the table, and of each only the cells within `limit` of the diagonal: others are above it anyway. */
function distanceWithin(a: string, b: string, limit: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return limit + 1;
  let [beforeLast, last, row]: readonly Uint8Array[] = ROWS;
  const above = limit + 1;
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, above);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const [letter, letterBefore] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)];
    row[from - 1] = from === 1 ? Math.min(i, above) : above;
    let best = row[from - 1]!;
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = last[j - 1]! + (letter === other ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === other) {
        if (beforeLast[j - 2]! + 1 < cost) cost = beforeLast[j - 2]! + 1;
      }
      row[j] = cost < above ? cost : above;
      if (cost < best) best = cost;
    }
    row[to + 1] = above;
    if (best > limit) return above;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}

/** Longer words are no ids; comparing them would only cost time. */
const LONGEST = 100;
const MOST_ANSWERS = 10_000;
/** Written before they are read in every comparison; kept, because making them would take as long as the rest. */
const ROWS = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)] as const;

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
  for (const length of lengthsAround(text.length, widest)) {
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

/** The nearest first: a good answer early spares the comparison with worse ones. */
function* lengthsAround(length: number, widest: number): Generator<number> {
  yield length;
  for (let difference = 1; difference <= widest; difference++) {
    yield length - difference;
    yield length + difference;
  }
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
