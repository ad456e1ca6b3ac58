import assert from 'node:assert/strict';
import childProcess, { type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { children } from '../children';

/** Notices the programs that an extension starts. */
export interface Canary {
  /** What was started since, a line each. */
  started(): string[];
  stop(): void;
}

/** A program that lives shorter than this, in milliseconds, may be missed by who looks for children. */
const PERIOD = 5;

/**
 * Watches from now on, in three ways. `git` and `rg` on PATH, and the program that the repository names for
 * `git status`, write into a file whoever calls them. Calls of this thread are noted when they come from the
 * extension's files. And on Linux the children of this process are looked at, which shows those of its other threads.
 */
export function watchPrograms(extensionPath: string): Canary {
  const file = process.env['VSCODE_TEST_CANARY'];
  assert.ok(file, 'the workspace has no canary');
  const before = fs.readFileSync(file, 'utf8').length;
  const noted = new Set<string>();
  type Spawn = (this: ChildProcess, options: { readonly args: readonly string[] }) => unknown;
  const prototype = childProcess.ChildProcess.prototype as unknown as { spawn: Spawn };
  const { spawn } = prototype;
  prototype.spawn = function (this: ChildProcess, options) {
    if (new Error().stack?.includes(`${extensionPath}/dist/`)) noted.add(`spawned ${options.args.join(' ')}`);
    return spawn.call(this, options);
  };
  // VS Code and its own extensions start programs as well: those are neither the extension's, nor git, nor do they
  // search for words.
  const isOurs = (line: string) =>
    line.includes(`${extensionPath}/dist/`) || /^\S*\bgit |--only-matching/.test(line);
  const look = () =>
    children()
      .filter(({ command }) => isOurs(command))
      .forEach(({ command }) => noted.add(`runs ${command}`));
  const timer = setInterval(look, PERIOD);
  return {
    started: () => {
      look();
      return [...fs.readFileSync(file, 'utf8').slice(before).split('\n').filter(Boolean), ...noted];
    },
    stop: () => {
      clearInterval(timer);
      prototype.spawn = spawn;
    },
  };
}
