import type { Node } from './document';
import type { CheckIn, Goal, Metric } from './model';
import { Numbers, numberOr } from './numbers';
import { spoken } from './quantity';
import type { Mapping, Reader } from './reader';
import { checkInFields, metricFields } from './schema';
import { changedTarget, type Change } from './change';

type MetricMap = Mapping<typeof metricFields>;
type Target = number | readonly [number, number];

/**
 * Reads one metric; null when it is no mapping. What a side effect (`adverse`) may grow to is no target to reach: it
 * is a level to keep below.
 */
export function readMetric(reader: Reader, node: Node, adverse: boolean): Metric | null {
  const map = reader.mapping(node, 'a metric', metricFields);
  if (map === null) return null;
  if (!map.at.keys.has('title')) map.require('a metric without a title', 'id');
  const numbers = new Numbers(reader, map);
  const goal = map.value('goal');
  const { baseline } = numbers;
  const target = combinedTarget(reader, map, numbers, goal);
  const meant = goal ?? inferredGoal(baseline?.value ?? null, target, numbers.change);
  const read: Metric = {
    id: map.id('id') || null,
    title: map.text('title'),
    unit: numbers.unit,
    goal: adverse && meant === 'increase' ? 'at-most' : meant,
    baseline: baseline?.value ?? null,
    target,
    source: map.text('source'),
    checkIns: readCheckIns(reader, map, numbers),
    at: map.at,
  };
  reportConflicts(reader, read, goal);
  return read;
}

/** The target as stated, or the baseline with `change` applied; when both are there they must agree. */
function combinedTarget(reader: Reader, map: MetricMap, numbers: Numbers, goal: Goal | null): Target | null {
  const { change, baseline } = numbers;
  const stated = statedTarget(reader, map, numbers, goal);
  if (change === null) return stated;
  const changed = baseline === null ? null : changedTarget(baseline.value, change);
  const target = map.at.keys.get('target');
  if (stated === null || target === undefined) return goal === 'between' ? null : changed;
  if (typeof stated !== 'number' || (changed !== null && !nearlyEqual(stated, changed))) {
    const makes = changed === null ? '' : `, which makes ${spoken(changed, numbers.unit)},`;
    reader.report(
      'conflicting-target',
      change.span,
      `\`change\`${makes} does not agree with \`target\`. Keep one of the two.`,
      [{ span: target.value, message: 'The target' }],
    );
  }
  return stated;
}

function statedTarget(reader: Reader, map: MetricMap, numbers: Numbers, goal: Goal | null): Target | null {
  const span = map.at.keys.get('target')?.value;
  const [low, high] = numbers.targets;
  if (span === undefined || low === undefined) return null;
  if (!numbers.listed) {
    if (goal !== 'between') return low.value;
    reader.report(
      'invalid-field',
      span,
      '`goal: between` needs a target of two numbers, such as `[40, 60]`.',
    );
    return null;
  }
  if (high === undefined || numbers.targets.length > 2) {
    reader.report(
      'invalid-field',
      span,
      'A target that is a list must have two numbers, the lowest and the highest that will do.',
    );
    return null;
  }
  if (goal !== null && goal !== 'between') {
    reader.report(
      'conflicting-target',
      span,
      `A target of two numbers is for \`goal: between\`, but the goal is \`${goal}\`.`,
      [{ span: map.at.keys.get('goal')!.value, message: 'The goal' }],
    );
    return null;
  }
  if (low.value <= high.value) return [low.value, high.value];
  reader.report(
    'conflicting-target',
    span,
    'The lowest comes first: write the two numbers the other way round.',
    [],
    [{ kind: 'value', value: [numberOr(high.text), numberOr(low.text)] }],
  );
  return [high.value, low.value];
}

function inferredGoal(baseline: number | null, target: Target | null, change: Change | null): Goal | null {
  if (typeof target === 'object' && target !== null) return 'between';
  if (target !== null && baseline !== null && target !== baseline)
    return target > baseline ? 'increase' : 'decrease';
  if (target === null && change !== null && change.by !== 0) return change.by > 0 ? 'increase' : 'decrease';
  return null;
}

/** A target that its own goal, or its baseline, contradicts. */
function reportConflicts(reader: Reader, metric: Metric, stated: Goal | null): void {
  const { goal, baseline, target, at } = metric;
  if (baseline === null || typeof target !== 'number') return;
  const place = (at.keys.get('target') ?? at.keys.get('change'))?.value;
  const base = at.keys.get('baseline')?.value;
  if (place === undefined || base === undefined) return;
  const unit = metric.unit;
  const related = [{ span: base, message: `The baseline, ${spoken(baseline, unit)}` }];
  const said = `The target, ${spoken(target, unit)},`;
  if (target === baseline && (goal === null || goal === 'increase' || goal === 'decrease')) {
    reader.report(
      'conflicting-target',
      place,
      `${said} equals the baseline, so nothing would change. Move one of them, or write \`goal: at-least\` or \`at-most\` to keep a level.`,
      related,
    );
  } else if (stated === 'increase' && target < baseline) {
    reader.report(
      'conflicting-target',
      place,
      `${said} is below the baseline, ${spoken(baseline, unit)}, but the goal is to increase.`,
      related,
    );
  } else if (stated === 'decrease' && target > baseline) {
    reader.report(
      'conflicting-target',
      place,
      `${said} is above the baseline, ${spoken(baseline, unit)}, but the goal is to decrease.`,
      related,
    );
  }
}

function readCheckIns(reader: Reader, map: MetricMap, numbers: Numbers): CheckIn[] {
  const checkIns = map
    .list('check-ins')
    .map((item) => readCheckIn(reader, item, numbers))
    .filter((checkIn) => checkIn !== null);
  return checkIns.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** null when it lacks what a measurement needs: a day and a value. */
function readCheckIn(reader: Reader, node: Node, numbers: Numbers): CheckIn | null {
  const map = reader.mapping(node, 'a check-in', checkInFields);
  if (map === null) return null;
  map.require('a check-in', 'date', 'value');
  const date = map.day('date', 'day');
  const value = numbers.measured(map.node('value'));
  const confidence = map.value('confidence');
  const note = map.text('note');
  return date === null || value === null ? null : { date, value, confidence, note, at: map.at };
}

function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
