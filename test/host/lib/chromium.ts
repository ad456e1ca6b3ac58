import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ExitCode, RunError } from './exit-codes';

const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];

/** The Chromium, Chrome or Edge to use: CHROMIUM_PATH, else one that is installed; undefined when there is none. */
export function findChromium(): string | undefined {
  const stated = process.env['CHROMIUM_PATH'];
  if (stated) {
    if (fs.existsSync(stated)) return stated;
    throw new RunError(ExitCode.notReady, `CHROMIUM_PATH names ${stated}, and there is no such file`);
  }
  return candidates().find((file) => fs.existsSync(file));
}

/** As findChromium(), but says what to install when there is none. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  throw new RunError(ExitCode.notReady, `No Chromium, Chrome or Edge was found. ${howToInstall()}`);
}

/** As requireChromium(), but first installs Debian's package when it may: as root, on Debian or Ubuntu. */
export function ensureChromium(say: (line: string) => void = console.error): string {
  if (!findChromium() && mayInstall()) {
    say(`Chromium is missing; installing ${DEBIAN_PACKAGES.join(' ')} with apt-get…`);
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES]);
  }
  return requireChromium();
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && onPath('apt-get').some((file) => fs.existsSync(file));
}

function apt(args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its output is of interest only when it fails.
  const result = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status === 0) return;
  const why = result.error?.message ?? (result.stderr || result.stdout).trim();
  throw new RunError(ExitCode.notReady, `apt-get ${args.join(' ')} failed:\n${why}\n${howToInstall()}`);
}

function howToInstall(): string {
  const name = 'set CHROMIUM_PATH to its executable';
  if (process.platform === 'linux')
    return (
      `As root, run: apt-get update && apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}\n` +
      `or install one in your distribution's way, or ${name}.`
    );
  return `Install Google Chrome, Microsoft Edge or Chromium, or ${name}.`;
}

function candidates(): string[] {
  switch (process.platform) {
    case 'darwin':
      return [
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Chromium.app/Contents/MacOS/Chromium',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ].map((app) => path.join('/Applications', app));
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .flatMap((variable) => process.env[variable] ?? [])
        .flatMap((dir) => [
          path.join(dir, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          path.join(dir, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default:
      return [
        'chromium',
        'google-chrome-stable',
        'google-chrome',
        'chromium-browser',
        'microsoft-edge-stable',
        'microsoft-edge',
      ].flatMap(onPath);
  }
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((dir) => path.join(dir, name));
}
