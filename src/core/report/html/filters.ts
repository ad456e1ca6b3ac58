import type { ShownStatus } from '../../outcomes/progress';
import { html, visible, type Html } from './markup';
import { outcomeName } from './pieces';
import type { Scene } from './scene';
import { sentence, shortened, words } from './words';

const STATUSES: readonly ShownStatus[] = [
  'missed',
  'off-track',
  'at-risk',
  'on-track',
  'achieved',
  'not-measured',
  'draft',
  'dropped',
];

/** What narrows the page down. Without the page's script nothing of it works, so it stays hidden. */
export function filters(scene: Scene): Html {
  const { outcomes, review } = scene;
  const owners = [...new Set(outcomes.map(({ outcome }) => outcome.owner ?? ''))].sort();
  const roots = outcomes.filter(({ outcome }) => outcome.parent === null);
  const statuses = STATUSES.filter((status) => review.summary.byStatus[status] > 0);
  return html`<form class="filters" id="filters" role="search" aria-label="Filter outcomes" hidden>
    <label class="grow"
      ><span>Search</span
      ><input type="search" id="f-text" placeholder="Title, id, metric…" autocomplete="off"
    /></label>
    ${choice('owner', 'Owner', [
      ['', 'Anyone'],
      ...owners.map((owner): Option => [`=${owner}`, owner === '' ? 'No owner' : owner]),
    ])}
    ${choice('status', 'Status', [
      ['', 'Any'],
      ['behind', 'Behind'],
      ...statuses.map((status): Option => [status, sentence(words(status))]),
    ])}
    ${choice('due', 'Due', [
      ['', 'Any time'],
      ['late', 'Over'],
      ['30', 'In 30 days'],
      ['90', 'In 90 days'],
      ['365', 'In a year'],
      ['none', 'No date'],
    ])}
    ${choice('root', 'Below', [
      ['', 'Everything'],
      ...roots.map((on): Option => [String(on.index), outcomeName(on)]),
    ])}
    ${choice('sort', 'Sort', [
      ['', 'As a tree'],
      ['status', 'Worst status'],
      ['gap', 'Furthest behind'],
      ['due', 'Due first'],
      ['checkin', 'Oldest check-in'],
      ['said', 'Disagreement'],
      ['measured', 'Least measured'],
      ['work', 'Most work'],
      ['title', 'Title'],
    ])}
    <button type="reset">Clear</button>
    <output id="f-count" for="f-text f-owner f-status f-due f-root"></output>
  </form>`;
}

type Option = readonly [value: string, text: string];

function choice(name: string, label: string, options: readonly Option[]): Html {
  return html`<label
    ><span>${label}</span
    ><select id="f-${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${shortened(visible(text), MOST_LETTERS)}</option>`)}
    </select></label
  >`;
}

const MOST_LETTERS = 60;
