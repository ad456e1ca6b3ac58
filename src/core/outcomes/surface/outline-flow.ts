import { childOf, type Container } from './containers';
import { type Flow, isFlow } from './flow';
import {
  type Draft,
  endNode,
  isName,
  nameNode,
  newDraft,
  type OutlineNode,
  shownKind,
  unquoted,
} from './outline-nodes';

/** Deeper than this, nothing is added: only a hostile file is. */
const DEEPEST_FLOW = 200;

/** Adds what a collection in flow style holds below `above`; a node of its own begins at `begin`. */
export function addFlow(
  text: string,
  flow: Flow,
  { container, list }: { readonly container: Container | null; readonly list: boolean },
  above: Draft,
  begin: number,
  depth = 0,
): void {
  if (depth > DEEPEST_FLOW) return;
  if (flow.kind === 'list') {
    for (const { value } of list ? flow.entries : [])
      if (isFlow(value)) addFlow(text, value, { container, list: false }, above, value.start, depth + 1);
    return;
  }
  const node = flowNode(text, flow, shownKind(container), above, begin);
  for (const { key, value } of flow.entries) {
    const child = key === null ? undefined : childOf(container, unquoted(text, key.start, key.end));
    if (child === undefined || !isFlow(value)) continue;
    addFlow(text, value, child, node, child.list ? value.start : key!.start, depth + 1);
  }
  if (node !== above) endNode(node, flow.closed ? flow.end : text.slice(0, flow.end).trimEnd().length);
}

/** The node that a mapping is; `above` when it is none itself. */
function flowNode(
  text: string,
  { entries, start }: Flow,
  kind: OutlineNode['kind'] | undefined,
  above: Draft,
  begin: number,
): Draft {
  if (kind === undefined) return above;
  const first = entries.find(({ key }) => key !== null)?.key ?? { start, end: start + 1 };
  const node = newDraft(kind, begin, first);
  for (const { key, value } of entries) {
    if (key === null || value === null || isFlow(value)) continue;
    const name = unquoted(text, key.start, key.end);
    if (isName(name)) nameNode(node, name, text, value.start, value.end);
  }
  above.children.push(node);
  return node;
}
