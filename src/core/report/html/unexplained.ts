import { isAround } from '../../work/repository';
import type { ReviewWork } from '../review';
import { html, said, type Html } from './markup';
import { capped, commitOf, nothing, placeOf, section } from './pieces';
import type { Scene } from './scene';
import { counted, dayText } from './words';

/** So many of one kind are told; the editor and `outcomes work` have the rest. */
const MOST = 100;
/** A longer list is drawn closed. */
const MOST_OPEN = 12;

/** Work that states no why: branches, commits, TODOs; what is new comes first, as somebody can still change it today. */
export function withoutWhy(scene: Scene): Html {
  const { withoutWhy: places, work } = scene.review;
  const items = places.map((place) => work[place]!);
  const kinds = [
    { name: 'Branches', items: items.filter(({ kind }) => kind === 'branch') },
    { name: 'Commits', items: items.filter(({ kind }) => kind === 'commit') },
    { name: 'New TODOs', items: items.filter(({ kind, isNew }) => kind === 'todo' && isNew) },
    { name: 'Older TODOs', items: items.filter(({ kind, isNew }) => kind === 'todo' && !isNew) },
  ].filter((kind) => kind.items.length > 0);
  return section(
    {
      id: 'without-why',
      title: 'Work without a why',
      count: items.length,
      about: 'Work that was to state an outcome and states none.',
    },
    kinds.length === 0
      ? nothing('All work states its why.')
      : kinds.map(({ name, items: some }) => {
          const list = html`<ul class="work">
            ${capped(some, MOST, (item) => workItem(item, scene))}
          </ul>`;
          const title = html`${name} <span class="count">${counted(some.length, '', '').trim()}</span>`;
          return some.length > MOST_OPEN
            ? html`<details>
                <summary>${title}</summary>
                ${list}
              </details>`
            : html`<h3>${title}</h3>
                ${list}`;
        }),
  );
}

function workItem({ kind, text, tag, who, place, commit, day, repository }: ReviewWork, scene: Scene): Html {
  const by = [
    who === null || who === '' ? null : said(who),
    day === null ? null : html`${dayText(day)}`,
  ].filter((fact) => fact !== null);
  return html`<li>
    ${tag === null ? null : html`<span class="chip">${tag}</span> `}${
      kind === 'branch' ? html`<code>${said(text)}</code>` : said(text || '(no text)')
    }
    ${by.length === 0 ? null : html`<span class="muted">${by.map((fact, i) => html`${i > 0 ? ', ' : ''}${fact}`)}</span>`}
    ${place !== null ? placeOf(place, scene) : commit !== null ? commitOf(commit, repository, scene) : null}
    ${isAround(repository) ? null : html`<span class="muted">in ${said(repository)}</span>`}
  </li>`;
}
