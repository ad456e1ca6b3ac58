import path from 'node:path';
import { createClock } from '../src/node/clock';
import { createBackground } from '../src/node/background/background';
import { createFiles } from '../src/node/files';
import { createScanner } from '../src/node/scan/scanner';
import type { Files, Logger } from '../src/workspace/ports';
import { createSession } from '../src/workspace/session';
import { corpus, FULL, QUICK } from './corpus';

const silent: Logger = {
  error: console.error,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

const OUTCOMES = `version: 1
outcomes:
  - { id: short-wait, title: Callers wait less, why: One in five hangs up, owner: desk, due: 2099-12,
      paths: [src/**], metrics: [{ id: wait, title: Wait, baseline: 6, target: 4 }] }
`;

/**
 * npm run bench:session [-- --quick] [--rounds N]
 *
 * How long the session holds the thread it runs on, the extension host's in the editor, while it looks at a whole
 * folder and after each keystroke: the longest gap between two turns of the event loop, in milliseconds. The peer is
 * the same thread in the same round with nothing to do.
 */
async function main(args: readonly string[]): Promise<void> {
  const folder = corpus(args.includes('--quick') ? QUICK : FULL);
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 0) || 5;
  // The corpus stays as it was made: its outcomes are only here.
  const disk = createFiles(folder, { logger: silent });
  const dist = path.join(__dirname, '../dist');
  const background = createBackground(folder, {
    logger: silent,
    workerPath: path.join(dist, 'background-worker.js'),
  });
  const files: Files = {
    findOutcomesFiles: async (signal) => ['outcomes.yml', ...(await background.findOutcomesFiles(signal))],
    read: (file) => (file === 'outcomes.yml' ? Promise.resolve(OUTCOMES) : disk.read(file)),
  };
  const session = createSession({
    files,
    git: background,
    scanner: createScanner(folder, {
      logger: silent,
      workerPath: path.join(dist, 'scanner-worker.js'),
    }),
    clock: createClock(),
    logger: silent,
  });
  const step = async (start: () => void) => {
    start();
    await session.settled();
  };
  const measures: Readonly<Record<string, () => Promise<void>>> = {
    idle: () => new Promise((resolve) => setTimeout(resolve, 300)),
    'look at everything': () => step(() => session.refresh()),
    'a keystroke in a file': () => step(() => session.setOverlay('typed.ts', `// TODO: ${Math.random()}\n`)),
    'a keystroke in outcomes.yml': () =>
      step(() => session.setOverlay('outcomes.yml', `${OUTCOMES}# ${Math.random()}\n`)),
  };
  const gaps = new Map<string, number[]>(Object.keys(measures).map((name) => [name, []]));
  await step(() => session.refresh());
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measures)) gaps.get(name)!.push(await longestGap(measure));
  console.log(`${session.snapshot!.work.todos.length} TODOs, ${session.snapshot!.findings.length} findings`);
  const idle = median(gaps.get('idle')!);
  for (const [name, values] of gaps)
    console.log(
      `${name.padEnd(28)} ${median(values).toFixed(1).padStart(7)} ms  ${(median(values) / idle).toFixed(1).padStart(6)} × idle`,
    );
  session.dispose();
}

/** The longest time between two turns of the event loop while `work` runs, in milliseconds. */
async function longestGap(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let on = true;
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  on = false;
  await new Promise((resolve) => setImmediate(resolve));
  return Math.max(longest, performance.now() - last);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

void main(process.argv.slice(2));
