import type { EditResult } from '../../edits';
import type { Outcome, OutcomesFile } from '../model';
import { entryOf, isEmpty, withField } from './fields';
import { finish } from './finish';
import { withEntry, type Piece } from './lists';
import { openNode } from './open';
import { inFlow } from './print';
import { attempt } from './refusal';

/**
 * Adds a text to the end of a list of an outcome, in brackets or on a line of its own as the list is written. A list
 * that is not there yet is written in brackets. No edits when the list has the text already.
 */
export function addToList(
  file: OutcomesFile,
  outcome: Outcome,
  key: 'paths' | 'branches' | 'assumptions',
  text: string,
): EditResult {
  return attempt(() => {
    if (outcome[key].includes(text)) return { edits: [] };
    const opened = openNode(file, outcome, key);
    const entry = entryOf(opened.map, key);
    const isNew = entry === undefined || isEmpty(entry);
    return finish(
      opened,
      isNew
        ? withField(opened, 'outcome', key, [text])
        : withEntry(opened, 'outcome', key, pieceOfText(text)),
    );
  });
}

function pieceOfText(text: string): Piece {
  return {
    block: (dash, hand) => [
      `${' '.repeat(dash)}-${' '.repeat(hand.gap)}${inFlow(text, hand, 'outcome', false)}`,
    ],
    brackets: (hand) => inFlow(text, hand, 'outcome'),
    means: { kind: 'value', value: text },
    comments: [],
    reveal: [],
  };
}
