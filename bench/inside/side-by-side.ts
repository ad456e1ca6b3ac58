/** Milliseconds of the processor's time, of all threads of this process: on a busy machine it says more than a clock. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export type Times<K extends string> = Readonly<Record<K, readonly number[]>>;

/**
 * What each piece of work takes of the processor in each round, in milliseconds, in ever another order. Rounds before
 * the counted ones bring the code to speed.
 */
export function sideBySide<K extends string>(
  rounds: number,
  works: Readonly<Record<K, (round: number) => unknown>>,
  warmUp = 3,
): Times<K> {
  const names = Object.keys(works) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round + warmUp) % names.length]!;
      const before = spent();
      works[name](round);
      if (round >= 0) times[name].push(spent() - before);
    }
  }
  return times;
}
