import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { median } from '../test/support/held';
import { largePlan, LAST_DAY } from './large-plan';

const PLAN = { outcomes: 2000, commits: 5000, versions: 10, seed: 1 };
const COMMAND = path.join(import.meta.dirname, '../dist/cli.js');

/**
 * npm run build && npx tsx bench/report.ts [--rounds N]
 *
 * What the commands take on a folder with 2,000 outcomes, 10 versions of their file and 5,000 commits, and how that
 * grows with the history. The peer is git itself, which prints the trailers of the same commits in the same round.
 * Prints the median of the time on the clock and of the processor's; on a busy machine only the second one says much.
 */
function main(args: readonly string[]): void {
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 0) || 5;
  const folder = largePlan(PLAN);
  const half = largePlan({ ...PLAN, commits: PLAN.commits / 2 });
  const outcomes = (command: string, ...more: string[]) => [
    process.execPath,
    ...[COMMAND, command, '--format', 'json', '--today', LAST_DAY, ...more],
  ];
  const measures: Readonly<Record<string, readonly [cwd: string, command: readonly string[]]>> = {
    'git log with trailers': [folder, ['git', 'log', '--format=%H%n%(trailers)']],
    tree: [folder, outcomes('tree')],
    check: [folder, outcomes('check')],
    report: [folder, outcomes('report')],
    'report, what changed since': [folder, outcomes('report', '--since', '2026-06-01')],
    'report on half of the commits': [half, outcomes('report')],
  };
  const taken = new Map<string, Taken[]>(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, [cwd, command]] of Object.entries(measures)) taken.get(name)!.push(run(cwd, command));
  const figure = (name: string, key: keyof Taken): number =>
    median(taken.get(name)!.map((each) => each[key]));
  console.log(`${''.padEnd(30)} ${'clock'.padStart(9)} ${'processor'.padStart(12)}`);
  for (const name of taken.keys()) {
    const ratio = figure(name, 'clock') / figure('git log with trailers', 'clock');
    console.log(
      `${name.padEnd(30)} ${figure(name, 'clock').toFixed(0).padStart(6)} ms ${figure(name, 'processor').toFixed(0).padStart(9)} ms ${ratio.toFixed(1).padStart(7)} × git log`,
    );
  }
  console.log(`the first report took ${taken.get('report')![0]!.clock.toFixed(0)} ms`);
}

/** Milliseconds; the processor's are those of the command and of what it started. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

function run(cwd: string, [program, ...args]: readonly string[]): Taken {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
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

main(process.argv.slice(2));
