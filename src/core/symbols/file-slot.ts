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
  const at = new LineIndex(text).offsetAt(position);
  const outputs = (node: OutlineNode): OutlineNode[] =>
    node.kind === 'output' ? [node] : node.children.flatMap(outputs);
  return outlineOf(text)
    .flatMap(outputs)
    .findLast(({ start }) => start <= at);
}
