import type { Day, Metric, MetricProgress, Outcome, OutcomeProgress, Output, ShownStatus } from '../../core';
import type { Draft } from './rows';
import { joined, number, oneLine, percent, plain, shortDay } from './words';
import { paragraphs } from './work-rows';

/** Icon and colour of a status; the text of the status always stands beside it. */
export interface Look {
  readonly icon: string;
  readonly color: string | null;
}

const LOOKS: Readonly<Record<ShownStatus, Look>> = {
  achieved: { icon: 'pass-filled', color: 'charts.green' },
  'on-track': { icon: 'pass', color: 'charts.green' },
  'at-risk': { icon: 'warning', color: 'charts.yellow' },
  'off-track': { icon: 'error', color: 'charts.red' },
  missed: { icon: 'circle-slash', color: 'charts.red' },
  dropped: { icon: 'circle-slash', color: 'disabledForeground' },
  draft: { icon: 'edit', color: 'descriptionForeground' },
  'not-measured': { icon: 'circle-large-outline', color: 'descriptionForeground' },
};
/** `at-risk` as people write it. */
export function statusText(status: string): string {
  return status.replaceAll('-', ' ');
}

export function outcomeLook(
  outcome: Outcome,
  standing: OutcomeProgress,
  today: Day,
): Pick<Draft, 'description' | 'icon' | 'color'> {
  return { description: outcomeText(outcome, standing, today), ...LOOKS[standing.status] };
}

/** `on track · 50 % of 60 % expected · due 31 Dec`. */
export function outcomeText({ due }: Outcome, standing: OutcomeProgress, today: Day): string {
  const day = due === null ? null : `due ${shortDay(due, today)}`;
  return joined([statusText(standing.status), progressText(standing), day]);
}

export function outcomeTooltip(
  outcome: Outcome,
  standing: OutcomeProgress,
  today: Day,
  work: string,
): string {
  const { measured, of } = standing.coverage;
  return paragraphs([
    `**${plain(outcome.title || outcome.id)}**${outcome.adverse ? ' — a known bad side effect' : ''}`,
    outcome.why === null ? '' : `Why: ${plain(outcome.why)}`,
    [
      `Status: ${statusText(standing.status)}`,
      ...progressParts(standing),
      of > 0 ? `${measured} of ${of} measured` : '',
    ]
      .filter(Boolean)
      .join(', '),
    outcome.due === null ? '' : `Due: ${shortDay(outcome.due, today)}`,
    outcome.owner === null ? '' : `Owner: ${plain(outcome.owner)}`,
    work === '' ? '' : `Linked work: ${work}`,
    outcome.id === '' ? 'It has no id, so no work can link to it.' : `Id: ${plain(outcome.id)}`,
  ]);
}

export function metricDraft(metric: Metric, standing: MetricProgress, today: Day): Draft {
  const { last } = standing;
  const unit = metric.unit === null ? '' : oneLine(metric.unit);
  return {
    key: `metric:${metric.id ?? metric.title ?? ''}`,
    kind: 'metric',
    label: oneLine(metric.title ?? metric.id ?? '') || 'Untitled metric',
    description: metricText(metric, standing),
    icon: 'graph-line',
    color: LOOKS[standing.status].color,
    tooltip: () =>
      paragraphs([
        `**${plain(metric.title ?? metric.id ?? '')}**`,
        plain(
          joined([
            metric.baseline === null ? 'no baseline' : `from ${measure(metric.baseline, unit)}`,
            metric.target === null ? 'no target' : targetText(metric, unit),
            standing.current === null ? null : `now ${measure(standing.current, unit)}`,
          ]),
        ),
        ['Status: ' + statusText(standing.status), ...progressParts(standing)].filter(Boolean).join(', '),
        last === null
          ? 'Never checked in'
          : `Last check-in ${shortDay(last.date, today)}: ${plain(measure(last.value, unit))}` +
            (last.confidence === null ? '' : `, stated ${statusText(last.confidence)}`) +
            (last.note === null ? '' : `. ${plain(last.note)}`),
        metric.source === null ? '' : `Source: ${plain(metric.source)}`,
      ]),
    copy: metric.id,
  };
}

const OUTPUT_LOOKS: Readonly<Record<Output['status'], Look>> = {
  proposed: { icon: 'lightbulb', color: 'descriptionForeground' },
  planned: { icon: 'calendar', color: null },
  'in-progress': { icon: 'tools', color: 'charts.blue' },
  shipped: { icon: 'package', color: 'charts.green' },
  rejected: { icon: 'close', color: 'disabledForeground' },
};

export function outputDraft(output: Output, today: Day, work: string): Draft {
  return {
    key: `output:${output.id || output.title}`,
    kind: 'output',
    label: oneLine(output.title || output.id) || 'Untitled output',
    description: outputText(output, today, work),
    ...OUTPUT_LOOKS[output.status],
    tooltip: () =>
      paragraphs([
        `**${plain(output.title || output.id)}**`,
        `Output, ${statusText(output.status)}`,
        output.tradeOff === null ? '' : `Trade-off: ${plain(output.tradeOff)}`,
        output.instead === null ? '' : `Instead: ${plain(output.instead)}`,
        output.serves.length === 0 ? '' : `Also serves: ${plain(output.serves.join(', '))}`,
        output.id === '' ? 'It has no id, so no work can link to it.' : `Id: ${plain(output.id)}`,
      ]),
    copy: output.id || null,
  };
}

type Share = Pick<OutcomeProgress, 'progress' | 'keeps' | 'expected'>;

/** `progress 50 %`, `expected 60 %`; of a level to keep how often it was met. */
function progressParts(share: Share): string[] {
  const { progress, keeps, expected } = share;
  if (keeps) return [keptText(share) ?? ''];
  return [
    progress === null ? '' : `progress ${percent(progress)}`,
    expected === null ? '' : `expected ${percent(expected)}`,
  ];
}

function keptText({ progress }: Share): string | null {
  return progress === null ? null : `met in ${percent(progress)} of check-ins`;
}

/** `90 → 60 calls/week · on track · 50 %`. */
export function metricText(metric: Metric, standing: MetricProgress): string {
  const { status, keeps, progress } = standing;
  const unit = metric.unit === null ? '' : oneLine(metric.unit);
  const share = keeps ? keptText(standing) : progress === null ? null : percent(progress);
  return joined([valueText(metric, standing, unit), statusText(status), share]);
}

/** `shipped 3 Mar · instead: voip · 2 TODOs`. */
export function outputText({ status, shipped, instead }: Output, today: Day, work: string): string {
  return joined([
    statusText(status) + (shipped === null ? '' : ` ${shortDay(shipped, today)}`),
    instead === null ? null : `instead: ${oneLine(instead)}`,
    work,
  ]);
}

/** `50 % of 60 % expected`; of a level to keep how often it was met. */
function progressText(share: Share): string | null {
  const { progress, keeps, expected } = share;
  if (keeps || progress === null) return keptText(share);
  return expected === null ? percent(progress) : `${percent(progress)} of ${percent(expected)} expected`;
}

/** `90 → 60 calls/week`. */
function valueText(metric: Metric, { current }: MetricProgress, unit: string): string {
  const now = current ?? metric.baseline;
  if (metric.target === null) return now === null ? '' : measure(now, unit);
  const goal =
    typeof metric.target === 'number' ? number(metric.target) : metric.target.map(number).join('–');
  const text = now === null ? goal : `${number(now)} → ${goal}`;
  return unit === '' ? text : `${text} ${unit}`;
}

function targetText(metric: Metric, unit: string): string {
  const { target, goal } = metric;
  if (target === null) return '';
  if (typeof target !== 'number') return `between ${number(target[0])} and ${measure(target[1], unit)}`;
  const word = goal === 'at-least' ? 'at least' : goal === 'at-most' ? 'at most' : 'to';
  return `${word} ${measure(target, unit)}`;
}

function measure(value: number, unit: string): string {
  return unit === '' ? number(value) : `${number(value)} ${unit}`;
}
