import type { CheckIn, Metric, Outcome, OutcomesFile, Output, Written } from '../outcomes/model';
import { withDescendants } from '../outcomes/tree';
import type { Span } from '../text';

/** A node of a file that findings are about. */
export type Place =
  | { readonly kind: 'outcome'; readonly node: Outcome; readonly outcome: Outcome }
  | { readonly kind: 'metric'; readonly node: Metric; readonly outcome: Outcome }
  | { readonly kind: 'output'; readonly node: Output; readonly outcome: Outcome }
  | { readonly kind: 'check-in'; readonly node: CheckIn; readonly outcome: Outcome };

/** Every node of the file with its outcome; an outcome before what it holds. */
export function* placesOf(file: OutcomesFile): Generator<Place> {
  for (const outcome of withDescendants(file.outcomes)) {
    yield { kind: 'outcome', node: outcome, outcome };
    for (const node of outcome.outputs) yield { kind: 'output', node, outcome };
    for (const node of outcome.metrics) {
      yield { kind: 'metric', node, outcome };
      for (const checkIn of node.checkIns) yield { kind: 'check-in', node: checkIn, outcome };
    }
  }
}

/** The nodes that a finding marks as a whole. Aliases show one node in several places. */
export function markedBy(file: OutcomesFile, span: Span): Place[] {
  return [...placesOf(file)].filter(({ node }) => isSame(node.at.self, span));
}

/** The node with a field whose value is at the span, and that field. */
export function fieldAt(
  file: OutcomesFile,
  span: Span,
): { readonly place: Place; readonly name: string } | null {
  for (const place of placesOf(file)) {
    const name = nameAt(place.node.at, span);
    if (name !== null) return { place, name };
  }
  return null;
}

function nameAt({ keys }: Written, span: Span): string | null {
  for (const [name, { value }] of keys) if (isSame(value, span)) return name;
  return null;
}

export function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
