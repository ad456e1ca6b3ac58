import { everydayFolder, type Goal } from '../lib/goal';
import { ms } from '../lib/line';
import { inside } from '../lib/programs';
import { median, ratioOf } from '../lib/rounds';

export interface Walked {
  readonly megabytes: Readonly<Record<'all' | 'scripts', number>>;
  readonly times: Readonly<Record<'all' | 'scripts' | 'typescript', readonly number[]>>;
}

export interface Worst {
  readonly tried: number;
  readonly worst: readonly { readonly what: string; readonly quarter: number; readonly whole: number }[];
}

const MEGABYTES = 40;
const INPUT = 1_000_000;

/** The lexer alone, in time of the processor. */
export const lexer: Goal = {
  name: 'lexer',
  about: 'the lexer over whole files, and over the worst that could be found for it',
  async measure(options) {
    const folder = everydayFolder(options);
    const rounds = String(options.rounds);
    const { megabytes, times } = await inside<Walked>('lexer', [folder, String(MEGABYTES), rounds]);
    const { tried, worst } = await inside<Worst>('adversarial', [String(INPUT), rounds]);
    const speed = megabytes.all / (median(times.all) / 1000);
    const scripts = megabytes.scripts / (median(times.scripts) / 1000);
    const typescript = megabytes.scripts / (median(times.typescript) / 1000);
    const [first] = worst;
    return [
      {
        what: `lexer over ${megabytes.all.toFixed(0)} MB of all languages, warm`,
        goal: '≥ 400 MB/s',
        measured: `${speed.toFixed(0)} MB/s`,
        peer: '',
        met: speed >= 400,
      },
      {
        what: 'lexer over JavaScript and TypeScript',
        goal: '',
        measured: `${scripts.toFixed(0)} MB/s`,
        peer: `TypeScript's own scanner ${typescript.toFixed(0)} MB/s`,
        ratio: ratioOf(times.scripts, times.typescript),
      },
      {
        what: `worst 1 MB of ${tried} pairs of language and opener: ${first!.what}`,
        goal: '≤ 100 ms',
        measured: ms(first!.whole),
        peer: `a quarter of it ${ms(first!.quarter)}`,
        ratio: first!.whole / first!.quarter,
        met: first!.whole <= 100,
      },
    ];
  },
};
