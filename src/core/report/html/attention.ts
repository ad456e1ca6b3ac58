import type { ReviewFinding } from '../review';
import { html, message, said, type Html } from './markup';
import {
  capped,
  nothing,
  outcomeLink,
  placeOf,
  progressWords,
  section,
  status,
  outcomeByKey,
} from './pieces';
import type { Scene } from './scene';
import { away } from './words';

/** So many findings of one outcome, and lines of one list, are told; the rest as a number. */
const MOST_FINDINGS = 8;
const MOST_LINES = 100;

/** What somebody has to do something about, the worst first. */
export function attention(scene: Scene): Html {
  const { attention: all } = scene.review;
  return section(
    { id: 'attention', title: 'Needs attention', count: all.length },
    all.length === 0
      ? nothing('No outcome is behind, and no finding asks for anything.')
      : html`<ul class="rows">
          ${capped(all, MOST_LINES, ({ outcome, findings }) => attentionItem(outcome, findings, scene))}
        </ul>`,
  );
}

function attentionItem(key: string, findings: readonly ReviewFinding[], scene: Scene): Html {
  const on = scene.byKey.get(key)!;
  const { owner, due, status: standing } = on.outcome;
  return html`<li data-o="${on.index}">
    <p class="state">${status(standing)}</p>
    <div>
      <p><strong>${outcomeLink(on)}</strong></p>
      ${
        findings.length === 0
          ? null
          : html`<ul class="findings">
              ${capped(findings, MOST_FINDINGS, (finding) => findingItem(finding, scene))}
            </ul>`
      }
    </div>
    <p class="facts">
      <span>${progressWords(on)}</span>
      <span>${owner === null ? 'no owner' : said(owner)}</span>
      <span>${due === null ? 'no due date' : html`due ${away(due, scene.review.today)}`}</span>
    </p>
  </li>`;
}

function findingItem({ message: text, place }: ReviewFinding, scene: Scene): Html {
  return html`<li>${message(text)} ${placeOf(place, scene)}</li>`;
}

/** Outputs that are done and changed nothing. */
export function shippedNotMoved(scene: Scene): Html {
  const { shippedNotMoved: all } = scene.review;
  return section(
    {
      id: 'shipped',
      title: 'Shipped, but not moved',
      count: all.length,
      about: 'Delivered at least two weeks ago, and less than a tenth of the way to the target since.',
    },
    all.length === 0
      ? nothing('No outcome stands still after all of its outputs shipped.')
      : findingList(all, scene),
  );
}

/** Outcomes that nobody works on. */
export function withoutWork(scene: Scene): Html {
  const { withoutWork: all } = scene.review;
  return section(
    {
      id: 'without-work',
      title: 'Why without work',
      count: all.length,
      about: 'Outcomes that nobody works on, as far as TODOs, branches and commits tell.',
    },
    all.length === 0 ? nothing('There is work for every active outcome.') : findingList(all, scene),
  );
}

function findingList(findings: readonly ReviewFinding[], scene: Scene): Html {
  return html`<ul class="rows">
    ${capped(findings, MOST_LINES, ({ message: text, place, outcome }) => {
      const on = outcome === null ? undefined : scene.byKey.get(outcome);
      return html`<li data-o="${on === undefined ? '' : on.index}">
        <p class="state">${on === undefined ? null : status(on.outcome.status)}</p>
        <div>
          ${outcome === null ? null : html`<p><strong>${outcomeByKey(outcome, scene)}</strong></p>`}
          <p class="muted">${message(text)} ${placeOf(place, scene)}</p>
        </div>
      </li>`;
    })}
  </ul>`;
}
