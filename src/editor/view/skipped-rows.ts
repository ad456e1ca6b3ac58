import type { Skipped } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { rows, type Draft } from './rows';
import { counted, oneLine, plain } from './words';

/** A row that holds what a scan did not read, or not wholly, each with the reason; null where it read everything. */
export function skippedGroup(
  { skipped, unverified }: Pick<Snapshot, 'skipped' | 'unverified'>,
  folder: string,
): Draft | null {
  if (skipped.length === 0) return null;
  const were = skipped.length === 1 ? 'was' : 'were';
  return {
    key: 'skipped',
    kind: 'group',
    label: `${counted(skipped.length, 'file')} ${were} not read`,
    icon: 'circle-slash',
    tooltip: () =>
      'TODOs in them are not listed, or not all of them.' +
      (unverified === 0
        ? ''
        : ` In ${counted(unverified, 'more file')} the language is not known, so no comment is either.`),
    children: (id) => rows(id, skipped, (one) => skippedDraft(one, folder)),
  };
}

function skippedDraft({ file, reason }: Skipped, folder: string): Draft {
  const start = { line: 0, character: 0 };
  const canBeOpened = !reason.startsWith('unreadable');
  return {
    key: file,
    kind: 'skipped',
    label: oneLine(file),
    description: oneLine(reason),
    icon: 'circle-slash',
    tooltip: () => `${plain(file)}: ${plain(reason)}`,
    place: canBeOpened ? { kind: 'file', folder, file, range: { start, end: start } } : null,
    copy: file,
  };
}
