import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../workspace/ports';

/** The machine's clock. A fixed `today` makes every answer repeatable (`--today`). */
export function createClock(today?: string): Clock {
  return {
    today: () => today ?? localDay(new Date()),
    now: () => performance.now(),
    yield: () => setImmediate(undefined, { ref: true }),
  };
}

function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
