import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSample } from '../../scripts/sample.mjs';
import { readCommandLine } from '../../src/cli/args';
import { runCommand } from '../../src/cli/commands';

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

/** What a command prints to who runs it in this process, from the sources: many calls in the time of one start. */
export async function printedHere(folder: string, args: readonly string[]): Promise<string> {
  const invocation = readCommandLine([...args, '--cwd', folder]);
  if (invocation === 'version' || 'help' in invocation) throw new Error('that is no command');
  const say = (message: string) => assert.fail(message);
  const logger = { error: say, warn: say, info: () => undefined, debug: () => undefined };
  const { stdout } = await runCommand(invocation, {
    paint: (_, text) => text,
    logger,
    working: () => () => undefined,
  });
  return typeof stdout === 'string' ? stdout : [...stdout].join('');
}

let sample: Promise<string> | undefined;

/** The sample, made once for all suites of this process: they only read it. */
export function sampleToRead(): Promise<string> {
  if (sample === undefined) {
    const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-sample-'));
    process.once('exit', () => fs.rmSync(temp, { recursive: true, force: true }));
    sample = makeSample(path.join(temp, 'sample'));
  }
  return sample;
}

/** The text of `test/golden/NAME`. */
export function goldenText(name: string): string {
  return fs.readFileSync(path.join(root, 'test/golden', name), 'utf8');
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
  assert.equal(actual, goldenText(name), `the command prints something else than ${name}`);
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
