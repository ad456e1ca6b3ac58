import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { compileTags } from '../../src/core';
import { searchArguments } from '../../src/node/scan/program';
import { createScanner } from '../../src/node/scan/scanner';
import type { Logger, Scanner, ScanRequest } from '../../src/workspace/ports';
import { placesOf } from './places';
import { bundled, COMMAND, DIST, RIPGREP, run } from './programs';
import { REQUEST } from './request';
import { timed } from './rounds';
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

/** What a scan by a new process and thread takes at least: the search, and reading the files with hits. */
export async function floorFromCold(folder: string): Promise<number> {
  return (await run(process.execPath, [await bundled('floor'), folder, RIPGREP])).time;
}

/** The same by a thread that lives on. */
export async function liveFloor(folder: string): Promise<{ measure(): Promise<number>; dispose(): void }> {
  const thread = new Worker(await bundled('floor'), { workerData: { folder, ripgrep: RIPGREP } });
  return {
    measure: () =>
      timed(async () => {
        const answer = once(thread, 'message');
        thread.postMessage('go');
        await answer;
      }),
    dispose: () => void thread.terminate(),
  };
}

/** The search of a scan alone: places in place of counts. */
export async function searchAlone(folder: string): Promise<number> {
  const { pattern } = compileTags(REQUEST.scopes.flatMap(({ tags }) => tags));
  return (await run(RIPGREP, searchArguments(pattern, []), { cwd: folder, codes: [0, 1] })).time;
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
