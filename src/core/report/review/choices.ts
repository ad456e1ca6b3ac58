import type { Confidence, Day, Outcome, OutcomeTree } from '../../outcomes/model';
import { isMoving, measureMetric, type MetricStatus, type OutcomeProgress } from '../../outcomes/progress';
import type { Alternatives, FeatureFactory, Judgement, ReviewOutcome } from './model';
import type { Names } from './names';

/** Outcomes for which there was a choice: several outputs, or one that was rejected. */
export function alternativesOf(outcomes: readonly ReviewOutcome[]): Alternatives[] {
  return outcomes
    .filter(({ outputs }) => outputs.length > 1 || outputs.some(({ status }) => status === 'rejected'))
    .map(({ key, outputs }) => ({
      outcome: key,
      chosen: outputs.filter(({ status }) => status !== 'proposed' && status !== 'rejected'),
      proposed: outputs.filter(({ status }) => status === 'proposed'),
      rejected: outputs.filter(({ status }) => status === 'rejected'),
    }));
}

/** What was said at each metric's last check-in beside its numbers; the largest disagreement first. */
export function judgementsOf(outcomes: readonly ReviewOutcome[]): Judgement[] {
  return outcomes
    .flatMap(({ key, metrics }) =>
      metrics.flatMap(({ status, series }, metric) => {
        const last = series.at(-1);
        const numbers = STEPS[status];
        if (last === undefined || last.confidence === null || numbers === null) return [];
        const stated = last.confidence;
        const difference = SAID[stated] - numbers;
        return [{ outcome: key, metric, stated, numbers: status, difference, day: last.day }];
      }),
    )
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

const SAID: Readonly<Record<Confidence, number>> = { 'off-track': 0, 'at-risk': 1, 'on-track': 2 };

const STEPS: Readonly<Record<MetricStatus, number | null>> = {
  missed: 0,
  'off-track': 0,
  'at-risk': 1,
  'on-track': 2,
  achieved: 2,
  'not-measured': null,
};

/** The share of the way that counts as a move, as for `shipped-not-moved`. */
const MOVED = 0.1;

/** Outputs that shipped in the period against outcomes whose own metrics to raise or lower came further in it. */
export function factoryOf(
  tree: OutcomeTree,
  period: { readonly from: Day; readonly to: Day },
  progress: ReadonlyMap<Outcome, OutcomeProgress>,
  names: Names,
): FeatureFactory {
  const all = [...names.outcomes];
  const shipped = all
    .flatMap(([outcome, key]) =>
      outcome.outputs.flatMap(({ id, title, status, shipped: day, serves }) =>
        status === 'shipped' && day !== null && day >= period.from && day <= period.to
          ? [{ outcome: key, output: id, title, day, serves }]
          : [],
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const moved = all.flatMap(([outcome, key]) => {
    const [from, to] = [shareAt(outcome, period.from), shareNow(outcome, progress)];
    // Differences of shares are quotients of decimals.
    return to !== null && to - (from ?? 0) >= MOVED - 1e-9 ? [{ outcome: key, from: from ?? 0, to }] : [];
  });
  const served = new Set(
    shipped.flatMap(({ outcome, serves }) => [
      outcome,
      ...serves.flatMap((id) => {
        const entry = tree.entries.get(id.toLowerCase());
        return entry?.kind === 'outcome' ? [names.outcomes.get(entry.outcome)!] : [];
      }),
    ]),
  );
  return {
    shipped: shipped.map(({ outcome, output, title, day }) => ({ outcome, output, title, day })),
    moved,
    shippedFor: { outcomes: served.size, moved: moved.filter(({ outcome }) => served.has(outcome)).length },
  };
}

function shareNow(outcome: Outcome, progress: ReadonlyMap<Outcome, OutcomeProgress>): number | null {
  const metrics = progress.get(outcome)!.metrics;
  return meanOf(outcome, (metric) => metrics.get(metric)!.progress);
}

function shareAt(outcome: Outcome, day: Day): number | null {
  return meanOf(outcome, (metric) => measureMetric(metric, outcome, day).progress);
}

function meanOf(
  outcome: Outcome,
  share: (metric: Outcome['metrics'][number]) => number | null,
): number | null {
  const shares = outcome.metrics
    .filter(isMoving)
    .map(share)
    .filter((each) => each !== null)
    .map((each) => Math.min(1, Math.max(0, each)));
  return shares.length === 0 ? null : shares.reduce((sum, each) => sum + each, 0) / shares.length;
}
