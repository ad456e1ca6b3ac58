import path from 'node:path';
import { createBackground } from '../../src/node/background/background';
import { holding, type Held } from '../../test/support/held';
import { corpus, SMALL } from '../corpus/corpus';
import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { quiet } from '../lib/own';
import { DIST, inside } from '../lib/programs';
import { median, ratioOf } from '../lib/rounds';

export interface Read {
  readonly outcomes: number;
  readonly bytes: number;
  readonly times: Readonly<Record<'own' | 'yaml', readonly number[]>>;
}

/** Doorstop's published time for 2,000 items, in milliseconds. Neither Debian nor the package index offered it to run. */
const DOORSTOP = 2400;
/** A frame at 60 Hz, in milliseconds. */
const FRAME = 16;
const COUNTS = [2000, 10_000];

/** A large outcomes.yml: read, judged and measured, and how a keystroke in it holds the editor. */
export const plan: Goal = {
  name: 'plan',
  about: 'outcomes.yml with 2,000 and 10,000 outcomes',
  async measure({ rounds }) {
    const results = await inside<readonly Read[]>('plan', [String(rounds), ...COUNTS.map(String)]);
    return [...results.flatMap(reading), ...(await keystrokes(rounds))];
  },
};

function reading({ outcomes, bytes, times }: Read): Line[] {
  const own = median(times.own);
  const most = DOORSTOP / 5;
  const what = `outcomes.yml, ${outcomes} outcomes (${(bytes / 1e6).toFixed(1)} MB): parse, rules, tree`;
  return [
    {
      what,
      goal: outcomes === 2000 ? '5 × faster than Doorstop' : '',
      measured: ms(own),
      peer: 'Doorstop 2.4 s for 2,000 items, as published (not to be had from Debian or pip)',
      ratio: own / outcomes / (DOORSTOP / 2000),
      ...(outcomes === 2000 && { met: own <= most }),
    },
    {
      what: `${what}, beside \`yaml\``,
      goal: '',
      measured: ms(own),
      peer: `\`yaml\` reads the same text in ${ms(median(times.yaml))}`,
      ratio: ratioOf(times.own, times.yaml),
    },
  ];
}

/**
 * The longest that the thread which asks is held while a keystroke in a large outcomes.yml is seen to: the longest
 * time between two turns of its event loop, without what the processor was with others.
 */
async function keystrokes(rounds: number): Promise<Line[]> {
  const { folder } = corpus(SMALL);
  const lines: Line[] = [];
  for (const count of COUNTS) {
    const session = createBackground({
      logger: quiet,
      workerPath: path.join(DIST, 'background-worker.js'),
    }).open(folder);
    const text = planText(count);
    session.setOverlay('outcomes.yml', text);
    session.refresh();
    await session.settled();
    const idle: Held[] = [];
    const typed: Held[] = [];
    const until: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const nothing = await holding(() => new Promise((resolve) => setTimeout(resolve, 100)));
      const start = performance.now();
      const held = await holding(async () => {
        session.setOverlay('outcomes.yml', `${text}# ${round}\n`);
        await session.settled();
      });
      if (round < 0) continue;
      idle.push(nothing);
      typed.push(held);
      until.push(performance.now() - start);
    }
    session.dispose();
    const [own, noise] = [typed, idle].map((each) => median(each.map((one) => one.own))) as [number, number];
    lines.push({
      what: `a keystroke in outcomes.yml with ${count} outcomes: how long the thread is held`,
      goal: `≤ ${FRAME} ms`,
      measured: ms(own),
      peer: `the same thread with nothing to do ${ms(noise)}; all is known after ${ms(median(until))}`,
      ratio: own / noise,
      met: own <= FRAME + noise,
    });
  }
  return lines;
}

function planText(outcomes: number): string {
  const blocks = Array.from(
    { length: outcomes },
    (_, n) => `  - id: outcome-${n}
    title: Customers of kind ${n} wait ${n % 9} minutes less
    why: Every tenth of them hangs up before anybody answers
    owner: "@team-${n % 20}"
    due: 2026-12-31
    metrics: [{ id: metric-${n}, title: Minutes until an answer, unit: minutes, baseline: 12, target: 6 }]
`,
  );
  return `version: 1\noutcomes:\n${blocks.join('')}`;
}
