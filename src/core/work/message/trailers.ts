/** Where the trailers of a message are: the rules of git's trailer.c, as git-interpret-trailers(1) words them. */
import { isBlank, isScissors, type MessageLine } from './lines';

/** A block of trailers as indices of lines; empty, at the message's end, when there is none. */
export interface Block {
  readonly first: number;
  /** One past the last line. What follows is comments, blank lines and git's old list of conflicts. */
  readonly end: number;
}

export interface TrailerLines {
  readonly key: string;
  /** Offset of the separator in the first line's text. */
  readonly separator: number;
  /** Indices of its lines: the first, and those that fold its value. */
  readonly first: number;
  readonly last: number;
}

/**
 * The last paragraph, but not the only one, when its lines are all trailers, or when git wrote one of them and at
 * least a quarter are trailers. Lines that begin with a blank go on with the one before.
 */
export function findBlock(lines: readonly MessageLine[], commentChar: string): Block {
  const end = endOfText(lines, commentChar);
  const isComment = (i: number) => lines[i]!.text.startsWith(commentChar);
  let title = 0;
  while (title < end && (isComment(title) || !isBlank(lines[title]!.text))) title++;

  let [trailers, others, folded] = [0, 0, 0];
  let recognized = false;
  let onlyBlanks = true;
  for (let i = end - 1; i >= title; i--) {
    const { text } = lines[i]!;
    if (isComment(i)) {
      others += folded;
      folded = 0;
      continue;
    }
    if (isBlank(text)) {
      if (onlyBlanks) continue;
      others += folded;
      const isBlock = recognized ? trailers * 3 >= others : trailers > 0 && others === 0;
      return isBlock ? { first: i + 1, end } : { first: end, end };
    }
    onlyBlanks = false;
    if (GENERATED.some((prefix) => text.startsWith(prefix))) {
      trailers++;
      folded = 0;
      recognized = true;
    } else if (beginsBlank(text)) folded++;
    else if (separatorOf(text) >= 1) {
      trailers++;
      folded = 0;
    } else {
      others += 1 + folded;
      folded = 0;
    }
  }
  return { first: end, end };
}

/** The trailers of a block, in order; other lines of it are left out. */
export function trailersIn(lines: readonly MessageLine[], block: Block, commentChar: string): TrailerLines[] {
  const found: { key: string; separator: number; first: number; last: number }[] = [];
  let open: { last: number } | undefined;
  for (let i = block.first; i < block.end; i++) {
    const { text } = lines[i]!;
    if (open && beginsBlank(text)) {
      open.last = i;
      continue;
    }
    const separator = separatorOf(text);
    open = undefined;
    if (separator < 1 || text.startsWith(commentChar)) continue;
    const trailer = { key: text.slice(0, separator).trim(), separator, first: i, last: i };
    found.push(trailer);
    open = trailer;
  }
  return found;
}

/** What git itself writes at the end of messages. */
const GENERATED = ['Signed-off-by: ', '(cherry picked from commit '];

/** The colon behind a word of letters, digits and hyphens, and blanks; -1 when there is none. */
export function separatorOf(line: string): number {
  const match = /^[A-Za-z0-9-]*(?:(?<=.)[ \t]+)?:/.exec(line);
  return match ? match[0].length - 1 : -1;
}

function beginsBlank(text: string): boolean {
  return /^[ \t\r\n]/.test(text);
}

/** Git looks for trailers before the comments and blank lines at the end, the scissors, and an old list of conflicts. */
function endOfText(lines: readonly MessageLine[], commentChar: string): number {
  const scissors = lines.findIndex((line) => isScissors(line.text, commentChar));
  const cut = scissors < 0 ? lines.length : scissors;
  let rest = 0;
  let inConflicts = false;
  for (let i = 0; i < cut; i++) {
    const { text } = lines[i]!;
    if (text === '' || text.startsWith(commentChar)) rest ||= i;
    else if (text === 'Conflicts:') {
      inConflicts = true;
      rest ||= i;
    } else if (!(inConflicts && text.startsWith('\t')) && rest > 0) {
      rest = 0;
      inConflicts = false;
    }
  }
  return rest > 0 ? rest : cut;
}
