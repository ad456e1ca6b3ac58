import type {
  Metric,
  Outcome,
  OutcomesFile,
  Output,
  Written,
} from '../../../../../../src/core/outcomes/model';

/** What a file says, without the places where it says it, and without what follows from other parts of it. */
export function plain(file: OutcomesFile): Plain {
  return {
    title: file.title,
    policy: file.policy === null ? null : { tags: file.policy.tags, existing: file.policy.existing },
    outcomes: file.outcomes.map(plainOutcome),
  };
}

export interface Plain {
  readonly title: string | null;
  readonly policy: unknown;
  readonly outcomes: PlainOutcome[];
}

export interface PlainOutcome {
  [field: string]: unknown;
  metrics: PlainNode[];
  outputs: PlainNode[];
  outcomes: PlainOutcome[];
}
export type PlainNode = Record<string, unknown>;

export function plainOutcome(outcome: Outcome): PlainOutcome {
  return {
    ...stated(outcome.at, outcome, [
      'id',
      'title',
      'why',
      'owner',
      'start',
      'due',
      'status',
      'checkIn',
      'weight',
    ]),
    ...stated(outcome.at, outcome, ['paths', 'branches', 'assumptions', 'adverse']),
    metrics: outcome.metrics.map(plainMetric),
    outputs: outcome.outputs.map(plainOutput),
    outcomes: outcome.outcomes.map(plainOutcome),
  };
}

export function plainOutput(output: Output): PlainNode {
  const fields = ['id', 'title', 'status', 'shipped', 'instead', 'tradeOff', 'serves', 'element'] as const;
  return stated(output.at, output, fields);
}

function plainMetric(metric: Metric): PlainNode {
  const fields = ['id', 'title', 'unit', 'goal', 'baseline', 'target', 'source'] as const;
  return {
    ...stated(metric.at, metric, fields),
    checkIns: metric.checkIns.map((one) => stated(one.at, one, ['date', 'value', 'confidence', 'note'])),
  };
}

/** Fields that are written: others follow from them, as a title from an id. */
function stated<T extends object>(at: Written, node: T, fields: readonly (keyof T & string)[]): PlainNode {
  return Object.fromEntries(
    fields.filter((name) => at.keys.has(KEYS[name] ?? name)).map((name) => [name, node[name]]),
  );
}

const KEYS: Readonly<Record<string, string>> = {
  checkIn: 'check-in',
  tradeOff: 'trade-off',
  adverse: 'effect',
};
