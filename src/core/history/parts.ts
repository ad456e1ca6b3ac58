import { hasAnchors, statesSameGoals } from './same-goals';

/**
 * Two versions of an outcomes.yml, reduced to those of the outermost outcomes whose goals may differ: often none. Told
 * by lines, without reading the YAML; a file that cannot be told apart in this way is given whole.
 */
export function differingParts(before: string, after: string): readonly [before: string, after: string] {
  const [old, now] = [partsOf(before), partsOf(after)];
  if (old === null || now === null) return statesSameGoals(before, after) ? ['', ''] : [before, after];
  const untouched = new Set(old);
  const counterparts = new Map(old.map((part) => [firstLine(part), part]));
  const same = new Set(now.filter((part) => untouched.has(part)));
  for (const part of now) {
    const counterpart = counterparts.get(firstLine(part));
    if (counterpart === undefined || same.has(part) || !statesSameGoals(counterpart, part)) continue;
    same.add(part);
    same.add(counterpart);
  }
  return [withoutThem(old, same), withoutThem(now, same)];
}

function withoutThem(parts: readonly string[], same: ReadonlySet<string>): string {
  const rest = parts.filter((part) => !same.has(part));
  return rest.length === 0 ? '' : HEAD + rest.join('');
}

const HEAD = 'version: 1\noutcomes:\n';

/** The entries of the list `outcomes`, each with its lines; null where it is not written line by line. */
function partsOf(text: string): string[] | null {
  if (hasAnchors(text)) return null;
  const [key, ...others] = [...text.matchAll(LIST)];
  if (key === undefined || others.length > 0) return null;
  const indent = key[1]!.length;
  const list = text.slice(key.index + key[0].length - indent);
  const starts: number[] = [];
  let end = list.length;
  for (const line of list.matchAll(new RegExp(`^( {0,${indent}})(?:(-)\\s|[^\\s#])`, 'gm'))) {
    const isEntry = line[1]!.length === indent && line[2] !== undefined;
    if (isEntry) starts.push(line.index);
    else end = line.index;
    if (!isEntry) break;
  }
  return starts.map((start, i) => list.slice(start, starts[i + 1] ?? end));
}

/** The key, then remarks and empty lines, then the place of the first dash. */
const LIST = /^outcomes:[ ]*(?:#.*)?\r?\n(?:[ ]*(?:#.*)?\r?\n)*([ ]*)(?=-\s)/gm;

function firstLine(part: string): string {
  return part.split('\n', 1)[0]!;
}
