import type { Position } from '../text';
import { readTodos } from '../work/todo';
import { findWhys } from '../work/why';
import { typedIn, type CodeOptions } from './code';
import type { IdPlace, IdSlot } from './model';
import { inOrder, lineAt, onLine, slotAt } from './words';

/**
 * The words of a Markdown text that name an id: a code span that holds nothing else, and everywhere in its prose what
 * a comment would state, in the brackets of a tag or behind the word outcome. Words in code spans are often something else; the tree knows.
 */
export function idsInProse(text: string, options: CodeOptions): IdPlace[] {
  return inOrder(text.split(/\r\n?|\n/).flatMap((line, number) => idsInLine(line, number, options)));
}

function idsInLine(line: string, number: number, { tags, mentions }: CodeOptions): IdPlace[] {
  const places: IdPlace[] = [];
  const add = (text: string, character: number) =>
    places.push({ text, range: onLine(number, character, text.length), role: 'reference' });
  for (const match of line.matchAll(CODE_SPAN)) {
    const word = match[2]!.trim();
    if (ONE_WORD.test(word)) add(word, match.index + match[0].indexOf(word));
  }
  for (const { text, start } of findWhys(line, 0).ids) add(text, start);
  if (tags.test(line)) {
    const comment = { lines: [{ text: line, line: number, character: 0 }], block: true };
    for (const { names, stated } of readTodos(comment, tags, mentions))
      for (const { text, range } of [...names, ...stated]) add(text, range.start.character);
  }
  return places;
}

const CODE_SPAN = /(?<!`)(`{1,2})(?!`)([^`]{1,102})\1(?!`)/g;
const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;

/** Where an id may be typed: as in a comment, and in a code span once its first character is there. */
export function slotInProse(
  text: string,
  position: Position,
  { tags }: Pick<CodeOptions, 'tags'>,
): IdSlot | undefined {
  const line = lineAt(text, position.line);
  const before = line.slice(0, position.character);
  const typed = typedIn(before, tags) ?? OPEN_SPAN.exec(before)?.[1];
  return typed === undefined ? undefined : slotAt(line, position, typed);
}

/** An odd number of back ticks, and a word behind the last. */
const OPEN_SPAN = /^[^`]*(?:`[^`]*`[^`]*)*`([\p{L}\p{N}][\p{L}\p{N}_.-]*)$/u;
