import fs from 'node:fs';

/** Milliseconds. */
export interface Held {
  /** The longest time between two turns of the event loop. */
  readonly longest: number;
  /**
   * The same without the time in which the thread was ready to run and the processor was with others, where the system
   * tells (Linux). It still counts when the thread sleeps: in a synchronous call, until a process that it starts
   * executes, or until V8's other threads have collected garbage; on a busy machine these wait for the processor.
   * Elsewhere equal to `longest`.
   */
  readonly own: number;
  /** The most that the thread was on a processor between two turns, on however busy a machine; else as `own`. */
  readonly busy: number;
}

/** How long the calling thread, which must be its process' first, is held at most while `work` runs. */
export async function holding(work: () => Promise<void>): Promise<Held> {
  const waiting = waitingTime();
  let longest = 0;
  let own = 0;
  let busy = 0;
  let last = waiting.now();
  const look = () => {
    const next = waiting.now();
    const gap = next.time - last.time;
    longest = Math.max(longest, gap);
    own = Math.max(own, gap - (next.waited - last.waited));
    busy = Math.max(busy, next.ran - last.ran);
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
  return { longest, own, busy };
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

/** proc(5): `schedstat` has the time on a processor and that on the run queue, both in nanoseconds. */
function waitingTime(): { now(): Now; close(): void } {
  let file: number;
  try {
    file = fs.openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    const now = () => ({ time: performance.now(), ran: performance.now(), waited: 0 });
    return { now, close: () => undefined };
  }
  const buffer = Buffer.alloc(80);
  const read = () => {
    const length = fs.readSync(file, buffer, 0, buffer.length, 0);
    const [ran, waited] = buffer.toString('latin1', 0, length).split(' ');
    return { ran: Number(ran) / 1e6, waited: Number(waited) / 1e6 };
  };
  return {
    now() {
      // All of one moment: the processor may be taken away in between.
      for (;;) {
        const before = read();
        const time = performance.now();
        if (read().waited === before.waited) return { time, ...before };
      }
    },
    close: () => fs.closeSync(file),
  };
}
