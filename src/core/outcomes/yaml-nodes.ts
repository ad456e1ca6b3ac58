import { isMap, isPair, isScalar, isSeq, type Document } from 'yaml';

/** Range of the last quoted scalar that begins before `offset`. */
export function quoteBefore(document: Document.Parsed, offset: number): readonly [number, number] | null {
  let found: readonly [number, number] | null = null;
  for (const node of nodesOf(document)) {
    if (!isScalar(node) || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE')) continue;
    const range = node.range;
    if (range === undefined || range === null || range[0] >= offset) continue;
    if (found === null || range[0] > found[0]) found = [range[0], range[1]];
  }
  return found;
}

/** Start of the outermost `[…` or `{…` that begins before `offset` and reaches it. */
export function flowAround(document: Document.Parsed, offset: number): number | null {
  let found: number | null = null;
  for (const node of nodesOf(document)) {
    if ((!isMap(node) && !isSeq(node)) || node.flow !== true) continue;
    const range = node.range;
    if (range === undefined || range === null || range[0] >= offset || range[1] < offset) continue;
    found = Math.min(found ?? Infinity, range[0]);
  }
  return found;
}

/** Range of the plain scalar that starts at `offset`. */
export function scalarAt(document: Document.Parsed, offset: number): readonly [number, number] | null {
  for (const node of nodesOf(document)) {
    if (isScalar(node) && node.range?.[0] === offset) return [node.range[0], node.range[1]];
  }
  return null;
}

/** Every node, without recursion: a hostile file nests deep. */
function* nodesOf(document: Document.Parsed): Generator {
  const pending: unknown[] = [document.contents];
  while (pending.length > 0) {
    const node = pending.pop();
    yield node;
    if (isPair(node)) pending.push(node.key, node.value);
    else if (isMap(node) || isSeq(node)) for (const item of node.items) pending.push(item);
  }
}
