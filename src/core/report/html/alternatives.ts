import type { Alternatives, ReviewOutput } from '../review';
import { html, said, type Html } from './markup';
import { nothing, outcomeLink, placeOf, section, status, workWords } from './pieces';
import type { OutcomeOnPage, Scene } from './scene';
import { dayText } from './words';

/** The choices, side by side: what was chosen, what is proposed, what was rejected and why. */
export function alternatives(scene: Scene): Html {
  const all = scene.review.alternatives;
  return section(
    {
      id: 'alternatives',
      title: 'Alternatives',
      count: all.length,
      about: 'Outcomes for which there was a choice, with what each way costs.',
    },
    all.length === 0
      ? nothing('No outcome has more than one output.')
      : all.map((each) => choice(each, scene)),
  );
}

function choice({ outcome, chosen, proposed, rejected }: Alternatives, scene: Scene): Html {
  const on = scene.byKey.get(outcome)!;
  return html`<div class="choice" data-o="${on.index}">
    <h3>${outcomeLink(on)}</h3>
    <div class="columns">
      ${column('Chosen', chosen, on, scene)} ${column('Proposed', proposed, on, scene)}
      ${column('Rejected', rejected, on, scene)}
    </div>
  </div>`;
}

function column(
  name: string,
  outputs: readonly ReviewOutput[],
  on: OutcomeOnPage,
  scene: Scene,
): Html | null {
  if (outputs.length === 0) return null;
  return html`<div class="column">
    <h4>${name}</h4>
    <ul>
      ${outputs.map((output) => alternative(output, on, scene))}
    </ul>
  </div>`;
}

function alternative(output: ReviewOutput, on: OutcomeOnPage, scene: Scene): Html {
  const { id, title, shipped, element, tradeOff, instead, serves } = output;
  const work = on.served.get(id.toLowerCase());
  const facts: [string, Html | string][] = [];
  if (tradeOff !== null) facts.push(['Trade-off', said(tradeOff)]);
  if (instead !== null) facts.push(['Instead', outputTitle(instead, on)]);
  if (serves.length > 0) facts.push(['Also serves', servedList(serves, scene)]);
  if (element !== null) facts.push(['Changes', element]);
  if (work !== undefined) facts.push(['Work', workWords(work)]);
  return html`<li class="card">
    <p><strong>${said(title || id)}</strong></p>
    <p class="head">
      ${status(output.status)}
      ${shipped === null ? null : html`<span class="muted">${dayText(shipped)}</span>`}
      ${placeOf(output.place, scene)}
    </p>
    ${
      facts.length === 0
        ? null
        : html`<dl>
            ${facts.map(
              ([name, value]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>`
    }
  </li>`;
}

/** What `instead` names: an output of the same outcome by its title, else as it is written. */
function outputTitle(id: string, { outcome }: OutcomeOnPage): Html {
  const output = outcome.outputs.find((each) => each.id.toLowerCase() === id.toLowerCase());
  return said(output === undefined || output.title === '' ? id : output.title);
}

function servedList(ids: readonly string[], scene: Scene): Html {
  return html`${ids.map((id, i) => {
    const on = scene.byId.get(id.toLowerCase());
    return html`${i > 0 ? ', ' : ''}${on === undefined ? said(id) : outcomeLink(on)}`;
  })}`;
}
