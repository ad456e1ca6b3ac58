import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createBackground } from '../src/node/background/background';
import type { Logger } from '../src/workspace/ports';
import type { Snapshot } from '../src/workspace/snapshot';
import { findRipgrep } from '../src/node/scan/program';
import { median } from '../test/support/held';
import { corpus, FULL, QUICK } from './corpus';
import { TAGS } from './request';

/**
 * npm run bench:warm [-- --quick] [--rounds N]
 *
 * How long a session takes that begins with a saved index: until the saved tree is shown and until it is confirmed,
 * each from the question on, the start of its process included; beside it a session without an index. The peer is
 * `rg -c` in the same round. Fails when the two sessions do not say the same.
 */
async function main(args: readonly string[]): Promise<void> {
  const folder = corpus(args.includes('--quick') ? QUICK : FULL);
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 0) || 9;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-warm-'));
  const figures = new Map<string, number[]>();
  const note = (name: string, value: number) => figures.set(name, [...(figures.get(name) ?? []), value]);
  let confirmed = 0;
  try {
    await oneSession(folder, directory); // saves the index
    for (let round = 0; round < rounds; round++) {
      const yard = search(folder);
      const [warm, cold] = [await oneSession(folder, directory), await oneSession(folder, undefined)];
      if (summary(warm.snapshot) !== summary(cold.snapshot)) throw new Error('They found different things.');
      if (warm.confirmed) confirmed++;
      note('rg -c', yard);
      for (const [name, { shown, settled }] of Object.entries({ warm, cold })) {
        note(`${name}: first tree`, shown);
        note(`${name}: settled`, settled);
      }
    }
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
  const yard = figures.get('rg -c')!;
  for (const [name, values] of figures) {
    const ratio = median(values.map((value, i) => value / yard[i]!));
    console.log(
      `${name.padEnd(20)} ${median(values).toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(6)} × rg -c`,
    );
  }
  console.log(`Confirmed by git without a whole scan: ${confirmed} of ${rounds} times`);
  if (confirmed < rounds) process.exitCode = 1;
}

async function oneSession(folder: string, directory: string | undefined) {
  let confirmed = false;
  const logger: Logger = {
    error: console.error,
    warn: () => undefined,
    info: () => undefined,
    debug: (message) => (confirmed ||= message.startsWith('Of the saved index')),
  };
  const workerPath = path.join(__dirname, '../dist/background-worker.js');
  const storage = directory === undefined ? undefined : { directory, maker: 'bench' };
  const start = performance.now();
  const session = createBackground({ logger, workerPath, storage }).open(folder);
  let shown = 0;
  session.onDidChange(() => {
    if (shown === 0 && session.snapshot !== undefined) shown = performance.now() - start;
  });
  session.refresh();
  const snapshot = await session.settled();
  const settled = performance.now() - start;
  session.dispose();
  // The end of a session saves; the next must find it.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return { snapshot, shown, settled, confirmed };
}

function summary({ files, findings }: Snapshot): string {
  return JSON.stringify([
    files.map(({ file, todos }) => [file, todos.map(({ range }) => range)]),
    findings.length,
  ]);
}

function search(folder: string): number {
  const start = performance.now();
  spawnSync(findRipgrep()!, ['--no-config', '-c', `\\b(?:${TAGS.join('|')})\\b`, '.'], { cwd: folder });
  return performance.now() - start;
}

void main(process.argv.slice(2));
