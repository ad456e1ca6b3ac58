import fs from 'node:fs';

/**
 * Milliseconds that this process and those that it started and that have ended took of the processor while `work` ran:
 * what others do beside it hardly matters. Elsewhere than on Linux, where the system does not tell of ended ones, the
 * clock's.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = spent();
  await work();
  return spent() - before;
}

/** proc(5): fields 16 and 17 of `stat`, in hundredths of a second, are those of children that have ended. */
function spent(): number {
  let stat: string;
  try {
    stat = fs.readFileSync('/proc/self/stat', 'latin1');
  } catch {
    return performance.now();
  }
  // The name in parentheses may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const children = (Number(fields[13]) + Number(fields[14])) * 10;
  const { user, system } = process.cpuUsage();
  return children + (user + system) / 1000;
}
