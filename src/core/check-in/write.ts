import { areApart, type EditResult, type TextEdit } from '../edits';
import { addCheckIn, type NewCheckIn } from '../outcomes/edit';
import type { Metric, Outcome, OutcomesFile } from '../outcomes/model';
import { printQuantity, readQuantity } from '../outcomes/quantity';
import { withDescendants } from '../outcomes/tree';

/** A check-in to be made; its value is in the metric's unit. */
export interface Measured extends Omit<NewCheckIn, 'value'> {
  readonly metric: Metric;
  readonly value: number;
}

/**
 * Adds check-ins of several metrics to their file as one change. A value is written with its unit where the ones
 * before it are. Refused as a whole when one of them is.
 */
export function addCheckIns(file: OutcomesFile, measured: readonly Measured[]): EditResult {
  const edits: TextEdit[] = [];
  let reveal: { readonly start: number; readonly end: number } | undefined;
  for (const { metric, value, ...rest } of measured) {
    const result = addCheckIn(file, metric, { ...rest, value: writtenValue(file, metric, value) });
    if ('refused' in result) return result;
    edits.push(...result.edits);
    reveal = result.reveal;
  }
  if (!areApart(edits))
    return { refused: 'The metrics are too close to each other. Check in one at a time.' };
  return { edits, ...(measured.length === 1 && reveal !== undefined ? { reveal } : {}) };
}

/** The same metric in another reading of its file: of the same outcome, by its id or else by its place there. */
export function sameMetric(file: OutcomesFile, outcome: Outcome, metric: Metric): Metric | undefined {
  const index = outcome.metrics.indexOf(metric);
  for (const other of withDescendants(file.outcomes)) {
    if (other.id !== outcome.id || other.title !== outcome.title) continue;
    const found =
      metric.id === null
        ? other.metrics.find(({ id, title }, i) => id === null && title === metric.title && i === index)
        : other.metrics.find(({ id }) => id === metric.id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As the last check-in is written, else the baseline: a bare number, or text with a unit such as "9.5%". */
function writtenValue({ text }: OutcomesFile, { checkIns, at }: Metric, value: number): number | string {
  const last = checkIns.at(-1)?.at.keys.get('value');
  const span = (last ?? at.keys.get('baseline'))?.value;
  if (span === undefined) return value;
  const before = text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/s, '$2');
  const reading = readQuantity(before);
  return reading.ok && reading.quantity.unit !== null
    ? printQuantity({ value, unit: reading.quantity.unit })
    : value;
}
