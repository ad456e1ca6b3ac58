import type { OutcomesFile } from '../outcomes/model';
import { insteadAt, withDescendants } from '../outcomes/tree';
import { unquoted, type Span } from '../text';
import type { IdPlace } from './model';
import { inOrder } from './words';

/** The ids of outcomes and outputs that an outcomes.yml defines, and those that its `instead` and `serves` name. */
export function idsInFile({ outcomes, lines }: OutcomesFile): IdPlace[] {
  const places: IdPlace[] = [];
  const add = (text: string, span: Span | undefined, role: IdPlace['role']) => {
    if (text !== '' && span !== undefined) places.push({ text, range: lines.rangeOf(span), role });
  };
  for (const outcome of withDescendants(outcomes)) {
    add(outcome.id, idAt(outcome), 'definition');
    for (const output of outcome.outputs) {
      add(output.id, idAt(output), 'definition');
      add(output.instead ?? '', insteadAt(output), 'reference');
      for (const [i, id] of output.serves.entries()) add(id, output.servesAt[i], 'reference');
    }
  }
  return inOrder(places);
}

/** Where an outcome's or output's id is written, without quotes. */
export function idAt({ id, at }: Pick<OutcomesFile['outcomes'][number], 'id' | 'at'>): Span | undefined {
  const field = at.keys.get('id');
  return field && unquoted(id, field.value);
}
