import { createClock } from '../../../src/node/clock';
import { createFiles } from '../../../src/node/files';
import { createGit } from '../../../src/node/git';
import { createScanner } from '../../../src/node/scan/scanner';
import type { Row } from '../../../src/editor/view/rows';
import type { Logger } from '../../../src/workspace/ports';
import { createSession } from '../../../src/workspace/session';
import type { Snapshot } from '../../../src/workspace/snapshot';

export const TODAY = '2026-11-22';

const silent: Logger = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

/** What is known of a folder on the disk, read with the real files, git and scanner. */
export async function snapshotOf(folder: string): Promise<Snapshot> {
  const session = createSession({
    files: createFiles(folder, { logger: silent }),
    git: createGit(folder, { logger: silent }),
    scanner: createScanner(folder, { logger: silent, thread: 'caller' }),
    clock: createClock(TODAY),
    logger: silent,
  });
  try {
    session.refresh();
    return await session.settled();
  } finally {
    session.dispose();
  }
}

/** Rows as an indented outline: `label  description`, hashes shown as `#`. */
export function outline(rows: readonly Row[], depth = 0): string {
  return rows
    .map(
      (row) =>
        `${'  '.repeat(depth)}${row.label}  ${row.description}`.trimEnd().replace(/\b[0-9a-f]{8}\b/g, '#') +
        '\n' +
        outline(row.children?.() ?? [], depth + 1),
    )
    .join('');
}

export function everyRow(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => [row, ...everyRow(row.children?.() ?? [])]);
}
