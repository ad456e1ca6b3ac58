import { inert } from '../inert';

/** Markup that is safe to put on the page. Only `html` and `trusted` make it. */
export class Html {
  /** Nominal: no plain object passes for it. */
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }
  toString(): string {
    return this.#source;
  }
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | null;

/**
 * A piece of the page. What is interpolated is escaped for text and for quoted attributes, unless it is markup already;
 * lists are joined, null is nothing. Line breaks of the template with their indentation become one line break.
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = partsOf(template);
  let source = parts[0]!;
  for (let i = 0; i < values.length; i++) source += render(values[i]!) + parts[i + 1]!;
  return new Html(source);
}

/** Markup that this program wrote itself: never a text of somebody else. */
export function trusted(source: string): Html {
  return new Html(source);
}

/** What people wrote, kept apart from the text around it: a title in Arabic does not turn the line around. */
export function said(text: string): Html {
  return html`<bdi>${text.trim()}</bdi>`;
}

/** A message of a rule, whose names between backticks are set as code. */
export function message(text: string): Html {
  const parts = text.split(/`([^`]+)`/);
  return html`<bdi>${parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}</bdi>`;
}

/**
 * What people wrote, on one line, with every character that is obeyed and not seen shown as `\u202e`. The two joiners
 * stay: Persian and many Indic words, and emoji, are not written without them.
 */
export function visible(text: string): string {
  return PLAIN.test(text)
    ? text
    : inert(text.replace(/\s+/g, ' ')).replace(UNSEEN, (c) => {
        const code = c.codePointAt(0)!.toString(16);
        return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
      });
}

/** Most texts are: one space at most between what everybody sees. */
const PLAIN = /^(?:[!-~]| (?! ))*$/;

const UNSEEN =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u206f\u3164\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

function render(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(visible(value));
  if (value instanceof Html) return value.toString();
  return typeof value === 'number' ? String(value) : value.map(render).join('');
}

function escaped(text: string): string {
  return /[&<>"'`]/.test(text) ? text.replace(/[&<>"'`]/g, (c) => ENTITIES[c]!) : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function partsOf(template: TemplateStringsArray): readonly string[] {
  let parts = known.get(template);
  if (parts === undefined) {
    parts = template.map((part) => part.replace(/\s*\n\s*/g, '\n'));
    known.set(template, parts);
  }
  return parts;
}
