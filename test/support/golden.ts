import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

export interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as CI would: a process of its own, no terminal, git's configuration of this machine left out. */
export function runOutcomes(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Printed {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.js'), ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        NO_COLOR: '1',
        ...environment,
      },
    },
  );
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/**
 * Compares a text with `test/golden/NAME`. A missing golden fails; `UPDATE_GOLDEN=1` writes it, to be read before it
 * is committed.
 */
export function assertGolden(name: string, actual: string): void {
  const file = path.join(root, 'test/golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, actual);
    return;
  }
  assert.ok(
    fs.existsSync(file),
    `${name} is missing: run with UPDATE_GOLDEN=1, read what it wrote, commit it`,
  );
  assert.equal(actual, fs.readFileSync(file, 'utf8'), `the command prints something else than ${name}`);
}

/** What a person sees of one run: the command line, what it printed and how it ended. */
export function transcript(args: readonly string[], { code, stdout, stderr }: Printed): string {
  const parts = [
    `$ outcomes ${args.join(' ')}\n`,
    stdout,
    stderr && `--- stderr\n${stderr}`,
    `--- exit ${code}\n`,
  ];
  return parts.join('');
}
