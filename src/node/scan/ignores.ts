import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseIgnoreFile, type IgnoreRules, type Verdict } from './gitignore';

/** The ignore files of one folder and of those above it. Paths are absolute, as segments from the root. */
export interface Level {
  readonly above: Level | undefined;
  /** Segments of the folder's own path. */
  readonly depth: number;
  readonly sources: Readonly<Partial<Record<Source, IgnoreRules>>>;
  /** The folder is the top of a repository: rules of git above it do not reach below. */
  readonly hasGit: boolean;
  /** This folder or one above is a repository's: without one git's rules do not count. */
  readonly inGit: boolean;
}

/** Where rules are written, the strongest first, in ripgrep's order. */
type Source = 'rg' | 'dot' | 'git' | 'exclude';
const FILES: readonly (readonly [name: string, source: Source])[] = [
  ['.rgignore', 'rg'],
  ['.ignore', 'dot'],
  ['.gitignore', 'git'],
];

/**
 * Which files are left out of a scan: git's ignore rules (gitignore(5): every .gitignore, .git/info/exclude and the
 * user's core.excludesFile) and, unless `gitOnly`, ripgrep's own (.ignore and .rgignore, stronger than git's).
 */
export class Ignores {
  private readonly gitOnly: boolean;
  /** `/`, or a drive. */
  private readonly root: string;
  private readonly folder: readonly string[];
  private readonly global: IgnoreRules | undefined;
  /** The level of the folder itself. */
  readonly top: Level;

  constructor(folder: string, options: { readonly gitOnly: boolean }) {
    this.gitOnly = options.gitOnly;
    const real = realPath(folder);
    this.root = path.parse(real).root;
    this.folder = real
      .slice(this.root.length)
      .split(path.sep)
      .filter((s) => s !== '');
    this.global = readRules(globalExcludesFile());
    let level: Level | undefined;
    for (let depth = 0; depth <= this.folder.length; depth++) {
      level = this.enter(level, path.join(this.root, ...this.folder.slice(0, depth)), depth, undefined);
    }
    this.top = level!;
  }

  /** Segments of a path given relative to the folder, with `/`. */
  segments(file: string): string[] {
    return [...this.folder, ...file.split('/')];
  }

  /** `names`: what the folder holds, if that is known; it saves looking for ignore files that are not there. */
  enter(
    above: Level | undefined,
    folder: string | Buffer,
    depth: number,
    names: ReadonlySet<string> | undefined,
  ): Level {
    const sources: Partial<Record<Source, IgnoreRules>> = {};
    let found = above === undefined;
    const has = (name: string): boolean => names?.has(name) ?? fs.existsSync(join(folder, name));
    for (const [name, source] of FILES) {
      if ((this.gitOnly && source !== 'git') || !has(name)) continue;
      const rules = readRules(join(folder, name));
      if (!rules) continue;
      sources[source] = rules;
      found = true;
    }
    const hasGit = has('.git');
    if (hasGit) {
      const exclude = readRules(excludeFile(folder));
      if (exclude) sources.exclude = exclude;
      found = true;
    }
    if (!found) return above!;
    return { above, depth, sources, hasGit, inGit: hasGit || (above?.inGit ?? false) };
  }

  /** Whether the rules leave out this file or folder itself; that its folders are kept is taken for granted. */
  ignores(level: Level, segments: readonly string[], isDirectory: boolean): boolean {
    const verdicts: Partial<Record<Source, Verdict>> = {};
    let gitReaches = level.inGit;
    for (let at: Level | undefined = level; at; at = at.above) {
      for (const source of ['rg', 'dot', 'git', 'exclude'] as const) {
        const rules = at.sources[source];
        if (!rules || verdicts[source]) continue;
        if (!gitReaches && (source === 'git' || source === 'exclude')) continue;
        verdicts[source] = rules.verdict(segments.slice(at.depth), isDirectory);
      }
      if (at.hasGit) gitReaches = false;
    }
    const global = () =>
      level.inGit ? this.global?.verdict(segments.slice(this.folder.length), isDirectory) : undefined;
    const verdict = verdicts.rg ?? verdicts.dot ?? verdicts.git ?? verdicts.exclude ?? global();
    return verdict === 'ignored';
  }

  /** Whether a file, or a folder that it is in, is left out. Reads the ignore files as they are now. */
  ignoresFile(file: string): boolean {
    const segments = this.segments(file);
    let level = this.top;
    for (let depth = this.folder.length + 1; depth <= segments.length; depth++) {
      const isDirectory = depth < segments.length;
      const part = segments.slice(0, depth);
      if (part.at(-1) === '.git' || this.ignores(level, part, isDirectory)) return true;
      if (isDirectory) level = this.enter(level, path.join(this.root, ...part), depth, undefined);
    }
    return false;
  }
}

/** Joins what may be bytes that are no valid UTF-8. */
export function join(folder: string | Buffer, name: string | Buffer): string | Buffer {
  if (typeof folder === 'string' && typeof name === 'string') return `${folder}${path.sep}${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from(path.sep), Buffer.from(name)]);
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function readRules(file: string | Buffer | undefined): IgnoreRules | undefined {
  const text = file === undefined ? undefined : readText(file);
  return text === undefined ? undefined : parseIgnoreFile(text);
}

function readText(file: string | Buffer): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** In a worktree `.git` is a file that names the folder, and info/exclude is in the folder all worktrees share. */
export function excludeFile(folder: string | Buffer): string | Buffer | undefined {
  const dotGit = join(folder, '.git');
  const pointer = readText(dotGit);
  if (pointer === undefined) return join(join(dotGit, 'info'), 'exclude');
  const named = /^gitdir: (.*)/.exec(pointer)?.[1]?.trimEnd();
  if (named === undefined) return undefined;
  const gitDir = path.resolve(folder.toString(), named);
  const common = readText(path.join(gitDir, 'commondir'))?.trim();
  return common === undefined ? undefined : path.join(path.resolve(gitDir, common), 'info', 'exclude');
}

/**
 * The user's core.excludesFile, by default $XDG_CONFIG_HOME/git/ignore. Looked up as ripgrep does it, by these two
 * files and this pattern: git itself may know another one, but a walk and a search have to agree.
 */
export function globalExcludesFile(): string {
  const home = os.homedir();
  const xdg = process.env['XDG_CONFIG_HOME'] ?? '';
  const config = path.join(xdg === '' ? path.join(home, '.config') : xdg, 'git');
  for (const file of [path.join(home, '.gitconfig'), path.join(config, 'config')]) {
    const stated = /^\s*excludesfile\s*=\s*"?\s*(\S+?)\s*"?\s*$/im.exec(readText(file) ?? '')?.[1];
    if (stated !== undefined) return stated.replace(/^~(?=\/|$)/, home);
  }
  return path.join(config, 'ignore');
}
