import type { ShownStatus } from '../../outcomes/progress';
import type { CoverageCount, Review } from '../review';
import { html, type Html } from './markup';
import { coordinate, icon } from './pieces';
import type { Scene } from './scene';
import { counted, percent, words } from './words';

/** The first thing that is read: how many are on track, how much work states its why, what shipping brought. */
export function figures(scene: Scene): Html {
  return html`<section id="figures" aria-labelledby="figures-title">
    <h2 id="figures-title" class="unseen">At a glance</h2>
    <div class="figures">${standing(scene)}${why(scene)}${shipping(scene)}</div>
  </section>`;
}

/** Best to worst, as it is read from left to right; then what says nothing yet. */
const ORDER: readonly ShownStatus[] = [
  'achieved',
  'on-track',
  'at-risk',
  'off-track',
  'missed',
  'not-measured',
  'draft',
  'dropped',
];

/** Told even when there is none of them. */
const ALWAYS: readonly ShownStatus[] = ['on-track', 'at-risk', 'off-track', 'not-measured'];

function standing({ review: { summary } }: Scene): Html {
  const { byStatus } = summary;
  const shown = ORDER.filter((status) => byStatus[status] > 0 || ALWAYS.includes(status));
  return html`<div class="figure wide">
    <h3>Where ${counted(summary.outcomes, 'outcome stands', 'outcomes stand')}</h3>
    ${stackedBar(shown.map((status) => ({ look: `s-${status}`, count: byStatus[status] })))}
    <ul class="legend">
      ${shown.map(
        (status) =>
          html`<li class="${byStatus[status] === 0 ? 'none' : ''}">
            ${icon(status)}<b>${byStatus[status]}</b> ${words(status)}
          </li>`,
      )}
    </ul>
  </div>`;
}

function why({ review: { coverage } }: Scene): Html {
  const { todos, branches, commits } = coverage;
  const all = [todos, branches, commits].reduce(sum);
  const asked = askedOf(all);
  return html`<div class="figure">
    <h3>Work that states its why</h3>
    <p class="number">${percent(answered(all))}</p>
    ${stackedBar(coverageParts(all))}
    <p class="facts">
      ${
        asked === 0
          ? 'No work is asked for a why.'
          : html`${of(todos, 'TODO')} · ${of(branches, 'branch', 'branches')} ·
            ${of(commits, 'commit')}${all.waived > 0 ? html` <span class="muted">(${all.waived} waived)</span>` : null}`
      }
    </p>
  </div>`;
}

/** What the feature factory produced, and what came of it. */
function shipping({ review: { factory, since } }: Scene): Html {
  const { shipped, moved, shippedFor } = factory;
  const still = shippedFor.outcomes - shippedFor.moved;
  return html`<div class="figure">
    <h3>Shipped, and what it moved</h3>
    <p class="number">
      ${shipped.length} <span class="arrow">→</span> ${shipped.length === 0 ? moved.length : shippedFor.moved}
    </p>
    ${stackedBar([
      { look: 's-on-track', count: shippedFor.moved },
      { look: 's-off-track', count: still },
    ])}
    <p class="facts">
      ${counted(shipped.length, 'output')} shipped;
      ${shipped.length === 0 ? html`${counted(moved.length, 'outcome')} moved` : html`${movedOf(factory)}`}
      <span class="muted">${since === null ? 'in 90 days' : html`since ${since.ref}`}</span>
    </p>
  </div>`;
}

/** `0 of 1 outcome it serves moved`, `2 of 5 outcomes they serve moved` */
function movedOf({ shipped, shippedFor: { outcomes, moved } }: Review['factory']): string {
  const serve = shipped.length === 1 ? 'it serves' : 'they serve';
  return `${moved} of ${counted(outcomes, 'outcome')} ${serve} moved`;
}

/** Of one kind of work, how much was asked for a why and answered: `12 of 14 TODOs`. */
function of(count: CoverageCount, one: string, many?: string): string {
  return `${count.linked + count.waived} of ${counted(askedOf(count), one, many)}`;
}

export function askedOf({ linked, waived, open }: CoverageCount): number {
  return linked + waived + open;
}

/** The share of the work asked for a why that states one, or says why it has none; null when none was asked. */
export function answered(count: CoverageCount): number | null {
  const asked = askedOf(count);
  return asked === 0 ? null : (count.linked + count.waived) / asked;
}

/** How work states its why, in the order in which it is drawn everywhere. */
export function coverageParts({ linked, waived, open }: CoverageCount): readonly Part[] {
  return [
    { look: 'w-linked', count: linked },
    { look: 'w-waived', count: waived },
    { look: 'w-open', count: open },
  ];
}

interface Part {
  readonly look: string;
  readonly count: number;
}

function stackedBar(parts: readonly Part[]): Html {
  const whole = parts.reduce((total, { count }) => total + count, 0);
  let x = 0;
  const drawn = parts.flatMap(({ look, count }) => {
    if (count === 0) return [];
    const width = (count / whole) * 100;
    const part = html`<rect class="${look}" x="${coordinate(x)}" width="${coordinate(width)}" height="10" />`;
    x += width;
    return [part];
  });
  return html`<svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" />
    ${drawn}
  </svg>`;
}

function sum(a: CoverageCount, b: CoverageCount): CoverageCount {
  return {
    linked: a.linked + b.linked,
    waived: a.waived + b.waived,
    exempt: a.exempt + b.exempt,
    open: a.open + b.open,
  };
}
