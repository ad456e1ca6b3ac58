import type { Span } from '../text';
import type { Node } from './document';
import type { CheckIn, Goal, Metric } from './model';
import { shown } from './phrases';
import { isPercent, isPoints, readQuantity, spoken, unitsAgree } from './quantity';
import type { Mapping, Reader } from './reader';
import { checkInFields, metricFields } from './schema';
import { changedTarget, type Change } from './change';

type MetricMap = Mapping<typeof metricFields>;
type Target = number | readonly [number, number];

/** A number of the file: its value, the unit written with it, whether it has a sign, and where it stands. */
export interface Written {
  readonly value: number;
  readonly unit: string | null;
  readonly signed: boolean;
  readonly text: string;
  readonly span: Span;
}

/** Reads one metric; null when it is no mapping. */
export function readMetric(reader: Reader, node: Node): Metric | null {
  const map = reader.mapping(node, 'a metric', metricFields);
  if (map === null) return null;
  if (!map.at.keys.has('title')) map.require('a metric without a title', 'id');
  const numbers = new Numbers(reader, map);
  const goal = map.value('goal');
  const { baseline } = numbers;
  const target = combinedTarget(reader, map, numbers, goal);
  const read: Metric = {
    id: map.id('id') || null,
    title: map.text('title'),
    unit: numbers.unit,
    goal: goal ?? inferredGoal(baseline?.value ?? null, target, numbers.change),
    baseline: baseline?.value ?? null,
    target,
    source: map.text('source'),
    checkIns: readCheckIns(reader, map, numbers),
    at: map.at,
  };
  reportConflicts(reader, read, goal);
  return read;
}

/**
 * The numbers of a metric, read with its unit in mind. A percentage is reported as `ambiguous-percent`, and read as
 * absent, when it can mean two things:
 * - a `change` in percent of a metric that itself counts in percent: that share of the baseline, or points;
 * - a `change` in percent without a sign: up, down, or to that percentage;
 * - a baseline, target or value in percent of a metric whose stated unit is another one: a share of what?
 * - a target in percent with a + (or with a -, unless the baseline is below zero too): a value or a change;
 * - a target in percent when no unit is stated and the baseline is a bare number: a value or a change.
 */
class Numbers {
  /** As stated, else as written with the baseline or the target. */
  readonly unit: string | null;
  readonly baseline: Written | null;
  readonly targets: readonly Written[];
  /** The target is a list. */
  readonly listed: boolean;
  readonly change: Change | null;
  private readonly stated: string | null;
  private readonly reader: Reader;

  constructor(reader: Reader, map: MetricMap) {
    this.reader = reader;
    this.stated = map.text('unit');
    const baseline = this.raw('baseline', map.node('baseline'));
    const target = map.node('target');
    this.listed = target?.kind === 'list';
    const targets = (target?.kind === 'list' ? reader.items(target) : [target]).map((item) =>
      this.raw('target', item),
    );
    const change = this.raw('change', map.node('change'));
    const units = [baseline, ...targets].map((number) => number?.unit ?? null);
    this.unit =
      this.stated ??
      units.find((unit) => unit !== null && !isPoints(unit)) ??
      (isPoints(change?.unit ?? null) ? '%' : null);
    this.baseline = baseline !== null && this.fits('baseline', baseline) ? baseline : null;
    this.targets = targets
      .filter((number) => number !== null)
      .filter((number) => this.fitsTarget(number, baseline));
    this.change = change === null ? null : this.changeOf(change);
  }

  /** A measured value in the metric's unit. */
  measured(node: Node | null): number | null {
    const number = this.raw('value', node);
    return number !== null && this.fits('value', number) ? number.value : null;
  }

  private raw(name: string, node: Node | null): Written | null {
    if (node === null) return null;
    if (node.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)) {
      const text = node.source;
      return { value: node.value, unit: null, signed: /^[+-]/.test(text), text, span: node.span };
    }
    if (node.kind !== 'scalar' || typeof node.value !== 'string') {
      const said = node.kind === 'list' ? 'a list' : node.kind === 'map' ? 'a mapping' : shown(node.source);
      this.reader.report(
        'invalid-field',
        node.span,
        `\`${name}\` is ${said}; it must be a number such as 500, 9.5 or "9.5%".`,
      );
      return null;
    }
    const reading = readQuantity(node.value);
    if (reading.ok) return { ...reading.quantity, signed: reading.signed, text: node.value, span: node.span };
    this.reader.report(
      'invalid-field',
      node.span,
      `\`${name}\` is ${shown(node.value)}, ${reading.problem}.`,
    );
    return null;
  }

  /** A percentage of something that does not count in percent may be meant as a share of it or as a change. */
  private fits(name: string, number: Written): boolean {
    if (this.stated === null || unitsAgree(number.unit, this.stated)) return true;
    const stated = shown(this.stated);
    if (isPercent(number.unit)) {
      this.reader.report(
        'ambiguous-percent',
        number.span,
        `\`${name}\` is ${shown(number.text)}, but the metric counts ${stated}: a share of what? Write the number of ${stated}${name === 'target' ? `, or \`change: "${changeText(number)}"\` for a change from the baseline` : ''}.`,
      );
    } else {
      this.reader.report(
        'invalid-field',
        number.span,
        `\`${name}\` is ${shown(number.text)}, but the metric counts ${stated}. Use the same unit.`,
      );
    }
    return false;
  }

  private fitsTarget(target: Written, baseline: Written | null): boolean {
    const percent = isPercent(target.unit);
    if (isPoints(target.unit)) {
      this.reader.report(
        'invalid-field',
        target.span,
        `\`target\` is ${shown(target.text)}, a change in percentage points. Write \`change: "${changeText(target)}"\`.`,
      );
      return false;
    }
    if (percent && target.signed && (target.value > 0 || (baseline?.value ?? 0) >= 0)) {
      this.reader.report(
        'ambiguous-percent',
        target.span,
        `\`target\` is ${shown(target.text)}: the value to reach, or a change from the baseline? Write \`target: "${spoken(Math.abs(target.value), '%')}"\` or \`change: "${changeText(target)}"\`.`,
      );
      return false;
    }
    if (!percent && target.signed && target.value > 0) {
      this.reader.report(
        'invalid-field',
        target.span,
        `\`target\` is ${shown(target.text)}; with a + it reads as a change from the baseline. Write \`change: ${target.text}\`, or the target without a sign.`,
      );
      return false;
    }
    if (percent && this.stated === null && baseline !== null && baseline.unit === null) {
      this.reader.report(
        'ambiguous-percent',
        target.span,
        `\`target\` is ${shown(target.text)}, but the baseline is ${shown(baseline.text)} without a unit: a change of it, or a percentage to reach? Write \`change: "${changeText(target)}"\`, or state \`unit: "%"\`.`,
        [{ span: baseline.span, message: 'The baseline' }],
      );
      return false;
    }
    return this.fits('target', target);
  }

  private changeOf(change: Written): Change | null {
    if (isPoints(change.unit)) {
      if (this.unit === null || isPercent(this.unit))
        return { kind: 'absolute', by: change.value, span: change.span };
      this.reader.report(
        'invalid-field',
        change.span,
        `\`change\` is in percentage points, but the metric counts ${shown(this.unit)}. Write the change in that unit, or as a percentage of the baseline.`,
      );
      return null;
    }
    if (!isPercent(change.unit)) {
      if (unitsAgree(change.unit, this.unit))
        return { kind: 'absolute', by: change.value, span: change.span };
      this.reader.report(
        'invalid-field',
        change.span,
        `\`change\` is ${shown(change.text)}, but the metric counts ${shown(this.unit ?? '')}. Use the same unit.`,
      );
      return null;
    }
    if (isPercent(this.unit)) {
      this.reader.report('ambiguous-percent', change.span, this.relativeOrPoints(change));
      return null;
    }
    if (!change.signed && change.value !== 0) {
      const size = spoken(change.value, '%');
      this.reader.report(
        'ambiguous-percent',
        change.span,
        `\`change\` is ${shown(change.text)} without a sign: up, down, or to ${size}? Write \`"+${size}"\` or \`"-${size}"\`.`,
      );
      return null;
    }
    return { kind: 'relative', by: change.value, span: change.span };
  }

  private relativeOrPoints(change: Written): string {
    const base = this.baseline?.value;
    const readings =
      base === undefined
        ? 'that share of the baseline, or percentage points'
        : `${spoken(base + (Math.abs(base) * change.value) / 100, '%')} (${spoken(Math.abs(change.value), '%')} of the baseline) or ${spoken(base + change.value, '%')} (percentage points)`;
    return `\`change\` is ${shown(change.text)} of a metric in percent, which can mean ${readings}. Write \`change: "${changeText({ ...change, unit: 'pp' })}"\`, or state the \`target\`.`;
  }
}

function changeText(number: Written): string {
  return `${number.value < 0 ? '-' : '+'}${spoken(Math.abs(number.value), number.unit)}`;
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
