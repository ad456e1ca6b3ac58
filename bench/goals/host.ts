import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Cost } from '../host/cost';
import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { inRounds, median } from '../lib/rounds';

const ROOT = path.join(__dirname, '..', '..');
/** A frame at 60 Hz, in milliseconds. */
const FRAME = 16;

/** In the real VS Code, with the extension and without it: the difference is what it costs. */
export const host: Goal = {
  name: 'host',
  about: 'VS Code with the extension and without it, on 3,000 files with 13,800 TODOs',
  async measure({ rounds }) {
    // A start of VS Code takes longer than what is measured in it.
    const measured = await inRounds<Cost, 'own' | 'none'>(Math.min(3, rounds), {
      own: () => watched(inVsCode),
      none: () => inVsCode(path.join(ROOT, 'bench', 'host', 'none')),
    });
    return linesOf(measured.own, measured.none);
  },
};

/** Gives a copy of the extension with bench/host/own before it. */
function watched<T>(use: (extension: string) => T): T {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-watched-'));
  try {
    for (const name of ['dist', 'media', 'syntaxes', 'bench/host/own'])
      fs.cpSync(path.join(ROOT, name), path.join(directory, name), { recursive: true });
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'), 'junction');
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as object;
    const main = './bench/host/own/main.cjs';
    fs.writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ ...manifest, main }));
    return use(directory);
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function inVsCode(extension: string): Cost {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-cost-'));
  const output = path.join(directory, 'cost.json');
  try {
    const suites = path.join(ROOT, 'bench', 'host', 'suite');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['--import', 'tsx', path.join('test', 'host', 'run.ts'), '--release', 'current'],
        ...['--suites', suites, '--extension', extension, 'many'],
      ],
      { cwd: ROOT, env: { ...process.env, OUTCOMES_BENCH_OUTPUT: output }, encoding: 'utf8' },
    );
    if (status !== 0)
      throw new Error(`VS Code could not be measured: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
    return JSON.parse(fs.readFileSync(output, 'utf8')) as Cost;
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function linesOf(own: readonly Cost[], none: readonly Cost[]): Line[] {
  const of = (costs: readonly Cost[], key: (cost: Cost) => number | undefined) =>
    median(costs.map((cost) => key(cost) ?? NaN));
  const limited = (what: string, key: (cost: Cost) => number | undefined, most: number | undefined): Line => {
    const value = of(own, key);
    return {
      what,
      goal: most === undefined ? '' : `≤ ${most} ms`,
      measured: ms(value),
      peer: '',
      ...(most !== undefined && { met: value <= most }),
    };
  };
  const compared = (
    what: string,
    key: (cost: Cost) => number,
    show: (value: number) => string,
    most?: number,
  ): Line => {
    const [withIt, without] = [of(own, key), of(none, key)];
    return {
      what,
      goal: most === undefined ? '' : `≤ ${show(most)} more than without`,
      measured: show(withIt),
      peer: `without the extension ${show(without)}`,
      ratio: withIt / without,
      ...(most !== undefined && { met: withIt - without <= most }),
    };
  };
  return [
    limited(
      'VS Code: loading and activation, processor of the thread',
      ({ spentOnActivation: spent }) => spent && spent.loading + spent.activating,
      30,
    ),
    limited('VS Code: of that loading', ({ spentOnActivation: spent }) => spent?.loading, undefined),
    {
      what: 'VS Code: the same by the clock, while the window opens',
      goal: '',
      measured: ms(of(own, ({ activation }) => activation)),
      peer: `its own extension for git ${ms(of(own, ({ gitActivation }) => gitActivation))}`,
      ratio: median(own.map(({ activation, gitActivation }) => (activation ?? NaN) / (gitActivation ?? NaN))),
    },
    limited('VS Code: the saved tree is shown after the folder is opened', ({ shown }) => shown, 50),
    limited('VS Code: all of it is known to be true', ({ settled }) => settled, undefined),
    compared('VS Code: the thread is held while all is read', ({ reading }) => reading, ms, FRAME),
    compared('VS Code: the thread is held with nothing to do', ({ idle }) => idle, ms),
    compared('VS Code: the first edit in a 10 MB file holds the thread', ({ held }) => held[0]!, ms, FRAME),
    compared('VS Code: an edit in a 10 MB file holds the thread', ({ held }) => median(held), ms, FRAME),
    compared(
      'VS Code: an edit in a 10 MB file, processor of the extension host',
      ({ spent }) => median(spent),
      ms,
    ),
    compared('VS Code: resident size of the extension host', ({ resident }) => resident, megabytes),
    compared('VS Code: heap of the extension host, not collected', ({ heap }) => heap, megabytes),
    {
      what: 'VS Code: resident size of the background process',
      goal: '',
      measured: megabytes(of(own, ({ background }) => background)),
      peer: 'without the extension there is none',
    },
  ];
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
