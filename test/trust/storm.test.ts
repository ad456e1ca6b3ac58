import assert from 'node:assert/strict';
import { debounced } from '../../src/editor/timing';

/** Milliseconds; as the editor takes the events of its file watcher together. */
const QUIET = 200;
const LONGEST = 1000;
const EVENTS = 100_000;

/** The time of a test: goes on only when it is told to. */
class FakeClock {
  now = 0;
  /** The most timers that were set at one time. */
  most = 0;
  private readonly timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  private last = 0;
  private readonly real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now.bind(performance),
  };

  install(): void {
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delay: number) => {
        this.timers.set(++this.last, { at: this.now + delay, run });
        this.most = Math.max(this.most, this.timers.size);
        return this.last;
      },
      clearTimeout: (id: number) => this.timers.delete(id),
    });
    performance.now = () => this.now;
  }

  uninstall(): void {
    const { setTimeout, clearTimeout, now } = this.real;
    Object.assign(globalThis, { setTimeout, clearTimeout });
    performance.now = now;
  }

  advance(by: number): void {
    const end = this.now + by;
    for (;;) {
      const [id, next] = [...this.timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (id === undefined || next === undefined || next.at > end) break;
      this.timers.delete(id);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
  }
}

describe(`a storm of ${EVENTS} events`, () => {
  let clock: FakeClock;
  beforeEach(() => {
    clock = new FakeClock();
    clock.install();
  });
  afterEach(() => clock.uninstall());

  /** At what times it ran, and how many events it had waiting each time. */
  function storm(gap: (event: number) => number): {
    readonly runs: { at: number; of: number }[];
    readonly last: number;
  } {
    const runs: { at: number; of: number }[] = [];
    let waiting = 0;
    const push = debounced(
      () => {
        runs.push({ at: clock.now, of: waiting });
        waiting = 0;
      },
      QUIET,
      LONGEST,
    );
    let last = 0;
    for (let event = 0; event < EVENTS; event++) {
      clock.advance(gap(event));
      waiting++;
      push.call();
      last = clock.now;
    }
    clock.advance(60_000);
    push.dispose();
    return { runs, last };
  }

  for (const [how, gap] of Object.entries<(event: number) => number>({
    'at one moment': () => 0,
    'in a row of ten seconds': () => 0.1,
    'over an hour, never quiet': () => 36,
    'in gusts': (event) => (event % 1000 === 0 ? 300 : 0.05),
    'each just before it would be quiet': () => QUIET - 1,
  }))
    it(`${how}: is taken at most once a second, none is lost, and the last at once when it is quiet`, () => {
      const { runs, last } = storm(gap);
      assert.equal(
        runs.reduce((sum, { of }) => sum + of, 0),
        EVENTS,
      );
      const gusts = how === 'in gusts' ? EVENTS / 1000 : 0;
      assert.ok(runs.length <= last / LONGEST + gusts + 1, `${runs.length} times in ${last} ms`);
      assert.ok(runs.length >= last / (LONGEST + QUIET) - 1, 'somebody waits all the time');
      assert.ok(runs.at(-1)!.at <= last + QUIET);
      assert.equal(clock.most, 1, 'timers at one time');
    });

  it('does nothing once it is disposed of', () => {
    let runs = 0;
    const push = debounced(() => runs++, QUIET, LONGEST);
    for (let event = 0; event < 1000; event++) push.call();
    push.dispose();
    clock.advance(60_000);
    assert.equal(runs, 0);
  });
});
