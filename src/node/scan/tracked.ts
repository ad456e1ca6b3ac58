import fs from 'node:fs';
import path from 'node:path';
import { createGitCommand, GitFailure } from '../git/command';
import type { FoundFile } from './walk';

/**
 * Files that git tracks although its rules ignore them: they are part of the work, but no walk by the rules meets
 * them. [] outside a repository and without git.
 * @param patience how many milliseconds git may say nothing before it is given up
 */
export async function trackedThoughIgnored(
  folder: string,
  signal: AbortSignal,
  log: (message: string) => void,
  patience?: number,
): Promise<FoundFile[]> {
  if (!isInRepository(folder)) return [];
  const names: Buffer[] = [];
  try {
    const git = createGitCommand('git', folder, signal, patience);
    await git.records(['ls-files', '-z', '-c', '-i', '--exclude-standard'], (name) => names.push(name));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    log(`git could not list tracked files that are ignored: ${error.message}`);
    return [];
  }
  return filesOf(folder, names);
}

function isInRepository(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return true;
    if (at === path.dirname(at)) return false;
  }
}

function filesOf(folder: string, names: readonly Buffer[]): FoundFile[] {
  const inside = insideCheck(folder);
  const files: FoundFile[] = [];
  for (const name of names) {
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
