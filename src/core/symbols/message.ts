import type { Position } from '../text';
import type { IdPlace, IdSlot } from './model';
import { inOrder, lineAt, onLine, slotAt } from './words';

/** The words of a commit message that name an id: the values of `Outcome:` lines, and the scope of its subject. */
export function idsInMessage(text: string): IdPlace[] {
  const lines = text.split(/\r\n?|\n/);
  const places: IdPlace[] = [];
  const add = (line: number, words: string, from: number) => {
    for (const match of words.matchAll(WORD))
      places.push({
        text: match[0],
        range: onLine(line, from + match.index, match[0].length),
        role: 'reference',
      });
  };
  const scope = SCOPE.exec(lines[0] ?? '');
  if (scope !== null) add(0, scope[2]!, scope[1]!.length);
  for (const [number, line] of lines.entries()) {
    const trailer = TRAILER.exec(line);
    // What stands in brackets behind an id, or behind `none`, is a remark.
    if (trailer !== null) add(number, trailer[2]!.replace(/\(.*$/, ''), trailer[1]!.length);
  }
  return inOrder(places);
}

/** Where an id may be typed: behind `Outcome:` at the start of a line, and in the brackets of the subject's scope. */
export function slotInMessage(text: string, position: Position): IdSlot | undefined {
  const line = lineAt(text, position.line);
  const before = line.slice(0, position.character);
  const typed =
    OPEN_TRAILER.exec(before)?.[1] ?? (position.line === 0 ? OPEN_SCOPE.exec(before)?.[1] : undefined);
  return typed === undefined ? undefined : slotAt(line, position, typed);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*/gu;
const TRAILER = /^(outcome[ \t]*:[ \t]*)(.*)$/i;
const SCOPE = /^((?:(?:fixup|squash|amend)! )*\p{L}[\p{L}\p{N}_-]{0,50}\()([^()]{1,200})\)!?:/u;
const OPEN_TRAILER = /^outcome[ \t]*:[ \t]*(?:[^\s,()]+[ \t]*,[ \t]*)*([^\s,()]*)$/i;
const OPEN_SCOPE = /^\p{L}[\p{L}\p{N}_-]{0,50}\((?:[^(),]*,[ \t]*)*([\p{L}\p{N}_.-]*)$/u;
