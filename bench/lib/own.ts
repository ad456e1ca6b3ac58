import path from 'node:path';
import { createScanner } from '../../src/node/scan/scanner';
import type { Logger, Scanner, ScanRequest } from '../../src/workspace/ports';
import { placesOf } from './places';
import { bundled, COMMAND, DIST, RIPGREP, run } from './programs';
import { REQUEST } from './request';
import type { Found } from './rivals';

const nothing = (): void => undefined;
export const quiet: Logger = { error: console.error, warn: nothing, info: nothing, debug: nothing };

const WORKER = path.join(DIST, 'scanner-worker.js');

/** A scanner whose thread lives on from scan to scan. */
export function liveScanner(folder: string): Scanner {
  return createScanner(folder, { logger: quiet, workerPath: WORKER, ripgrep: RIPGREP });
}

/** One scan; `first` is when the first TODO was there, in milliseconds. */
export async function rescan(
  scanner: Scanner,
  request: ScanRequest = REQUEST,
): Promise<Found & { readonly first: number }> {
  const start = performance.now();
  let first = 0;
  const places = new Set<string>();
  await scanner.scan(
    request,
    (batch) => {
      if (first === 0) first = performance.now() - start;
      for (const { file, todos } of batch)
        for (const { range } of todos) places.add(`${file}:${range.start.line + 1}`);
    },
    new AbortController().signal,
  );
  return { time: performance.now() - start, first, places };
}

/** A scan by a new process with a new thread: from the start of the one to the end of the other. */
export async function scanFromCold(folder: string): Promise<Found> {
  const { time, output } = await run(process.execPath, [await bundled('fresh'), folder, WORKER, RIPGREP]);
  return { time, places: placesOf(output) };
}

/** `outcomes work`, which links and judges too. */
export async function command(folder: string): Promise<Found> {
  const { time, output } = await run(process.execPath, [COMMAND, 'work', '--format', 'json'], {
    cwd: folder,
  });
  const { work } = JSON.parse(output) as { work: { kind: string; file: string; line: number }[] };
  const todos = work.filter(({ kind }) => kind === 'todo');
  return { time, places: new Set(todos.map(({ file, line }) => `${file}:${line}`)) };
}
