import type { Span } from '../../text';
import { isBlank, keptLines, type Cleanup, type MessageLine } from './lines';
import { findBlock, trailersIn, type TrailerLines } from './trailers';

export interface MessageOptions {
  /** What begins a comment, `#` by default; `commentCharOf` tells it from git's configuration. */
  readonly commentChar?: string;
  /** `strip` by default, as for a message typed in git's editor; `whitespace` for one that is given to git as it is. */
  readonly cleanup?: Cleanup;
}

export interface CommitMessage {
  /**
   * `empty` also when nothing but trailers is there yet. `fixup` is what a rebase will fold into another commit
   * (fixup!, squash!, amend!); `merge` and `revert` are what git words so.
   */
  readonly kind: 'normal' | 'fixup' | 'merge' | 'revert' | 'empty';
  /** The first paragraph on one line, as `git log --format=%s` shows it. */
  readonly subject: string;
  readonly subjectSpan: Span;
  /** From the second paragraph to the last line before the trailers; empty where there is none. */
  readonly body: Span;
  readonly trailers: readonly Trailer[];
  /** The last paragraph when it is one of trailers, such as `(cherry picked from commit …)` among them; else null. */
  readonly block: Span | null;
  /** Behind the last line that is kept, where something can be added to the message. */
  readonly end: number;
}

export interface Trailer {
  readonly key: string;
  /** On one line. */
  readonly value: string;
  /** All of its lines, without the last one's end. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The value as it is written; behind the colon when there is none. */
  readonly valueSpan: Span;
}

/** Reads the text of a commit message as git will store and read it. Never fails; spans are into the typed text. */
export function readMessage(text: string, options: MessageOptions = {}): CommitMessage {
  const { commentChar = '#', cleanup = 'strip' } = options;
  const lines = keptLines(text, cleanup, commentChar);
  const isText = (line: MessageLine) => !isBlank(line.text);
  const first = Math.max(0, lines.findIndex(isText));
  let stop = first;
  while (stop < lines.length && isText(lines[stop]!)) stop++;

  const isBare = onlyTrailers(lines, first, stop, isText, commentChar);
  const block = isBare ? { first, end: stop } : findBlock(lines, commentChar);
  const subject = isBare
    ? ''
    : lines
        .slice(first, stop)
        .map((line) => line.text.trim())
        .join(' ');
  const bodyLines = lines.slice(stop, Math.max(stop, block.first)).filter(isText);
  const blockLines = lines.slice(block.first, block.end).filter(isText);
  const end = lines.slice(0, block.end).findLast(isText)?.end ?? 0;
  const trailers = trailersIn(lines, block, commentChar).map((trailer) => trailerOf(text, lines, trailer));
  const subjectSpan = isBare ? { start: 0, end: 0 } : spanOf(lines.slice(first, stop));
  return {
    kind: kindOf(subject),
    subject,
    subjectSpan,
    body: bodyLines.length > 0 ? spanOf(bodyLines) : { start: subjectSpan.end, end: subjectSpan.end },
    trailers,
    block: blockLines.length > 0 ? spanOf(blockLines) : null,
    end,
  };
}

/** As it stands in an editor before the subject is typed: git would read the trailers as the subject. */
function onlyTrailers(
  lines: readonly MessageLine[],
  first: number,
  stop: number,
  isText: (line: MessageLine) => boolean,
  commentChar: string,
): boolean {
  if (lines.slice(stop).some(isText)) return false;
  const found = trailersIn(lines, { first, end: stop }, commentChar);
  const count = found.reduce((sum, trailer) => sum + trailer.last - trailer.first + 1, 0);
  return found.length > 0 && count === stop - first && found.every(({ key }) => AUTOMATIC.test(key));
}

/** Trailers that tools put into a message that nobody has written yet. */
const AUTOMATIC = /^(?:outcome|signed-off-by)$/i;

function kindOf(subject: string): CommitMessage['kind'] {
  if (subject === '') return 'empty';
  if (/^(?:fixup|squash|amend)! /.test(subject)) return 'fixup';
  if (/^(?:Revert|Reapply) "/.test(subject)) return 'revert';
  return MERGE.test(subject) ? 'merge' : 'normal';
}

/** What git and the usual hosts call a merge. */
const MERGE =
  /^Merge(?:d in \S| (?:branch|branches|tag|tags|commit|commits|remote-tracking branch|remote-tracking branches) '|d? pull request #|d? PR #)/;

function spanOf(lines: readonly MessageLine[]): Span {
  const last = lines.at(-1);
  if (!last) return { start: 0, end: 0 };
  const blanks = /[ \t\r]*$/.exec(last.text)![0].length;
  return { start: lines[0]!.start, end: last.start + last.text.length - blanks };
}

function trailerOf(
  text: string,
  lines: readonly MessageLine[],
  { key, separator, first, last }: TrailerLines,
): Trailer {
  const span = spanOf(lines.slice(first, last + 1));
  const behind = span.start + separator + 1;
  const written = text.slice(behind, Math.max(behind, span.end));
  const blanks = written.length - written.replace(/^[ \t\r\n]+/, '').length;
  const start = blanks === written.length ? behind : behind + blanks;
  const folded = lines
    .slice(first, last + 1)
    .map((line) => line.text)
    .join('\n');
  return {
    key,
    value: unfold(folded.slice(separator + 1)),
    span: { start: span.start, end: Math.max(span.end, behind) },
    keySpan: { start: span.start, end: span.start + key.length },
    valueSpan: { start, end: blanks === written.length ? behind : span.end },
  };
}

/** Each line end, with the blanks behind it, becomes one space. */
function unfold(value: string): string {
  return value.replace(/\n[ \t\r\n]*/g, ' ').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
