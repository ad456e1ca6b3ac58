import path from 'node:path';
import { createBackground } from '../src/node/background/background';
import type { Logger } from '../src/workspace/ports';
import { holding, median, type Held } from '../test/support/held';
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
 * How long a folder's session holds the thread that it is asked from, the extension host's in the editor, while it
 * looks at everything and after each keystroke: the longest time between two turns of the event loop, in milliseconds,
 * without and with the time that the processor was with other threads. The peer is the same thread in the same round
 * with nothing to do.
 */
async function main(args: readonly string[]): Promise<void> {
  const folder = corpus(args.includes('--quick') ? QUICK : FULL);
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 0) || 5;
  const workerPath = path.join(__dirname, '../dist/background-worker.js');
  const session = createBackground({ logger: silent, workerPath }).open(folder);
  // The corpus stays as it was made: its outcomes are only here.
  session.setOverlay('outcomes.yml', OUTCOMES);
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
  const held = new Map<string, Held[]>(Object.keys(measures).map((name) => [name, []]));
  held.set('look for the first time', [await holding(() => step(() => session.refresh()))]);
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measures)) held.get(name)!.push(await holding(measure));
  console.log(`${session.snapshot!.work.todos.length} TODOs, ${session.snapshot!.findings.length} findings`);
  const figure = (name: string, key: keyof Held) => median(held.get(name)!.map((each) => each[key]));
  console.log(''.padEnd(28), '    its own', '   with others');
  for (const name of held.keys()) {
    const [own, longest] = [figure(name, 'own'), figure(name, 'longest')];
    const ratio = (own / figure('idle', 'own')).toFixed(1);
    console.log(
      `${name.padEnd(28)} ${own.toFixed(1).padStart(8)} ms ${longest.toFixed(1).padStart(11)} ms ${ratio.padStart(8)} × idle`,
    );
  }
  session.dispose();
}

void main(process.argv.slice(2));
