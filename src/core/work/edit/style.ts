import type { Span } from '../../text';
import type { Ids } from '../ids';
import { bracketAt, keyAt } from './places';
import type { ReadSource } from './source';

/** How a file states the why of its TODOs. */
export type LinkStyle = NameStyle | KeyStyle;

/** `TODO(id)`, with the file's brackets. */
export interface NameStyle {
  readonly kind: 'name';
  readonly open: string;
  /** `TODO(id, ana)` rather than `TODO(ana, id)`. */
  readonly idFirst: boolean;
}

/** `outcome: id` or `why: id` inside of the comment. */
export interface KeyStyle {
  readonly kind: 'key';
  readonly word: string;
  /** On a line of its own, in brackets, or plainly behind the text. */
  readonly place: 'line' | 'brackets' | 'plain';
}

export const DEFAULT_STYLE: NameStyle = { kind: 'name', open: '(', idFirst: false };

/** The style of most links that the file states already; of equally many the default, then the earlier one. */
export function styleOf(source: ReadSource, ids: Ids): LinkStyle {
  const { text, todos } = source;
  const isLink = (word: string) => !word.startsWith('@') && ids.find(word) !== undefined;
  const votes = new Map<string, { style: LinkStyle; count: number }>([
    [JSON.stringify(DEFAULT_STYLE), { style: DEFAULT_STYLE, count: 0.5 }],
  ]);
  const seen = new Set<number>();
  let first = 0;
  let last = 0;
  for (const { names, stated } of todos) {
    for (const { named, span } of [...names, ...stated]) {
      if (!isLink(named.text) || seen.has(span.start)) continue;
      seen.add(span.start);
      const style = styleAt(text, span);
      const key = JSON.stringify(style);
      const vote = votes.get(key);
      if (vote) vote.count++;
      else votes.set(key, { style, count: 1 });
    }
    const mixed = names.some(({ named }) => !isLink(named.text)) && names.length > 1;
    if (mixed && isLink(names[0]!.named.text)) first++;
    if (mixed && isLink(names.at(-1)!.named.text)) last++;
  }
  const best = [...votes.values()].reduce((a, b) => (b.count > a.count ? b : a)).style;
  return best.kind === 'name' ? { ...best, idFirst: first > last } : best;
}

function styleAt(text: string, span: Span): LinkStyle {
  const key = keyAt(text, span);
  if (key === undefined) {
    return { kind: 'name', open: bracketAt(text, span) ?? '(', idFirst: false };
  }
  const before = text.slice(Math.max(0, key.start - 200), key.start).replace(/^[^]*[\r\n]/, '');
  const place = /[([（［][ \t]*$/.test(before) ? 'brackets' : /[\p{L}\p{N}]/u.test(before) ? 'plain' : 'line';
  return { kind: 'key', word: key.word, place };
}
