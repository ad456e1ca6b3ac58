import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { HumanError } from '../core';
import { runBehind } from './priority';

export interface RunOptions {
  readonly cwd: string;
  /** Variables on top of this process's own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the process (SIGTERM, then SIGKILL) and makes `run` reject with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Written to standard input, which is closed at once when there is none. */
  readonly input?: string | Uint8Array;
  /**
   * Gets standard output piece by piece as it comes; the result's `stdout` is then empty. What it throws ends the
   * process and makes `run` reject with it.
   */
  readonly onStdout?: (chunk: Buffer) => void;
  /** The same for standard error; the result's `stderr` is then empty. */
  readonly onStderr?: (chunk: Buffer) => void;
  /** Milliseconds without a word after which the process is ended and `run` rejects with a `HumanError`; no limit by default. */
  readonly patience?: number | undefined;
  /** Added to the message when the program cannot be started: "Install git 2.25 or later." */
  readonly advice?: string;
}

export interface RunResult {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null;
  /** The signal that ended it, null when it exited by itself. */
  readonly killedBy: string | null;
  readonly stdout: Buffer;
  /** Its first 64 KB, decoded. */
  readonly stderr: string;
}

/** What a process gets to end by itself after SIGTERM, in milliseconds. */
const GRACE = 2000;
const STDERR_LIMIT = 64 * 1024;

/**
 * Runs a program with an argument array, never through a shell, and resolves when it has ended, whatever its exit
 * code is. Rejects with a `HumanError` when it cannot be started, with the signal's reason when it is aborted.
 */
export function run(program: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { signal, onStdout, onStderr, input, patience } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ? { ...process.env, ...options.env } : process.env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    runBehind(child.pid);
    endWithThis(child);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let stderrBytes = 0;
    let failure: { readonly error: Error } | undefined;
    let killer: NodeJS.Timeout | undefined;

    const stop = (reason: unknown): void => {
      if (failure) return;
      const error = reason as Error;
      failure = { error };
      // Its own children may hold them for long, and they would keep this process alive.
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (child.exitCode !== null || child.signalCode !== null) {
        settle(() => reject(error));
        return;
      }
      child.kill('SIGTERM');
      killer = setTimeout(() => child.kill('SIGKILL'), GRACE);
      killer.unref();
    };
    const onAbort = (): void => stop(signal?.reason);
    const waiting =
      patience === undefined
        ? undefined
        : setTimeout(
            () => stop(new HumanError(`${program} said nothing for ${patience / 1000} s`)),
            patience,
          );
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', onAbort);
      clearTimeout(killer);
      clearTimeout(waiting);
      finish();
    };

    const consume = (consumer: (chunk: Buffer) => void) => (chunk: Buffer) => {
      if (failure) return;
      waiting?.refresh();
      try {
        consumer(chunk);
      } catch (error) {
        stop(error);
      }
    };
    const keepStderr = (chunk: Buffer): void => {
      if (stderrBytes < STDERR_LIMIT) stderr.push(chunk.subarray(0, STDERR_LIMIT - stderrBytes));
      stderrBytes += chunk.length;
    };
    child.stdout?.on('data', consume(onStdout ?? ((chunk) => stdout.push(chunk))));
    child.stderr?.on('data', consume(onStderr ?? keepStderr));
    // A program that ends without reading all its input is no error of ours.
    child.stdin?.on('error', () => undefined);
    if (input !== undefined) child.stdin?.end(input);

    child.on('error', (error: NodeJS.ErrnoException) => {
      if (child.pid !== undefined) return; // it runs: a signal that could not be sent
      settle(() => reject(failure ? failure.error : startError(program, error, options)));
    });
    // Once told to stop, 'exit' is enough: 'close' would wait for grandchildren that still hold the pipes.
    child.on('exit', () => {
      if (failure) {
        const { error } = failure;
        settle(() => reject(error));
      }
    });
    child.on('close', (code, killedBy) => {
      if (failure) return;
      settle(() =>
        resolve({ code, killedBy, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
      );
    });
  });
}

const running = new Set<ChildProcess>();

/** Sees to it that the child does not outlive this process, which a program that hangs otherwise would. */
function endWithThis(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endRunning);
  running.add(child);
  const gone = () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endRunning);
  };
  child.once('exit', gone).once('error', gone);
}

function endRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Node reports ENOENT for a missing program and for a missing working directory alike. */
function startError(program: string, error: NodeJS.ErrnoException, options: RunOptions): HumanError {
  const advice = options.advice ? ` ${options.advice}` : '';
  const gone = error.code === 'ENOENT' && !fs.existsSync(options.cwd);
  const what = gone
    ? `the folder ${options.cwd} does not exist`
    : error.code === 'ENOENT'
      ? 'the program was not found'
      : error.message;
  return new HumanError(`Could not start ${program}: ${what}.${gone ? '' : advice}`, { cause: error });
}
