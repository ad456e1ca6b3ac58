import { Random } from '../random';

/** What is measured side by side, by name. */
export type Contenders<T> = Readonly<Record<string, () => T | Promise<T>>>;

/** What each of them gave, round by round. */
export type Rounds<T, K extends string> = Readonly<Record<K, readonly T[]>>;

/**
 * Runs all contenders once in each round, in an order that is shuffled anew, so that whatever else the machine does meets
 * all of them alike. A round that does not count comes first: it brings files into memory and code to speed.
 * `before` runs ahead of each round and is not measured.
 */
export async function inRounds<T, K extends string>(
  count: number,
  contenders: Readonly<Record<K, () => T | Promise<T>>>,
  before: (round: number) => void | Promise<void> = () => undefined,
): Promise<Rounds<T, K>> {
  const names = Object.keys(contenders) as K[];
  const found = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>;
  const random = new Random(Date.now());
  for (let round = -1; round < count; round++) {
    await before(round);
    for (const name of random.shuffle([...names])) {
      const result = await contenders[name]();
      if (round >= 0) found[name].push(result);
    }
  }
  return found;
}

/** Milliseconds until `work` is done. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The median of the ratios of the same rounds. */
export function ratioOf(own: readonly number[], peer: readonly number[]): number {
  return median(own.map((value, round) => value / peer[round]!));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
