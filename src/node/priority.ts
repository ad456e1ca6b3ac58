import os from 'node:os';

const BELOW = os.constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * Puts a process that was just started behind this one: what it gives takes this process longer to work through than
 * it took to find, so that this one must not wait for its turn. On processors with nothing better to do the other is as
 * fast as before. Threads inherit it, so call this at once. Where the system does not allow it, all stays as it is.
 */
export function runBehind(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    if (os.getPriority() < BELOW) os.setPriority(pid, BELOW);
  } catch {
    // It has ended, or the system knows no priorities.
  }
}
