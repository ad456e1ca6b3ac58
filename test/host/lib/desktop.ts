import path from 'node:path';
import { downloadAndUnzipVSCode, ProgressReportStage } from '@vscode/test-electron';
import { ExitCode, RunError } from './exit-codes';
import { installServer } from './install';
import type { Release } from './releases';

/** How long the first byte of a download may take before the desktop counts as out of reach. */
const REACH_LIMIT_MS = 6_000;

export type HostKind = 'desktop' | 'server';

export interface Executable {
  readonly kind: HostKind;
  readonly path: string;
}

/**
 * The VS Code to run tests in. VSCODE_TEST_HOST decides: `electron` is the desktop or nothing, `server` the server
 * of this folder, `auto` (default) the desktop where one can be shown and downloaded, else, and it says so, the server.
 */
export async function executableFor(
  release: Release,
  say: (line: string) => void = console.error,
): Promise<Executable> {
  const mode = process.env['VSCODE_TEST_HOST'] ?? 'auto';
  if (mode !== 'auto' && mode !== 'electron' && mode !== 'server')
    throw new RunError(ExitCode.usage, `VSCODE_TEST_HOST is "${mode}"; say auto, electron or server`);
  if (mode !== 'server') {
    try {
      return { kind: 'desktop', path: await desktop(release) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (mode === 'electron') throw new RunError(ExitCode.notReady, `No desktop VS Code: ${why}`);
      say(`NOTE: not the desktop VS Code ${release.vscode} but its server with Chromium, because ${why}.`);
    }
  }
  await installServer(release, say);
  return { kind: 'server', path: path.join(__dirname, '..', 'code.mjs') };
}

async function desktop(release: Release): Promise<string> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    throw new Error('there is no display');
  return downloadWithin(release.vscode, REACH_LIMIT_MS);
}

/** Downloads (or finds the copy of an earlier download); gives up when nothing has arrived within `limit` ms. */
async function downloadWithin(version: string, limit: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing was received within ${limit / 1000} s`)), limit);
  });
  const arrived = new Set([ProgressReportStage.Downloading, ProgressReportStage.FoundMatchingInstall]);
  const download = downloadAndUnzipVSCode({
    version,
    timeout: 30_000,
    reporter: {
      report: ({ stage }) => {
        if (arrived.has(stage)) clearTimeout(timer);
      },
      error: () => undefined,
    },
  });
  try {
    return await Promise.race([download, tooSlow]);
  } catch (error) {
    throw new Error(`it cannot be downloaded (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    clearTimeout(timer);
    download.catch(() => undefined); // It may still fail when nobody waits for it any more.
  }
}
