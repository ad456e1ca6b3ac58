/** Collects calls and runs once, `delay` ms after the last of them, but no later than `longest` ms after the first. */
export function debounced(
  run: () => void,
  delay: number,
  longest = Infinity,
): { call(): void; dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  const fire = () => {
    timer = undefined;
    run();
  };
  return {
    call() {
      const now = performance.now();
      if (timer === undefined) first = now;
      else clearTimeout(timer);
      timer = setTimeout(fire, Math.max(0, Math.min(delay, first + longest - now)));
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** Runs at once when it was quiet for `interval` ms, else once at the end of the interval. */
export function throttled(run: () => void, interval: number): { call(): void; dispose(): void } {
  let timer: NodeJS.Timeout | undefined;
  let last = -Infinity;
  const fire = () => {
    timer = undefined;
    last = performance.now();
    run();
  };
  return {
    call() {
      if (timer !== undefined) return;
      const wait = last + interval - performance.now();
      if (wait <= 0) fire();
      else timer = setTimeout(fire, wait);
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
