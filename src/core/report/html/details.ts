import type { ReviewOutput } from '../review';
import { html, said, type Html } from './markup';
import {
  icon,
  outcomeByKey,
  outcomeName,
  placeOf,
  progressWords,
  section,
  status,
  workWords,
} from './pieces';
import type { OutcomeOnPage, Scene, WorkCount } from './scene';
import { adverse } from './outcome-table';
import { trend, trendLegend } from './trend';
import { away, dayText, words } from './words';

/** Each outcome by itself: what it is for, how its numbers went, what is built for it. */
export function details(scene: Scene): Html {
  return section(
    {
      id: 'trends',
      title: 'Trends',
      about: 'How each number went, beside what was expected and what is foreseen.',
    },
    trendLegend(),
    scene.outcomes.map((on) => outcomeCard(on, scene)),
  );
}

function outcomeCard(on: OutcomeOnPage, scene: Scene): Html {
  const { outcome } = on;
  return html`<article class="outcome" data-o="${on.index}" aria-labelledby="o${on.index}">
    <div class="about-it">
      <h3 id="o${on.index}" tabindex="-1">${said(outcomeName(on))}${adverse(on)}</h3>
      <p class="head">
        ${status(outcome.status)} <span>${progressWords(on)}</span>
        ${placeOf(outcome.place, scene)}
      </p>
      ${outcome.why === null ? null : html`<p><span class="muted">Why:</span> ${said(outcome.why)}</p>`}
      <p class="muted">
        ${outcome.owner === null ? 'No owner' : said(outcome.owner)} ·
        ${outcome.due === null ? 'no due date' : html`due ${dayText(outcome.due)}, ${away(outcome.due, scene.review.today)}`}
        · ${workWords(outcome.work) || 'no work linked'}
      </p>
      ${outcome.parent === null ? null : html`<p class="muted">Below ${outcomeByKey(outcome.parent, scene)}</p>`}
      ${
        outcome.assumptions.length === 0
          ? null
          : html`<p class="muted">
              Assumes: ${outcome.assumptions.map((text, i) => html`${i > 0 ? '; ' : ''}${said(text)}`)}
            </p>`
      }
      ${
        outcome.outputs.length === 0
          ? null
          : html`<h4>Outputs</h4>
              <ul class="outputs">
                ${outcome.outputs.map((output) => outputLine(output, on.served.get(output.id.toLowerCase()), scene))}
              </ul>`
      }
    </div>
    ${
      outcome.metrics.length === 0
        ? html`<p class="nothing">Nothing measures it itself.</p>`
        : html`<div class="trends">${outcome.metrics.map((metric) => trend(metric, outcome, scene))}</div>`
    }
  </article>`;
}

function outputLine(output: ReviewOutput, work: WorkCount | undefined, scene: Scene): Html {
  return html`<li>
    ${icon(output.status)}${said(output.title || output.id)}
    <span class="muted"
      >${words(output.status)}${output.shipped === null ? null : ` on ${dayText(output.shipped)}`}${
        work === undefined ? null : ` · ${workWords(work)}`
      }</span
    >
    ${placeOf(output.place, scene)}${output.tradeOff === null ? null : html`<span class="under muted">${said(output.tradeOff)}</span>`}
  </li>`;
}
