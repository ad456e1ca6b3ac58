import { line } from 'd3-shape';
import type { Day } from '../../outcomes/model';
import type { ReviewMetric, ReviewOutcome } from '../review';
import { html, said, trusted, visible, type Html } from './markup';
import { coordinate, metWords, placeOf, saidStatus, sourceOf, status } from './pieces';
import { isKept } from '../../outcomes/progress';
import type { Scene } from './scene';
import { FIELD, trendScales, type Point, type TrendScales } from './trend-scales';
import { away, compact, counted, dayText, percent, quantity, shortened, words } from './words';

/** More rows than this are not drawn as points and not told in the table: the newest are kept. */
const MOST_POINTS = 120;

/** How a metric went, as a drawing and the table behind it. */
export function trend(metric: ReviewMetric, outcome: ReviewOutcome, scene: Scene): Html {
  const { today } = scene.review;
  const scales = trendScales(metric, today, outcome.start, outcome.due);
  const name = metric.title ?? metric.id ?? 'A metric';
  return html`<figure class="trend">
    <figcaption>
      <span class="name">${said(name)}</span>
      <span class="head">${status(metric.status)} ${standing(metric)}</span>
    </figcaption>
    ${
      metric.series.length === 0 || scales === null
        ? html`<p class="nothing">
            ${
              metric.series.length === 0
                ? html`No check-in yet. ${goalWords(metric)}`
                : 'These numbers are too far apart to be drawn.'
            }
          </p>`
        : drawing(metric, outcome, scales, today)
    }
    ${behind(metric, scene)}
  </figure>`;
}

/** The legend that all trends share. */
export function trendLegend(): Html {
  const sample = (drawn: string) =>
    trusted(`<svg class="key" viewBox="0 0 26 12" aria-hidden="true">${drawn}</svg>`);
  const point = (confidence: Shape) => sample(pointAt(confidence, [13, 6]));
  return html`<ul class="legend keys">
    <li>${sample('<path class="measured" d="M1 6h24"/>')}measured</li>
    <li>${sample('<path class="forecast" d="M1 6h24"/>')}forecast</li>
    <li>${sample('<path class="expected" d="M1 6h24"/>')}expected</li>
    <li>${sample('<path class="target" d="M1 6h24"/>')}target</li>
    <li>${sample('<path class="baseline" d="M1 6h24"/>')}baseline</li>
    <li>${point('on-track')}said on track</li>
    <li>${point('at-risk')}said at risk</li>
    <li>${point('off-track')}said off track</li>
    <li>${point('unsaid')}nothing said</li>
  </ul>`;
}

function standing(metric: ReviewMetric): Html {
  const { current, unit, progress, expected } = metric;
  const share = isKept(metric)
    ? metWords(progress)
    : html`${percent(progress)}${expected === null ? null : html` of ${percent(expected)} expected`}`;
  return html`${current === null ? null : html`<b>${quantity(current, unit)}</b>`}${
    progress === null ? null : html` <span class="muted">${share}</span>`
  }`;
}

function goalWords({ goal, baseline, target, unit }: ReviewMetric): string {
  if (target === null) return baseline === null ? 'It has no target.' : `From ${quantity(baseline, unit)}.`;
  if (typeof target !== 'number')
    return `To stay between ${quantity(target[0], null)} and ${quantity(target[1], unit)}.`;
  if (goal === 'at-least' || goal === 'at-most') return `To be ${words(goal)} ${quantity(target, unit)}.`;
  return `${baseline === null ? 'To' : `From ${quantity(baseline, null)} to`} ${quantity(target, unit)}.`;
}

function drawing(metric: ReviewMetric, outcome: ReviewOutcome, scales: TrendScales, today: Day): Html {
  return html`<svg
    class="chart"
    viewBox="0 0 ${FIELD.width} ${FIELD.height}"
    role="img"
    aria-label="${inWords(metric, outcome)}"
  >
    ${axes(metric.unit, scales)} ${trusted(lines(metric, scales, today))}
    ${points(metric, scales)}${gutter(metric, scales)}
  </svg>`;
}

/** What the drawing shows, for those who do not see it. */
function inWords(metric: ReviewMetric, outcome: ReviewOutcome): string {
  const { title, id, unit, series, forecast } = metric;
  const [first, last] = [series[0]!, series.at(-1)!];
  return [
    `${title ?? id ?? 'Metric'}: ${counted(series.length, 'check-in')},`,
    series.length === 1
      ? `${quantity(last.value, unit)} on ${dayText(last.day)}.`
      : `from ${quantity(first.value, unit)} on ${dayText(first.day)} to ${quantity(last.value, unit)} on ${dayText(last.day)}.`,
    goalWords(metric),
    outcome.due === null ? '' : `Due ${dayText(outcome.due)}.`,
    forecast === null || forecast.value === null
      ? ''
      : `Forecast ${quantity(Number(forecast.value.toPrecision(3)), unit)}.`,
    `By the numbers it is ${words(metric.status)}.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function axes(unit: string | null, { days, values }: TrendScales): Html {
  const grid = values.map(({ at }) => `M${FIELD.left} ${coordinate(at)}H${FIELD.right}`).join('');
  return html`<path class="grid" d="${grid}" />
    ${values.map(
      ({ at, label }) =>
        html`<text class="tick y" x="${FIELD.left - 5}" y="${coordinate(at + 3.5)}">${label}</text>`,
    )}
    ${days.map(
      ({ at, label }) =>
        html`<text class="tick x" x="${coordinate(at)}" y="${FIELD.bottom + 14}">${label}</text>`,
    )}
    <text class="unit" x="2" y="10">${shortened(unit ?? '', 44)}</text>`;
}

/** Every line of a trend: what holds, what was expected, what was measured, what is foreseen. */
function lines(metric: ReviewMetric, scales: TrendScales, today: Day): string {
  const { x, y, clip } = scales;
  const { baseline, target, goal } = metric;
  const level = (value: number, look: string) =>
    `<path class="${look}" d="M${FIELD.left} ${coordinate(y(value))}H${FIELD.right}"/>`;
  const path = (points: readonly Point[], look: string) => `<path class="${look}" d="${pathOf(points)}"/>`;
  const expected = metric.expectedLine === null ? null : clip(metric.expectedLine);
  const forecast = metric.forecastLine === null ? null : clip(metric.forecastLine);
  const series = newest(metric).map(({ day, value }) => [x(day), y(value)] as const);
  return [
    Array.isArray(target) && goal === 'between' ? band(target as readonly [number, number], scales) : '',
    baseline === null ? '' : level(baseline, 'baseline'),
    target === null
      ? ''
      : [target]
          .flat()
          .map((value) => level(value, 'target'))
          .join(''),
    expected === null ? '' : path(expected, 'expected'),
    `<path class="today" d="M${coordinate(x(today))} ${FIELD.top}V${FIELD.bottom}"/>`,
    forecast === null ? '' : path(forecast, 'forecast'),
    series.length > 1 ? path(series, 'measured') : '',
  ].join('');
}

function band([low, high]: readonly [number, number], { y }: TrendScales): string {
  const top = y(Math.max(low, high));
  const height = y(Math.min(low, high)) - top;
  return `<rect class="band" x="${FIELD.left}" y="${coordinate(top)}" width="${FIELD.right - FIELD.left}" height="${coordinate(height)}"/>`;
}

const pathOf = (points: readonly Point[]): string =>
  line<Point>()
    .digits(1)
    .x(([x]) => x)
    .y(([, y]) => y)(points) ?? '';

type Shape = 'on-track' | 'at-risk' | 'off-track' | 'unsaid';

function points(metric: ReviewMetric, { x, y }: TrendScales): Html[] {
  return newest(metric).map(({ day, value, confidence, note }) => {
    const text = [
      `${dayText(day)}: ${quantity(value, metric.unit)}`,
      confidence === null ? '' : `said ${words(confidence)}`,
      note ?? '',
    ].filter((part) => part !== '');
    return html`<g class="point"
      ><title>${text.join('. ')}</title>${trusted(pointAt(confidence ?? 'unsaid', [x(day), y(value)]))}</g
    >`;
  });
}

/** A circle, a triangle, a square or a ring: confidence is told by shape, not by colour alone. */
function pointAt(shape: Shape, [x, y]: Point): string {
  const [cx, cy] = [coordinate(x), coordinate(y)];
  switch (shape) {
    case 'on-track':
      return `<circle class="p-on-track" cx="${cx}" cy="${cy}" r="3.6"/>`;
    case 'at-risk':
      return `<path class="p-at-risk" d="M${cx} ${coordinate(y - 4.8)}l4.6 8h-9.2Z"/>`;
    case 'off-track':
      return `<path class="p-off-track" d="M${coordinate(x - 3.5)} ${coordinate(y - 3.5)}h7v7h-7Z"/>`;
    case 'unsaid':
      return `<circle class="p-unsaid" cx="${cx}" cy="${cy}" r="3.2"/>`;
  }
}

/** Right of the field: what each level is, moved apart so that no label covers another. */
function gutter(metric: ReviewMetric, { y, clip }: TrendScales): Html {
  const { baseline, target, series, forecastLine } = metric;
  const foreseen = forecastLine === null ? null : clip(forecastLine);
  const labels = [
    ...(baseline === null
      ? []
      : [{ at: y(baseline), text: `baseline ${compact(baseline)}`, look: 'l-baseline' }]),
    ...(target === null ? [] : [target].flat()).map((value) => ({
      at: y(value),
      text: `target ${compact(value)}`,
      look: 'l-target',
    })),
    ...(foreseen === null
      ? []
      : [
          {
            at: foreseen[1][1],
            text: `forecast ${compact(Number(forecastLine![1].value.toPrecision(3)))}`,
            look: 'l-forecast',
          },
        ]),
    { at: y(series.at(-1)!.value), text: `now ${compact(series.at(-1)!.value)}`, look: 'l-now' },
  ];
  return html`${apart(labels, LABEL_HEIGHT).map(
    ({ at, text, look }) =>
      html`<text class="label ${look}" x="${FIELD.right + 6}" y="${coordinate(at + 3.5)}">${text}</text>`,
  )}`;
}

const LABEL_HEIGHT = 12;

/** The labels from top to bottom, each at least `gap` below the one before, and within the field as far as that goes. */
export function apart<T extends { readonly at: number }>(labels: readonly T[], gap: number): T[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const at = sorted.map((label) => label.at);
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i]!, at[i - 1]! + gap);
  let limit = FIELD.bottom + gap / 2;
  for (let i = at.length - 1; i >= 0; i--, limit -= gap) at[i] = Math.min(at[i]!, limit);
  return sorted.map((label, i) => ({ ...label, at: at[i]! }));
}

function behind(metric: ReviewMetric, scene: Scene): Html {
  const { series, source, unit, forecast } = metric;
  const shown = newest(metric);
  const reached = forecast?.reached ?? null;
  return html`<details>
    <summary>
      Numbers and source<span class="unseen"> of ${metric.title ?? metric.id ?? 'this metric'}</span>
    </summary>
    <p>
      ${goalWords(metric)}
      ${
        reached === null
          ? null
          : html`At this pace the target is reached on ${dayText(reached)},
            ${away(reached, scene.review.today)}. `
      }
      ${source === null ? 'No source is stated.' : html`Source: ${sourceOf(source)}`}
      ${placeOf(metric.place, scene)}
    </p>
    ${
      series.length === 0
        ? null
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">${unit === null || visible(unit) === '' ? 'Value' : unit}</th>
                <th scope="col">Said</th>
                <th scope="col">Note and place</th>
              </tr>
            </thead>
            <tbody>
              ${shown.toReversed().map(
                ({ day, value, confidence, note, place }) =>
                  html`<tr>
                    <td><time datetime="${day}">${dayText(day)}</time></td>
                    <td class="num">${quantity(value, null)}</td>
                    <td>
                      ${confidence === null ? html`<span class="muted">–</span>` : saidStatus(confidence)}
                    </td>
                    <td>${note === null ? null : html`${said(note)} `}${placeOf(place, scene)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${
      series.length > shown.length
        ? html`<p class="more">and ${counted(series.length - shown.length, 'older check-in')}</p>`
        : null
    }
  </details>`;
}

function newest({ series }: ReviewMetric): ReviewMetric['series'] {
  return series.slice(-MOST_POINTS);
}
