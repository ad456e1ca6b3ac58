/** The lines of a commit message that git will keep, each with its place in the text that was typed. */

/** What `git commit --cleanup` can be told: what it leaves of the typed text. */
export type Cleanup = 'strip' | 'scissors' | 'whitespace' | 'verbatim';

export interface MessageLine {
  /** Without its line end; without trailing blanks unless verbatim. */
  readonly text: string;
  /** Where it begins in the typed text. */
  readonly start: number;
  /** Where it ends there, trailing blanks included, its line end left out. */
  readonly end: number;
}

/** Lines end with LF for git; a CR before it is a blank. */
export function splitLines(text: string): MessageLine[] {
  const lines: MessageLine[] = [];
  for (let start = 0; start < text.length;) {
    const lf = text.indexOf('\n', start);
    const end = lf < 0 ? text.length : lf;
    lines.push({
      text: text.slice(start, end),
      start,
      end: end - Number(text.charAt(end - 1) === '\r' && end > start),
    });
    start = end + 1;
  }
  return lines;
}

/**
 * What the stored message will hold, as "git stripspace" and `--cleanup` of git-commit(1) say: `strip` takes comments
 * and all behind the scissors, `scissors` the latter alone, `whitespace` only blanks at ends of lines and blank lines
 * but for one between paragraphs, `verbatim` nothing.
 */
export function keptLines(text: string, cleanup: Cleanup, commentChar: string): MessageLine[] {
  const all = splitLines(text);
  if (cleanup === 'verbatim') return all;
  const cut = cleanup === 'whitespace' ? -1 : all.findIndex((line) => isScissors(line.text, commentChar));
  const kept: MessageLine[] = [];
  let blank: MessageLine | undefined;
  for (const line of cut < 0 ? all : all.slice(0, cut)) {
    if (cleanup === 'strip' && line.text.startsWith(commentChar)) continue;
    const trimmed = trimEnd(line.text);
    if (trimmed === '') {
      blank ??= line;
      continue;
    }
    if (blank && kept.length > 0) kept.push({ ...blank, text: '' });
    blank = undefined;
    kept.push({ ...line, text: trimmed });
  }
  return kept;
}

/** The line below which `git commit --verbose` shows the diff. */
export function isScissors(line: string, commentChar: string): boolean {
  return line === `${commentChar} ------------------------ >8 ------------------------`;
}

/**
 * The sign that begins a comment: the configured one, or, for `auto`, the one that git chose for this text, which it
 * shows in the instructions at the text's end ("core.commentChar" in git-config(1)).
 */
export function commentCharOf(text: string, configured: string | null): string {
  if (configured !== 'auto') return configured === null || configured === '' ? '#' : configured;
  const lines = splitLines(text).map((line) => line.text);
  const scissors = lines.find((line) => AUTO.includes(line.charAt(0)) && isScissors(line, line.charAt(0)));
  const last = scissors ?? lines.findLast((line) => line.trim() !== '') ?? '';
  const isComment = AUTO.includes(last.charAt(0)) && /^.(?:[ \t]|$)/.test(last);
  return isComment ? last.charAt(0) : '#';
}

/** What `auto` chooses from, in this order. */
const AUTO = '#;@!$%^&|:'.split(/(?:)/);

/** What git's own isspace() takes for blank. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
