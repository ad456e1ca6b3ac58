import type { Finding, Severity } from '../core';
import type { ShownProblems } from '../manifest';
import type { FileWork } from '../workspace/file-work';

/** A file with findings to show: those of it that are at least so severe. */
export interface ShownFile {
  readonly work: FileWork;
  readonly least: Severity;
}

export type ShownFiles = ReadonlyMap<string, ShownFile>;

/** VS Code drops what exceeds 1,100 diagnostics in one call, and a call is one message to another process. */
const SLICE = 250;

/** Those that are at least so severe. */
const FROM: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  hint: ['error', 'warning', 'info', 'hint'],
};

/**
 * What is to be shown: hints only in files that are open, and nothing of files that are `isElsewhere`, in a workspace
 * folder of their own. Decided by the counts alone; no finding is made.
 */
export function shownFiles(
  files: readonly FileWork[],
  shown: ShownProblems,
  isOpen: (file: string) => boolean,
  isElsewhere: (file: string) => boolean = () => false,
): ShownFiles {
  const result = new Map<string, ShownFile>();
  if (shown === 'none') return result;
  for (const work of files) {
    const least = shown === 'warnings' ? 'warning' : isOpen(work.file) ? 'hint' : 'info';
    const entry = { work, least } as const;
    if (countShown(entry) > 0 && !isElsewhere(work.file)) result.set(work.file, entry);
  }
  return result;
}

export function shownFindings({ work, least }: ShownFile): readonly Finding[] {
  return work.findings.filter(({ severity }) => FROM[least].includes(severity));
}

export function countShown({ work, least }: ShownFile): number {
  const { findings } = work.counts;
  let count = 0;
  for (const severity of FROM[least]) count += findings[severity] ?? 0;
  return count;
}

/** The files that show something else, those that show nothing any more included. */
export function changedFiles(before: ShownFiles, after: ShownFiles): string[] {
  const changed: string[] = [];
  for (const [file, { work, least }] of after) {
    const known = before.get(file);
    if (known?.work !== work || known.least !== least) changed.push(file);
  }
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
