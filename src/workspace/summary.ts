import type { FoundInFiles, ScanSummary } from './ports';

export const NO_SUMMARY: ScanSummary = { skipped: [], unverified: 0 };

/** What a scan left out, after some of its files were looked at again. */
export function withFiles(
  before: ScanSummary,
  files: ReadonlySet<string>,
  found: Omit<FoundInFiles, 'files'>,
): ScanSummary {
  const skipped = [...before.skipped.filter(({ file }) => !files.has(file)), ...found.skipped];
  const others = (before.unverifiedFiles ?? []).filter((file) => !files.has(file));
  const unverifiedFiles = [...others, ...found.unverified];
  return {
    skipped: skipped.sort((a, b) => (a.file < b.file ? -1 : 1)),
    unverified: unverifiedFiles.length,
    unverifiedFiles,
  };
}
