import type { ScannedFile } from '../../../../src/core';
import { withSavedIndex, type ScannerWithIndex } from '../../../../src/node/index/saved-index';
import { createFileStore, type IndexStore } from '../../../../src/node/index/store';
import { createScanner } from '../../../../src/node/scan/scanner';
import type { Scanner, ScanRequest, ScanSummary } from '../../../../src/workspace/ports';
import { recorder } from '../scan/support';

export const REQUEST: ScanRequest = {
  scopes: [{ dir: '', tags: ['TODO', 'FIXME'], mentions: 'marker', ignore: [] }],
};

const never = new AbortController().signal;

/** All that a scan tells, in an order of its own. */
export interface Found {
  readonly files: readonly ScannedFile[];
  readonly summary: ScanSummary;
}

export async function scanned(scanner: Scanner, request = REQUEST): Promise<Found> {
  const files: ScannedFile[] = [];
  const summary = await scanner.scan(request, (batch) => files.push(...batch), never);
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), summary };
}

/** What a scan without an index tells. */
export async function fresh(folder: string, request = REQUEST): Promise<Found> {
  const scanner = createScanner(folder, { logger: recorder(), thread: 'caller' });
  try {
    return await scanned(scanner, request);
  } finally {
    scanner.dispose();
  }
}

export interface Opened {
  readonly scanner: ScannerWithIndex;
  readonly lines: readonly string[];
  /** Whether the index was enough. */
  readonly verified: () => boolean;
  /** Why not; '' when nobody said. */
  readonly reason: () => string;
}

/** A scanner with what was saved in `directory`, or in a store of its own. */
export function opened(folder: string, store: IndexStore | string, maker = 'test 1'): Opened {
  const logger = recorder();
  const inner = createScanner(folder, { logger, thread: 'caller' });
  const scanner = withSavedIndex(folder, inner, {
    logger,
    maker,
    store: typeof store === 'string' ? createFileStore(store, folder) : store,
    delay: 3_600_000,
  });
  const line = (start: string) => logger.lines.find((each) => each.startsWith(`debug: ${start}`));
  return {
    scanner,
    lines: logger.lines,
    verified: () => line('Of the saved index') !== undefined,
    reason: () => line('Everything is scanned') ?? line('The saved index is not used') ?? '',
  };
}

/** One session: scans with what was saved and saves what it found. */
export async function session(
  folder: string,
  store: IndexStore | string,
  request = REQUEST,
): Promise<Found & Opened> {
  const open = opened(folder, store);
  try {
    const found = await scanned(open.scanner, request);
    open.scanner.keep({
      outcomesFiles: [],
      files: new Map(found.files.map((file) => [file.file, file])),
      changed: new Set(),
      facts: [],
    });
    await open.scanner.flush();
    return { ...found, ...open };
  } finally {
    open.scanner.dispose();
  }
}
