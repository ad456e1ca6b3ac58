import fs from 'node:fs';
import path from 'node:path';
import type { ExplainedPlace } from '../../core';
import { pathInside } from '../path-inside';
import { parseIgnoreFile, type Verdict } from '../scan/gitignore';
import { excludeFile, globalExcludesFile, Ignores, type Level } from '../scan/ignores';

/** The rule by which a file is ignored. */
export interface IgnoringRule {
  /** What it matches: the file or a folder that holds it, relative with `/`. */
  readonly at: string;
  /** Whose file it is in: ripgrep's rules hold for what git tracks, too. */
  readonly by: 'git' | 'ripgrep';
  /** null when the file that holds it cannot be read any more. */
  readonly rule: { readonly text: string; readonly place: ExplainedPlace } | null;
}

/**
 * The rule that leaves a file of the folder (an absolute path) out of a scan; null when none does. Whether one does is
 * the scanner's own word; here it is only found again among the lines.
 */
export function ignoringRule(folder: string, file: string): IgnoringRule | null {
  const ignores = new Ignores(folder, { gitOnly: false });
  const real = realPath(folder);
  const absolute = (part: readonly string[]): string => path.join(path.parse(real).root, ...part);
  const segments = ignores.segments(file);
  const names = file.split('/');
  const above = segments.length - names.length;
  let { top: level } = ignores;
  for (let depth = above + 1; depth <= segments.length; depth++) {
    const part = segments.slice(0, depth);
    const isDirectory = depth < segments.length;
    if (ignores.ignores(level, part, isDirectory)) {
      const found = deciding(level, part, above, isDirectory, absolute);
      const at = names.slice(0, depth - above).join('/');
      return { at, by: found?.by ?? 'git', rule: found && ruleIn(real, found, isDirectory) };
    }
    if (isDirectory) level = ignores.enter(level, absolute(part), depth, undefined);
  }
  return null;
}

/** An ignore file that decides, and the path as its rules see it. */
interface Deciding {
  readonly by: IgnoringRule['by'];
  readonly ignoreFile: string;
  readonly segments: readonly string[];
}

type Source = keyof Level['sources'];
const STRONGEST_FIRST: readonly Source[] = ['rg', 'dot', 'git', 'exclude'];

/** In the order of the scanner: by source, then the nearest folder. Undefined only if files change meanwhile. */
function deciding(
  level: Level,
  segments: readonly string[],
  folderDepth: number,
  isDirectory: boolean,
  absolute: (segments: readonly string[]) => string,
): Deciding | null {
  for (const source of STRONGEST_FIRST) {
    const isGits = source === 'git' || source === 'exclude';
    let reaches = !isGits || level.inGit;
    for (let at: Level | undefined = level; at; at = at.above) {
      const inside = segments.slice(at.depth);
      const verdict: Verdict = reaches ? at.sources[source]?.verdict(inside, isDirectory) : undefined;
      if (verdict !== undefined) {
        const ignoreFile = fileOf(source, absolute(segments.slice(0, at.depth)));
        return ignoreFile === undefined
          ? null
          : { by: isGits ? 'git' : 'ripgrep', ignoreFile, segments: inside };
      }
      if (at.hasGit && isGits) reaches = false;
    }
  }
  return level.inGit
    ? { by: 'git', ignoreFile: globalExcludesFile(), segments: segments.slice(folderDepth) }
    : null;
}

function fileOf(source: Source, folder: string): string | undefined {
  switch (source) {
    case 'rg':
      return path.join(folder, '.rgignore');
    case 'dot':
      return path.join(folder, '.ignore');
    case 'git':
      return path.join(folder, '.gitignore');
    case 'exclude':
      return excludeFile(folder)?.toString();
  }
}

/** The last line that matches is the one that counts. */
function ruleIn(
  folder: string,
  { ignoreFile, segments }: Deciding,
  isDirectory: boolean,
): IgnoringRule['rule'] {
  let text: string;
  try {
    text = fs.readFileSync(ignoreFile, 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  const line = lines.findLastIndex(
    (one) => parseIgnoreFile(one)?.verdict(segments, isDirectory) !== undefined,
  );
  if (line < 0) return null;
  const rule = lines[line]!.replace(/\r$/, '');
  const range = { start: { line, character: 0 }, end: { line, character: rule.length } };
  return { text: rule, place: { file: shownPath(folder, ignoreFile), range } };
}

/** Relative with `/` inside of the folder, absolute outside. */
function shownPath(folder: string, file: string): string {
  return pathInside(folder, file) ?? file;
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
