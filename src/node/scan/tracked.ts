import fs from 'node:fs';
import path from 'node:path';
import { createGitCommand, type GitCommand, GitFailure } from '../git/command';
import type { GitListing, Lister } from '../git/listing';
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
  const git = createGitCommand('git', folder, signal, patience);
  try {
    return filesOf(folder, await listed(git, ['ls-files', '-z', '-c', '-i', '--exclude-standard']));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    log(`git could not list tracked files that are ignored: ${error.message}`);
    return [];
  }
}

/**
 * The same for a search by the ignore rules that says what it leaves out. Git reads every folder to tell which tracked
 * files are ignored; whether there is a tracked file at all in what was left out, it tells from its index alone.
 */
export class TrackedLeftOut {
  readonly left: string[] = [];
  private all: Promise<FoundFile[]> | undefined;
  private readonly expected:
    { readonly left: readonly string[]; readonly isNone: Promise<boolean> } | undefined;

  /**
   * @param expected what it will probably leave out, of which git is asked while it searches
   * @param list what git lists, where that is wanted anyway: then it is not asked once more
   */
  constructor(
    private readonly folder: string,
    private readonly signal: AbortSignal,
    private readonly log: (message: string) => void,
    expected: readonly string[] = [],
    private readonly list?: Lister<GitListing>,
  ) {
    if (expected.length === 0 || expected.length > MOST_ASKED) return;
    const isNone = this.noneIsTracked(expected);
    isNone.catch(() => undefined); // awaited where it was right
    this.expected = { left: [...expected].sort(), isNone };
  }

  /** A file or a folder, relative with `/`, that the search does not look into. */
  leave(path: string): void {
    if (this.all !== undefined) return;
    this.left.push(path);
    // What is no UTF-8 cannot be asked for by its name.
    if (this.left.length > MOST_ASKED || path.includes('\uFFFD')) void this.askAll();
  }

  /** Once the search has ended: every tracked file that it has left out for an ignore rule of git, perhaps others. */
  async found(): Promise<FoundFile[]> {
    if (this.all !== undefined) return this.all;
    if (this.left.length === 0) return [];
    const { expected, left } = this;
    const isAsExpected = expected !== undefined && isSame(expected.left, [...left].sort());
    const isNone = await (isAsExpected ? expected.isNone : this.noneIsTracked(left));
    return isNone ? [] : this.askAll();
  }

  /** For when there was no search, or none that can be trusted. */
  askAll(): Promise<FoundFile[]> {
    if (this.all === undefined) {
      this.all = trackedThoughIgnored(this.folder, this.signal, this.log);
      this.all.catch(() => undefined); // awaited by who asks
    }
    return this.all;
  }

  private async noneIsTracked(left: readonly string[]): Promise<boolean> {
    if (!isInRepository(this.folder)) return true;
    const git = createGitCommand('git', this.folder, this.signal);
    try {
      if (this.list && left.length <= FEW && left.every(isPlain))
        return !(await this.list(this.signal)).tracks(left);
      const names = await listed(git, ['--literal-pathspecs', 'ls-files', '-z', '--', ...left]);
      return names.length === 0;
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      return false;
    }
  }
}

/** More paths are not searched for in the whole list of git's, one by one. */
const FEW = 8;

/** More paths are not asked for: git compares each with every file of its index. */
const MOST_ASKED = 32;

/** Systems differ in how they spell other names, which git knows. */
function isPlain(name: string): boolean {
  return /^[ -~]+$/.test(name);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

async function listed(git: GitCommand, args: readonly string[]): Promise<Buffer[]> {
  const names: Buffer[] = [];
  await git.records(args, (name) => names.push(name));
  return names;
}

export function isInRepository(folder: string): boolean {
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
