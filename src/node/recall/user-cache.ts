import os from 'node:os';
import path from 'node:path';

/**
 * The folder for what this user's programs can make again: `$XDG_CACHE_HOME` or `~/.cache` (XDG Base Directory
 * Specification 0.8, where a path that is not absolute is none), `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on
 * Windows. undefined when the user has none.
 */
export function userCache(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string | undefined {
  const at = platform === 'win32' ? path.win32 : path.posix;
  const absolute = (folder: string | undefined): string | undefined =>
    folder !== undefined && at.isAbsolute(folder) ? folder : undefined;
  const below = (folder: string | undefined, ...names: string[]): string | undefined =>
    folder === undefined ? undefined : at.join(folder, ...names);
  const xdg = absolute(env['XDG_CACHE_HOME']);
  if (xdg !== undefined) return at.join(xdg, 'outcomes');
  if (platform === 'win32') return below(absolute(env['LOCALAPPDATA']), 'outcomes', 'cache');
  const home = absolute(env['HOME'] ?? homeOfUser());
  return platform === 'darwin'
    ? below(home, 'Library', 'Caches', 'outcomes')
    : below(home, '.cache', 'outcomes');
}

function homeOfUser(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}
