import type { Span } from '../text';

/** What `change` asks for. */
export interface Change {
  /** relative: `by` is in percent of the baseline's size; absolute: in the metric's unit. */
  readonly kind: 'relative' | 'absolute';
  readonly by: number;
  readonly span: Span;
}

/**
 * The target that a change from the baseline makes, rounded to 12 digits so that 120 + 20 % is 144. A percentage is
 * taken of the baseline's size: +20 % of -10 is -8, upwards. null when the sum is too large for a number.
 */
export function changedTarget(baseline: number, change: Change): number | null {
  const by = change.kind === 'relative' ? (Math.abs(baseline) * change.by) / 100 : change.by;
  const target = Number((baseline + by).toPrecision(12));
  return Number.isFinite(target) ? target : null;
}
