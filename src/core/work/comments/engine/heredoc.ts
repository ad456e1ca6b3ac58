import { ascii, nextLine, restIsBlank, skipBlanks, startsWith } from './bytes';
import { isEol, isWord, NONE, type Match, type Mode, type Scan, type Trigger } from './scan';

/**
 * The end of each line on which heredocs were announced: their bodies follow and are stepped over. A heredoc whose
 * terminator never comes was something else (a shift, `class << self`).
 */
export const heredocBodies: Trigger = {
  on: '\n\r',
  match: (scan, at) => {
    if (scan.pending.length === 0) return at + 1;
    const { bytes } = scan;
    let from = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
    for (const { word, indented } of scan.pending) {
      if (!scan.mayFail()) break;
      const after = terminatorEnd(scan, word, indented, from);
      if (after === NONE) scan.failed();
      else from = after;
    }
    scan.pending = [];
    return from;
  },
};

function terminatorEnd(scan: Scan, word: Uint8Array, indented: boolean, from: number): number {
  const { bytes, end } = scan;
  for (let at = from; at < end; at = nextLine(bytes, at, end)) {
    const start = indented ? skipBlanks(bytes, at, end) : at;
    if (!startsWith(bytes, word, start, end)) continue;
    const after = start + word.length;
    if (after >= end || isEol(bytes[after]!)) return after;
  }
  return NONE;
}

/** More heredocs than a person announces on one line. */
const MOST_ON_A_LINE = 32;

export interface HeredocOptions {
  /** Characters between `<<` and the word that allow an indented terminator. */
  readonly indent: string;
  /** A bare word must begin with a capital or an underscore, as in Ruby, to tell it from a shift. */
  readonly capital?: boolean;
  readonly blanks?: boolean;
  readonly when?: (scan: Scan, at: number) => boolean;
}

/** `<<WORD`, `<<-WORD`, `<<~'WORD'`: announces a heredoc. */
export function heredoc(options: HeredocOptions): Trigger {
  const match: Match = (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 60) return NONE;
    if (bytes[at + 2] === 60) return at + 3;
    if (!scan.mayFail() || (options.when && !options.when(scan, at))) return at + 2;
    let from = at + 2;
    let indented = false;
    if (from < end && options.indent.includes(String.fromCharCode(bytes[from]!))) {
      indented = true;
      from++;
    }
    if (options.blanks) from = skipBlanks(bytes, from, end);
    if (bytes[from] === 92) from++;
    const quote = bytes[from];
    const quoted = quote === 34 || quote === 39 || quote === 96;
    const start = quoted ? from + 1 : from;
    let to = start;
    if (quoted) while (to < end && bytes[to] !== quote && !isEol(bytes[to]!)) to++;
    else while (to < end && (isWord(bytes[to]!) || (to > start && bytes[to] === 45 && options.blanks))) to++;
    if (to === start || to - start > 100) return at + 2;
    const first = bytes[start]!;
    const digit = first >= 48 && first <= 57;
    const small = !((first >= 65 && first <= 90) || first === 95);
    if (!quoted && (digit || (options.capital && small))) return at + 2;
    if (scan.pending.length < MOST_ON_A_LINE)
      scan.pending.push({ word: bytes.subarray(start, to), indented });
    return quoted && bytes[to] === quote ? to + 1 : to;
  };
  return { on: '<', match };
}

/** PHP's `<<<ID`, `<<<'ID'`, `<<<"ID"`: the body ends at the identifier, indented or not, whatever follows it. */
export const phpHeredoc: Trigger = {
  on: '<',
  match: (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 60 || bytes[at + 2] !== 60) return NONE;
    let from = skipBlanks(bytes, at + 3, end);
    const quote = bytes[from] === 39 || bytes[from] === 34 ? bytes[from] : 0;
    if (quote) from++;
    let to = from;
    while (to < end && isWord(bytes[to]!)) to++;
    if (to === from || to - from > 100 || !scan.mayFail()) return at + 3;
    const word = bytes.subarray(from, to);
    for (let line = nextLine(bytes, to, end); line < end; line = nextLine(bytes, line, end)) {
      const start = skipBlanks(bytes, line, end);
      const after = start + word.length;
      if (startsWith(bytes, word, start, end) && !(after < end && isWord(bytes[after]!))) return after;
    }
    scan.failed();
    return to;
  },
};

/** Everything after a line that is exactly `word` is no code (__END__ in Ruby and Perl), and is read as `rest`. */
export function endOfCode(word: string, rest?: Mode): Trigger {
  const needle = ascii(word);
  return {
    on: word[0]!,
    match: (scan, at) => {
      const { bytes, end } = scan;
      if (!(at === 0 || isEol(bytes[at - 1]!)) || !startsWith(bytes, needle, at, end)) return NONE;
      const after = at + needle.length;
      if (!restIsBlank(bytes, after, end)) return NONE;
      if (!rest) return end;
      scan.mode = rest;
      return after;
    },
  };
}
