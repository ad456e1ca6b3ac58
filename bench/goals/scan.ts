import { corpus, FULL, MANY_HITS_FILE } from '../corpus/corpus';
import { type Goal, everydayFolder } from '../lib/goal';
import { COLD_CODE, SEARCH_ALONE } from '../lib/limits';
import { type Line, ms } from '../lib/line';
import {
  command,
  floorFromCold,
  liveFloor,
  liveScanner,
  rescan,
  scanFromCold,
  searchAlone,
} from '../lib/own';
import { digestOf, exactness, type Places } from '../lib/places';
import { REQUEST } from '../lib/request';
import { inRounds, median, ratioOf } from '../lib/rounds';
import { type Found, gitGrep, leasot, ripgrepCounts, todoTree, todoTreeAsShipped } from '../lib/rivals';

/** The start of a process and of a thread, in milliseconds: a goal on top of the ratio. */
const START = 60;
/** The same for the command, which also reads outcomes.yml, asks git, links and prints. */
const COMMAND_START = 150;
const COMMAND_RATIO = 3;

export const scan: Goal = {
  name: 'scan',
  about: 'finding all TODOs of a folder, beside everybody else who does',
  async measure(options) {
    const folder = everydayFolder(options);
    const truth = options.folder === undefined ? corpus(FULL).truth : undefined;
    const scanner = liveScanner(folder);
    const floor = await liveFloor(folder);
    const timeOf = async (time: Promise<number>) => ({ time: await time, places: NONE });
    try {
      const rounds = await inRounds<Found & { first?: number }, Name>(options.rounds, {
        [RG]: () => timeOf(ripgrepCounts(folder)),
        [SEARCH]: () => timeOf(searchAlone(folder)),
        [COLD_FLOOR]: () => timeOf(floorFromCold(folder)),
        [LIVE_FLOOR]: () => timeOf(floor.measure()),
        [COLD]: () => scanFromCold(folder),
        [LIVE]: () => rescan(scanner, { ...REQUEST, trustStamps: true }),
        [AFRESH]: () => rescan(scanner),
        [COMMAND]: () => command(folder),
        [GIT]: () => gitGrep(folder),
        [TODO_TREE]: () => todoTree(folder),
        [SHIPPED]: () => todoTreeAsShipped(folder),
      });
      const slow = [await leasot(folder), await leasot(folder), await leasot(folder)];
      // What Todo Tree loses differs from run to run.
      for (const name of [COLD, LIVE, AFRESH, COMMAND, GIT, TODO_TREE] as const)
        requireSame(name, rounds[name]);
      requireSame('two ways to scan', [
        rounds[COLD][0]!,
        rounds[LIVE][0]!,
        rounds[AFRESH][0]!,
        rounds[COMMAND][0]!,
      ]);
      return lines({ ...rounds, [LEASOT]: slow }, truth);
    } finally {
      scanner.dispose();
      floor.dispose();
    }
  },
};

const RG = 'rg -c';
const COLD = 'cold exact index, fresh process and thread';
const LIVE = 'rescan, live thread, nothing was written meanwhile';
const AFRESH = 'rescan, live thread, every file read again';
/** What stands between `rg -c` and a scan of this design, whoever writes it. */
const SEARCH = 'floor of all: the search that gives places, by itself';
const COLD_FLOOR = 'floor from cold: process, thread, search, files with hits read';
const LIVE_FLOOR = 'floor of a rescan: search, files with hits read';
const COMMAND = '`outcomes work`, fresh process: links and findings too';
const GIT = '`git grep -n -w`';
const TODO_TREE = "Todo Tree's rg line, no limit";
const SHIPPED = "Todo Tree's rg line, its 200 KB";
const LEASOT = 'leasot 14.4 (three rounds)';
const NONE: Places = new Set();

type Name =
  | typeof RG
  | typeof SEARCH
  | typeof COLD_FLOOR
  | typeof LIVE_FLOOR
  | typeof COLD
  | typeof LIVE
  | typeof AFRESH
  | typeof COMMAND
  | typeof GIT
  | typeof TODO_TREE
  | typeof SHIPPED;
type Measured = Readonly<Record<Name | typeof LEASOT, readonly (Found & { first?: number })[]>>;

function lines(measured: Measured, truth: Places | undefined): Line[] {
  const times = (name: keyof Measured) => measured[name].map(({ time }) => time);
  const rg = times(RG);
  // As the others, which know nothing from the time before, it reads every file.
  const own = median(times(AFRESH));
  const peer = `rg -c ${ms(median(rg))}`;
  const against = (name: Name) => ({
    measured: ms(median(times(name))),
    peer,
    ratio: ratioOf(times(name), rg),
  });
  const first = median(measured[AFRESH].map((each) => each.first!));
  const over = median(times(COLD).map((time, round) => time - 2 * rg[round]!));
  const ours = exact(measured[AFRESH][0]!, truth);
  const rival = (name: keyof Measured): Line => {
    const theirs = exact(measured[name].at(-1)!, truth);
    const ratio = median(times(name)) / own;
    return {
      what: `rescan beside ${name}`,
      goal: name === LEASOT ? '≥ 10 × faster, more precise, complete' : '',
      measured: `${ms(own)}; ${ours.words}`,
      peer: `${ms(median(times(name)))}; ${theirs.words}`,
      ratio: 1 / ratio,
      ...(name === LEASOT && {
        met: ratio >= 10 && ours.precision >= theirs.precision && ours.recall >= theirs.recall,
        limit: SEARCH_ALONE,
      }),
    };
  };
  return [
    {
      what: COLD,
      goal: `≤ 2.0 × rg -c + ${START} ms`,
      ...against(COLD),
      met: over <= START,
      limit: COLD_CODE,
    },
    { what: COLD_FLOOR, goal: '', ...against(COLD_FLOOR) },
    { what: LIVE, goal: '≤ 1.5 × rg -c', ...against(LIVE), met: ratioOf(times(LIVE), rg) <= 1.5 },
    { what: AFRESH, goal: '', ...against(AFRESH) },
    { what: LIVE_FLOOR, goal: '', ...against(LIVE_FLOOR) },
    { what: SEARCH, goal: '', ...against(SEARCH) },
    { what: 'first result of a rescan', goal: '≤ 50 ms', measured: ms(first), peer: '', met: first <= 50 },
    {
      what: COMMAND,
      goal: `≤ ${COMMAND_RATIO} × rg -c + ${COMMAND_START} ms`,
      ...against(COMMAND),
      met: median(times(COMMAND).map((time, round) => time - COMMAND_RATIO * rg[round]!)) <= COMMAND_START,
      limit: COLD_CODE,
    },
    {
      what: 'exactness of the three, by the generator',
      goal: 'as the generator says',
      measured: ours.words,
      peer: '',
      ...(truth && { met: ours.precision === 1 && ours.recall === 1 }),
    },
    ...[GIT, TODO_TREE, SHIPPED, LEASOT].map((name) => rival(name as keyof Measured)),
    {
      what: 'rescan beside better-todo-tree',
      goal: '≥ 10 × faster',
      measured: ms(own),
      peer: 'not on npm, so not in this run; 17–34 × rg -c when it was measured by hand',
    },
  ];
}

/** Against what the generator wrote; without it, only how many there are. */
function exact({ places }: Found, truth: Places | undefined) {
  if (truth === undefined) return { precision: 1, recall: 1, words: `${places.size} places` };
  const judged = new Set([...places].filter((place) => !place.startsWith(`${MANY_HITS_FILE}:`)));
  const { precision, recall } = exactness(judged, truth);
  return { precision, recall, words: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}` };
}

function requireSame(what: string, runs: readonly Found[]): void {
  const [first, ...others] = runs.map(({ places }) => digestOf(places));
  if (others.some((other) => other !== first)) throw new Error(`Results differ between runs: ${what}`);
}
