import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { startForeseenSearch } from './foresee';

/**
 * The bundle that runs a command line: one function, for which `require` and where it lies are parameters. `work`, for
 * which a person waits the longest, has one of its own that holds a third of the code.
 */
export function bundleFor([command]: readonly string[]): string {
  return path.join(__dirname, command === 'work' ? 'cli-work.js' : 'cli-main.js');
}

/** What the build had V8 compile of a bundle. */
export function cacheOf(file: string): string {
  return `${file}.cache`;
}

/**
 * Compiles a bundle, from its code cache where there is one that fits: V8 takes it only from its own version and for
 * this very source. Without it, as in a package that another version of Node built, starting takes some 25 ms more.
 */
export function compile(file: string): vm.Script {
  // A function runs for longer before it is optimized: half of the processor time of a process that ends within a
  // second went into optimizing what was hardly used again. A cache is bound to the flags, so they come first. Later
  // versions of V8 optimize in smaller steps, and complain of the flag to whoever runs the command.
  if (process.versions.node.startsWith('20.')) v8.setFlagsFromString('--interrupt-budget=600000');
  return new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file, cachedData: readCache(file) });
}

export function run(script: vm.Script, file: string): void {
  const main = script.runInThisContext() as (require: NodeJS.Require, file: string, folder: string) => void;
  main(createRequire(file), file, __dirname);
}

function readCache(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(cacheOf(file));
  } catch {
    return undefined;
  }
}

// The build requires this file to make the caches.
if (require.main === module) {
  const argv = process.argv.slice(2);
  startForeseenSearch(argv);
  const file = bundleFor(argv);
  run(compile(file), file);
}
