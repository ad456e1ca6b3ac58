import type { Metric } from '../outcomes/model';
import type { Span } from '../text';

/** Where a metric states its baseline or its target, also as a `change`; the metric itself where it does not. */
export function goalSpan({ at }: Metric, field: 'baseline' | 'target'): Span {
  const stated = at.keys.get(field) ?? (field === 'target' ? at.keys.get('change') : undefined);
  return stated?.value ?? at.self;
}
