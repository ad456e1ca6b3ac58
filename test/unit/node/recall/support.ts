import { readCommandLine } from '../../../../src/cli/args';
import { report } from '../../../../src/cli/review';
import { createStore, type Store } from '../../../../src/node/recall';
import { recorder } from '../scan/support';

/** A store that tells how often something was saved, and lets a test wait for it. */
export function counted(directory: string): Store & { saves: number; settled(): Promise<void> } {
  const store = createStore(directory);
  const running: Promise<void>[] = [];
  return {
    saves: 0,
    load: (name) => store.load(name),
    save(name, make) {
      const saved = store.save(name, async () => {
        const bytes = await make();
        if (bytes !== null) this.saves++;
        return bytes;
      });
      running.push(saved);
      return saved;
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

export interface Printed {
  readonly text: string;
  readonly said: readonly string[];
}

/** Runs `outcomes report` in this process, with what is kept in `store` or without anything. */
export async function print(args: readonly string[], store?: Store, maker = 'test 1'): Promise<Printed> {
  const invocation = readCommandLine(['report', ...args]);
  if (invocation === 'version' || 'help' in invocation) throw new Error('that is no report');
  const logger = recorder();
  const terminal = { paint: (_: unknown, text: string) => text, logger, working: () => () => undefined };
  // A default stands in for `undefined`, and from the sources there is none.
  const cache = store && { store, maker, slow: 0 };
  const { stdout } = await report(invocation, terminal, cache);
  return { text: stdout, said: logger.lines.filter((line) => /^(error|warn)/.test(line)) };
}
