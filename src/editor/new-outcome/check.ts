import {
  type Day,
  type Finding,
  checkTree,
  mergeFiles,
  type Metric,
  type NewMetric,
  type NewOutcome,
  parseOutcomes,
  spokenQuantity,
  treeRules,
} from '../../core';

/** What the rules say of one field of an outcome that is being written. */
export interface Remark {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
}

/**
 * What the product would find in a file with this outcome in it, where the given field of it is marked. A field is
 * named by its way: `title`, `metrics.0.unit`.
 */
export function remarksOn(outcome: NewOutcome, way: string, today: Day): Remark[] {
  // JSON is YAML, and needs no layout.
  const file = parseOutcomes('outcomes.yml', `version: 1\noutcomes: [${JSON.stringify(outcome)}]`);
  const at = placeOf(file.outcomes[0], way.split('.'));
  if (at === undefined) return [];
  const { start, end } = file.lines.rangeOf(at);
  return checkTree({ tree: mergeFiles([file]), today }, treeRules).filter(
    ({ subject }) =>
      subject.kind === 'file' &&
      subject.range.start.line === start.line &&
      subject.range.start.character >= start.character &&
      subject.range.end.character <= end.character,
  );
}

type Parsed = ReturnType<typeof parseOutcomes>['outcomes'][number];

function placeOf(outcome: Parsed | undefined, [list, index, name]: string[]) {
  if (outcome === undefined || list === undefined) return undefined;
  if (index === undefined || name === undefined) return outcome.at.keys.get(list)?.value;
  const nodes = list === 'metrics' ? outcome.metrics : outcome.outputs;
  return nodes[Number(index)]?.at.keys.get(name)?.value;
}

export interface Checked {
  /** As it was read; null when it was not. */
  readonly metric: Metric | null;
  /** Why one of the fields cannot stay as it is; null when all can. */
  readonly problem: string | null;
  /** Its numbers in words. */
  readonly spoken: { readonly baseline: string; readonly target: string; readonly low: string };
}

/** Reads a metric as it would be in the file, and says what is wrong with some of its fields. */
export function checkMetric(metric: NewMetric, fields: readonly string[]): Checked {
  const outcome = { id: 'x', title: 'x', metrics: [{ id: 'm', ...metric }] };
  const file = parseOutcomes('outcomes.yml', `version: 1\noutcomes: [${JSON.stringify(outcome)}]`);
  const read = file.outcomes[0]?.metrics[0] ?? null;
  const spans = fields.flatMap((name) => read?.at.keys.get(name)?.value ?? []);
  const problem = file.problems.find(({ span }) =>
    spans.some(({ start, end }) => start <= span.start && span.end <= end),
  );
  return { metric: read, problem: problem?.message ?? null, spoken: numbersOf(read) };
}

function numbersOf(metric: Metric | null): Checked['spoken'] {
  const { baseline = null, target = null, unit = null } = metric ?? {};
  const [low, high] = typeof target === 'object' && target !== null ? target : [null, target];
  const say = (value: number | null) => (value === null ? '' : spokenQuantity(value, unit));
  return { baseline: say(baseline), target: say(high), low: say(low) };
}
