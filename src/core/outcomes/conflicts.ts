import type { Span } from '../text';

/** One merge conflict that git left in a text, or a marker that stands alone. */
export interface Conflict {
  /** The line of its first marker. */
  readonly marker: Span;
  /** What to overlook to read the text as "ours": marker lines, the common base and "theirs". */
  readonly overlook: readonly Span[];
}

/**
 * Finds the conflicts that git's merge writes, in the styles merge, diff3 and zdiff3: lines of seven `<`, `|`, `=`
 * and `>` from the first column on (git-merge, "How conflicts are presented").
 */
export function findConflicts(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  let open: { marker: Span; overlook: Span[]; hides: boolean } | null = null;
  for (const { kind, line } of markersOf(text)) {
    if (kind === '<') {
      if (open !== null) conflicts.push(open);
      open = { marker: line, overlook: [line], hides: false };
    } else if (open === null) {
      conflicts.push({ marker: line, overlook: [line] });
    } else if (kind === '>') {
      hideUntil(open, line);
      conflicts.push(open);
      open = null;
    } else {
      hideUntil(open, line);
      open.hides = true;
    }
  }
  if (open !== null) conflicts.push(open);
  return conflicts;
}

/** Adds a marker line; from the second marker on, what lies before it belongs to the base or to "theirs". */
function hideUntil(open: { overlook: Span[]; hides: boolean }, line: Span): void {
  const before = open.overlook[open.overlook.length - 1]!;
  if (open.hides) open.overlook[open.overlook.length - 1] = { start: before.start, end: line.end };
  else open.overlook.push(line);
}

function* markersOf(text: string): Generator<{ kind: string; line: Span }> {
  for (const match of text.matchAll(/^(?:([<>|])\1{6}(?:[ \t].*)?|(=)={6}[ \t]*)$/gm)) {
    const end = match.index + match[0].trimEnd().length;
    yield { kind: (match[1] ?? match[2])!, line: { start: match.index, end } };
  }
}
