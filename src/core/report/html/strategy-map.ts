import { linkHorizontal } from 'd3-shape';
import { html, said, trusted, visible, type Html } from './markup';
import {
  lettered,
  mapGroups,
  mapLayout,
  OUTPUTS_LEFT,
  type Box,
  type Edge,
  type MapLayout,
} from './map-layout';
import {
  coordinate,
  icon,
  nothing,
  outcomeLink,
  outcomeName,
  placeOf,
  section,
  status,
  workWords,
} from './pieces';
import type { OutcomeOnPage, Scene } from './scene';
import { percent, shortened, words } from './words';

/** Maps are drawn open until so many outcomes are on the page; those after that are drawn closed. */
const MOST_OPEN = 60;

/** What serves what: outcomes, the outputs that are to get there, and the work on those. */
export function strategyMap(scene: Scene): Html {
  const groups = mapGroups(scene);
  let shown = 0;
  return section(
    {
      id: 'map',
      title: 'Strategy map',
      about:
        'Read from right to left: work serves outputs, outputs serve outcomes. A dashed line leads to a further outcome that an output serves.',
    },
    groups.length === 0
      ? nothing('There is no outcome to draw.')
      : groups.map((group) => {
          shown += group.length;
          return groups.length === 1
            ? map(group, 'all outcomes', scene)
            : folded(group, shown <= MOST_OPEN, scene);
        }),
  );
}

function folded(group: readonly OutcomeOnPage[], open: boolean, scene: Scene): Html {
  const roots = group.filter(({ outcome }) => outcome.parent === null);
  const name = shortened(roots.map(outcomeName).join(' · '), 160);
  return html`<details class="map" ${trusted(open ? 'open' : '')} data-os="${indexes(group)}">
    <summary>${said(name)}</summary>
    ${map(group, name, scene)}
  </details>`;
}

function map(group: readonly OutcomeOnPage[], name: string, scene: Scene): Html {
  return html`<div class="scroll" role="region" aria-label="Map of ${name}" tabindex="0">
      ${drawing(mapLayout(group, scene), group.length)}
    </div>
    <details>
      <summary>The same as a list<span class="unseen"> for ${name}</span></summary>
      <ul class="tree">
        ${group.map((on) => listed(on, scene))}
      </ul>
    </details>`;
}

const indexes = (group: readonly OutcomeOnPage[]): string => group.map(({ index }) => index).join(' ');

/** A map that is so many times as high as wide, or less, can still be read when it is printed on one page. */
const ONE_PAGE = 1.75;

function drawing({ width, height, boxes, edges }: MapLayout, count: number): Html {
  const below = edges
    .filter(({ kind }) => kind === 'below')
    .map(elbow)
    .join('');
  const forWhat = edges
    .filter(({ kind }) => kind === 'for')
    .map(curve)
    .join('');
  const serves = edges
    .filter(({ kind }) => kind === 'serves')
    .map(curve)
    .join('');
  return html`<svg
    class="strategy${height < ONE_PAGE * width ? ' one-page' : ''}"
    viewBox="-1 -1 ${width + 2} ${coordinate(height + 2)}"
    width="${width + 2}"
    height="${coordinate(height + 2)}"
    role="img"
    aria-label="${count} outcomes with their outputs and work; the list below says the same"
  >
    ${trusted(
      `<path class="edge below" d="${below}"/><path class="edge" d="${forWhat}"/><path class="edge serves" d="${serves}"/>`,
    )}
    ${boxes.map(drawBox)}
  </svg>`;
}

/** From the left edge of an outcome down to the one below it. */
function elbow({ from, to }: Edge): string {
  const x = to.x + 8;
  return `M${x} ${coordinate(to.y + to.height)}V${coordinate(from.y + from.height / 2)}H${from.x}`;
}

const link = linkHorizontal<unknown, readonly [number, number]>()
  .x(([x]) => x)
  .y(([, y]) => y);

/** From the left edge of what serves to the right edge of what is served; past outputs, not behind them. */
function curve({ from, to }: Edge): string {
  const [y, end] = [from.y + from.height / 2, [to.x + to.width, to.y + to.height / 2] as const];
  const past = from.kind === 'work' && to.kind === 'outcome' ? OUTPUTS_LEFT : from.x;
  const start = past === from.x ? '' : `M${from.x} ${coordinate(y)}H${past}`;
  return start + (link({ source: [past, y], target: end }) ?? '');
}

function shareWords({ outcome: { progress, keeps, expected } }: OutcomeOnPage): string[] {
  if (progress === null) return [];
  if (keeps) return [`met in ${percent(progress)}`];
  return [expected === null ? percent(progress) : `${percent(progress)} of ${percent(expected)}`];
}

function drawBox(box: Box): Html {
  const { x, y, width, height, on } = box;
  const frame = (look: string, body: Html, title: string) =>
    html`<g class="box ${look}" data-o="${on.index}"
      ><title>${title}</title
      ><rect x="${x}" y="${coordinate(y)}" width="${width}" height="${height}" rx="4" />${body}</g
    >`;
  switch (box.kind) {
    case 'outcome': {
      const { status: standing } = on.outcome;
      const facts = [words(standing), ...shareWords(on)].join(', ');
      const name = outcomeName(on);
      const inside = html`${use(standing, x + 9, y + 9)}${told(name, facts, box, 32, 12.5)}`;
      return frame(`b-outcome s-${standing}`, inside, `${name}: ${facts}`);
    }
    case 'output': {
      const { title, id, status: standing } = box.output;
      const [name, facts] = [title || id, words(standing)];
      const inside = html`${use(standing, x + 8, y + 8)}${told(name, facts, box, 30, 11.5)}`;
      return frame(`b-output s-${standing}`, inside, `${name}: ${facts}`);
    }
    case 'work': {
      const facts = workWords(box.work);
      return frame('b-work', lineOf(shortened(facts, 36), x + 8, y + 17), facts);
    }
  }
}

function use(name: string, x: number, y: number): Html {
  return trusted(
    `<use class="icon s-${name}" href="#i-${name}" x="${x}" y="${coordinate(y)}" width="16" height="16"/>`,
  );
}

/** A name in at most two lines and what there is to say of it in another, in the middle of the height of a box. */
function told(name: string, facts: string, { x, y, width, height }: Box, left: number, size: number): Html {
  const lines = lettered(visible(name), (width - left - 8) * 0.97, size, 2);
  const [step, last] = [size + 2, 12.5];
  const top = y + (height - (lines.length * step + last)) / 2 + size - 1;
  return html`${lines.map((text, i) => lineOf(text, x + left, top + i * step))}<text
      class="facts"
      x="${x + left}"
      y="${coordinate(top + lines.length * step - 1)}"
      >${facts}</text
    >`;
}

function lineOf(text: string, x: number, y: number): Html {
  return html`<text x="${x}" y="${coordinate(y)}">${text}</text>`;
}

function listed(on: OutcomeOnPage, scene: Scene): Html {
  const { outcome, served } = on;
  const direct = served.get('');
  return html`<li class="d${Math.min(outcome.depth, 8)}" data-o="${on.index}">
    ${status(outcome.status)} ${outcomeLink(on)}
    ${placeOf(outcome.place, scene)}${
      direct === undefined ? null : html` <span class="muted">${workWords(direct)}</span>`
    }
    ${
      outcome.outputs.length === 0
        ? null
        : html`<ul>
            ${outcome.outputs.map((output) => {
              const work = served.get(output.id.toLowerCase());
              const further = output.serves.flatMap((id) => scene.byId.get(id.toLowerCase()) ?? []);
              return html`<li>
                ${icon(output.status)}${said(output.title || output.id)}
                <span class="muted"
                  >${words(output.status)}${work === undefined || output.id === '' ? null : ` · ${workWords(work)}`}</span
                >${further.map((other) => html` <span class="muted">also serves</span> ${outcomeLink(other)}`)}
                ${placeOf(output.place, scene)}
              </li>`;
            })}
          </ul>`
    }
  </li>`;
}
