import { CLOSING, closingOf, findWhys, oneLine, type FoundWaiver, type StatedId } from './why';

/** What stands between a tag word and its text. */
export interface TodoHead {
  /** Words of `TAG(…)`: each an id or an assignee. */
  readonly names: readonly StatedId[];
  /** From `TAG(outcome: id)`; loose ones from a bracket that belongs to the text. */
  readonly stated: readonly StatedId[];
  readonly waiver: FoundWaiver | null;
  /** Where the text begins. */
  readonly end: number;
  /** What the brackets hold when it is neither names nor a waiver: `TODO(when Node 22 is out)`. */
  readonly aside: string;
}

/**
 * Reads the names behind a tag word: `TODO(ana, reliable-voice):`, `TODO[reliable-voice]`, `TODO (@ana):`,
 * `TODO @ana:`, `TODO(no-outcome: reason)`. Brackets may run over lines and may follow each other.
 */
export function readHead(text: string, atStart: boolean): TodoHead {
  const head: Building = { names: [], stated: [], waiver: null, end: 0, aside: '' };
  for (let groups = 0; groups < MOST_GROUPS; groups++) {
    const behind = text.charCodeAt(head.end);
    const isApart = behind === 32 || behind === 9;
    const open = head.end + (isApart ? 1 : 0);
    const close = CLOSING.has(text.charAt(open)) ? closingOf(text, open) : undefined;
    if (close === undefined) break;
    if (isApart && !(atStart && isMeant(text, open, close))) {
      if (atStart) head.stated.push(...looseId(text, open + 1, close));
      break;
    }
    readGroup(head, text, open + 1, close);
    head.end = close + 1;
  }
  readMentions(head, text);
  return head;
}

const MOST_GROUPS = 4;
const LONGEST_NAME = 100;

interface Building {
  readonly names: StatedId[];
  readonly stated: StatedId[];
  waiver: FoundWaiver | null;
  end: number;
  aside: string;
}

const NO_OUTCOME = /^no-outcome(?:\s*[:：=–—-]+\s*|\s+|$)/i;
const COLON = /[ \t]*[:：]/y;
/** What is a name at the first look: `ana`, `reliable-voice`, `b.o`. The words of a waiver are not. */
const PLAIN_NAME = /^(?!no-outcome)[a-z\d](?:[-\w.]{0,98}\w)?$/i;
const MENTIONS =
  /[ \t]*@[^\s@:：,;()[\]]{1,100}(?:[ \t]*,[ \t]*@[^\s@:：,;()[\]]{1,100}){0,8}(?=[ \t]*[:：])/y;

/** A bracket behind a blank is part of the head only where nobody writes prose like that. */
function isMeant(text: string, open: number, close: number): boolean {
  COLON.lastIndex = close + 1;
  const content = text.slice(open + 1, close).trim();
  return COLON.test(text) || content.startsWith('@') || NO_OUTCOME.test(content);
}

function looseId(text: string, start: number, end: number): StatedId[] {
  const word = wordIn(text, start, end);
  return word && /[-\d]/.test(word.text) ? [{ ...word, loose: true }] : [];
}

function readGroup(head: Building, text: string, start: number, end: number): void {
  const before = head.names.length + head.stated.length;
  for (const part of partsOf(text, start, end)) {
    const content = text.slice(part.start, part.end);
    if (PLAIN_NAME.test(content)) {
      head.names.push({ text: content, start: part.start, end: part.end });
      continue;
    }
    const none = NO_OUTCOME.exec(content);
    if (none) {
      const isAlone = none[0].length === content.length;
      // A reason may hold commas: it goes on to the bracket.
      const stop = isAlone ? part.end : trimEnd(text, part.start, end);
      const reason = oneLine(text.slice(Math.min(part.start + none[0].length, stop), stop));
      head.waiver ??= { reason, start: part.start, end: stop };
      if (isAlone) continue;
      return;
    }
    const whys = /^(?:outcome|why)\s*[:：]/i.test(content)
      ? findWhys(text.slice(0, part.end), part.start)
      : undefined;
    if (whys && (whys.ids.length > 0 || whys.waiver)) {
      head.stated.push(
        ...whys.ids.map(({ text: id, start: from, end: to }) => ({ text: id, start: from, end: to })),
      );
      head.waiver ??= whys.waiver;
      continue;
    }
    head.names.push(...namesIn(text, part.start, part.end));
  }
  if (head.names.length + head.stated.length === before && !head.waiver) head.aside = text.slice(start, end);
}

/** `TODO @ana:` and `TODO @ana, @bo:`. */
function readMentions(head: Building, text: string): void {
  if (!text.includes('@', head.end)) return;
  MENTIONS.lastIndex = head.end;
  if (!MENTIONS.test(text)) return;
  const end = MENTIONS.lastIndex;
  for (const part of partsOf(text, head.end, end)) head.names.push(...namesIn(text, part.start, part.end));
  head.end = end;
}

/** Split at commas and semicolons; blanks around a part are left out. */
function partsOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !isSeparator(text.charCodeAt(i))) continue;
    let first = from;
    while (first < i && isBlankAt(text, first)) first++;
    const last = trimEnd(text, first, i);
    if (last > first) parts.push({ start: first, end: last });
    from = i + 1;
  }
  return parts;
}

function isSeparator(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0xff0c || code === 0x3001 || code === 0xff1b; // , ; ， 、 ；
}

/** A regular expression is asked only where the answer is not plain. */
function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || ((code < 32 || code > 127) && /\s/.test(text.charAt(at)));
}

/** A part is one word. Of several (`@ana reliable-voice`) the mentions count, and what they leave if it is one word. */
function namesIn(text: string, start: number, end: number): StatedId[] {
  const names: StatedId[] = [];
  let at = start;
  for (;;) {
    const word = wordIn(text, at, end);
    if (word) return [...names, word];
    const mention = /^@\S+\s+/.exec(text.slice(at, end));
    if (!mention) return names;
    const name = wordIn(text, at, at + mention[0].length);
    if (name) names.push(name);
    at += mention[0].length;
  }
}

/** The one word between two offsets, without quotes and punctuation around it. */
function wordIn(text: string, start: number, end: number): StatedId | undefined {
  let from = start;
  let to = end;
  while (from < to && AROUND.test(text.charAt(from))) from++;
  while (to > from && AROUND.test(text.charAt(to - 1))) to--;
  const word = text.slice(from, to);
  if (word.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(word) || /[\s\p{Cc}]/u.test(word)) return undefined;
  return { text: word, start: from, end: to };
}

const AROUND = /[\s"'`<>:：;.?!]/;

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isBlankAt(text, i - 1)) i--;
  return i;
}
