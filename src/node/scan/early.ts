import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { runBehind } from '../priority';

/**
 * A search that was started before it was asked for, while the code that will ask was still being loaded. The
 * starter is a bundle of its own, so the two meet at a global name.
 */
const KEY = Symbol.for('outcomes.early-search');
const shared = globalThis as { [KEY]?: EarlySearch | undefined };

export interface SearchCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly folder: string;
}

export interface SearchEnd {
  /** null when a signal ended it, or when it did not start. */
  readonly code: number | null;
  readonly killedBy: string | null;
}

export interface Reader {
  readonly stdout: (chunk: Buffer) => void;
  readonly stderr: (chunk: Buffer) => void;
}

/** Starts a search that may be asked for. It keeps no process alive; if this one ends, so does the search. */
export function startEarlySearch(command: SearchCommand): void {
  shared[KEY] = new EarlySearch(command);
}

/** The search that was started if it is this one, once; one for something else is ended. */
export function takeEarlySearch(command: SearchCommand): EarlySearch | undefined {
  const early = shared[KEY];
  shared[KEY] = undefined;
  if (early === undefined || early.is(command)) return early;
  early.end();
  return undefined;
}

export class EarlySearch {
  private readonly command: SearchCommand;
  private readonly child: ChildProcess;
  private readonly ended: Promise<SearchEnd>;
  /** What has come so far. */
  private readonly waiting: ((reader: Reader) => void)[] = [];
  private reader: Reader | undefined;

  constructor(command: SearchCommand) {
    this.command = command;
    const child = spawn(command.program, command.args, {
      cwd: command.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.child = child;
    runBehind(child.pid);
    // Nobody may be listening yet when it ends, and Node throws away what nobody reads by then.
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => this.give((reader) => reader[name](chunk)));
    this.ended = new Promise((resolve) => {
      child.on('error', () => child.pid === undefined && resolve({ code: null, killedBy: null }));
      child.on('close', (code, killedBy) => resolve({ code, killedBy }));
    });
    this.hold(false);
  }

  is({ program, args, folder }: SearchCommand): boolean {
    const own = this.command;
    return own.program === program && own.folder === folder && own.args.join('\0') === args.join('\0');
  }

  /** Reads its output from the beginning; resolves when it has ended. Rejects with the signal's reason. */
  async read(reader: Reader, signal: AbortSignal): Promise<SearchEnd> {
    const abort = (): void => this.end();
    signal.addEventListener('abort', abort, { once: true });
    try {
      if (signal.aborted) this.end();
      this.hold(true);
      for (const chunk of this.waiting.splice(0)) chunk(reader);
      this.reader = reader;
      const end = await this.ended;
      signal.throwIfAborted();
      return end;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  end(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
    this.child.kill('SIGTERM');
  }

  private give(chunk: (reader: Reader) => void): void {
    if (this.reader) chunk(this.reader);
    else this.waiting.push(chunk);
  }

  /** Whether it keeps this process alive. */
  private hold(held: boolean): void {
    for (const handle of [this.child, this.child.stdout as Socket | null, this.child.stderr as Socket | null])
      if (held) handle?.ref();
      else handle?.unref();
  }
}
