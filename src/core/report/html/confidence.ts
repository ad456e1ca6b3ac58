import type { Judgement } from '../review';
import { html, said, type Html } from './markup';
import { nothing, outcomeByKey, placeOf, saidStatus, section, status } from './pieces';
import type { Scene } from './scene';
import { counted, dayText } from './words';

const MOST_AGREEMENTS = 200;

/** What was said at the last check-in of each metric beside its numbers; where they differ comes first. */
export function confidence(scene: Scene): Html {
  const all = scene.review.confidence;
  const differ = all.filter(({ difference }) => difference !== 0);
  const agree = all.filter(({ difference }) => difference === 0);
  const options = {
    id: 'confidence',
    title: 'Confidence against numbers',
    count: differ.length,
    about: 'What was said at the last check-in, beside what the numbers say. Talk about these.',
  };
  return section(
    options,
    differ.length === 0
      ? nothing(
          all.length === 0
            ? 'No check-in says yet how confident its people are.'
            : 'What was said agrees with the numbers everywhere.',
        )
      : table(differ, 'Where they differ', scene),
    agree.length === 0
      ? null
      : html`<details>
          <summary>${counted(agree.length, 'metric')} where they agree</summary>
          ${table(agree.slice(0, MOST_AGREEMENTS), 'Where they agree', scene)}
        </details>`,
  );
}

function table(judgements: readonly Judgement[], caption: string, scene: Scene): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col">Said</th>
          <th scope="col">By the numbers</th>
          <th scope="col">Check-in</th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        ${judgements.map((judgement) => row(judgement, scene))}
      </tbody>
    </table>
  </div>`;
}

function row({ outcome, metric, stated, numbers, day }: Judgement, scene: Scene): Html {
  const on = scene.byKey.get(outcome)!;
  const { title, id, series, place } = on.outcome.metrics[metric]!;
  return html`<tr data-o="${on.index}">
    <th scope="row">${said(title ?? id ?? 'A metric')}</th>
    <td>${saidStatus(stated)}</td>
    <td>${status(numbers)}</td>
    <td>${dayText(day)} ${placeOf(series.at(-1)?.place ?? place, scene)}</td>
    <td>${outcomeByKey(outcome, scene)}</td>
  </tr>`;
}
