import type { Logger } from '../../workspace/ports';
import { decodeEntry, encodeEntry, type Entry } from './entry';
import { Ledger, type World } from './ledger';
import type { Store } from './store';

export type { World } from './ledger';
export { buildOf } from './build';
export { createStore, type Store } from './store';
export { userCache } from './user-cache';

export interface RecallOptions {
  readonly store: Store;
  /** Names the program: what another one made is made anew. */
  readonly maker: string;
  /** Names the report: there is one of each name. */
  readonly name: string;
  /** What took fewer milliseconds is not kept: it is made again as fast. */
  readonly slow?: number;
}

const SLOW = 500;

/**
 * The text that `make` makes of a world, or the one it made before, when it would be the same. `make` may depend on
 * nothing but the world that it is given and on `maker` and `name`.
 */
export async function recalled(
  world: World,
  make: (world: World, logger: Logger) => Promise<string>,
  logger: Logger,
  { store, maker, name, slow = SLOW }: RecallOptions,
): Promise<string> {
  const start = world.clock.now();
  const today = world.clock.today();
  const ledger = new Ledger(world, today);
  const owner = JSON.stringify([maker, name, today]);
  const known = await load(store, name, owner);
  if (known !== undefined && (await ledger.confirms(known.trace))) {
    ledger.dispose();
    return known.text;
  }
  // What is said beside the report would not be said again.
  const said: string[] = [];
  const text = await make(ledger.world, overheard(logger, said));
  if (world.clock.now() - start >= slow && said.length === 0)
    // Nobody waits for it.
    void store.save(name, async () => {
      const trace = await ledger.trace();
      return trace && encodeEntry({ trace, text }, owner);
    });
  return text;
}

async function load(store: Store, name: string, owner: string): Promise<Entry | undefined> {
  const bytes = await store.load(name);
  return bytes && decodeEntry(bytes, owner);
}

function overheard(logger: Logger, said: string[]): Logger {
  const overhear = (say: (message: string) => void) => (message: string) => {
    said.push(message);
    say(message);
  };
  return {
    ...logger,
    error: overhear((message) => logger.error(message)),
    warn: overhear((message) => logger.warn(message)),
  };
}
