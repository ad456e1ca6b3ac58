import path from 'node:path';
import { everydayFolder, type Goal } from '../lib/goal';
import { inside, DIST, RIPGREP } from '../lib/programs';
import { median } from '../lib/rounds';

interface Scanned {
  readonly grown: number;
  readonly held: number;
  readonly entries: number;
}

interface Open {
  readonly held: number;
  readonly background: number;
  readonly entries: number;
}

const MB = 1e6;

/** What a scan and an open folder cost in memory, each in a process of its own. */
export const memory: Goal = {
  name: 'memory',
  about: 'memory for each entry, and growth by a scan',
  async measure(options) {
    const folder = everydayFolder(options);
    const scans: Scanned[] = [];
    const opened: Open[] = [];
    for (let round = 0; round < Math.min(5, options.rounds); round++) {
      scans.push(
        await inside<Scanned>(
          'memory',
          [folder, path.join(DIST, 'scanner-worker.js'), RIPGREP],
          ['--expose-gc'],
        ),
      );
      opened.push(
        await inside<Open>('resident', [folder, path.join(DIST, 'background-worker.js')], ['--expose-gc']),
      );
    }
    const grown = median(scans.map((each) => each.grown)) / MB;
    const each = median(opened.map(({ held, entries }) => held / entries));
    const background = median(opened.map((one) => one.background)) / MB;
    const { entries } = opened[0]!;
    const plain = median(scans.map(({ held, entries: count }) => held / count));
    return [
      {
        what: `memory of the asking process for each of ${entries} TODOs, linked and judged`,
        goal: '≤ 200 B',
        measured: `${each.toFixed(0)} B`,
        peer: `as plain objects, neither linked nor judged, ${plain.toFixed(0)} B`,
        ratio: each / plain,
        met: each <= 200,
      },
      {
        what: 'resident growth of a process by its first scan, all TODOs kept',
        goal: '≤ 60 MB',
        measured: `${grown.toFixed(0)} MB`,
        peer: '',
        met: grown <= 60,
      },
      {
        what: 'resident size of the background process, folder open',
        goal: '',
        measured: `${background.toFixed(0)} MB`,
        peer: '',
      },
    ];
  },
};
