import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import os from 'node:os';

export interface Command {
  /** A JavaScript file that the running Node executes, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs: number;
  /** Gives way to what else wants a processor. */
  readonly patient?: boolean;
  /** An open file for what it prints; this process's own output when there is none. */
  readonly output?: number;
}

/** Where all want a processor, half of what others get, so that no test waits for longer than it may. */
const PATIENT = 3;
/** No process gives way to more than this one does. */
const LAST = os.constants.priority.PRIORITY_LOW;

/** How a command ended: its exit code, or why it has none. */
export type Ending = { readonly code: number } | { readonly reason: string };

/**
 * Runs a command without input. When it is over its limit, or this process is told to
 * end, the command and all that it started are ended.
 */
export function runCommand(command: Command): Promise<Ending> {
  const child = spawn(process.execPath, [...(command.nodeOptions ?? []), command.script, ...command.args], {
    cwd: command.cwd,
    // What it needs from a network is there by now, and Node.js 20 reads these certificates whenever it starts.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...command.env },
    stdio: ['ignore', command.output ?? 'inherit', command.output ?? 'inherit'],
    detached: process.platform !== 'win32',
  });
  // What it starts inherits it.
  if (command.patient && child.pid !== undefined)
    os.setPriority(child.pid, Math.min(LAST, os.getPriority() + PATIENT));
  return new Promise((resolve) => {
    let reason: string | undefined;
    const end = (why: string) => {
      reason = why;
      endTree(child);
    };
    const timer = setTimeout(
      () => end(`took longer than ${Math.round(command.limitMs / 1000)} s`),
      command.limitMs,
    );
    const interrupt = () => end('was interrupted');
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    const ended = (ending: Ending) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve(reason === undefined ? ending : { reason });
    };
    child.once('error', (error) => ended({ reason: error.message }));
    child.once('exit', (code, signal) =>
      ended(code === null ? { reason: `ended by ${signal ?? '?'}` } : { code }),
    );
  });
}

function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
