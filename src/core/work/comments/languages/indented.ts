/** Comments that go on over the lines indented below them: Sass, Pug, HAML, Slim. */
import { ascii, findOnLine, firstOnLine, lineEnd, nextLine, skipBlanks, startsWith } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import { lazy, trigger } from '../engine/rules';
import { isEol, mode, NONE, type Mode, type Trigger } from '../engine/scan';

/**
 * A comment from `open` over the lines that are indented deeper than its own. With `close` it ends there if that
 * comes first; `anywhere` allows it after code, where it is a line comment.
 */
export function indentedComment(
  open: string,
  options: { readonly anywhere?: boolean; readonly close?: string; readonly code?: boolean } = {},
): Trigger {
  const opener = ascii(open);
  const close = options.close === undefined ? null : ascii(options.close);
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (!startsWith(bytes, opener, at, end)) return NONE;
    const from = at + opener.length;
    const first = firstOnLine(scan, at);
    if (!first && !options.anywhere && !close) return NONE;
    if (close) {
      const to = findOnLine(bytes, close, from, end);
      if (to >= 0) {
        scan.comment(at, from, to, to + close.length, true);
        return to + close.length;
      }
    }
    let to = lineEnd(bytes, from, end);
    if (!first) {
      if (bytes[at - 1] === 58) return NONE;
      scan.comment(at, from, to, to, false);
      return to;
    }
    const indent = indentAt(bytes, at);
    const own = to;
    for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
      const content = skipBlanks(bytes, next, end);
      if (content < end && !isEol(bytes[content]!) && content - next <= indent) break;
      if (content < end && !isEol(bytes[content]!)) to = lineEnd(bytes, next, end);
    }
    scan.comment(at, from, to, to, to !== own);
    return to;
  });
}

function indentAt(bytes: Uint8Array, at: number): number {
  let from = at;
  while (from > 0 && !isEol(bytes[from - 1]!)) from--;
  return at - from;
}

export const pug = lazy((): Mode => mode([indentedComment('//')]));

export const indented: readonly Language[] = [
  language('pug', { ext: 'pug jade' }, pug),
  language('haml', { ext: 'haml' }, [indentedComment('-#'), indentedComment('/')]),
  language('slim', { ext: 'slim' }, [indentedComment('/')]),
];
