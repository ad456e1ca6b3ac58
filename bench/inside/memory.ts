import { createScanner } from '../../src/node/scan/scanner';
import { REQUEST } from '../lib/request';

/**
 * FOLDER WORKER RIPGREP: how much a process grows by a scan, at most, and what of it stays with all TODOs kept, in bytes.
 * To be run with --expose-gc.
 */
const [folder = '.', workerPath = '', ripgrep = ''] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc!;
const quiet = (): void => undefined;
const logger = { error: console.error, warn: console.error, info: quiet, debug: quiet };

async function main(): Promise<void> {
  const scanner = createScanner(folder, { logger, workerPath, ripgrep });
  const kept: unknown[] = [];
  let entries = 0;
  collect();
  const before = process.memoryUsage();
  let peak = before.rss;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  await scanner.scan(
    REQUEST,
    (batch) => {
      peak = Math.max(peak, process.memoryUsage.rss());
      for (const file of batch) entries += file.todos.length;
      kept.push(...batch);
    },
    new AbortController().signal,
  );
  clearInterval(watch);
  scanner.dispose();
  await new Promise((resolve) => setTimeout(resolve, 1200)); // the thread has ended
  collect();
  const after = process.memoryUsage();
  const held = after.heapUsed + after.external - before.heapUsed - before.external;
  process.stdout.write(JSON.stringify({ grown: peak - before.rss, held, entries, files: kept.length }));
}

void main();
