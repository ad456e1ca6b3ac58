import type { Finding, Position, Range, Subject } from '../core';
import type { ShownProblems } from '../manifest';

/** Findings with a place, by their file. */
export type FileFindings = ReadonlyMap<string, readonly Finding[]>;

/** VS Code drops what exceeds 1,100 diagnostics in one call, and a call is one message to another process. */
const SLICE = 500;

/**
 * What is to be shown: hints only in files that are open, branches and commits never, for they have no place, and
 * nothing of files that are `isElsewhere`, in a workspace folder of their own.
 */
export function findingsByFile(
  findings: readonly Finding[],
  shown: ShownProblems,
  isOpen: (file: string) => boolean,
  isElsewhere: (file: string) => boolean = () => false,
): FileFindings {
  const files = new Map<string, Finding[]>();
  if (shown === 'none') return files;
  let lastFile: string | undefined;
  let own: Finding[] = [];
  for (const finding of findings) {
    const { subject, severity } = finding;
    if (subject.kind !== 'file') continue;
    if (shown === 'warnings' && severity !== 'warning' && severity !== 'error') continue;
    if (severity === 'hint' && !isOpen(subject.file)) continue;
    if (isElsewhere(subject.file)) continue;
    if (subject.file !== lastFile) {
      lastFile = subject.file;
      own = files.get(lastFile) ?? [];
      files.set(lastFile, own);
    }
    own.push(finding);
  }
  return files;
}

/** The files whose findings differ, those that lost all of them included. */
export function changedFiles(before: FileFindings, after: FileFindings): string[] {
  const changed: string[] = [];
  for (const [file, findings] of after) if (!sameFindings(before.get(file), findings)) changed.push(file);
  for (const file of before.keys()) if (!after.has(file)) changed.push(file);
  return changed;
}

/** Consecutive files in runs of about SLICE findings; a file is never divided. */
export function* slices(
  files: readonly string[],
  count: (file: string) => number,
): Generator<readonly string[]> {
  let slice: string[] = [];
  let size = 0;
  for (const file of files) {
    const own = Math.max(1, count(file));
    if (slice.length > 0 && size + own > SLICE) {
      yield slice;
      slice = [];
      size = 0;
    }
    slice.push(file);
    size += own;
  }
  if (slice.length > 0) yield slice;
}

function sameFindings(a: readonly Finding[] | undefined, b: readonly Finding[]): boolean {
  return a !== undefined && a.length === b.length && a.every((one, i) => sameFinding(one, b[i]!));
}

/** A rule that did not run again hands out the same object, which is the common case. */
function sameFinding(a: Finding, b: Finding): boolean {
  return (
    a === b ||
    (a.code === b.code &&
      a.severity === b.severity &&
      a.message === b.message &&
      sameSubject(a.subject, b.subject) &&
      a.related.length === b.related.length &&
      a.related.every((one, i) => {
        const other = b.related[i]!;
        return one.file === other.file && one.message === other.message && sameRange(one.range, other.range);
      }))
  );
}

/** Both are places: branches and commits were left out before. */
function sameSubject(a: Subject, b: Subject): boolean {
  return a.kind === 'file' && b.kind === 'file' && a.file === b.file && sameRange(a.range, b.range);
}

function sameRange(a: Range, b: Range): boolean {
  return samePosition(a.start, b.start) && samePosition(a.end, b.end);
}

function samePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
