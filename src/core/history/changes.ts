import type { Metric, Outcome, OutcomeTree, Output } from '../outcomes/model';
import { startOf } from '../outcomes/progress';
import { plainNumber } from '../outcomes/phrases';
import { everyOutcome } from '../outcomes/tree';

/** What differs between two states of the outcomes. Values are as people write them; null is none. */
export interface TreeChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: 'outcome' | 'metric' | 'output';
  /** The outcome's id, or its title where it has none. */
  readonly outcome: string;
  /** The id, or the title where it has none, of the metric or output; null for the outcome itself. */
  readonly part: string | null;
  /** Of what was added or removed. */
  readonly title: string;
  readonly field: ChangedField | null;
  readonly from: string | null;
  readonly to: string | null;
}

export type ChangedField =
  | 'baseline'
  | 'target'
  | 'goal'
  | 'unit'
  | 'start'
  | 'due'
  | 'status'
  | 'owner'
  | 'title'
  | 'shipped'
  | 'parent';

/**
 * What changed from one state of the outcomes to another, in the order of the later one; what was removed comes last.
 * Outcomes, metrics and outputs are the same by id, whatever the case, whichever file and place they moved to; those
 * without one by title. A date counts for the outcome that states it, not for those that inherit it.
 */
export function changesBetween(before: OutcomeTree, after: OutcomeTree): TreeChange[] {
  const [old, now] = [byName(everyOutcome(before), nameOf), byName(everyOutcome(after), nameOf)];
  const changes: TreeChange[] = [];
  for (const [name, outcome] of now) {
    const was = old.get(name);
    if (was === undefined) changes.push(wholeChange('added', 'outcome', outcome, null, outcome.title));
    else changes.push(...outcomeChanges(was, outcome));
  }
  for (const [name, outcome] of old)
    if (!now.has(name)) changes.push(wholeChange('removed', 'outcome', outcome, null, outcome.title));
  return changes;
}

function outcomeChanges(was: Outcome, is: Outcome): TreeChange[] {
  const states = (key: string) => was.at.keys.has(key) || is.at.keys.has(key);
  return [
    ...fieldChanges('outcome', is, null, [
      ['title', was.title, is.title],
      ['parent', parentOf(was), parentOf(is)],
      ['owner', was.owner, is.owner],
      ['status', was.status, is.status],
      ...(states('start') ? [['start', startOf(was), startOf(is)] as const] : []),
      ...(states('due') ? [['due', was.due, is.due] as const] : []),
    ]),
    ...partChanges('metric', is, was.metrics, is.metrics, metricFields),
    ...partChanges('output', is, was.outputs, is.outputs, (a, b) => [
      ['title', a.title, b.title],
      ['status', a.status, b.status],
      ['shipped', a.shipped, b.shipped],
    ]),
  ];
}

type Fields = readonly (readonly [ChangedField, string | null, string | null])[];

function metricFields(was: Metric, is: Metric): Fields {
  return [
    ['title', was.title, is.title],
    ['unit', was.unit, is.unit],
    ['goal', was.goal, is.goal],
    ['baseline', spelled(was.baseline), spelled(is.baseline)],
    ['target', spelled(was.target), spelled(is.target)],
  ];
}

function partChanges<T extends Metric | Output>(
  what: 'metric' | 'output',
  outcome: Outcome,
  before: readonly T[],
  after: readonly T[],
  fields: (was: T, is: T) => Fields,
): TreeChange[] {
  const [old, now] = [byName(before, nameOf), byName(after, nameOf)];
  const changes: TreeChange[] = [];
  for (const [name, is] of now) {
    const was = old.get(name);
    if (was === undefined) changes.push(wholeChange('added', what, outcome, labelOf(is), is.title ?? ''));
    else changes.push(...fieldChanges(what, outcome, labelOf(is), fields(was, is)));
  }
  for (const [name, was] of old)
    if (!now.has(name)) changes.push(wholeChange('removed', what, outcome, labelOf(was), was.title ?? ''));
  return changes;
}

function fieldChanges(
  what: TreeChange['what'],
  outcome: Outcome,
  part: string | null,
  fields: Fields,
): TreeChange[] {
  return fields
    .filter(([, from, to]) => from !== to)
    .map(([field, from, to]) => ({
      kind: 'changed',
      what,
      outcome: labelOf(outcome),
      part,
      title: '',
      field,
      from,
      to,
    }));
}

function wholeChange(
  kind: 'added' | 'removed',
  what: TreeChange['what'],
  outcome: Outcome,
  part: string | null,
  title: string,
): TreeChange {
  return { kind, what, outcome: labelOf(outcome), part, title, field: null, from: null, to: null };
}

type Nameable = Outcome | Metric | Output;

/** How a change names it. */
function labelOf({ id, title }: Nameable): string {
  return (id ?? '') || (title ?? '');
}

/** An id is never equal to a title. */
function nameOf({ id, title }: Nameable): string {
  return id === null || id === '' ? `title ${title ?? ''}` : `id ${id.toLowerCase()}`;
}

/** The first of each name, as everywhere; those with neither id nor title cannot be followed. */
function byName<T extends Nameable>(nodes: Iterable<T>, name: (node: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const node of nodes) {
    const key = name(node);
    if (key !== 'title ' && !found.has(key)) found.set(key, node);
  }
  return found;
}

function parentOf({ parent }: Outcome): string | null {
  return parent === null ? null : labelOf(parent);
}

function spelled(value: number | readonly [number, number] | null): string | null {
  if (value === null) return null;
  return typeof value === 'number' ? plainNumber(value) : value.map(plainNumber).join(' to ');
}
