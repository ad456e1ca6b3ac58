import type { Cut } from './todo-text';

export interface Whys {
  readonly ids: readonly StatedId[];
  /** The first `outcome: none (reason)`. */
  readonly waiver: FoundWaiver | null;
  /** What a reader of the text can do without, sorted. */
  readonly cuts: readonly Cut[];
}

export interface StatedId {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly loose?: true;
}

export interface FoundWaiver {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `outcome: id` and `why: id` in a comment's text from an offset on, also several (`outcome: a, b`), and the waiver
 * `outcome: none (reason)`. The words are also prose, so an id must be one word that ends at the line's end or at
 * punctuation, and what may still be prose (`why: performance`) comes out loose.
 */
export function findWhys(text: string, from: number): Whys {
  const ids: StatedId[] = [];
  const cuts: Cut[] = [];
  let waiver: FoundWaiver | null = null;
  KEY.lastIndex = from;
  for (let match = KEY.exec(text); match; match = KEY.exec(text)) {
    const start = match.index;
    const value = match.index + match[0].length;
    // `the expected outcome: …` is a sentence, `- outcome: …` and `…; outcome: …` are not.
    const inSentence = /[\p{L}\p{N}][ \t]+$/u.test(text.slice(Math.max(from, start - 8), start));
    const waived = readNone(text, value, inSentence);
    if (waived) {
      waiver ??= { reason: waived.reason, start, end: waived.end };
      cuts.push(cutAround(text, from, start, waived.end));
      KEY.lastIndex = waived.end;
      continue;
    }
    const found = readIds(text, value, inSentence || match[1]!.toLowerCase() === 'why');
    ids.push(...found);
    const end = quoteEnd(text, found.at(-1)?.end ?? value);
    if (found.some((id) => !id.loose)) cuts.push(cutAround(text, from, start, end));
    KEY.lastIndex = end;
  }
  return { ids: ids.slice(0, MOST_IDS), waiver, cuts };
}

/** A cheap look at a text or at each of its lines: where it says no, findWhys finds NO_WHYS. */
export function mayHoldWhy(text: string): boolean {
  return WORDS.test(text);
}

const WORDS = /outcome|why/i;
export const NO_WHYS: Whys = { ids: [], waiver: null, cuts: [] };

/** `none (reason)`, `none - reason` or `none`, at an offset; undefined when something else or prose is there. */
export function readNone(
  text: string,
  at: number,
  inSentence = false,
): { reason: string; end: number } | undefined {
  NONE.lastIndex = at;
  if (!NONE.test(text)) return undefined;
  const end = NONE.lastIndex;
  const open = skipBlank(text, end);
  if (/[(（]/.test(text.charAt(open))) {
    const close = closingOf(text, open);
    if (close !== undefined) return { reason: oneLine(text.slice(open + 1, close)), end: close + 1 };
  }
  LINE_END.lastIndex = end;
  if (LINE_END.test(text)) return { reason: '', end };
  DASHED_REASON.lastIndex = end;
  const dashed = inSentence ? null : DASHED_REASON.exec(text);
  return dashed ? { reason: oneLine(dashed[1]!), end: DASHED_REASON.lastIndex } : undefined;
}

/** The offset of the bracket that closes the one at `open`; undefined when none does within a few lines. */
export function closingOf(text: string, open: number): number | undefined {
  const opening = text.charAt(open);
  const closing = CLOSING.get(opening);
  let depth = 0;
  for (let i = open; i < text.length && i < open + LONGEST_GROUP; i++) {
    const c = text.charAt(i);
    if (c === opening) depth++;
    else if (c === closing && --depth === 0) return i;
  }
  return undefined;
}

export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['（', '）'],
  ['［', '］'],
]);

const LONGEST_GROUP = 500;
const MOST_IDS = 16;

const KEY = /(?<![\p{L}\p{N}\p{M}_$@.\\/-])(outcome|why)[ \t]?[:：][ \t]*/giu;
/** Words of letters and digits joined by single `-`, `_` or `.`, perhaps quoted. */
const ID = /["'`]?([\p{L}\p{N}][\p{L}\p{N}\p{M}]{0,99}(?:[-_.][\p{L}\p{N}\p{M}]{1,99}){0,20})["'`]?/uy;
const NONE = /none(?![\p{L}\p{N}\p{M}_-])/iuy;
const LINE_END = /[ \t]*[.;!)\]}]?[ \t]*(?:\n|$)/y;
const DASHED_REASON = /[ \t]*[-–—:,;][ \t]+([^\n]+)/y;
/** What may follow an id: the line's end, or punctuation that ends a word. */
const ID_END = /[ \t]*(?:\n|$|[;)\]}）］，、]|[,.!?:](?=\s|$)|[-–—*|/]+(?=\s|$))/y;
const NEXT_ID = /[ \t]*[,，、][ \t]*/y;

/** One id, or several by commas. A plain word is loose when `prose` says so or when prose goes on behind it. */
function readIds(text: string, from: number, prose: boolean): StatedId[] {
  const found: (StatedId & { followed: 'end' | 'comma' | 'words' })[] = [];
  for (let at = from; ;) {
    ID.lastIndex = at;
    const match = ID.exec(text);
    if (!match) break;
    const start = match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const behind = ID.lastIndex;
    ID_END.lastIndex = behind;
    const ends = ID_END.test(text);
    NEXT_ID.lastIndex = behind;
    const isListed = NEXT_ID.test(text);
    found.push({ text: match[1]!, start, end, followed: isListed ? 'comma' : ends ? 'end' : 'words' });
    if (!isListed || found.length >= MOST_IDS) break;
    at = NEXT_ID.lastIndex;
  }
  // Words behind the last comma are prose: `outcome: unclear, see the wiki`.
  const isList = found.at(-1)?.followed === 'end';
  return found.flatMap(({ text: id, start, end, followed }) => {
    const isPlain = !/[-\d]/.test(id);
    if (followed === 'words')
      return isPlain || found.length > 1 ? [] : [{ text: id, start, end, loose: true }];
    return [isPlain && (prose || !isList) ? { text: id, start, end, loose: true } : { text: id, start, end }];
  });
}

/** The statement with the brackets or the separator that tie it to the text. */
function cutAround(text: string, from: number, start: number, end: number): Cut {
  const before = trimBlankEnd(text, from, start);
  const after = skipBlank(text, end);
  const opening = before > from ? text.charAt(before - 1) : '';
  if (CLOSING.get(opening) === text.charAt(after) && opening !== '') {
    return { start: before - 1, end: after + 1 };
  }
  // What stands on a line of its own takes its full stop along.
  if (opening === '' || opening === '\n')
    return { start, end: /[.;]/.test(text.charAt(end)) ? end + 1 : end };
  return { start: /[,;–—-]/.test(opening) ? before - 1 : start, end };
}

function quoteEnd(text: string, at: number): number {
  return at < text.length && '"\'`'.includes(text.charAt(at)) ? at + 1 : at;
}

function skipBlank(text: string, at: number): number {
  let i = at;
  while (text.charAt(i) === ' ' || text.charAt(i) === '\t') i++;
  return i;
}

function trimBlankEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && (text.charAt(i - 1) === ' ' || text.charAt(i - 1) === '\t')) i--;
  return i;
}
