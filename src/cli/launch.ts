import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { startForeseenSearch } from './foresee';

/** The command itself: one function, for which `require` and where it lies are parameters. */
const FILE = path.join(__dirname, 'cli-main.js');
/** What the build had V8 compile of it. */
export const CACHE = `${FILE}.cache`;

/**
 * Compiles the command, from the code cache where there is one that fits: V8 takes it only from its own version and
 * for this very source. Without it, as in a package that another version of Node built, starting takes some 25 ms
 * more.
 */
export function compile(): vm.Script {
  // A function runs for longer before it is optimized: half of the processor time of a process that ends within a
  // second went into optimizing what was hardly used again. A cache is bound to the flags, so they come first.
  v8.setFlagsFromString('--interrupt-budget=300000');
  return new vm.Script(fs.readFileSync(FILE, 'utf8'), { filename: FILE, cachedData: cached() });
}

export function run(script: vm.Script): void {
  const main = script.runInThisContext() as (require: NodeJS.Require, file: string, folder: string) => void;
  main(createRequire(FILE), FILE, __dirname);
}

function cached(): Buffer | undefined {
  try {
    return fs.readFileSync(CACHE);
  } catch {
    return undefined;
  }
}

// The build requires this file to make the cache.
if (require.main === module) {
  startForeseenSearch(process.argv.slice(2));
  run(compile());
}
