import { forecastOf } from '../../outcomes/forecast';
import type { Metric, Outcome, OutcomeTree, Output } from '../../outcomes/model';
import { type MetricProgress, type OutcomeProgress, startOf } from '../../outcomes/progress';
import { countWork } from '../../work/counts';
import type { Work } from '../../work/model';
import type { ReviewLine, ReviewMetric, ReviewOutcome, ReviewOutput } from './model';
import type { Names } from './names';

/** Every outcome as the review shows it, a parent before its children. */
export function reviewOutcomes(
  tree: OutcomeTree,
  work: Work,
  progress: ReadonlyMap<Outcome, OutcomeProgress>,
  names: Names,
): ReviewOutcome[] {
  const counts = countWork(work);
  const depths = new Map<Outcome, number>();
  return [...names.outcomes].map(([outcome, key]) => {
    const { parent } = outcome;
    const depth = parent === null ? 0 : depths.get(parent)! + 1;
    depths.set(outcome, depth);
    const measured = progress.get(outcome)!;
    const owns = tree.entries.get(outcome.id.toLowerCase())?.outcome === outcome;
    return {
      key,
      id: outcome.id,
      title: outcome.title,
      why: outcome.why,
      owner: outcome.owner,
      parent: parent === null ? null : names.outcomes.get(parent)!,
      depth,
      place: names.placeAt(outcome.file, outcome.at.self.start),
      stated: outcome.status,
      status: measured.status,
      progress: measured.progress,
      keeps: measured.keeps,
      expected: measured.expected,
      coverage: measured.coverage,
      start: startOf(outcome),
      due: outcome.due,
      adverse: outcome.adverse,
      assumptions: outcome.assumptions,
      metrics: [...measured.metrics.values()].map((each) => reviewMetric(each, outcome, names)),
      outputs: outcome.outputs.map((output) => reviewOutput(output, outcome, names)),
      work: (owns ? counts.get(outcome.id) : undefined) ?? { todos: 0, branches: 0, commits: 0 },
    };
  });
}

function reviewOutput(output: Output, { file }: Outcome, names: Names): ReviewOutput {
  const { id, title, status, shipped, instead, tradeOff, element, serves, at } = output;
  return {
    id,
    title,
    status,
    shipped,
    instead,
    tradeOff,
    element,
    serves,
    place: names.placeAt(file, at.self.start),
  };
}

function reviewMetric(measured: MetricProgress, outcome: Outcome, names: Names): ReviewMetric {
  const { metric, last, forecast } = measured;
  const { id, title, unit, goal, baseline, target, source } = metric;
  const checkIns = last === null ? [] : metric.checkIns.filter(({ date }) => date <= last.date);
  return {
    id,
    title,
    unit,
    goal,
    baseline,
    target,
    source,
    place: names.placeAt(outcome.file, metric.at.self.start),
    status: measured.status,
    progress: measured.progress,
    expected: measured.expected,
    current: measured.current,
    series: checkIns.map(({ date, value, confidence, note, at }) => ({
      day: date,
      value,
      confidence,
      note,
      place: names.placeAt(outcome.file, at.self.start),
    })),
    expectedLine: expectedLine(metric, outcome),
    forecastLine: forecastLine(metric, checkIns, outcome),
    forecast: forecast === null ? null : { value: forecast.value, reached: forecast.reached },
  };
}

function expectedLine({ baseline, target, goal }: Metric, outcome: Outcome): ReviewLine | null {
  const start = startOf(outcome);
  if (baseline === null || typeof target !== 'number' || start === null || outcome.due === null) return null;
  if (goal !== 'increase' && goal !== 'decrease') return null;
  return [
    { day: start, value: baseline },
    { day: outcome.due, value: target },
  ];
}

function forecastLine(metric: Metric, checkIns: Metric['checkIns'], { due }: Outcome): ReviewLine | null {
  const last = checkIns.at(-1);
  if (last === undefined || due === null || due <= last.date) return null;
  const [from, to] = [last.date, due].map((day) => forecastOf(metric, checkIns, day)?.value ?? null);
  if (from === null || from === undefined || to === null || to === undefined) return null;
  return [
    { day: last.date, value: from },
    { day: due, value: to },
  ];
}
