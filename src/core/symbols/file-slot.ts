import { contextAt, outlineOf, type OutlineNode } from '../outcomes/surface';
import { LineIndex, type Position } from '../text';
import type { IdSlot } from './model';

/** Where the id of another outcome or output may be typed in an outcomes.yml: as `instead`, or in the list `serves`. */
export function slotInFile(text: string, position: Position): IdSlot | undefined {
  const context = contextAt(text, position);
  // Without the space behind its colon, what is typed would become part of the key.
  if (context?.place !== 'value' || context.container !== 'output' || context.space) return undefined;
  const { key, stands, range, typed } = context;
  if (key === 'instead' && stands !== 'entry')
    return { range, typed, wanted: 'output', own: outputAt(text, position)?.id ?? '' };
  if (key === 'serves' && stands === 'entry') return { range, typed, wanted: 'outcome' };
  return undefined;
}

/** The output whose lines hold a position. It may stand behind the last character of them; outputs hold no outputs. */
function outputAt(text: string, position: Position): OutlineNode | undefined {
  const part = topOutcomeAt(text, new LineIndex(text).offsetAt(position));
  const outputs = (node: OutlineNode): OutlineNode[] =>
    node.kind === 'output' ? [node] : node.children.flatMap(outputs);
  return outlineOf(part.text)
    .flatMap(outputs)
    .findLast(({ start }) => start <= part.at);
}

/**
 * As much of a file as the outcome of the first level is that holds an offset, and the offset in it: of thousands one
 * is enough to look at. Where the outcomes are not written line by line, all of it.
 */
function topOutcomeAt(text: string, at: number): { readonly text: string; readonly at: number } {
  const first = /^outcomes:[ \t]*(?:#.*)?(?:\r?\n[ \t]*(?:#.*)?)*?(\r?\n *- )/m.exec(text)?.[1];
  const dash = first?.replace('\r', '');
  const start = dash === undefined ? -1 : text.lastIndexOf(dash, at);
  if (dash === undefined || start < 0) return { text, at };
  const next = text.indexOf(dash, start + dash.length);
  const head = 'outcomes:';
  return { text: head + text.slice(start, next < 0 ? text.length : next), at: at - start + head.length };
}
