import type { Day, Metric, Outcome } from '../../core/outcomes/model';

export interface Standing {
  readonly status: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly coverage: { readonly measured: number; readonly of: number };
}
export interface MetricStanding {
  readonly status: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly current: number | null;
}
export function outcomeStanding(outcome: Outcome, _today: Day): Standing {
  return {
    status: 'not-measured',
    progress: null,
    expected: null,
    coverage: { measured: 0, of: outcome.metrics.length },
  };
}
export function metricStanding(metric: Metric, _outcome: Outcome, _today: Day): MetricStanding {
  return {
    status: 'not-measured',
    progress: null,
    expected: null,
    current: metric.checkIns.at(-1)?.value ?? null,
  };
}
