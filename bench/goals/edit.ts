import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { inside } from '../lib/programs';
import { median, ratioOf } from '../lib/rounds';

interface Edited {
  readonly size: number;
  readonly found: number;
  readonly times: Readonly<Record<'own' | 'whole' | 'regex', readonly number[]>>;
}

/** The most that reading an edited text again may take, in milliseconds, by its size in bytes. */
const GOALS: readonly (readonly [size: number, most: number])[] = [
  [500e3, 3],
  [10e6, 40],
];

/** An edited file, once the typing has paused. */
export const edit: Goal = {
  name: 'edit',
  about: 'reading an edited text again, in time of the processor',
  async measure({ rounds }) {
    const results = await inside<readonly Edited[]>('edit', [
      String(rounds),
      ...GOALS.map(([size]) => String(size)),
    ]);
    return results.map(({ size, found, times }, i): Line => {
      const most = GOALS[i]![1];
      return {
        what: `an edit, after the debounce, ${size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} KB`} with ${found} TODOs`,
        goal: `≤ ${most} ms`,
        measured: ms(median(times.own)),
        peer: `a regular expression for tag words ${ms(median(times.regex))}; read as a whole ${ms(median(times.whole))}`,
        ratio: ratioOf(times.own, times.regex),
        met: median(times.own) <= most,
      };
    });
  },
};
