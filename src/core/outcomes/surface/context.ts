import type { Position } from '../../text';
import { type Below, BlockStack } from './block';
import { Cursor, type Word } from './cursor';
import { readFlow } from './flow';
import { contextInFlow, holds } from './flow-context';
import {
  isBlank,
  isMarker,
  type Key,
  type Line,
  lineEndAt,
  readLine,
  skipBlanks,
  withoutReturn,
} from './line';
import {
  firstContent,
  keysAbove,
  keysBelow,
  lineBelow,
  linesOnTheWay,
  startOfLine,
  withLineFeeds,
} from './lines';
import type { FileContext } from './model';

/**
 * What may be typed at a place of an outcomes.yml, however broken or half-typed it is; undefined inside of comments
 * and longer texts, and where neither a key nor a value can begin. The YAML is not parsed: of the lines above and
 * below no more is read than their indentation, and only those that the place lies in are looked at closely.
 */
export function contextAt(text: string, position: Position): FileContext | undefined {
  const clean = withLineFeeds(text);
  const start = startOfLine(clean, position.line);
  if (start === undefined) return undefined;
  const end = withoutReturn(clean, lineEndAt(clean, start));
  const offset = position.character + (position.line === 0 ? 0 : start);
  if (offset < start || offset > end) return undefined;
  return new Finder(new Cursor(clean, offset, start, end, position)).find();
}

class Finder {
  private stack = new BlockStack();
  private readonly line: Line | undefined;

  constructor(private readonly cursor: Cursor) {
    this.line = readLine(cursor.text, cursor.start, cursor.end);
  }

  find(): FileContext | undefined {
    if (this.isNoContent()) return undefined;
    const { line, cursor } = this;
    const root = firstContent(cursor.text);
    if (root < cursor.offset && this.isBracket(root)) return this.inFlow(root, -1, this.stack.below());
    const bracket = this.bracketColumn();
    const inside = bracket === undefined ? undefined : this.from(bracket + 1);
    if (inside?.style === 'flow') return inside;
    return this.from(line?.indent ?? cursor.offset - cursor.start);
  }

  /** Looks from the root for what begins at a column of the cursor's line. */
  private from(column: number): FileContext | undefined {
    const { line, cursor } = this;
    const stack = (this.stack = new BlockStack());
    const hasDash = line !== undefined && line.dashes.length > 0;
    const way = linesOnTheWay(cursor.text, cursor.start, column, hasDash);
    for (const [i, above] of way.entries()) {
      if (!stack.enterDashes(above)) return undefined;
      const flow = this.enterContent(above, way[i + 1]?.indent ?? column);
      if (flow !== undefined) return flow.context;
    }
    if (line !== undefined) return this.onLine(line);
    return stack.closeTo(column, false) ? this.fresh(column, () => cursor.nothing(false)) : undefined;
  }

  /** In a comment, or on a line that parts documents. */
  private isNoContent(): boolean {
    const { text, start, end, offset } = this.cursor;
    if (this.line === undefined && isMarker(text, start, end)) return true;
    const rest = skipBlanks(text, this.line?.contentEnd ?? start, end);
    return rest < end && text[rest] === '#' && offset > rest;
  }

  /** The column of a closing bracket that begins this line, or the next one with content below an empty one. */
  private bracketColumn(): number | undefined {
    const { text, end } = this.cursor;
    const line = this.line ?? lineBelow(text, lineEndAt(text, end));
    return line !== undefined && CLOSERS.has(text[line.start + line.indent]!) ? line.indent : undefined;
  }

  /**
   * Enters what a line holds. When that is a collection in flow style, and what comes next on the way begins at a
   * `column` that can be inside: what was found there.
   */
  private enterContent(
    line: Line,
    column: number,
  ): { readonly context: FileContext | undefined } | undefined {
    const { stack, cursor } = this;
    const parent = line.key === null ? (stack.top?.column ?? -1) : line.column;
    stack.enterContent(line);
    if (!this.isBracket(line.value) || line.value >= cursor.offset || column <= parent) return undefined;
    return { context: this.inFlow(line.value, parent, stack.below()) };
  }

  private inFlow(start: number, parent: number, below: Below): FileContext | undefined {
    const { cursor } = this;
    const reading = readFlow(cursor.text, start, parent, cursor.offset);
    return holds(reading.flow, cursor.offset) ? contextInFlow(reading, below, cursor) : undefined;
  }

  private onLine(line: Line): FileContext | undefined {
    const { stack, cursor } = this;
    const { offset, start, text } = cursor;
    const lastDash = line.dashes.at(-1);
    if (offset < start + line.indent || (lastDash !== undefined && offset <= start + lastDash))
      return undefined;
    if (!stack.enterDashes(line)) return undefined;
    if (line.content >= line.contentEnd) {
      const space = offset === start + (lastDash ?? -1) + 1;
      if (!space && !isBlank(text.charCodeAt(offset - 1))) return undefined;
      return this.fresh(offset - start + (space ? 1 : 0), () => cursor.nothing(space));
    }
    if (offset < line.content) return undefined;
    return line.key === null ? this.onWord(line) : this.onField(line, line.key);
  }

  private onField(line: Line, key: Key): FileContext | undefined {
    const { stack, cursor } = this;
    if (cursor.offset <= key.end) {
      const word = cursor.key(key);
      return word && this.fresh(line.column, (as) => (as === 'key' ? word.word : undefined), word.isWhole);
    }
    if (cursor.offset <= key.colon) return undefined;
    const flow = this.enterContent(line, Infinity);
    if (flow !== undefined) return flow.context;
    const word = this.wordBehind(line, key);
    const top = stack.top;
    if (word === undefined || top?.kind !== 'map' || top.container === null) return undefined;
    return {
      ...word,
      place: 'value',
      container: top.container,
      key: key.name,
      stands: 'behind',
      present: this.othersAt(line.column),
      style: 'block',
      column: line.column,
    };
  }

  private wordBehind(line: Line, key: Key): Word | undefined {
    const { cursor } = this;
    const { text, offset } = cursor;
    if (line.value < line.contentEnd)
      return NO_WORD.has(text[line.value]!)
        ? undefined
        : cursor.value({ start: line.value, end: line.contentEnd });
    const isTight = offset === key.colon + 1;
    const isFree = (isTight || isBlank(text.charCodeAt(offset - 1))) && text[offset] !== '#';
    return isFree ? cursor.nothing(isTight) : undefined;
  }

  /** No colon yet: a key that is being typed, or an entry of a list. */
  private onWord(line: Line): FileContext | undefined {
    const { cursor } = this;
    const span = { start: line.content, end: line.contentEnd };
    if (this.isBracket(line.content)) return this.enterContent(line, Infinity)?.context;
    if (NO_WORD.has(cursor.text[line.content]!)) return undefined;
    return this.fresh(line.column, (as) => (as === 'key' ? cursor.key(span)?.word : cursor.value(span)));
  }

  /** A place where something new begins, at a column; `colon` when the colon of a key is there already. */
  private fresh(
    column: number,
    wordAs: (place: FileContext['place']) => Word | undefined,
    colon = false,
  ): FileContext | undefined {
    const { top } = this.stack;
    const below = this.stack.below();
    const isSibling = top?.kind === 'map' && top.column === column;
    // Entries of a list want their dash first; a field without one is read all the same.
    const wantsDash = below.list && !colon;
    const container = isSibling ? top.container : wantsDash ? null : below.container;
    if (container !== null) {
      const word = wordAs('key');
      const present = this.othersAt(column);
      return word && { ...word, place: 'key', container, present, style: 'block', column, colon };
    }
    const word = isSibling || below.owner === null ? undefined : wordAs('value');
    return (
      word && {
        ...word,
        place: 'value',
        container: below.owner!,
        key: below.key,
        stands: top?.kind === 'list' ? 'entry' : 'below',
        present: [],
        style: 'block',
        column,
      }
    );
  }

  /** The keys beside the cursor's line of the mapping at that column. */
  private othersAt(column: number): string[] {
    const { text, start, end } = this.cursor;
    const below = keysBelow(text, lineEndAt(text, end), column);
    const beginsHere = this.line !== undefined && this.line.dashes.length > 0;
    return beginsHere ? below : [...keysAbove(text, start, column), ...below];
  }

  private isBracket(offset: number): boolean {
    const character = this.cursor.text[offset];
    return character === '{' || character === '[';
  }
}

const CLOSERS: ReadonlySet<string> = new Set('}]');
/** Block texts, aliases and brackets. */
const NO_WORD: ReadonlySet<string> = new Set('|>*{}[],?');
