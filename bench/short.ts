import { corpus, MANY_HITS_FILE, SMALL } from './corpus/corpus';
import { lost } from './goals/lost';
import { size } from './goals/size';
import type { Walked, Worst } from './goals/lexer';
import type { Read } from './goals/plan';
import { type Line, ms } from './lib/line';
import { command, liveScanner, rescan, scanFromCold } from './lib/own';
import { exactness } from './lib/places';
import { inside, run } from './lib/programs';
import { type Found, ripgrepCounts } from './lib/rivals';
import { inRounds, median, ratioOf } from './lib/rounds';

/**
 * The highest ratios that pass. Each is about one and a half times what a quiet machine of two processors gives, and
 * above all that was seen beside two other jobs: noise passes, a thing that takes twice as long does not.
 */
const MOST = {
  cold: 6,
  rescan: 2.7,
  command: 7,
  lexer: 0.5,
  growth: 8,
  plan: 0.75,
  planGrowth: 6.5,
};

const ROUNDS = 9;

/** What runs with the tests: ratios to a peer, or to a part of the same input, and results. Never milliseconds. */
export async function short(): Promise<readonly Line[]> {
  return [
    ...(await scanning()),
    ...(await lexing()),
    ...(await reading()),
    ...(await lost.measure({ rounds: 1, folder: undefined })),
    ...(await size.measure({ rounds: 1, folder: undefined })),
  ];
}

async function scanning(): Promise<Line[]> {
  const { folder, truth } = corpus(SMALL);
  const scanner = liveScanner(folder);
  const wrong = new Set<string>();
  const exact = async (way: string, run: Promise<Found>) => {
    const { time, places } = await run;
    const judged = new Set([...places].filter((place) => !place.startsWith(`${MANY_HITS_FILE}:`)));
    const { precision, recall } = exactness(judged, truth);
    if (precision < 1 || recall < 1) wrong.add(way);
    return time;
  };
  const times = await inRounds(ROUNDS, {
    rg: () => ripgrepCounts(folder),
    node: async () => (await run(process.execPath, ['--eval', '0'])).time,
    cold: () => exact('a scan from cold', scanFromCold(folder)),
    rescan: () => exact('a rescan', rescan(scanner)),
    command: () => exact('the command', command(folder)),
  });
  scanner.dispose();
  const started = times.rg.map((time, round) => time + times.node[round]!);
  const [rg, both] = [
    { times: times.rg, name: `rg -c ${ms(median(times.rg))}` },
    { times: started, name: `rg -c and an empty Node.js process ${ms(median(started))}` },
  ] as const;
  const line = (what: string, way: 'cold' | 'rescan' | 'command', peer: typeof rg | typeof both): Line =>
    limited(what, ratioOf(times[way], peer.times), MOST[way], times[way], peer.name);
  return [
    line('a scan by a fresh process and thread', 'cold', both),
    line('a rescan by a live thread', 'rescan', rg),
    line('`outcomes work` by a fresh process', 'command', both),
    {
      what: 'what they find is what the generator wrote',
      goal: 'always',
      measured: wrong.size === 0 ? `${truth.size} places, each time` : `not by ${[...wrong].join(', ')}`,
      peer: '',
      met: wrong.size === 0,
    },
  ];
}

async function lexing(): Promise<Line[]> {
  const { folder } = corpus(SMALL);
  const { times } = await inside<Walked>('lexer', [folder, '10', String(ROUNDS)]);
  const { tried, worst } = await inside<Worst>('adversarial', ['250000', '5', '8']);
  // What takes longer than its size tells, not what takes longest.
  const steepest = worst.reduce((a, b) => (a.whole / a.quarter > b.whole / b.quarter ? a : b));
  return [
    limited(
      'the lexer over JavaScript and TypeScript',
      ratioOf(times.scripts, times.typescript),
      MOST.lexer,
      times.scripts,
      `TypeScript's own scanner ${ms(median(times.typescript))}`,
    ),
    limited(
      `the steepest of ${tried} bad inputs, four times as long: ${steepest.what}`,
      steepest.whole / steepest.quarter,
      MOST.growth,
      [steepest.whole],
      `a quarter of it ${ms(steepest.quarter)}`,
    ),
  ];
}

async function reading(): Promise<Line[]> {
  const [part, whole] = (await inside<readonly Read[]>('plan', ['7', '500', '2000'])) as [Read, Read];
  return [
    limited(
      'outcomes.yml with 2000 outcomes: parse, rules, tree',
      ratioOf(whole.times.own, whole.times.yaml),
      MOST.plan,
      whole.times.own,
      `\`yaml\` reads the same text in ${ms(median(whole.times.yaml))}`,
    ),
    limited(
      'outcomes.yml, four times as many outcomes',
      median(whole.times.own) / median(part.times.own),
      MOST.planGrowth,
      whole.times.own,
      `a quarter of them ${ms(median(part.times.own))}`,
    ),
  ];
}

function limited(what: string, ratio: number, most: number, times: readonly number[], peer: string): Line {
  return { what, goal: `ratio ≤ ${most}`, measured: ms(median(times)), peer, ratio, met: ratio <= most };
}
