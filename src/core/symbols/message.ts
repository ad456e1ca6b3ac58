import { LineIndex, type Position, type Span } from '../text';
import { type MessageOptions, outcomeTrailers, readMessage } from '../work/message';
import type { IdPlace, IdSlot } from './model';
import { inOrder, lineAt, slotAt } from './words';

/**
 * The words of a commit message that name an id: in its `Outcome:` trailers, which stand in the last paragraph alone,
 * and in the scope of its subject.
 */
export function idsInMessage(text: string, options: MessageOptions = {}): IdPlace[] {
  const message = readMessage(text, options);
  const scope = SCOPE.exec(text.slice(message.subjectSpan.start, message.subjectSpan.end));
  const spans = outcomeTrailers(message).flatMap(({ valueSpan }) => wordsIn(text, valueSpan));
  if (scope !== null) {
    const start = message.subjectSpan.start + scope[1]!.length;
    spans.push(...wordsIn(text, { start, end: start + scope[2]!.length }));
  }
  const lines = new LineIndex(text);
  return inOrder(
    spans.map((span) => ({
      text: text.slice(span.start, span.end),
      range: lines.rangeOf(span),
      role: 'reference',
    })),
  );
}

/** What stands in brackets behind an id, or behind `none`, is a remark. */
function wordsIn(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end).replace(/\([^()]*\)?/g, (remark) => ' '.repeat(remark.length));
  return [...words.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/**
 * Where an id may be typed: behind `Outcome:` at the start of a line, on the lines that its value is folded over, and
 * in the brackets of the subject's scope.
 */
export function slotInMessage(
  text: string,
  position: Position,
  options: MessageOptions = {},
): IdSlot | undefined {
  const line = lineAt(text, position.line);
  const before = line.slice(0, position.character);
  const trailer = OPEN_TRAILER.exec(before)?.[1];
  if (trailer !== undefined) return slotAt(line, position, trailer);
  const fold = OPEN_FOLD.exec(before)?.[1];
  const scope = OPEN_SCOPE.exec(before)?.[1];
  if (fold === undefined && scope === undefined) return undefined;
  const at = new LineIndex(text).offsetAt(position);
  const message = readMessage(text, options);
  const holds = ({ start, end }: Span) => start <= at && at <= end;
  if (scope !== undefined)
    return at - before.length === message.subjectSpan.start ? slotAt(line, position, scope) : undefined;
  return outcomeTrailers(message).some(({ span }) => holds(span)) ? slotAt(line, position, fold!) : undefined;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*/gu;
const QUOTING = String.raw`(?:(?:fixup|squash|amend)! |Re(?:vert|apply) ")*`;
const SCOPE = new RegExp(String.raw`^(${QUOTING}\p{L}[\p{L}\p{N}_-]{0,50}\()([^()]{1,200})\)!?:`, 'u');
const OPEN_TRAILER = /^outcome[ \t]*:[ \t]*(?:[^\s,()]+[ \t]*,[ \t]*)*([^\s,()]*)$/i;
const OPEN_FOLD = /^[ \t]+(?:[^\s,()]+[ \t]*,[ \t]*)*([^\s,()]*)$/;
const OPEN_SCOPE = new RegExp(
  String.raw`^${QUOTING}\p{L}[\p{L}\p{N}_-]{0,50}\((?:[^(),]*,[ \t]*)*([\p{L}\p{N}_.-]*)$`,
  'u',
);
