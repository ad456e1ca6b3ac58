import { isDue, type Measurable, type Metric, spokenQuantity } from '../../core';

/** Its title on one line, else its id. */
export function metricName({ title, id }: Metric): string {
  return (title ?? '').replace(/\s+/g, ' ').trim() || (id ?? 'Untitled metric');
}

/** `71 calls/week on 2026-11-16, target 60 calls/week`. */
export function standingText({ checkIns, target, goal, unit }: Metric): string {
  const last = checkIns.at(-1);
  const before =
    last === undefined ? 'never measured' : `${spokenQuantity(last.value, unit)} on ${last.date}`;
  if (target === null) return before;
  if (typeof target !== 'number')
    return `${before}, to keep between ${spokenQuantity(target[0], null)} and ${spokenQuantity(target[1], unit)}`;
  const word = goal === 'at-least' ? 'to keep at least' : goal === 'at-most' ? 'to keep at most' : 'target';
  return `${before}, ${word} ${spokenQuantity(target, unit)}`;
}

/** `due today`, `12 days late`; empty when it is not due. */
export function dueText({ appointment }: Pick<Measurable, 'appointment'>): string {
  if (!isDue(appointment)) return '';
  if (appointment.next === null) return 'never measured';
  if (appointment.late === 0) return 'due today';
  return appointment.late === 1 ? '1 day late' : `${appointment.late} days late`;
}
