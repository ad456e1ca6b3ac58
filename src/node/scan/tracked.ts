import fs from 'node:fs';
import path from 'node:path';
import { HumanError } from '../../core';
import { run } from '../process';
import type { FoundFile } from './walk';

/**
 * Files that git tracks although its rules ignore them: they are part of the work, but no walk by the rules meets
 * them. [] outside a repository and without git.
 */
export async function trackedThoughIgnored(
  folder: string,
  signal: AbortSignal,
  log: (message: string) => void,
): Promise<FoundFile[]> {
  if (!isInRepository(folder)) return [];
  const args = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];
  try {
    const result = await run('git', [...args, 'ls-files', '-z', '-c', '-i', '--exclude-standard'], {
      cwd: folder,
      signal,
      env: { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
    if (result.code === 0) return filesOf(folder, result.stdout);
    log(`git could not list tracked files that are ignored: ${result.stderr.trim()}`);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    log(error.message);
  }
  return [];
}

function isInRepository(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return true;
    if (at === path.dirname(at)) return false;
  }
}

function filesOf(folder: string, names: Buffer): FoundFile[] {
  const inside = insideCheck(folder);
  const files: FoundFile[] = [];
  for (let at = 0, end = names.indexOf(0); end >= 0; at = end + 1, end = names.indexOf(0, at)) {
    const name = names.subarray(at, end);
    const file = name.toString();
    const isText = !file.includes('\uFFFD');
    if (!inside(path.dirname(file))) continue;
    files.push({ file, at: isText ? path.join(folder, file) : bytesPath(folder, name) });
  }
  return files;
}

function bytesPath(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(folder + path.sep), name]);
}

/**
 * Tells whether a folder, relative to `folder` ('.' for itself), is reached without a link. A tracked folder may since
 * have been replaced by a link to somewhere else; links are not followed.
 */
export function insideCheck(folder: string): (directory: string) => boolean {
  const known = new Map<string, boolean>([['.', true]]);
  const check = (directory: string): boolean => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    let inside = check(path.dirname(directory));
    try {
      inside &&= !fs.lstatSync(path.join(folder, directory)).isSymbolicLink();
    } catch {
      inside = false;
    }
    known.set(directory, inside);
    return inside;
  };
  return check;
}
