import type { Confidence, OutputStatus } from '../../outcomes/model';
import type { ShownStatus } from '../../outcomes/progress';
import type { Place } from '../review';
import { html, said, trusted, type Html, type HtmlValue } from './markup';
import type { OutcomeOnPage, Scene, WorkCount } from './scene';
import { counted, percent, words } from './words';

/** Drawings for statuses, on a field of 16 by 16. What differs in colour differs in shape and in words too. */
const ICONS = {
  achieved: '<circle cx="8" cy="8" r="7" class="solid"/><path d="m4.6 8.2 2.3 2.4 4.5-5" class="cut"/>',
  'on-track': '<circle cx="8" cy="8" r="6.2"/><path d="m5 8.2 2.1 2.2 4-4.5"/>',
  'at-risk': '<path d="M8 1.8 15 14H1Z"/><path d="M8 6.2v4M8 11.8v.6"/>',
  'off-track':
    '<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z"/><path d="M8 4.4v4.4M8 11v.6"/>',
  missed:
    '<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z" class="solid"/><path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" class="cut"/>',
  'not-measured':
    '<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.6 2.3"/><path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.5v.4"/>',
  draft: '<path d="m2.5 13.5.7-3.2 7.6-7.6 2.5 2.5-7.6 7.6Z"/>',
  dropped: '<circle cx="8" cy="8" r="6.2"/><path d="m3.8 12.2 8.4-8.4"/>',
  shipped:
    '<path d="M8 1.6 14 4.8v6.4l-6 3.2-6-3.2V4.8Z" class="solid"/><path d="m5.2 8.1 2 2.1 3.7-4.2" class="cut"/>',
  'in-progress':
    '<path d="M8 1.6 14 4.8v6.4l-6 3.2-6-3.2V4.8Z"/><path d="M8 8V1.6L14 4.8v6.4L8 14.4Z" class="solid"/>',
  planned: '<path d="M8 1.6 14 4.8v6.4l-6 3.2-6-3.2V4.8Z"/>',
  proposed: '<path d="M8 1.6 14 4.8v6.4l-6 3.2-6-3.2V4.8Z" stroke-dasharray="2.4 2"/>',
  rejected: '<path d="M8 1.6 14 4.8v6.4l-6 3.2-6-3.2V4.8Z"/><path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8"/>',
} as const satisfies Record<ShownStatus | OutputStatus, string>;

type Icon = keyof typeof ICONS;

/** Defines every icon once; `icon` refers to them. */
export function iconSheet(): Html {
  const symbols = Object.entries(ICONS).map(([name, drawing]) =>
    trusted(`<symbol id="i-${name}" viewBox="0 0 16 16">${drawing}</symbol>`),
  );
  return html`<svg class="sheet" width="0" height="0" aria-hidden="true">${symbols}</svg>`;
}

export function icon(name: Icon): Html {
  return trusted(`<svg class="icon s-${name}" aria-hidden="true"><use href="#i-${name}"/></svg>`);
}

/** A status with its icon, colour and word. */
export function status(name: Icon): Html {
  return html`<span class="status">${icon(name)}${words(name)}</span>`;
}

/** What somebody said, set apart from what numbers say by its quotes. */
export function saidStatus(confidence: Confidence): Html {
  return html`<span class="status">${icon(confidence)}“${words(confidence)}”</span>`;
}

export function outcomeName({ outcome }: OutcomeOnPage): string {
  return outcome.title || outcome.key;
}

/** The title of an outcome, which leads to what is told of it. */
export function outcomeLink(on: OutcomeOnPage): Html {
  return html`<a href="#o${on.index}">${said(outcomeName(on))}</a>`;
}

/** The outcome with this key, or the key where there is none. */
export function outcomeByKey(key: string, { byKey }: Scene): Html {
  const on = byKey.get(key);
  return on === undefined ? said(key) : outcomeLink(on);
}

export function placeOf({ file, line, column }: Place, scene: Scene): Html {
  if (scene.places === 'text') return html`<code class="place">${file}:${line}</code>`;
  return html`<button
    type="button"
    class="place"
    data-file="${trusted(attribute(file))}"
    data-line="${line}"
    data-column="${column}"
  >
    ${file}:${line}
  </button>`;
}

/** A path has to arrive as it is: escaped, but with what is not seen left in. */
function attribute(text: string): string {
  return text.replace(/[&<>"'`\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function commitOf(id: string, repository: string, scene: Scene): Html {
  const short = id.slice(0, 8);
  if (scene.places === 'text') return html`<code class="place">${short}</code>`;
  return html`<button
    type="button"
    class="place"
    data-commit="${id}"
    data-repository="${trusted(attribute(repository))}"
  >
    ${short}
  </button>`;
}

/** A link for an address of the web, a plain text for everything else. */
export function sourceOf(source: string): Html {
  return WEB_ADDRESS.test(source)
    ? html`<a href="${source}" rel="noopener noreferrer" target="_blank">${source}</a>`
    : said(source);
}

/** Printable ASCII only, and nobody's name before the host. */
const WEB_ADDRESS = /^https?:\/\/[a-z0-9[](?:[^\s"'<>\\^`{|}@/?#]*)(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i;

/** Done against expected, as a bar with a mark. The words beside it say the same. */
export function progressBar({ outcome }: OutcomeOnPage): Html {
  const { progress, keeps, expected, status: look } = outcome;
  const width = progress === null ? 0 : Math.min(1, Math.max(0, progress)) * 100;
  const mark = expected === null || keeps ? null : Math.min(99, Math.max(1, expected * 100));
  return html`<svg class="bar s-${look}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="6" y="2" rx="1" />
    <rect class="fill" width="${coordinate(width)}" height="6" y="2" rx="1" />
    ${mark === null ? null : html`<path class="mark" d="M${coordinate(mark)} 0v10" />`}
  </svg>`;
}

/** A share of a whole as a plain bar. */
export function shareBar(share: number, look: string): Html {
  return html`<svg class="bar ${look}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="fill" width="${coordinate(Math.min(1, share) * 100)}" height="8" y="1" rx="1" />
  </svg>`;
}

/** A tenth of a unit is finer than a pixel. */
export function coordinate(value: number): string {
  return String(Number(value.toFixed(1)));
}

export function progressWords({ outcome: { progress, keeps, expected } }: OutcomeOnPage): Html {
  if (progress === null) return html`<span class="muted">no value yet</span>`;
  if (keeps) return html`${metWords(progress)}`;
  if (expected === null) return html`${percent(progress)}`;
  return html`${percent(progress)} <span class="muted">of ${percent(expected)}</span>`;
}

/** How well a level was kept. */
export function metWords(share: number | null): string {
  return `met in ${percent(share)} of check-ins`;
}

/** `3 TODOs, 1 branch` */
export function workWords({ todos, branches, commits }: WorkCount): string {
  return [
    todos > 0 ? counted(todos, 'TODO') : '',
    branches > 0 ? counted(branches, 'branch', 'branches') : '',
    commits > 0 ? counted(commits, 'commit') : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

export interface SectionOptions {
  readonly id: string;
  readonly title: HtmlValue;
  /** What the reader sees here, in a line. */
  readonly about?: HtmlValue;
  /** Beside the title. */
  readonly count?: number;
}

export function section({ id, title, about = null, count }: SectionOptions, ...body: HtmlValue[]): Html {
  const counter = count === undefined ? null : html` <span class="count">${count}</span>`;
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}${counter}</h2>
    ${about === null ? null : html`<p class="about">${about}</p>`} ${body}
  </section>`;
}

/** Nothing is news too. */
export function nothing(text: string): Html {
  return html`<p class="nothing">${text}</p>`;
}

/** At most so many items of a list; the rest as a number. */
export function capped<T>(items: readonly T[], most: number, draw: (item: T) => Html): HtmlValue[] {
  const more = items.length - most;
  return [
    items.slice(0, most).map(draw),
    more > 0 ? html`<li class="more">and ${counted(more, 'more', 'more')}</li>` : null,
  ];
}
