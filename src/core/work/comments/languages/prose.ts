/** What prose formats have in place of comments and strings. */
import {
  ascii,
  atLineStart,
  find,
  findOnLine,
  firstOnLine,
  lineEnd,
  nextLine,
  restIsBlank,
  skipBlanks,
  startsWith,
} from '../engine/bytes';
import { trigger } from '../engine/rules';
import { isEol, NONE, type Scan, type Trigger } from '../engine/scan';

/** A fenced block of Markdown: to the fence that is at least as long, or to the end. */
export const fence: Trigger = {
  on: '`~',
  match: (scan, at) => {
    const { bytes, end } = scan;
    const mark = bytes[at]!;
    let open = at;
    while (open < end && bytes[open] === mark) open++;
    const length = open - at;
    if (length >= 3 && firstOnLine(scan, at)) {
      for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
        const start = skipBlanks(bytes, next, end);
        let i = start;
        while (i < end && bytes[i] === mark) i++;
        if (i - start >= length && restIsBlank(bytes, i, end)) return i;
      }
      return end;
    }
    if (mark !== 96) return open;
    return codeSpanEnd(scan, open, length);
  },
};

/** A code span ends at a row of as many backticks; rows that have no partner are text. */
function codeSpanEnd(scan: Scan, from: number, length: number): number {
  const { bytes, end } = scan;
  if (length > 16 || !scan.mayFail()) return from;
  for (let i = from; i < end; i++) {
    if (isEol(bytes[i]!)) {
      const next = skipBlanks(bytes, bytes[i] === 13 && bytes[i + 1] === 10 ? i + 2 : i + 1, end);
      if (next >= end || isEol(bytes[next]!)) {
        // A span does not cross a blank line; what was searched is bounded by the paragraph.
        if (i - from > 2000) scan.failed();
        return from;
      }
    }
    if (bytes[i] !== 96) continue;
    let row = i;
    while (row < end && bytes[row] === 96) row++;
    if (row - i === length) return row;
    i = row - 1;
  }
  scan.failed();
  return from;
}

/** `.. ` in reStructuredText, where it is no directive, target, footnote or substitution; with what is indented below. */
export const rstComment: Trigger = trigger('.', (scan, at) => {
  const { bytes, end } = scan;
  if (bytes[at + 1] !== 46 || !firstOnLine(scan, at)) return NONE;
  const after = bytes[at + 2];
  if (after !== undefined && after !== 32 && after !== 9 && !isEol(after)) return NONE;
  const to = lineEnd(bytes, at, end);
  const first = skipBlanks(bytes, at + 2, end);
  const head = String.fromCharCode(...bytes.subarray(first, Math.min(to, first + 200)));
  if (/^(?:_|\[[^\]]*\]|\||[\w.+:-]+ ?::)/.test(head)) return to;
  let start = at;
  while (start > 0 && !isEol(bytes[start - 1]!)) start--;
  const indent = at - start;
  let last = to;
  let blank = head === '';
  for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
    const content = skipBlanks(bytes, next, end);
    if (content >= end || isEol(bytes[content]!)) {
      // An empty comment followed by a blank line does not take what is below.
      if (blank) break;
      continue;
    }
    if (content - next <= indent) break;
    blank = false;
    last = lineEnd(bytes, next, end);
  }
  scan.comment(at, Math.min(at + 2, to), last, last, true);
  return last;
});

/** `////` … `////` in AsciiDoc, and `//` lines. */
export const asciidocBlock: Trigger = trigger('/', (scan, at) => {
  const { bytes, end } = scan;
  if (!atLineStart(scan, at)) return NONE;
  let open = at;
  while (open < end && bytes[open] === 47) open++;
  if (open - at < 4) {
    if (open - at !== 2) return NONE;
    const to = lineEnd(bytes, open, end);
    scan.comment(at, open, to, to, false);
    return to;
  }
  const fenceBytes = bytes.subarray(at, open);
  for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
    if (!startsWith(bytes, fenceBytes, next, end) || bytes[next + fenceBytes.length] === 47) continue;
    scan.comment(at, open, next, next + fenceBytes.length, true);
    return next + fenceBytes.length;
  }
  scan.comment(at, open, end, end, true);
  return end;
});

/** ---- and .... blocks of AsciiDoc are listings. */
export const asciidocListing: Trigger = {
  on: '-.',
  match: (scan, at) => {
    const { bytes, end } = scan;
    let open = at;
    while (open < end && bytes[open] === bytes[at]) open++;
    if (!atLineStart(scan, at) || open - at < 4 || !restIsBlank(bytes, open, end)) return open;
    const delimiter = bytes.subarray(at, open);
    if (!scan.mayFail()) return open;
    for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
      if (startsWith(bytes, delimiter, next, end)) return next + delimiter.length;
    }
    scan.failed();
    return open;
  },
};

/** LaTeX environments whose text is not LaTeX, and the one that is a comment. */
export const environment: Trigger = trigger('\\', (scan, at) => {
  const { bytes, end } = scan;
  // Nearly every command is another, and there may be one in every other byte.
  if (!VERBATIM.some((start) => startsWith(bytes, start, at, end))) return at + 2;
  const head = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 40)));
  const verb = /^\\(?:verb|lstinline)\*?([^A-Za-z\s*{])/.exec(head);
  if (verb) {
    const to = findOnLine(bytes, ascii(verb[1]!), at + verb[0].length, end);
    return to < 0 ? at + verb[0].length : to + 1;
  }
  const begin = /^\\begin\{(comment|verbatim\*?|lstlisting|minted|Verbatim\*?|alltt|filecontents\*?)\}/.exec(
    head,
  );
  if (!begin) return at + 2;
  const from = at + begin[0].length;
  if (!scan.mayFail()) return from;
  const close = ascii(`\\end{${begin[1]!}}`);
  const to = find(bytes, close, from, end);
  if (to < 0) {
    scan.failed();
    return from;
  }
  if (begin[1] === 'comment') scan.comment(at, from, to, to + close.length, true);
  return to + close.length;
});

const VERBATIM = ['\\begin{', '\\verb', '\\lstinline'].map(ascii);

/** #+BEGIN_COMMENT … #+END_COMMENT. */
export function orgBlock(): Trigger {
  const open = ascii('#+begin_comment');
  return trigger('#', (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 43 || !firstOnLine(scan, at)) return NONE;
    const head = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + open.length))).toLowerCase();
    if (head !== '#+begin_comment') return NONE;
    let next = nextLine(bytes, at, end);
    for (; next < end; next = nextLine(bytes, next, end)) {
      const start = skipBlanks(bytes, next, end);
      if (bytes[start] !== 35 || bytes[start + 1] !== 43) continue;
      const word = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 13)));
      if (word.toLowerCase() === '#+end_comment') break;
    }
    scan.comment(at, at + open.length, Math.max(at + open.length, next), next, true);
    return next;
  });
}
