import type { Metric } from '../model';
import { isPercent, spoken } from '../quantity';
import { contentWords, secondsOf, titleNumbers, type TitleNumber } from './numbers';

export interface NumberMismatch {
  readonly metric: Metric;
  /** The metric's key that says otherwise. */
  readonly key: 'baseline' | 'target';
  /** The number as the title writes it. */
  readonly stated: string;
  /** What the metric gives for it, in words and figures: "the target is 400". */
  readonly instead: string;
}

/**
 * Where the numbers of a title contradict the metric that measures the same thing. The same thing: title and metric
 * share a telling word, and the units can agree. A number that fits in any reading is no contradiction.
 */
export function numberMismatches(title: string, metrics: readonly Metric[]): NumberMismatch[] {
  const numbers = titleNumbers(title);
  if (numbers.length === 0) return [];
  const about = contentWords(title);
  const alike = metrics.filter((metric) => sharesWord(metric, about));
  const [metric] = alike;
  // Two metrics of one thing: which of them the title means is not known.
  if (metric === undefined || alike.length > 1) return [];
  const fitting = numbers.filter((number) => comparable(number, metric));
  return contradictions(
    fitting.map((number) => inUnitOf(metric, number)),
    metric,
  );
}

/** "2 days" for a metric in hours is 48. */
function inUnitOf(metric: Metric, number: TitleNumber): TitleNumber {
  const seconds = secondsOf(metric.unit);
  if (seconds === null || number.seconds === null) return number;
  return { ...number, value: (number.value * number.seconds) / seconds };
}

function sharesWord(metric: Metric, about: ReadonlySet<string>): boolean {
  const named = contentWords(`${metric.title ?? ''} ${(metric.id ?? '').replaceAll('-', ' ')}`);
  return [...named].some((word) => about.has(word));
}

function comparable(number: TitleNumber, metric: Metric): boolean {
  if (metric.title?.includes(number.text) === true) return false;
  if (number.percent) return number.role === 'by' || isPercent(metric.unit);
  if (isPercent(metric.unit)) return false;
  if (number.seconds !== null) return secondsOf(metric.unit) !== null;
  if (number.of === null) return number.role !== 'level';
  if (/\p{Sc}/u.test(number.of)) return metric.unit === null || metric.unit.includes(number.of);
  const named = contentWords(`${metric.title ?? ''} ${(metric.unit ?? '').replaceAll('/', ' ')}`);
  return named.has(number.of);
}

function contradictions(numbers: readonly TitleNumber[], metric: Metric): NumberMismatch[] {
  const found: NumberMismatch[] = [];
  const { baseline, target } = metric;
  const add = (key: 'baseline' | 'target', { text }: TitleNumber, instead: string): void => {
    found.push({ metric, key, stated: text, instead });
  };
  const from = numbers.find((n) => n.role === 'from');
  if (from && baseline !== null && !same(from.value, baseline))
    add('baseline', from, `the baseline is ${spoken(baseline, metric.unit)}`);
  const by = numbers.find((n) => n.role === 'by');
  if (by && baseline !== null && typeof target === 'number' && !movesBy(by, baseline, target, metric.unit)) {
    add(
      'target',
      by,
      `the metric goes from ${spoken(baseline, metric.unit)} to ${spoken(target, metric.unit)}`,
    );
  }
  const levels = numbers.filter((n) => n.role === 'to' || n.role === 'level');
  const [level] = levels;
  if (level && levels.length === 1 && target !== null && !meets(level.value, target)) {
    add(
      'target',
      level,
      `the target is ${[target]
        .flat()
        .map((end) => spoken(end, metric.unit))
        .join(' to ')}`,
    );
  }
  return found;
}

function meets(value: number, target: number | readonly [number, number]): boolean {
  if (typeof target === 'number') return same(value, target);
  return (value >= target[0] && value <= target[1]) || target.some((end) => same(value, end));
}

/** A difference of N, of N percent, or to N percent fewer or more, whichever fits. */
function movesBy(
  { value, percent }: TitleNumber,
  baseline: number,
  target: number,
  unit: string | null,
): boolean {
  const distance = Math.abs(target - baseline);
  const relative = baseline === 0 ? Number.NaN : (distance / Math.abs(baseline)) * 100;
  if (!percent) return same(value, distance);
  return (
    Math.abs(relative - value) <= Math.max(0.5, value * 0.02) || (isPercent(unit) && same(value, distance))
  );
}

/** Equal, or equal but for a scale that is written in the unit: 12 M and 12,000,000, 95 % and 0.95. */
function same(a: number, b: number): boolean {
  const [x, y] = [Math.abs(a), Math.abs(b)];
  return [1, 100, 1e3, 1e6, 1e9].some((scale) => near(x, y * scale) || near(x * scale, y));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
