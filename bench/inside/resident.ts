import fs from 'node:fs';
import { createBackground } from '../../src/node/background/background';

/**
 * FOLDER WORKER: what a folder costs the process that asks, the editor's, and the one that it is read in, in bytes. To
 * be run with --expose-gc.
 */
const [folder = '.', workerPath = ''] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc!;
const quiet = (): void => undefined;
const logger = { error: console.error, warn: console.error, info: quiet, debug: quiet };

/** What is in use: V8 frees the memory of buffers some time after a collection has found them to be garbage. */
async function used(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The resident size of this process' children, where the system tells (Linux). */
function ofChildren(): number {
  const file = `/proc/self/task/${process.pid}/children`;
  if (!fs.existsSync(file)) return NaN;
  const pids = fs.readFileSync(file, 'latin1').trim().split(' ').filter(Boolean);
  return pids.reduce((sum, pid) => {
    const pages = /^Rss:|VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return sum + Number(pages ?? 0) * 1024;
  }, 0);
}

async function main(): Promise<void> {
  const before = await used();
  const session = createBackground({ logger, workerPath }).open(folder);
  session.refresh();
  const snapshot = await session.settled();
  await new Promise((resolve) => setTimeout(resolve, 1000)); // ripgrep and git have ended
  const background = ofChildren();
  const held = (await used()) - before;
  const entries = snapshot.work.todos.length;
  session.dispose();
  process.stdout.write(JSON.stringify({ held, background, entries }));
}

void main();
