/** Strings whose end is chosen by how they begin: C++, Rust, Swift, C#. */
import { ascii, find, findOnLine, firstOnLine, lineEnd, skipBlanks, startsWith } from '../engine/bytes';
import {
  block,
  brackets,
  cCharacter,
  enter,
  escaped,
  lazy,
  leave,
  leaveAtLineEnd,
  line,
  literal,
  text,
} from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Trigger } from '../engine/scan';

/** C++ R"x( … )x", with any encoding prefix. */
export const rawCpp: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    if (bytes[at - 1] !== 82) return NONE;
    let from = at - 2;
    while (from >= 0 && at - from < 5 && isWord(bytes[from]!)) from--;
    const prefix = String.fromCharCode(...bytes.subarray(from + 1, at - 1));
    if (!['', 'u8', 'u', 'U', 'L'].includes(prefix)) return NONE;
    let open = at + 1;
    while (open < end && open - at < 18 && bytes[open] !== 40) {
      const byte = bytes[open]!;
      if (byte <= 32 || byte === 41 || byte === 92 || byte === 34) return NONE;
      open++;
    }
    if (bytes[open] !== 40) return NONE;
    const close = new Uint8Array(open - at + 1);
    close[0] = 41;
    close.set(bytes.subarray(at + 1, open), 1);
    close[close.length - 1] = 34;
    const to = find(bytes, close, open + 1, end);
    return to < 0 ? end : to + close.length;
  },
};

/** Rust r"…", r#"…"#, br##"…"##: on the quote, with the number of # before it. */
export const rawRust: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    let before = at - 1;
    while (before >= 0 && bytes[before] === 35) before--;
    const hashes = at - 1 - before;
    if (bytes[before] !== 114) return NONE;
    const prefix = bytes[before - 1];
    const start = prefix === 98 || prefix === 99 ? before - 1 : before;
    if (start > 0 && isWord(bytes[start - 1]!)) return NONE;
    return rawEnd(bytes, at + 1, end, hashes);
  },
};

function rawEnd(bytes: Uint8Array, from: number, end: number, hashes: number): number {
  const close = new Uint8Array(hashes + 1).fill(35);
  close[0] = 34;
  const to = find(bytes, close, from, end);
  return to < 0 ? end : to + close.length;
}

/** Swift #"…"# and #"""…"""#. */
export const rawSwift: Trigger = {
  on: '#',
  match: ({ bytes, end }, at) => {
    let open = at;
    while (open < end && bytes[open] === 35) open++;
    if (bytes[open] !== 34) return open;
    const hashes = open - at;
    const triple = startsWith(bytes, ascii('"""'), open, end);
    const close = ascii((triple ? '"""' : '"') + '#'.repeat(Math.min(hashes, 64)));
    const from = open + (triple ? 3 : 1);
    const to = (triple ? find : findOnLine)(bytes, close, from, end);
    if (to >= 0) return to + close.length;
    return triple ? end : lineEnd(bytes, open, end);
  },
};

/** C# raw strings: three or more quotes, closed by as many. */
const rawCsharp: Trigger = {
  on: '"',
  match: ({ bytes, end }, at) => {
    let open = at;
    while (open < end && bytes[open] === 34) open++;
    const count = open - at;
    if (count < 3) return NONE;
    let run = 0;
    for (let i = open; i < end; i++) {
      run = bytes[i] === 34 ? run + 1 : 0;
      if (run === count) {
        while (bytes[i + 1] === 34) i++;
        return i + 1;
      }
    }
    return end;
  },
};

/** The directives of C# whose text may be anything. */
const FREE_TEXT = ['region', 'endregion', 'error', 'warning', 'pragma'].map(ascii);

/** C#: verbatim, interpolated and raw strings, and the free text of #region and #error. */
export function csharp(): Mode {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  const inside = (verbatim: boolean): Mode =>
    mode([
      literal('{{'),
      enter('{', nested),
      ...(verbatim ? [literal('""')] : [escaped, leaveAtLineEnd]),
      leave('"'),
    ]);
  const plain = inside(false);
  const verbatim = inside(true);
  const triggers: Trigger[] = [
    line('//'),
    block('/*', '*/'),
    // #region, #error … hold free text, quotes included.
    {
      on: '#',
      match: (scan, at) => {
        if (!firstOnLine(scan, at)) return NONE;
        const { bytes, end } = scan;
        const from = skipBlanks(bytes, at + 1, end);
        const free = FREE_TEXT.some((word) => startsWith(bytes, word, from, end));
        if (!free) return NONE;
        const to = lineEnd(bytes, from, end);
        const slash = find(bytes, ascii('//'), from, to);
        return slash < 0 ? to : slash;
      },
    },
    {
      on: '$@',
      match: (scan, at) => {
        const { bytes } = scan;
        let quote = at;
        while (bytes[quote] === 36 || bytes[quote] === 64) quote++;
        if (bytes[quote] !== 34 || quote - at > 8) return quote;
        if (bytes[quote + 1] === 34 && bytes[quote + 2] === 34 && bytes[quote - 1] === 36) return quote;
        const holes = bytes.subarray(at, quote).includes(36);
        const exact = bytes.subarray(at, quote).includes(64);
        if (holes) {
          scan.push(exact ? verbatim : plain);
          return quote + 1;
        }
        return verbatimEnd(bytes, quote + 1, scan.end);
      },
    },
    rawCsharp,
    text('"'),
    cCharacter,
  ];
  return mode(triggers);
}

function verbatimEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (bytes[i] !== 34) continue;
    if (bytes[i + 1] !== 34) return i + 1;
    i++;
  }
  return end;
}
