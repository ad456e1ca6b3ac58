import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { needsNoWindow, parseTestArguments, type TestArguments } from './arguments';
import { openWindow, PAINTED, remoteUri, type Window, workbenchUrl } from './browser';
import { ExitCode, nameOf, RunError } from './exit-codes';
import { followFile, type Following } from './follow-file';
import { installServer } from './install';
import { releaseOf, serverNode, serverRoot } from './releases';
import { type Server, startServer } from './server';

const DEFAULT_LIMIT_MS = 600_000;
const CLOSE_LIMIT_MS = 5_000;

/** Runs the command line of a VS Code executable and ends the process with one of ExitCode. */
export async function main(argv: readonly string[]): Promise<never> {
  try {
    await installServer(releaseOf());
    if (needsNoWindow(argv)) return process.exit(runWithoutWindow(argv));
    return await runTests(parseTestArguments(argv));
  } catch (error) {
    const known = error instanceof RunError;
    console.error(`[vscode host] ${known ? error.message : describe(error)}`);
    process.exit(known ? error.exitCode : ExitCode.internalError);
  }
}

function runWithoutWindow(argv: readonly string[]): number {
  const release = releaseOf();
  const server = path.join(serverRoot(release), 'out', 'server-main.js');
  const result = spawnSync(serverNode(release), [server, '--accept-server-license-terms', ...argv], {
    stdio: 'inherit',
    env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
  });
  return result.status ?? ExitCode.internalError;
}

/** What inside/entry.cjs leaves behind: the proof that the tests' run() was called, and how it ended. */
interface Marker {
  readonly state: 'started' | 'passed' | 'failed';
  readonly error?: string;
  readonly exitCode?: number;
}

/** One run from start to the end of the process. Whatever happens first decides; the rest is cleaned up. */
async function runTests(options: TestArguments): Promise<never> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-run-'));
  const markerFile = path.join(dir, 'marker.json');
  const outputFile = path.join(dir, 'output');
  const keysFile = path.join(dir, 'keys');
  const output = followFile(outputFile, (chunk) => process.stdout.write(chunk));
  const trace = new Trace();
  let server: Server | undefined;
  let window: Window | undefined;
  let keys: Following | undefined;
  let finishing = false;

  const finish = async (code: number, why: string): Promise<void> => {
    if (finishing) return;
    finishing = true;
    output.stop();
    keys?.stop();
    if (code !== ExitCode.passed) {
      const kept = await keepEvidence(dir, window?.page);
      console.error(
        `[vscode host] ${nameOf(code)}: ${why}\n${trace.text()}${kept ? `  logs: ${kept}\n` : ''}`,
      );
    }
    await Promise.race([window?.close().catch(() => undefined), wait(CLOSE_LIMIT_MS)]);
    await server?.stop();
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    await flushed(process.stdout);
    await flushed(process.stderr);
    process.exit(code);
  };

  const limit = Number(process.env['VSCODE_TEST_TIMEOUT_MS'] ?? DEFAULT_LIMIT_MS);
  setTimeout(() => void finish(ExitCode.timeLimit, `no result after ${limit} ms`), limit);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void finish(ExitCode.interrupted, `stopped by ${signal}`));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => void finish(ExitCode.internalError, describe(error)));

  try {
    const release = releaseOf();
    server = await startServer({
      release,
      dir,
      underTest: true,
      userDataDir: options.userDataDir,
      extensionsDir: options.extensionsDir,
      builtinExtensionsDir: options.builtinExtensionsDir,
      logLevel: options.logLevel,
      workspaceTrust: !options.disableWorkspaceTrust,
      env: {
        VSCODE_TEST_ENTRY: options.testsPath,
        VSCODE_TEST_MARKER: markerFile,
        VSCODE_TEST_OUTPUT: outputFile,
        VSCODE_TEST_KEYS: keysFile,
      },
    });
    void server.ended.then((how) =>
      finish(ExitCode.serverEnded, `the VS Code server ended by itself (${how})`),
    );
    trace.add('server is up');
    window = await openWindow(server, { release, dir, unseen: true });
    void window.ended.then(() => finish(ExitCode.browserEnded, 'the browser ended by itself'));
    const { page } = window;
    page.on('crash', () => void finish(ExitCode.pageCrashed, 'the page with the workbench crashed'));
    page.on('pageerror', (error) => trace.add(`page error: ${error.message.slice(0, 300)}`));
    // The two functions that a workbench under test calls: for each line of its log, and at the end of the tests.
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
      trace.workbench(type, args),
    );
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      trace.add(`the workbench reports ${code}`);
      const verdict = judge(code, readMarker(markerFile));
      void finish(verdict.code, verdict.why);
    });
    await page.goto(workbenchUrl(server, options.target, payloadFor(options)), {
      waitUntil: 'commit',
    });
    trace.add('the workbench is open');
    keys = followFile(keysFile, presser(page, trace));
  } catch (error) {
    const known = error instanceof RunError;
    await finish(known ? error.exitCode : ExitCode.internalError, known ? error.message : describe(error));
  }
  return new Promise<never>(() => undefined);
}

/** The workbench reports 0 also when the extension host is gone, so only the marker proves that the tests finished. */
function judge(code: number, marker: Marker | undefined): { code: number; why: string } {
  if (marker?.state === 'failed')
    return { code: marker.exitCode ?? ExitCode.testsFailed, why: marker.error ?? '' };
  if (marker?.state === 'passed')
    return { code, why: `VS Code ended with ${code} after the tests had passed` };
  const state = marker ? 'after the tests had started' : 'before any test had started';
  return {
    code: ExitCode.extensionHostEnded,
    why: `the extension host ended ${state} (VS Code says ${code})`,
  };
}

function payloadFor(options: TestArguments): [string, string][] {
  return [
    ...options.developmentPaths.map((dir): [string, string] => ['extensionDevelopmentPath', remoteUri(dir)]),
    ['extensionTestsPath', remoteUri(path.join(__dirname, '..', 'inside', 'entry.cjs'))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(options.proposedApi ? ([['enableProposedApi', '']] as [string, string][]) : []),
    ...(options.disableExtensions ? ([['disableExtensions', 'true']] as [string, string][]) : []),
  ];
}

/**
 * Presses keys that a test asks for, for what only a person may do, such as trusting a folder: one combination a line,
 * as Playwright names them.
 */
function presser(page: Page, trace: Trace): (chunk: Buffer) => void {
  let pressed = Promise.resolve();
  return (chunk) => {
    for (const key of chunk.toString().split('\n').filter(Boolean)) {
      trace.add(`pressing ${key}`);
      pressed = pressed
        .then(() => page.keyboard.press(key))
        .catch((error: unknown) => trace.add(`${key} was not pressed: ${describe(error)}`));
    }
  };
}

/** Copies logs and a picture of the workbench to the folder that VSCODE_TEST_LOGS names; gives its path. */
async function keepEvidence(dir: string, page: Page | undefined): Promise<string | undefined> {
  const keep = process.env['VSCODE_TEST_LOGS'];
  if (!keep) return undefined;
  fs.mkdirSync(keep, { recursive: true });
  const logs = path.join(dir, 'logs');
  if (fs.existsSync(logs)) fs.cpSync(logs, path.join(keep, 'logs'), { recursive: true });
  if (page && !page.isClosed()) {
    const picture = page
      .screenshot({ path: path.join(keep, 'workbench.png'), style: PAINTED })
      .catch(() => undefined);
    await Promise.race([picture, wait(CLOSE_LIMIT_MS)]);
  }
  return keep;
}

function readMarker(file: string): Marker | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Marker;
  } catch {
    return undefined; // Never written: the extension host did not get that far.
  }
}

/** What happened when, shown when a run does not pass, and as it happens with VSCODE_TEST_VERBOSE=1. */
class Trace {
  private readonly start = performance.now();
  private readonly verbose = Boolean(process.env['VSCODE_TEST_VERBOSE']);
  private readonly lines: string[] = [];

  add(what: string): void {
    const line = `  ${((performance.now() - this.start) / 1000).toFixed(1)} s  ${what}`;
    this.lines.push(line);
    if (this.verbose) console.error(line);
  }

  workbench(type: string, args: readonly unknown[]): void {
    if (this.verbose) console.error(`  [workbench ${type}] ${args.map(String).join(' ').slice(0, 1500)}`);
  }

  text(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const flushed = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => stream.write('', () => resolve()));
