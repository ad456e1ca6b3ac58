import fs from 'node:fs';

/** Milliseconds. */
export interface Held {
  /** The longest time between two turns of the event loop. */
  readonly longest: number;
  /**
   * The same without the time in which the thread was ready to run and the processor was with others, where the system
   * tells (Linux): what the thread's own doings took, on however busy a machine. Elsewhere equal to `longest`.
   */
  readonly own: number;
}

/** How long the calling thread, which must be its process' first, is held at most while `work` runs. */
export async function holding(work: () => Promise<void>): Promise<Held> {
  const waiting = waitingTime();
  let longest = 0;
  let own = 0;
  let last = waiting.now();
  const look = () => {
    const next = waiting.now();
    const gap = next.time - last.time;
    longest = Math.max(longest, gap);
    own = Math.max(own, gap - (next.waited - last.waited));
    last = next;
  };
  let timer: NodeJS.Timeout;
  const turn = () => {
    look();
    timer = setTimeout(turn, 1);
  };
  turn();
  await work();
  await new Promise(setImmediate);
  clearTimeout(timer!);
  look();
  waiting.close();
  return { longest, own };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

interface Now {
  readonly time: number;
  readonly waited: number;
}

/** proc(5): the second number of `schedstat` is the time on the run queue, in nanoseconds. */
function waitingTime(): { now(): Now; close(): void } {
  let file: number;
  try {
    file = fs.openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return { now: () => ({ time: performance.now(), waited: 0 }), close: () => undefined };
  }
  const buffer = Buffer.alloc(80);
  const waited = () => {
    const length = fs.readSync(file, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[1]) / 1e6;
  };
  return {
    now() {
      // Both of one moment: the processor may be taken away between the two.
      for (;;) {
        const before = waited();
        const time = performance.now();
        if (waited() === before) return { time, waited: before };
      }
    },
    close: () => fs.closeSync(file),
  };
}
