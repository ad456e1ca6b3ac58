import type { TreeChange } from '../../history/changes';
import type { MovedGoalpost } from '../../history/goalposts';
import type { ProgressMade } from '../review';
import { html, said, type Html, type HtmlValue } from './markup';
import { capped, commitOf, nothing, outcomeByKey, outcomeLink, section, status } from './pieces';
import type { Scene } from './scene';
import { counted, dayText, percent, words } from './words';

const MOST = 200;

/** What is different from the revision that was asked for, and which goalposts were moved. */
export function changes(scene: Scene): Html {
  const { since, changes: all, progressMade, goalposts } = scene.review;
  const kinds = [
    { name: 'New', items: all.filter(({ kind, what }) => kind === 'added' && what === 'outcome') },
    { name: 'Gone', items: all.filter(({ kind, what }) => kind === 'removed' && what === 'outcome') },
    { name: 'Changed', items: all.filter(({ kind, what }) => kind === 'changed' || what !== 'outcome') },
  ].filter(({ items }) => items.length > 0);
  return section(
    {
      id: 'changes',
      title: since === null ? 'What changed' : html`What changed since ${said(since.ref)}`,
      about:
        since === null
          ? scene.places === 'open'
            ? 'Choose “Compare since…” at the top to see what changed since a branch, a tag or a day.'
            : html`<code>outcomes report --since</code> with a branch, a tag or a day tells what changed
                since.`
          : html`Compared with the outcomes as of ${dayText(since.day)}.`,
    },
    since !== null && progressMade.length > 0 ? progress(progressMade, scene) : null,
    kinds.map(
      ({ name, items }) =>
        html`<h3>${name}</h3>
          <ul class="changes">
            ${capped(items, MOST, (change) => changeItem(change, scene))}
          </ul>`,
    ),
    since !== null && kinds.length === 0 && progressMade.length === 0
      ? nothing('No outcome differs from what it was.')
      : null,
    html`<h3 id="goalposts">Moved goalposts</h3>`,
    goalposts.length === 0
      ? nothing('No target, baseline or due date was moved after work on its outcome began.')
      : moved(goalposts, scene),
  );
}

function progress(all: readonly ProgressMade[], scene: Scene): Html {
  return html`<h3>Progress made</h3>
    ${table(
      'Progress made',
      ['Outcome', 'Then', 'Now', 'Status'],
      all.slice(0, MOST).map(
        ({ outcome, from, to, statusFrom, statusTo }) =>
          html`<tr data-o="${scene.byKey.get(outcome)?.index ?? ''}">
            <th scope="row">${outcomeByKey(outcome, scene)}</th>
            <td class="num">${percent(from)}</td>
            <td class="num">${percent(to)}${difference(from, to)}</td>
            <td>
              ${statusFrom === statusTo ? status(statusTo) : html`${status(statusFrom)} → ${status(statusTo)}`}
            </td>
          </tr>`,
      ),
    )}${rest(all.length)}`;
}

function difference(from: number | null, to: number | null): Html | null {
  if (from === null || to === null) return null;
  const points = Math.round((to - from) * 100);
  return points === 0
    ? null
    : html` <span class="muted">(${points > 0 ? '+' : '−'}${Math.abs(points)})</span>`;
}

function changeItem({ kind, what, outcome, part, title, field, from, to }: TreeChange, scene: Scene): Html {
  const on = scene.byId.get(outcome.toLowerCase());
  const name =
    on === undefined
      ? said(kind !== 'changed' && part === null ? title || outcome : outcome)
      : outcomeLink(on);
  const of = part === null ? name : html`${name}, ${what} ${said(kind === 'changed' ? part : title || part)}`;
  const how: HtmlValue =
    kind !== 'changed'
      ? part === null
        ? null
        : html`: ${kind}`
      : html`: ${words(field ?? '')} ${value(from)} → <b>${value(to)}</b>`;
  const id = kind === 'removed' && part === null ? html` <code>${outcome}</code>` : null;
  return html`<li data-o="${on === undefined ? '' : on.index}">${of}${id}${how}</li>`;
}

function moved(all: readonly MovedGoalpost[], scene: Scene): Html {
  return html`${table(
    'Moved goalposts',
    ['Outcome', 'What', 'From', 'To', 'When', 'Who', 'Work began'],
    all.slice(0, MOST).map(({ outcome, metric, field, from, to, day, author, commit, began }) => {
      const on = scene.byId.get(outcome.toLowerCase());
      return html`<tr data-o="${on === undefined ? '' : on.index}">
        <th scope="row">${on === undefined ? said(outcome) : outcomeLink(on)}</th>
        <td>
          ${metric === null ? null : html`${said(metricTitle(metric, on?.outcome.metrics))}: `}${field === 'due' ? 'due date' : field}
        </td>
        <td>${value(from)}</td>
        <td><b>${value(to)}</b></td>
        <td><time datetime="${day}">${dayText(day)}</time> ${commitOf(commit, '', scene)}</td>
        <td>${said(author)}</td>
        <td>${dayText(began)}</td>
      </tr>`;
    }),
  )}${rest(all.length)}`;
}

function metricTitle(
  name: string,
  metrics: readonly { readonly id: string | null; readonly title: string | null }[] | undefined,
): string {
  return metrics?.find(({ id }) => id?.toLowerCase() === name.toLowerCase())?.title ?? name;
}

function value(text: string | null): Html {
  return text === null ? html`<span class="muted">none</span>` : said(text);
}

function table(name: string, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function rest(all: number): Html | null {
  return all > MOST ? html`<p class="more">and ${counted(all - MOST, 'more', 'more')}</p>` : null;
}
