import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { largePlan, LAST_DAY } from '../corpus/large-plan';
import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { COMMAND } from '../lib/programs';
import { inRounds, median } from '../lib/rounds';

const PLAN = { outcomes: 2000, commits: 5000, versions: 10, seed: 1 };

/** What the commands take on a folder with a long history, beside git, which prints the trailers of its commits. */
export const commands: Goal = {
  name: 'commands',
  about: `tree, check and report with ${PLAN.outcomes} outcomes and ${PLAN.commits} commits`,
  async measure({ rounds }) {
    const folder = largePlan(PLAN);
    const half = largePlan({ ...PLAN, commits: PLAN.commits / 2 });
    // What a report keeps for the next time is kept here, and only for those that are printed again.
    const cache = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-bench-cache-'));
    const outcomes =
      (cwd: string, ...command: string[]) =>
      () =>
        take(cwd, [process.execPath, COMMAND, ...command, '--today', LAST_DAY], cache);
    const json = ['--format', 'json'];
    const taken = await inRounds(Math.min(5, rounds), {
      git: () => take(folder, ['git', 'log', '--format=%H%n%(trailers)'], cache),
      tree: outcomes(folder, 'tree', ...json),
      check: outcomes(folder, 'check', ...json),
      report: outcomes(folder, 'report', ...json, '--no-cache'),
      'report --since': outcomes(folder, 'report', ...json, '--since', '2026-06-01', '--no-cache'),
      'report, half of the commits': outcomes(half, 'report', ...json, '--no-cache'),
      'report --format html': outcomes(folder, 'report', '--format', 'html', '--no-cache'),
      'report, again': outcomes(folder, 'report', ...json),
      'report --format html, again': outcomes(folder, 'report', '--format', 'html'),
    });
    fs.rmSync(cache, { recursive: true, force: true });
    const { git, ...own } = taken;
    const gitTime = median(git.map(({ clock }) => clock));
    return Object.entries(own).map(([name, times]): Line => {
      const [clock, processor] = (['clock', 'processor'] as const).map((key) =>
        median(times.map((one) => one[key])),
      );
      return {
        what: `\`outcomes ${name}\`, ${PLAN.outcomes} outcomes`,
        goal: '',
        measured: `${ms(clock!)} (processor ${ms(processor!)})`,
        peer: `git log with trailers ${ms(gitTime)}`,
        ratio: clock! / gitTime,
      };
    });
  },
};

/** Milliseconds; the processor's are those of the command and of what it started. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

function take(cwd: string, [program, ...args]: readonly string[], cache: string): Taken {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    XDG_CACHE_HOME: cache,
  };
  // `times` tells what the shell's children took of the processor: the last line, user and system.
  const start = performance.now();
  const { status, error, stderr } = spawnSync(
    'sh',
    ['-c', '"$@" > /dev/null; code=$?; times >&2; exit $code', 'sh', program!, ...args],
    { cwd, env },
  );
  const clock = performance.now() - start;
  if (error !== undefined) throw error;
  const said = stderr.toString().trimEnd();
  // 1 is what `check` says of findings.
  if (status !== 0 && status !== 1) throw new Error(said);
  const times = [
    ...said
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  const processor = times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { clock, processor: processor * 1000 };
}
