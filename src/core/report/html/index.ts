import { isDay } from '../../outcomes/day';
import type { Review } from '../review';
import { alternatives } from './alternatives';
import { attention, shippedNotMoved, withoutWork } from './attention';
import { changes } from './changes';
import { confidence } from './confidence';
import { details } from './details';
import { coverage, spread } from './effort';
import { figures } from './figures';
import { filters } from './filters';
import { html, said, trusted, visible, type Html } from './markup';
import { outcomeTable } from './outcome-table';
import { iconSheet } from './pieces';
import { createScene, type PageOptions, type Scene } from './scene';
import { strategyMap } from './strategy-map';
import { withoutWhy } from './unexplained';
import { dayText } from './words';

export type { PageOptions } from './scene';

/** One part of the page. `id` is that of its element: a part whose markup is the same need not be drawn again. */
export interface PagePart {
  readonly id: string;
  readonly html: string;
}

/** What is put around the page to make it a file of its own. */
export interface FileFrame {
  /** The style sheet and the script of the page, which this program built itself. */
  readonly style: string;
  readonly script: string;
  /** Of both, as `sha256-…` in base64: nothing else may style or run. */
  readonly styleHash: string;
  readonly scriptHash: string;
}

/**
 * The review as the parts of a page, in reading order. Everything that people wrote is escaped, and what is obeyed and
 * not seen is made visible. No part asks for anything from elsewhere, and all of it can be read without a script.
 */
export function reviewParts(review: Review, options: PageOptions): PagePart[] {
  const scene = createScene(review, options);
  return PARTS.map(([id, draw]) => ({ id, html: draw(scene).toString() }));
}

/** The review as one HTML file that needs nothing else. */
export function reviewHtml(
  review: Review,
  { style, script, styleHash, scriptHash }: FileFrame,
  note: string | null = null,
): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const parts = reviewParts(review, { places: 'text', note });
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${titleOf(review)} · Outcomes on ${review.today}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <main id="page" class="${isLarge(review) ? 'many' : ''}">
          ${parts.map((part) => trusted(part.html))}
        </main>
        ${trusted(`<script>${script}</script>`)}
      </body>
    </html> `;
  return page.toString();
}

/** What is far from being seen is laid out later: with `:has()` each change would have the whole page styled anew. */
const isLarge = ({ outcomes }: Review): boolean => outcomes.length >= 50;

const PARTS: readonly (readonly [id: string, draw: (scene: Scene) => Html])[] = [
  ['icons', () => html`<div id="icons">${iconSheet()}</div>`],
  ['top', top],
  ['filter', (scene) => html`<div id="filter">${filters(scene)}</div>`],
  ['figures', figures],
  ['attention', attention],
  ['shipped', shippedNotMoved],
  ['outcomes', outcomeTable],
  ['confidence', confidence],
  ['trends', details],
  ['map', strategyMap],
  ['alternatives', alternatives],
  ['without-work', withoutWork],
  ['without-why', withoutWhy],
  ['spread', spread],
  ['coverage', coverage],
  ['changes', changes],
];

function top(scene: Scene): Html {
  const { today, since } = scene.review;
  return html`<header id="top" data-today="${today}">
    ${
      scene.places === 'open'
        ? html`<p class="tools">
            <button type="button" data-action="compare">Compare since…</button>
            <button type="button" data-action="export">Export…</button>
          </p>`
        : null
    }
    <h1>${said(titleOf(scene.review))}</h1>
    <p class="sub">
      Outcomes on
      ${dayText(today)}${
        since === null
          ? null
          : html`, compared with
            ${said(since.ref)}${isDay(since.ref) ? null : html` of ${dayText(since.day)}`}`
      }
    </p>
    ${scene.note === null ? null : html`<p class="note">${scene.note}</p>`}
    <nav aria-label="Sections">
      <ul>
        ${SECTIONS.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

const SECTIONS = [
  ['attention', 'Attention'],
  ['outcomes', 'Outcomes'],
  ['confidence', 'Confidence'],
  ['trends', 'Trends'],
  ['map', 'Map'],
  ['alternatives', 'Alternatives'],
  ['without-why', 'Work without a why'],
  ['spread', 'Effort'],
  ['coverage', 'Coverage'],
  ['changes', 'Changes'],
] as const;

/** The title of the only outcomes file, or of the first that has one. */
function titleOf({ files }: Review): string {
  return visible(files.find(({ title }) => title !== null)?.title ?? 'Outcomes');
}
