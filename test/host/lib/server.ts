import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ExitCode, RunError } from './exit-codes';
import { type Release, serverNode, serverRoot } from './releases';
import { writeSettings } from './settings';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 3_000;

export interface ServerOptions {
  readonly release: Release;
  /** An empty folder of this run: profile, extensions, logs, sockets go below it. */
  readonly dir: string;
  readonly userDataDir?: string | undefined;
  readonly extensionsDir?: string | undefined;
  /** The extensions that count as VS Code's own; those that came with it by default. */
  readonly builtinExtensionsDir?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Lets the page say which extension is under development and tested. VS Code then shows no notifications, so what
   * a person sees is looked at without it.
   */
  readonly underTest?: boolean;
  /** Lets the profile's settings decide whether a folder has to be trusted; all are trusted by default. */
  readonly workspaceTrust?: boolean;
  readonly logLevel?: string | undefined;
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

export interface Server {
  readonly port: number;
  /** Loopback, and nobody gets in without it. */
  readonly token: string;
  readonly logsDir: string;
  /** Resolves when the process ends, with its exit code or signal. */
  readonly ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** Starts the VS Code server of a release on the loopback address and waits until it serves. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { dir } = options;
  const userDataDir = options.userDataDir ?? path.join(dir, 'data');
  const logsDir = path.join(dir, 'logs');
  const token = randomBytes(16).toString('hex');
  writeSettings(userDataDir, options.settings);
  fs.mkdirSync(logsDir, { recursive: true });

  const child = spawn(
    serverNode(options.release),
    [
      ...['--require', path.join(__dirname, 'server-preload.cjs')],
      ...profileArguments(options.release, dir, userDataDir, options.extensionsDir),
      ...(options.builtinExtensionsDir ? ['--builtin-extensions-dir', options.builtinExtensionsDir] : []),
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token],
      ...['--logsPath', logsDir, '--telemetry-level', 'off', '--without-browser-env-var'],
      // Else what the login shell says of PATH would take the place of what the caller says.
      '--force-disable-user-env',
      ...['--disable-experiments', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.underTest ? ['--enable-smoke-test-driver'] : []),
      ...(options.logLevel ? ['--log', options.logLevel] : []),
    ],
    // Its own process group, so that the extension host and what that starts end with it.
    { env: environment(dir, options.env), stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (error) => resolve(error.message));
  });
  const stop = () => endGroup(child, ended);
  try {
    const port = await listening(child, ended, path.join(logsDir, 'server-output.log'));
    return { port, token, logsDir, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where a server whose folder this is has its extensions, unless it is told another place. */
export const extensionsBelow = (dir: string): string => path.join(dir, 'extensions');

/** Runs a command of the server that needs no window, such as `--install-extension FILE`; gives its output. */
export function runServerCommand(
  release: Release,
  dir: string,
  args: readonly string[],
): { status: number; output: string } {
  const result = spawnSync(
    serverNode(release),
    [...profileArguments(release, dir, path.join(dir, 'data')), ...args],
    { env: environment(dir), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (result.error) throw new RunError(ExitCode.notReady, result.error.message);
  return { status: result.status ?? 1, output: result.stdout + result.stderr };
}

function profileArguments(
  release: Release,
  dir: string,
  userDataDir: string,
  extensionsDir = extensionsBelow(dir),
): string[] {
  return [
    path.join(serverRoot(release), 'out', 'server-main.js'),
    '--accept-server-license-terms',
    ...['--server-data-dir', dir, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
  ];
}

/** The caller's environment without what a VS Code around it set, and with a place for sockets that goes away. */
function environment(dir: string, extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_(?!TEST_)|ELECTRON_|NODE_OPTIONS$|CODE_SERVER_PARENT_PID$)/.test(name),
  );
  const sockets = path.join(dir, 't');
  fs.mkdirSync(sockets, { recursive: true, mode: 0o700 });
  return {
    ...Object.fromEntries(kept),
    TMPDIR: sockets,
    XDG_RUNTIME_DIR: sockets,
    // No gallery: without this the server asks one on the internet.
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

/** Waits until the server names its port. Everything it prints goes to a file. */
async function listening(
  child: ChildProcess,
  ended: Promise<number | string>,
  logFile: string,
): Promise<number> {
  const log = fs.createWriteStream(logFile);
  let seen = '';
  const port = new Promise<number>((resolve) => {
    const read = (chunk: Buffer) => {
      log.write(chunk);
      if (seen.length > 100_000) return;
      seen += chunk.toString();
      const bound = /Server bound to [^\s]+:(\d+)/.exec(seen);
      if (bound && seen.includes('Extension host agent started')) resolve(Number(bound[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const gaveUp = new AbortController();
  const failed = Promise.race([
    ended.then((how) => `ended with ${how} before it was ready`),
    wait(START_LIMIT_MS, `was not ready after ${START_LIMIT_MS / 1000} s`, { signal: gaveUp.signal }),
  ]).then((why) => {
    throw new RunError(ExitCode.notReady, `The VS Code server ${why}:\n${seen.slice(-3000)}`);
  });
  failed.catch(() => undefined);
  try {
    return await Promise.race([port, failed]);
  } finally {
    gaveUp.abort();
  }
}

async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      return; // The whole group is gone.
    }
    await Promise.race([ended, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
  }
}
