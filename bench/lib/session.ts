import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createBackground } from '../../src/node/background/background';
import type { Session } from '../../src/workspace/session';
import type { Snapshot } from '../../src/workspace/snapshot';
import { quiet } from './own';
import type { Places } from './places';
import { DIST } from './programs';

const WORKER = path.join(DIST, 'background-worker.js');

export interface Opened {
  readonly session: Session;
  readonly snapshot: Snapshot;
  /** Milliseconds from the question, with the start of the session's process, until there was a first tree to show. */
  readonly shown: number;
  /** And until all was known to be true. */
  readonly settled: number;
  /** A saved index was found, and git's word on it was enough. */
  readonly confirmed: boolean;
}

/** Opens a folder as the editor does, with the index that is saved in `index`, if any, and waits for it. */
export async function openFolder(folder: string, index?: string): Promise<Opened> {
  let confirmed = false;
  const logger = {
    ...quiet,
    debug: (message: string) => void (confirmed ||= message.startsWith('Of the saved index')),
  };
  const storage = index === undefined ? undefined : { directory: index, maker: 'bench' };
  const start = performance.now();
  const session = createBackground({ logger, workerPath: WORKER, storage }).open(folder);
  let shown = 0;
  session.onDidChange(() => {
    if (shown === 0 && session.snapshot !== undefined) shown = performance.now() - start;
  });
  session.refresh();
  const snapshot = await session.settled();
  return { session, snapshot, shown, settled: performance.now() - start, confirmed };
}

/**
 * Saves an index of the folder and gives a function that opens the folder with a copy of it, so that one session
 * leaves nothing to the next.
 */
export async function withIndexOf<T>(
  folder: string,
  use: (open: () => Promise<Opened>) => Promise<T>,
): Promise<T> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-index-'));
  const saved = path.join(directory, 'saved');
  let copies = 0;
  try {
    const { session } = await openFolder(folder, saved);
    await untilSaved(saved);
    session.dispose();
    return await use(() => {
      const copy = path.join(directory, `copy-${++copies}`);
      fs.cpSync(saved, copy, { recursive: true });
      return openFolder(folder, copy);
    });
  } finally {
    fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A session saves what it knows and what it shows soon after it has begun; each file appears when it is whole. */
async function untilSaved(directory: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const names = fs.existsSync(directory) ? fs.readdirSync(directory) : [];
    if (['.index', '.shown'].every((kind) => names.some((name) => name.endsWith(kind)))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No index was saved within a minute.');
}

export function placesIn({ files }: Snapshot): Places {
  return new Set(
    files.flatMap(({ file, todos }) => todos.map(({ range }) => `${file}:${range.start.line + 1}`)),
  );
}
