import { contenders, liveScanner, prepare, yardstick, type Contender, type Measured } from './contenders';
import { corpus, FULL, QUICK } from './corpus';
import { Random } from './random';

/**
 * npm run bench [-- --quick] [--rounds N] [--folder DIR] [--without NAME]
 *
 * Times our scanner and its peers over the same files in shuffled rounds, and prints medians of the ratios to
 * `rg -c` of the same round: times differ between machines, ratios do not. Fails when two runs of one contender
 * found different things, or when the two ways to scan did. `--folder` measures a folder of yours.
 */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const quick = args.includes('--quick');
  prepare();
  const folder = option('--folder') ?? corpus(quick ? QUICK : FULL);
  const rounds = Number(option('--rounds') ?? (quick ? 3 : 9));
  const scanner = liveScanner(folder);
  const without = option('--without');
  const all = [yardstick(folder), ...contenders(folder, scanner)].filter(
    (c) => without === undefined || !c.name.includes(without),
  );
  const runs = new Map<Contender, Measured[]>(all.map((c) => [c, []]));
  try {
    // Nothing counts before the files are in memory and the live thread is warm.
    for (const contender of all) if (!contender.once) await contender.run();
    const random = new Random(Date.now());
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`\rround ${round + 1} of ${rounds} `);
      for (const contender of random.shuffle([...all])) {
        const skip = contender.once === true && round > 0;
        if (!skip) runs.get(contender)!.push(await contender.run());
      }
    }
    process.stderr.write('\n');
  } finally {
    scanner.dispose();
  }
  report(all, runs, rounds);
  process.exitCode = agree(all, runs) ? 0 : 1;
}

function report(
  all: readonly Contender[],
  runs: ReadonlyMap<Contender, readonly Measured[]>,
  rounds: number,
): void {
  const [yard] = all;
  const base = runs.get(yard!)!;
  const baseTime = median(base.map((m) => m.time));
  console.log(`Medians of ${rounds} rounds; rg -c took ${baseTime.toFixed(0)} ms\n`);
  console.log(row('', '× rg -c', 'ms', 'found', 'goal', 'first ms', 'blocked ms'));
  for (const contender of all) {
    const measured = runs.get(contender)!;
    const ratio = median(measured.map((m, i) => m.time / base[i]!.time));
    const time = median(measured.map((m) => m.time));
    const { goal } = contender;
    const most = goal && goal.factor + goal.plus / baseTime;
    console.log(
      row(
        contender.name,
        ratio.toFixed(2),
        time.toFixed(0),
        String(measured[0]!.count),
        most === undefined ? '' : `≤ ${most.toFixed(2)} ${ratio <= most ? 'met' : 'MISSED'}`,
        extra(measured, 'first'),
        extra(measured, 'blocked'),
      ),
    );
  }
}

function extra(measured: readonly Measured[], key: 'first' | 'blocked'): string {
  const values = measured.flatMap((m) => m[key] ?? []);
  return values.length === 0 ? '' : median(values).toFixed(0);
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(42) + cells.map((c) => c.padStart(15)).join('');
}

/** The same result in every run of a contender, and the same TODOs from a fresh and from the live thread. */
function agree(all: readonly Contender[], runs: ReadonlyMap<Contender, readonly Measured[]>): boolean {
  let equal = true;
  for (const contender of all) {
    const results = new Set(runs.get(contender)!.map((m) => m.result));
    if (results.size <= 1) continue;
    equal = false;
    console.error(`${contender.name} found different things in different runs.`);
  }
  const counts = all.filter((c) => c.goal).map((c) => `${c.name}: ${runs.get(c)![0]!.count}`);
  if (new Set(all.filter((c) => c.goal).map((c) => runs.get(c)![0]!.count)).size > 1) {
    equal = false;
    console.error(`Our own ways to scan found different numbers of TODOs: ${counts.join(', ')}`);
  }
  return equal;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
