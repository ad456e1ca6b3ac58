import type { Clock } from './ports';

/** Work that can rest at each `yield`. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How long one slice may hold the thread, in milliseconds: a third of a frame, since garbage collection comes on top. */
const SLICE = 5;

/** Does works one after the other in slices, and lets others run in between. */
export class Slices {
  private end: number;

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.end = clock.now() + SLICE;
  }

  /** Rejects with the signal's reason once it is aborted. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (this.clock.now() >= this.end) await this.rest();
      if (step.done === true) return step.value;
    }
  }

  private async rest(): Promise<void> {
    await this.clock.yield();
    this.signal.throwIfAborted();
    this.end = this.clock.now() + SLICE;
  }
}
