import { type NewMetric, type NewQuantity, spokenQuantity } from '../../core';
import { type Checked, checkMetric } from './check';

/** What a typed target is to say in the file. */
export type TargetFields = Pick<NewMetric, 'goal' | 'target' | 'change'>;

/** One way to read a typed target. */
export interface Meaning {
  readonly label: string;
  readonly fields: TargetFields;
}

export interface Measure {
  readonly title: string;
  readonly unit: string;
  readonly baseline: string;
}

/**
 * The ways to read a typed target that the format accepts, the likeliest first: "20%" of 120 calls can be a rise to
 * 144 or a fall to 96. When there is none, `problem` says why.
 */
export function meaningsOf(
  text: string,
  measure: Measure,
): { readonly meanings: readonly Meaning[]; readonly problem: string | null } {
  const readings = candidates(text, measure).map((fields) => ({
    fields,
    checked: checkTarget(fields, measure),
  }));
  const good = readings.filter(({ checked }) => checked.problem === null);
  const meanings: Meaning[] = [];
  for (const { fields, checked } of good) {
    const label = labelOf(fields, checked, measure);
    if (!meanings.some((other) => other.label === label)) meanings.push({ label, fields });
  }
  const [first] = readings;
  return { meanings, problem: good.length > 0 ? null : (first?.checked.problem ?? null) };
}

/** A number as the file is to hold it: 120 as a number, "1,000" and "9.5%" as they are typed. */
export function quantity(text: string): NewQuantity {
  const value = Number(text);
  return text !== '' && String(value) === text ? value : text;
}

/** What somebody may mean, right or wrong: the format decides. */
function candidates(typed: string, measure: Measure): TargetFields[] {
  const text = typed.replace(/^−/, '-');
  if (text === '') return [];
  const range = RANGE.exec(text);
  if (range !== null) return [{ goal: 'between', target: [quantity(range[1]!), quantity(range[2]!)] }];
  const compared = COMPARED.find(({ words }) => words.test(text));
  if (compared !== undefined)
    return [{ goal: compared.goal, target: quantity(text.replace(compared.words, '').trim()) }];
  const reached = { target: quantity(text) };
  const levels = (['at-least', 'at-most'] as const).map((goal) => ({ goal, ...reached }));
  const signed = /^[+-]/.test(text) ? [text] : /(?:%|pp)$/.test(text) ? [`+${text}`, `-${text}`] : [];
  const changes = signed.flatMap((change) => changesBy(change, measure));
  return /^[+-]/.test(text) ? [...changes, reached, ...levels] : [reached, ...levels, ...changes];
}

/** A percentage of a metric in percent can be points, or a share of the baseline, which only a target can say. */
function changesBy(text: string, measure: Measure): TargetFields[] {
  const asWritten = { change: quantity(text) };
  const size = /^([+-].*?)\s*%$/.exec(text)?.[1];
  if (size === undefined) return [asWritten];
  const baseline = checkMetric(metricOf({}, measure), []).metric?.baseline ?? null;
  const share = baseline === null ? Number.NaN : baseline + (Math.abs(baseline) * Number(size)) / 100;
  return [
    asWritten,
    { change: `${size}pp` },
    ...(Number.isFinite(share) ? [{ target: spokenQuantity(share, '%') }] : []),
  ];
}

const RANGE = /^(?:between\s+)?(.*?\d.*?)\s*(?:–|—|\.\.+|\bto\b|\band\b|(?<=[\d%])-)\s*(.*\d.*)$/i;
const COMPARED = [
  { goal: 'at-most', words: /^(?:<=?|≤|at most|no more than|max(?:imum)?|under|below|less than|up to)\s*/i },
  { goal: 'at-least', words: /^(?:>=?|≥|at least|no less than|min(?:imum)?|over|above|more than)\s*/i },
] as const;

function checkTarget(fields: TargetFields, measure: Measure): Checked {
  return checkMetric(metricOf(fields, measure), ['target', 'change', 'goal']);
}

function metricOf(fields: TargetFields, { title, unit, baseline }: Measure): NewMetric {
  return {
    title,
    unit: unit === '' ? undefined : unit,
    baseline: baseline === '' ? undefined : quantity(baseline),
    ...fields,
  };
}

function labelOf(
  { goal, target, change }: TargetFields,
  { metric, spoken }: Checked,
  measure: Measure,
): string {
  if (goal === 'between') return `Keep it between ${spoken.low} and ${spoken.target}`;
  if (goal === 'at-least') return `Keep it at ${spoken.target} or more`;
  if (goal === 'at-most') return `Keep it at ${spoken.target} or less`;
  const from = measure.baseline === '' ? '' : `from ${spoken.baseline} `;
  const by = change === undefined ? '' : ` (by ${String(change)})`;
  if (metric?.target === null || (target === undefined && measure.baseline === ''))
    return `Change it by ${String(change)} from where it is`;
  const way =
    metric?.goal === 'decrease' ? 'Bring it down' : metric?.goal === 'increase' ? 'Raise it' : 'Bring it';
  return `${way} ${from}to ${spoken.target}${by}`;
}
