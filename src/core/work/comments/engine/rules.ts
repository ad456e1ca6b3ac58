/** The building blocks of the language table: comments, strings, brackets. */
import {
  ascii,
  countBefore,
  find,
  lineEnd,
  skipBlanks,
  startsWith,
  startsWithAnyCase,
  type When,
} from './bytes';
import { isWord, mode, NONE, type Match, type Mode, type Trigger } from './scan';

/** A trigger on the first byte of `open`. */
export function trigger(open: string, match: Match): Trigger {
  return { on: open[0]!, match };
}

export interface LineOptions {
  readonly when?: When;
  /** A backslash at the end of the line carries the comment over to the next. */
  readonly splice?: boolean;
  /** Ends the comment before the end of the line, and stays outside of it. */
  readonly until?: string;
}

/** A comment to the end of the line. */
export function line(open: string, options: LineOptions = {}): Trigger {
  const opener = ascii(open);
  const until = options.until === undefined ? null : ascii(options.until);
  const { when, splice } = options;
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (opener.length > 1 && !startsWith(bytes, opener, at, end)) return NONE;
    if (when && !when(scan, at)) return NONE;
    const from = at + opener.length;
    let to = lineEnd(bytes, from, end);
    while (splice && to < end && bytes[to - 1] === 92) {
      to = lineEnd(bytes, bytes[to] === 13 && bytes[to + 1] === 10 ? to + 2 : to + 1, end);
    }
    if (until) {
      const stop = find(bytes, until, from, to);
      if (stop >= 0) to = stop;
    }
    scan.comment(at, from, to, to, false);
    return to;
  });
}

/** A line comment that begins with a word, such as REM; letters of either case, and no word goes on after it. */
export function wordLine(word: string, when: When): Trigger {
  const opener = ascii(word);
  const match: Match = (scan, at) => {
    const { bytes, end } = scan;
    const from = at + opener.length;
    if (!startsWithAnyCase(bytes, opener, at, end) || (from < end && isWord(bytes[from]!))) return NONE;
    if (!when(scan, at)) return NONE;
    const to = lineEnd(bytes, from, end);
    scan.comment(at, from, to, to, false);
    return to;
  };
  return { on: word[0]! + word[0]!.toUpperCase(), match };
}

export interface BlockOptions {
  readonly nested?: boolean;
  readonly when?: When;
  /** Without its end it is no comment, in place of one to the end of the text. */
  readonly closed?: boolean;
}

export function block(open: string, close: string, options: BlockOptions = {}): Trigger {
  const opener = ascii(open);
  const closer = ascii(close);
  const { nested, when, closed } = options;
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (!startsWith(bytes, opener, at, end) || (when && !when(scan, at))) return NONE;
    const from = at + opener.length;
    if (closed && !scan.mayFail()) return NONE;
    const to = nested ? nestedEnd(bytes, opener, closer, from, end) : find(bytes, closer, from, end);
    if (to < 0 && closed) {
      scan.failed();
      return NONE;
    }
    const after = to < 0 ? end : to + closer.length;
    scan.comment(at, from, to < 0 ? end : to, after, true);
    return after;
  });
}

function nestedEnd(
  bytes: Uint8Array,
  open: Uint8Array,
  close: Uint8Array,
  from: number,
  end: number,
): number {
  let depth = 1;
  const a = open[0]!;
  const b = close[0]!;
  for (let i = from; i < end; i++) {
    const byte = bytes[i]!;
    if (byte !== a && byte !== b) continue;
    if (byte === b && startsWith(bytes, close, i, end)) {
      if (--depth === 0) return i;
      i += close.length - 1;
    } else if (byte === a && startsWith(bytes, open, i, end)) {
      depth++;
      i += open.length - 1;
    }
  }
  return -1;
}

export interface TextOptions {
  /** What makes the next byte literal: a backslash unless said otherwise; null for nothing. */
  readonly escape?: string | null;
  /** The closing quote written twice stands for itself. */
  readonly doubled?: boolean;
  /** It may go on over lines; otherwise the end of the line ends it, unless escaped. */
  readonly lines?: boolean;
  readonly when?: When;
}

/** A string. One that is never closed ends with the line, or with the text when it may span lines. */
export function text(open: string, close = open, options: TextOptions = {}): Trigger {
  const opener = ascii(open);
  const closer = ascii(close);
  const { when, doubled = false, lines = false } = options;
  const escape =
    options.escape === undefined ? 92 : options.escape === null ? -1 : options.escape.charCodeAt(0);
  const skip =
    closer.length === 1 ? skipQuoted(closer[0]!, escape, doubled, lines) : skipLong(closer, escape);
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (opener.length > 1 && !startsWith(bytes, opener, at, end)) return NONE;
    if (when && !when(scan, at)) return NONE;
    return skip(bytes, at + opener.length, end);
  });
}

type Skip = (bytes: Uint8Array, from: number, end: number) => number;

function skipQuoted(quote: number, escape: number, doubled: boolean, lines: boolean): Skip {
  return (bytes, from, end) => {
    let i = from;
    for (; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === escape && byte !== quote) i += bytes[i + 1] === 13 && bytes[i + 2] === 10 ? 2 : 1;
      else if (byte === quote) {
        if (!doubled || bytes[i + 1] !== quote) return i + 1;
        i++;
      } else if (!lines && (byte === 10 || byte === 13)) return i;
    }
    return Math.min(i, end);
  };
}

function skipLong(close: Uint8Array, escape: number): Skip {
  return (bytes, from, end) => {
    for (let i = from; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === escape) i++;
      else if (byte === close[0] && startsWith(bytes, close, i, end)) {
        // """" at the end of a text: the closing quotes are the last ones.
        while (i + close.length < end && close.length > 1 && bytes[i + close.length] === close[0]) i++;
        return i + close.length;
      }
    }
    return end;
  };
}

/** Something that is no comment and holds none: from `open` to `close`. When it is never closed it is nothing. */
export function skipTo(open: string, close: string, when?: When): Trigger {
  const opener = ascii(open);
  const closer = ascii(close);
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (!startsWith(bytes, opener, at, end) || (when && !when(scan, at)) || !scan.mayFail()) return NONE;
    const to = find(bytes, closer, at + opener.length, end);
    if (to >= 0) return to + closer.length;
    scan.failed();
    return NONE;
  });
}

/** Bytes that stand for themselves: `\#` in a makefile, `?#` in Ruby. */
export function literal(open: string, length = open.length, when?: When): Trigger {
  const opener = ascii(open);
  return trigger(open, (scan, at) =>
    startsWith(scan.bytes, opener, at, scan.end) && (!when || when(scan, at)) ? at + length : NONE,
  );
}

/** A character in single quotes, where a lone quote means something else: a lifetime, a prime, a type variable. */
export const character: Trigger = trigger("'", (scan, at) => {
  const { bytes } = scan;
  if (at > 0 && isWord(bytes[at - 1]!) && !isPrefix(bytes, at)) return NONE;
  const first = bytes[at + 1];
  if (first === undefined || first === 10 || first === 13) return NONE;
  if (first === 92) {
    for (let i = at + 3; i < at + 14 && i < scan.end; i++) if (bytes[i] === 39) return i + 1;
    return NONE;
  }
  const after = at + 1 + (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
  return first !== 39 && bytes[after] === 39 ? after + 1 : NONE;
});

/** b'x' in Rust, L'x' and u8'x' in C. */
function isPrefix(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at - 1]!;
  const before = at - 2;
  if (last === 56) return bytes[before] === 117 && !(at > 2 && isWord(bytes[at - 3]!));
  return (
    (last === 98 || last === 76 || last === 117 || last === 85) && !(before >= 0 && isWord(bytes[before]!))
  );
}

/** A C character literal, which may hold several; a digit separator (1'000) is none. */
export const cCharacter: Trigger = trigger("'", (scan, at) => {
  const { bytes } = scan;
  if (at > 0 && isWord(bytes[at - 1]!) && !isPrefix(bytes, at)) return NONE;
  const end = Math.min(scan.end, at + 40);
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 92) i++;
    else if (byte === 39) return i + 1;
    else if (byte === 10 || byte === 13) return NONE;
  }
  return NONE;
});

/** Counts brackets in a mode that was pushed; the one that was not opened there ends it. */
export function brackets(open: string, close: string): Trigger[] {
  return [
    trigger(open, (scan, at) => {
      scan.depth++;
      return at + 1;
    }),
    trigger(close, (scan, at) => {
      if (scan.depth > 0) scan.depth--;
      else scan.pop();
      return at + 1;
    }),
  ];
}

/** Goes into another mode at `open`. */
export function enter(open: string, into: () => Mode, when?: When): Trigger {
  const opener = ascii(open);
  return trigger(open, (scan, at) => {
    if (!startsWith(scan.bytes, opener, at, scan.end) || (when && !when(scan, at))) return NONE;
    scan.push(into());
    return at + opener.length;
  });
}

/** Leaves the mode at `close`. */
export function leave(close: string): Trigger {
  const closer = ascii(close);
  return trigger(close, (scan, at) => {
    if (!startsWith(scan.bytes, closer, at, scan.end)) return NONE;
    scan.pop();
    let after = at + closer.length;
    // The quotes that close a text in triple quotes are the last ones of their row.
    if (closer.length === 3) while (after < scan.end && scan.bytes[after] === closer[0]) after++;
    return after;
  });
}

/** Leaves a string mode at the end of its line: it was never closed. */
export const leaveAtLineEnd: Trigger = {
  on: '\n\r',
  match: (scan, at) => {
    scan.pop();
    return at;
  },
};

/** A backslash and what it makes literal. */
export const escaped: Trigger = literal('\\', 2);

/** Code in another language, from `open` to `close` or the end of the text. */
export function island(open: string, close: string, inner: () => Mode): Trigger {
  const opener = ascii(open);
  const closer = ascii(close);
  return trigger(open, (scan, at) => {
    const { bytes, end } = scan;
    if (!startsWith(bytes, opener, at, end)) return NONE;
    const from = at + opener.length;
    const to = find(bytes, closer, from, end);
    scan.within(inner(), from, to < 0 ? end : to);
    return to < 0 ? end : to + closer.length;
  });
}

/**
 * A string whose text may hold code between brackets: `${…}` or `#{…}`. `code` are the triggers of that code,
 * given late because they hold this string too.
 */
export function interpolated(
  open: string,
  close: string,
  hole: string,
  code: () => Mode,
  options: { readonly lines?: boolean; readonly escape?: boolean; readonly when?: When } = {},
): Trigger {
  const inside = mode([
    leave(close),
    enter(hole, code),
    ...(options.escape === false ? [] : [escaped]),
    ...(options.lines === false ? [leaveAtLineEnd] : []),
  ]);
  return enter(open, () => inside, options.when);
}

/** Delays the making of a mode to its first use, since modes hold each other. */
export function lazy(make: () => Mode): () => Mode {
  let made: Mode | undefined;
  return () => (made ??= make());
}

/** Not behind an odd number of backslashes. */
export const unescaped: When = ({ bytes }, at) => countBefore(bytes, at, 92) % 2 === 0;

/** Reads one line in another mode, with the lines that a backslash joins to it. */
export function splicedLine(on: string, inner: () => Mode, when: When, strip: string): Trigger {
  return trigger(on, (scan, at) => {
    if (!when(scan, at)) return NONE;
    const { bytes, end } = scan;
    let from = skipBlanks(bytes, at + 1, end);
    while (from < end && strip.includes(String.fromCharCode(bytes[from]!))) from++;
    let to = lineEnd(bytes, from, end);
    while (to < end && bytes[to - 1] === 92) {
      to = lineEnd(bytes, bytes[to] === 13 && bytes[to + 1] === 10 ? to + 2 : to + 1, end);
    }
    scan.within(inner(), from, to);
    return Math.max(to, at + 1);
  });
}
