import type { Day } from '../../outcomes/model';
import type { Judgement } from '../review';
import { html, said, visible, type Html } from './markup';
import {
  nothing,
  outcomeLink,
  outcomeName,
  placeOf,
  progressBar,
  progressWords,
  saidStatus,
  section,
  status,
  workWords,
} from './pieces';
import type { OutcomeOnPage, Scene } from './scene';
import { away, dayText } from './words';

/** The tree as a table: one line for each outcome, those below it indented. */
export function outcomeTable(scene: Scene): Html {
  const disagreements = worstBy(scene.review.confidence);
  return section(
    {
      id: 'outcomes',
      title: 'Outcomes',
      count: scene.outcomes.length,
      about: html`The bar is what is done, its mark what was expected by ${dayText(scene.review.today)}.`,
    },
    scene.outcomes.length === 0
      ? nothing('The outcomes files state no outcome yet.')
      : html`<div class="scroll" role="region" aria-label="Table of outcomes" tabindex="0">
          <table class="outcomes" id="tree">
            <thead>
              <tr>
                ${COLUMNS.map(({ key, name }) => html`<th scope="col" data-sort="${key}">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${scene.outcomes.map((on) => row(on, disagreements.get(on.outcome.key), scene))}
            </tbody>
          </table>
        </div>`,
  );
}

const COLUMNS = [
  { key: 'title', name: 'Outcome' },
  { key: 'status', name: 'Status' },
  { key: 'gap', name: 'Progress' },
  { key: 'measured', name: 'Measured' },
  { key: 'due', name: 'Due' },
  { key: 'checkin', name: 'Last check-in' },
  { key: 'said', name: 'Said' },
  { key: 'work', name: 'Work' },
] as const;

function row(on: OutcomeOnPage, judgement: Judgement | undefined, scene: Scene): Html {
  const { outcome } = on;
  const { today } = scene.review;
  const last = lastCheckIn(on);
  const depth = Math.min(outcome.depth, 8);
  const parent = outcome.parent === null ? null : scene.byKey.get(outcome.parent)!;
  return html`<tr data-o="${on.index}" ${facts(on, judgement, scene)}>
    <th scope="row" class="d${depth}">
      <span class="title">${outcomeLink(on)}${adverse(on)}</span>
      <span class="under muted"
        >${outcome.owner === null ? 'no owner' : said(outcome.owner)} ${placeOf(outcome.place, scene)}</span
      >${
        parent === null
          ? null
          : html`<span class="under above muted">below ${said(outcomeName(parent))}</span>`
      }
    </th>
    <td>${status(outcome.status)}</td>
    <td class="progress">
      ${progressBar(on)}
      <span class="figure-text">${progressWords(on)}</span>
    </td>
    <td class="num">${outcome.coverage.measured} of ${outcome.coverage.of}</td>
    <td>${when(outcome.due, today, 'no date')}</td>
    <td>${when(last, today, 'never')}</td>
    <td>${judgement === undefined ? html`<span class="muted">–</span>` : judged(judgement)}</td>
    <td class="muted">${workWords(outcome.work) || 'none'}</td>
  </tr>`;
}

export function adverse({ outcome }: OutcomeOnPage): Html | null {
  return outcome.adverse ? html` <span class="chip">side effect</span>` : null;
}

function when(day: Day | null, today: Day, never: string): Html {
  return day === null
    ? html`<span class="muted">${never}</span>`
    : html`<time datetime="${day}">${dayText(day)}</time
        ><span class="under muted">${away(day, today)}</span>`;
}

function judged({ stated, difference }: Judgement): Html {
  return html`${saidStatus(stated)}${
    difference === 0
      ? null
      : html`<span class="under warn">${difference > 0 ? 'better than' : 'worse than'} numbers</span>`
  }`;
}

export function lastCheckIn({ outcome }: OutcomeOnPage): Day | null {
  const days = outcome.metrics.flatMap(({ series }) => series.at(-1)?.day ?? []);
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b));
}

/** Judgements come with the largest disagreement first: the first of an outcome is its worst. */
function worstBy(judgements: readonly Judgement[]): Map<string, Judgement> {
  const worst = new Map<string, Judgement>();
  for (const judgement of judgements)
    if (!worst.has(judgement.outcome)) worst.set(judgement.outcome, judgement);
  return worst;
}

/** What the page's script filters and sorts by. */
function facts(on: OutcomeOnPage, judgement: Judgement | undefined, { byKey, review }: Scene): Html {
  const { outcome, root } = on;
  const parent = outcome.parent === null ? '' : String(byKey.get(outcome.parent)!.index);
  const gap =
    outcome.progress === null || outcome.expected === null || outcome.keeps
      ? ''
      : (outcome.expected - outcome.progress).toFixed(3);
  const { todos, branches, commits } = outcome.work;
  return html`data-parent="${parent}" data-root="${root}" data-owner="${outcome.owner ?? ''}"
  data-status="${outcome.status}" data-gap="${gap}" data-due="${outcome.due ?? ''}"
  data-late="${outcome.due !== null && outcome.due < review.today ? 'yes' : ''}"
  data-checkin="${lastCheckIn(on) ?? ''}"
  data-measured="${(outcome.coverage.measured / Math.max(1, outcome.coverage.of)).toFixed(3)}"
  data-said="${judgement?.difference ?? ''}" data-work="${todos + branches + commits}"
  data-text="${searchText(on)}"`;
}

function searchText({ outcome }: OutcomeOnPage): string {
  const { id, title, why, metrics, outputs } = outcome;
  return visible(
    [
      id,
      title,
      why,
      outcome.owner,
      ...metrics.flatMap((metric) => [metric.id, metric.title]),
      ...outputs.flatMap((output) => [output.id, output.title]),
    ]
      .filter((text) => text !== null)
      .join(' '),
  ).toLowerCase();
}
