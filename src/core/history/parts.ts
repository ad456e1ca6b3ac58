import { hasAnchors, statesSameGoals } from './same-goals';

/**
 * Two versions of an outcomes.yml, reduced to the outcomes whose goals may differ and those that they are part of: often
 * none. Told by lines, without reading the YAML; a file that cannot be told apart in this way is given whole.
 */
export function differingParts(before: string, after: string): Pair {
  if (hasAnchors(before) || hasAnchors(after)) return [before, after];
  const [old, now] = [splitAt(before, 0), splitAt(after, 0)];
  if (old === null || now === null) return statesSameGoals(before, after) ? NOTHING : [before, after];
  const [left, right] = differingEntries(old.entries, now.entries);
  return [left === '' ? '' : HEAD + left, right === '' ? '' : HEAD + right];
}

type Pair = readonly [before: string, after: string];

const NOTHING: Pair = ['', ''];
const HEAD = 'version: 1\noutcomes:\n';

/** Entries are of the same outcome when they begin with the same line, nearly always its id. */
function differingEntries(before: readonly string[], after: readonly string[]): Pair {
  const kept = new Set(after);
  const untouched = new Set(before.filter((entry) => kept.has(entry)));
  const left = new Map<string, string[]>();
  for (const entry of before)
    if (!untouched.has(entry)) left.set(firstLine(entry), [...(left.get(firstLine(entry)) ?? []), entry]);
  const pairs = after
    .filter((entry) => !untouched.has(entry))
    .map((entry): Pair => {
      const counterpart = left.get(firstLine(entry))?.shift();
      return counterpart === undefined ? ['', entry] : reducedEntry(counterpart, entry);
    });
  return [
    [...pairs.map(([was]) => was), ...[...left.values()].flat()].join(''),
    pairs.map(([, is]) => is).join(''),
  ];
}

/** One whose own goals differ is given with all that is below it: work on that counts for it. */
function reducedEntry(before: string, after: string): Pair {
  if (statesSameGoals(before, after)) return NOTHING;
  const [old, now] = [before, after].map((entry) => splitAt(entry, /^ *- +/.exec(entry)?.[0].length ?? 0));
  if (!old || !now || !statesSameGoals(old.head + old.foot, now.head + now.foot)) return [before, after];
  const [left, right] = differingEntries(old.entries, now.entries);
  return [old.head + left + old.foot, now.head + right + now.foot];
}

interface Split {
  /** Up to the first entry. */
  readonly head: string;
  /** Of the list `outcomes`, each with its lines. */
  readonly entries: readonly string[];
  readonly foot: string;
}

/** Splits at the key `outcomes` in a column; null where the list is not written line by line below it. */
function splitAt(text: string, column: number): Split | null {
  const keys = new RegExp(`^ {${column}}outcomes: *(?:#.*)?\\r?\\n(?: *(?:#.*)?\\r?\\n)*( *)(?=-\\s)`, 'gm');
  const [key, ...others] = [...text.matchAll(keys)];
  const indent = key?.[1]?.length ?? -1;
  if (key === undefined || others.length > 0 || indent < column) return null;
  const from = key.index + key[0].length - indent;
  const list = text.slice(from);
  const starts: number[] = [];
  let end = list.length;
  for (const line of list.matchAll(new RegExp(`^( {0,${indent}})(?:(-)\\s|[^\\s#])`, 'gm'))) {
    const isEntry = line[1]!.length === indent && line[2] !== undefined;
    if (isEntry) starts.push(line.index);
    else end = line.index;
    if (!isEntry) break;
  }
  return {
    head: text.slice(0, from),
    entries: starts.map((start, i) => list.slice(start, starts[i + 1] ?? end)),
    foot: list.slice(end),
  };
}

function firstLine(part: string): string {
  return part.split('\n', 1)[0]!;
}
