import { ChildProcess } from 'node:child_process';
import fs from 'node:fs';

/** Milliseconds. */
export interface Held {
  /** The longest time between two turns of the event loop. */
  readonly longest: number;
  /**
   * The same without the time in which the thread, or a process whose start it awaits, was ready to run and the
   * processor was with others, where the system tells (Linux): what the thread's own doings took, on however busy a
   * machine. Elsewhere equal to `longest`.
   */
  readonly own: number;
}

/** How long the calling thread, which must be its process' first, is held at most while `work` runs. */
export async function holding(work: () => Promise<void>): Promise<Held> {
  const waiting = waitingTime();
  const starts = watchStarts(waiting);
  let longest = 0;
  let own = 0;
  let last = waiting.now();
  const look = () => {
    const next = waiting.now();
    const gap = next.time - last.time;
    longest = Math.max(longest, gap);
    own = Math.max(own, gap - (next.waited - last.waited) - starts.takeWaited());
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
  starts.close();
  waiting.close();
  return { longest, own };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Milliseconds: by the clock, on a processor, and ready to run without one. */
interface Now {
  readonly time: number;
  readonly ran: number;
  readonly waited: number;
}

interface Waiting {
  now(): Now;
  /** How long the first thread of a process has waited since it began. */
  waitedOf(process: number): number;
  close(): void;
}

const NOWHERE: Waiting = {
  now: () => ({ time: performance.now(), ran: 0, waited: 0 }),
  waitedOf: () => 0,
  close: () => undefined,
};

/** proc(5): `schedstat` has the time on a processor, that on the run queue, both in nanoseconds, and more. */
function waitingTime(): Waiting {
  let file: number;
  try {
    file = fs.openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return NOWHERE;
  }
  const buffer = Buffer.alloc(80);
  const read = (from: number) => {
    const length = fs.readSync(from, buffer, 0, buffer.length, 0);
    const [ran, waited] = buffer.toString('latin1', 0, length).split(' ');
    return { ran: Number(ran) / 1e6, waited: Number(waited) / 1e6 };
  };
  return {
    now() {
      // All of one moment: the processor may be taken away in between.
      for (;;) {
        const before = read(file);
        const time = performance.now();
        if (read(file).waited === before.waited) return { time, ...before };
      }
    },
    waitedOf(child) {
      try {
        const from = fs.openSync(`/proc/${child}/schedstat`, 'r');
        try {
          return read(from).waited;
        } finally {
          fs.closeSync(from);
        }
      } catch {
        return 0; // It has ended.
      }
    },
    close: () => fs.closeSync(file),
  };
}

/** All of Node's ways to start a process without waiting for its end come here. */
const starting = ChildProcess.prototype as unknown as {
  spawn: (this: ChildProcess, options: object) => number;
};

/**
 * Who starts a process sleeps until it executes its program or cannot. How much of that sleep the new process spent
 * waiting for a processor.
 */
function watchStarts(waiting: Waiting): { takeWaited(): number; close(): void } {
  const { spawn } = starting;
  let waited = 0;
  starting.spawn = function (options) {
    const before = waiting.now();
    const result = spawn.call(this, options);
    const after = waiting.now();
    const asleep = after.time - before.time - (after.ran - before.ran) - (after.waited - before.waited);
    if (this.pid !== undefined) waited += Math.max(0, Math.min(asleep, waiting.waitedOf(this.pid)));
    return result;
  };
  return {
    takeWaited() {
      const taken = waited;
      waited = 0;
      return taken;
    },
    close() {
      starting.spawn = spawn;
    },
  };
}
