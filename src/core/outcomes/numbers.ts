import type { Span } from '../text';
import type { Change } from './change';
import type { Node } from './document';
import type { Suggestion } from './model';
import { shown } from './phrases';
import { isPercent, isPoints, readQuantity, spoken, unitsAgree } from './quantity';
import type { Mapping, Reader } from './reader';
import type { metricFields } from './schema';

/** A number of the file: its value, the unit written with it, whether it has a sign, and where it stands. */
export interface WrittenNumber {
  readonly value: number;
  readonly unit: string | null;
  readonly signed: boolean;
  readonly text: string;
  readonly span: Span;
}

/**
 * The numbers of a metric, read with its unit in mind. A percentage is reported as `ambiguous-percent`, and read as
 * absent, when it can mean two things:
 * - a `change` in percent of a metric that itself counts in percent: that share of the baseline, or points;
 * - a `change` in percent without a sign: up, down, or to that percentage;
 * - a baseline, target or value in percent of a metric whose unit is another one: a share of what?
 * - a target in percent with a + (or with a -, unless the baseline is below zero too): a value or a change;
 * - a target in percent when no unit is stated and the baseline is a bare number: a value or a change.
 */
export class Numbers {
  /** As stated, else as written with the baseline or the target. */
  readonly unit: string | null;
  readonly baseline: WrittenNumber | null;
  readonly targets: readonly WrittenNumber[];
  /** The target is a list. */
  readonly listed: boolean;
  readonly change: Change | null;
  private readonly stated: string | null;
  private readonly reader: Reader;
  private readonly keys: ReadonlyMap<string, unknown>;

  constructor(reader: Reader, map: Mapping<typeof metricFields>) {
    this.reader = reader;
    this.keys = map.at.keys;
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

  private raw(name: string, node: Node | null): WrittenNumber | null {
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
      [],
      reading.suggestion !== undefined && readQuantity(reading.suggestion).ok
        ? [{ kind: 'value', value: numberOr(reading.suggestion) }]
        : [],
    );
    return null;
  }

  /** A percentage of something that does not count in percent may be meant as a share of it or as a change. */
  private fits(name: string, number: WrittenNumber): boolean {
    if (this.unit === null || unitsAgree(number.unit, this.unit)) return true;
    const stated = shown(this.unit);
    if (isPercent(number.unit)) {
      this.reader.report(
        'ambiguous-percent',
        number.span,
        `\`${name}\` is ${shown(number.text)}, but the metric counts ${stated}: a share of what? Write the number of ${stated}${name === 'target' ? `, or \`change: "${changeText(number)}"\` for a change from the baseline` : ''}.`,
        [],
        name === 'target' ? this.asChange(changeText(number)) : [],
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

  private fitsTarget(target: WrittenNumber, baseline: WrittenNumber | null): boolean {
    const percent = isPercent(target.unit);
    if (isPoints(target.unit)) {
      this.reader.report(
        'invalid-field',
        target.span,
        `\`target\` is ${shown(target.text)}, a change in percentage points. Write \`change: "${changeText(target)}"\`.`,
        [],
        this.asChange(changeText(target)),
      );
      return false;
    }
    if (percent && target.signed && (target.value > 0 || (baseline?.value ?? 0) >= 0)) {
      this.reader.report(
        'ambiguous-percent',
        target.span,
        `\`target\` is ${shown(target.text)}: the value to reach, or a change from the baseline? Write \`target: "${spoken(Math.abs(target.value), '%')}"\` or \`change: "${changeText(target)}"\`.`,
        [],
        [{ kind: 'value', value: spoken(Math.abs(target.value), '%') }, ...this.asChange(changeText(target))],
      );
      return false;
    }
    if (!percent && target.signed && target.value > 0) {
      this.reader.report(
        'invalid-field',
        target.span,
        `\`target\` is ${shown(target.text)}; with a + it reads as a change from the baseline. Write \`change: ${target.text}\`, or the target without a sign.`,
        [],
        [
          ...this.asChange(target.text),
          { kind: 'value', value: numberOr(target.text.replace(/^\s*\+\s*/, '')) },
        ],
      );
      return false;
    }
    if (percent && this.stated === null && baseline !== null && baseline.unit === null) {
      this.reader.report(
        'ambiguous-percent',
        target.span,
        `\`target\` is ${shown(target.text)}, but the baseline is ${shown(baseline.text)} without a unit: a change of it, or a percentage to reach? Write \`change: "${changeText(target)}"\`, or state \`unit: "%"\`.`,
        [{ span: baseline.span, message: 'The baseline' }],
        [...this.asChange(changeText(target)), { kind: 'beside', key: 'unit', value: '%' }],
      );
      return false;
    }
    return this.fits('target', target);
  }

  private changeOf(change: WrittenNumber): Change | null {
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
      // Of 100 both are the same.
      if (Math.abs(this.baseline?.value ?? 0) === 100)
        return { kind: 'absolute', by: change.value, span: change.span };
      this.reader.report(
        'ambiguous-percent',
        change.span,
        this.relativeOrPoints(change),
        [],
        [{ kind: 'value', value: changeText({ ...change, unit: 'pp' }) }, ...this.asTarget(change)],
      );
      return null;
    }
    if (!change.signed && change.value !== 0) {
      const size = spoken(change.value, '%');
      this.reader.report(
        'ambiguous-percent',
        change.span,
        `\`change\` is ${shown(change.text)} without a sign: up, down, or to ${size}? Write \`"+${size}"\` or \`"-${size}"\`.`,
        [],
        [
          { kind: 'value', value: `+${size}` },
          { kind: 'value', value: `-${size}` },
        ],
      );
      return null;
    }
    return { kind: 'relative', by: change.value, span: change.span };
  }

  /** The target as a change from the baseline, where the metric does not state one beside it. */
  private asChange(value: string): Suggestion[] {
    return this.listed || this.keys.has('change') ? [] : [{ kind: 'field', key: 'change', value }];
  }

  /** The target that a change makes which is taken as a share of the baseline. */
  private asTarget({ value }: WrittenNumber): Suggestion[] {
    const base = this.baseline?.value;
    if (base === undefined || this.keys.has('target')) return [];
    const target = spoken(base + (Math.abs(base) * value) / 100, '%');
    return [{ kind: 'field', key: 'target', value: target }];
  }

  private relativeOrPoints(change: WrittenNumber): string {
    const base = this.baseline?.value;
    const readings =
      base === undefined
        ? 'that share of the baseline, or percentage points'
        : `${spoken(base + (Math.abs(base) * change.value) / 100, '%')} (${spoken(Math.abs(change.value), '%')} of the baseline) or ${spoken(base + change.value, '%')} (percentage points)`;
    return `\`change\` is ${shown(change.text)} of a metric in percent, which can mean ${readings}. Write \`change: "${changeText({ ...change, unit: 'pp' })}"\`, or state the \`target\`.`;
  }
}

function changeText(number: WrittenNumber): string {
  return `${number.value < 0 ? '-' : '+'}${spoken(Math.abs(number.value), number.unit)}`;
}

/** As YAML writes it: a bare number as a number, anything else as text. */
export function numberOr(text: string): string | number {
  const value = Number(text);
  return text.trim() !== '' && String(value) === text ? value : text;
}
