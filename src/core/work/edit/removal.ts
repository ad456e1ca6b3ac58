import type { Span } from '../../text';
import { CLOSING } from '../why';
import { isBlank, isComma, isQuote, isSeparator, keyAt, lineStart, skip, skipBack } from './places';
import type { StatedPlace } from './statements';

/** What to delete so that stated ids, or a waiver given by its span, go: with the brackets, keys and lines left empty. */
export function removalsOf(text: string, targets: readonly (StatedPlace | Span)[]): Span[] {
  const startOf = (target: StatedPlace | Span) => ('named' in target ? target.span : target).start;
  let left = text;
  let gone: Span[] = [];
  // From the end, so that what is left of a list is known when its next word goes.
  for (const target of [...targets].sort((a, b) => startOf(b) - startOf(a))) {
    if (gone.some(({ start }) => start <= startOf(target))) continue; // it went along with another
    const cut = removalOf(left, target);
    left = left.slice(0, cut.start) + left.slice(cut.end);
    let { end } = cut;
    for (const { start, end: to } of gone) if (end > start) end += to - start;
    const own = { start: cut.start, end };
    gone = [own, ...gone.filter(({ start }) => start >= own.end)];
  }
  return gone;
}

function removalOf(text: string, what: StatedPlace | Span): Span {
  if (!('named' in what)) return withoutRemark(text, what);
  const key = keyAt(text, what.span);
  return key === undefined ? withoutName(text, what.span) : withoutStatement(text, what.span, key.start);
}

/** What to delete so that a word goes from a bracket; the bracket goes with its last word. */
function withoutName(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (isQuote(text.charAt(from - 1))) from--;
  while (isQuote(text.charAt(to))) to++;
  const before = skipBack(text, from);
  const after = skip(text, to);
  const left = text.charAt(before - 1);
  const right = text.charAt(after);
  if (CLOSING.has(left) && CLOSING.get(left) === right)
    return { start: withBlank(text, before - 1, after + 1), end: after + 1 };
  if (isSeparator(left)) return { start: before - 1, end: to };
  if (isSeparator(right)) return { start: from, end: skip(text, after + 1) };
  // A word behind a blank, as in `TODO(@ana reliable-voice)`.
  return { start: before < from ? before : from, end: to };
}

/** What to delete so that `outcome: id` goes: of several ids only the one, else with what ties the statement to the text. */
function withoutStatement(text: string, id: Span, keyStart: number): Span {
  let to = id.end;
  while (isQuote(text.charAt(to))) to++;
  let from = id.start;
  while (isQuote(text.charAt(from - 1))) from--;
  const left = skipBack(text, from);
  const right = skip(text, to);
  if (isComma(text.charAt(left - 1))) return { start: left - 1, end: to };
  if (isComma(text.charAt(right))) return { start: from, end: skip(text, right + 1) };
  return withoutRemark(text, { start: keyStart, end: to });
}

/** What to delete so that a remark goes: with its brackets, its whole line, or the separator before it. */
function withoutRemark(text: string, remark: Span): Span {
  const before = skipBack(text, remark.start);
  const after = skip(text, remark.end);
  const left = text.charAt(before - 1);
  if (CLOSING.get(left) === text.charAt(after) && left !== '') {
    return { start: withBlank(text, before - 1, after + 1), end: after + 1 };
  }
  // One of several in the brackets of a tag.
  if (isSeparator(left)) return { start: before - 1, end: remark.end };
  const line = wholeLine(text, remark);
  if (line) return line;
  if (/[–—-]/.test(left) && isBlank(text.charAt(before - 2)))
    return { start: withBlank(text, before - 1, remark.end), end: remark.end };
  return after > remark.end && before === remark.start
    ? { start: remark.start, end: after }
    : { start: withBlank(text, remark.start, remark.end), end: remark.end };
}

/** The line with its end, when nothing but decoration stands before the remark and nothing behind it. */
function wholeLine(text: string, { start, end }: Span): Span | undefined {
  const from = lineStart(text, start);
  const after = /[.;]?[ \t]*(\r\n?|\n|$)/y;
  after.lastIndex = end;
  const rest = after.exec(text);
  if (!rest || /[\p{L}\p{N}"'`]/u.test(text.slice(from, start))) return undefined;
  // The last line of a text ends nowhere: the end of the one before goes instead.
  if (rest[1] === '') return { start: lineEndBefore(text, from), end: after.lastIndex };
  return { start: from, end: after.lastIndex };
}

/** Where the line end before a line begins; 0 for the first line. */
function lineEndBefore(text: string, start: number): number {
  return start >= 2 && text.slice(start - 2, start) === '\r\n' ? start - 2 : Math.max(0, start - 1);
}

/** The blanks in front go too where blanks, punctuation or nothing follows: one blank is left between words. */
function withBlank(text: string, start: number, end: number): number {
  const next = text.charAt(end);
  return next === '' || /[\s.,;:!?)\]]/.test(next) ? skipBack(text, start) : start;
}
