import { createTwoFilesPatch, diffLines } from 'diff';
import type { TextEdit } from '../edits';

/** What turns one text into the other, line by line, as few lines as can be. */
export function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { value, added, removed } of diffLines(before, after)) {
    const last = edits.at(-1);
    // What is taken away comes right before what takes its place.
    if (added && last?.span.end === at && last.newText === '')
      edits[edits.length - 1] = { ...last, newText: value };
    else if (added) edits.push({ span: { start: at, end: at }, newText: value });
    else if (removed) edits.push({ span: { start: at, end: (at += value.length) }, newText: '' });
    else at += value.length;
  }
  return edits;
}

/** A change of one file as `git apply` and `patch` take it; `before` is null for a new file. '' without a change. */
export function unifiedDiff(path: string, before: string | null, after: string): string {
  if (before === after) return '';
  const head = before === null ? [`diff --git a/${path} b/${path}`, 'new file mode 100644'] : [];
  const old = before === null ? '/dev/null' : `a/${path}`;
  const patch = createTwoFilesPatch(old, `b/${path}`, before ?? '', after, undefined, undefined, {
    context: 3,
  });
  return [...head, patch.replace(/^=+\n/, '')].join('\n');
}
