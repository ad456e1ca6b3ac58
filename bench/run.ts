import os from 'node:os';
import { parseArgs } from 'node:util';
import { GOALS } from './goals';
import type { Goal } from './lib/goal';
import { type Line, table } from './lib/line';
import { prepare } from './lib/programs';
import { short } from './short';

const USAGE = `npm run bench [-- [--short] [--rounds N] [--folder DIR] [NAME…]]

Measures every goal, or those that are named, and prints one table. Exit code 1 when a goal is not met.
  --short     ratios only, within a minute: what runs with the tests
  --rounds    9 unless stated; before them one that does not count
  --folder    measures a folder of yours in place of the generated files, where that makes sense

${GOALS.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')}`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '9' },
      folder: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !GOALS.some((goal) => goal.name === name));
  const rounds = Number(values.rounds);
  if (values.help || unknown !== undefined || !(rounds >= 1)) {
    console.error(unknown === undefined ? USAGE : `There is no "${unknown}".\n\n${USAGE}`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  prepare({ rivals: !values.short });
  const goals = GOALS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const lines: Line[] = [];
  if (values.short) lines.push(...(await short()));
  else for (const goal of goals) lines.push(...(await linesOf(goal, rounds, values.folder)));
  console.log(`${machine()}\n\n${table(lines)}`);
  if (lines.some(({ met }) => met === false)) process.exitCode = 1;
}

/** One that could not be measured is a goal that is not met; the others go on. */
async function linesOf(goal: Goal, rounds: number, folder: string | undefined): Promise<readonly Line[]> {
  console.error(`${goal.name}: ${goal.about} …`);
  try {
    return await goal.measure({ rounds, folder });
  } catch (error) {
    console.error(error);
    const [why] = String(error).split('\n');
    return [{ what: goal.name, goal: goal.about, measured: `not measured: ${why}`, peer: '', met: false }];
  }
}

function machine(): string {
  const [load = 0] = os.loadavg();
  const cpus = os.cpus();
  const day = new Date().toISOString().slice(0, 16);
  return `${day}Z, ${cpus.length} × ${cpus[0]?.model.trim() ?? 'processor'}, ${os.platform()}, Node ${process.version}, load ${load.toFixed(1)} at the end`;
}

void main();
