import { compileGlobs } from '../../core';

/** What one ignore file says of a path: ignored, kept by a `!` rule, or nothing. */
export type Verdict = 'ignored' | 'kept' | undefined;

/** The rules of one ignore file. */
export interface IgnoreRules {
  /** `segments`: the path relative to the folder of the ignore file. The last rule that matches decides. */
  verdict(segments: readonly string[], isDirectory: boolean): Verdict;
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly kept: boolean;
  readonly directoriesOnly: boolean;
  /** The rule has no slash, so it is about the name alone, at any depth. */
  readonly nameOnly: boolean;
}

/** Reads a .gitignore (gitignore(5)) as ripgrep does; undefined when it holds no rules. */
export function parseIgnoreFile(text: string): IgnoreRules | undefined {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(parseRule)
    .filter((rule) => rule !== undefined)
    .reverse();
  if (rules.length === 0) return undefined;
  return {
    verdict(segments, isDirectory) {
      const path = segments.join('/');
      const name = segments.at(-1)!;
      for (const rule of rules) {
        if (rule.directoriesOnly && !isDirectory) continue;
        if (rule.matches(rule.nameOnly ? name : path)) return rule.kept ? 'kept' : 'ignored';
      }
      return undefined;
    },
  };
}

function parseRule(line: string): Rule | undefined {
  if (line.startsWith('#')) return undefined;
  let glob = trimEnd(line);
  const kept = glob.startsWith('!');
  if (kept) glob = glob.slice(1);
  const anchored = glob.startsWith('/');
  if (anchored) glob = glob.slice(1);
  const directoriesOnly = glob.endsWith('/');
  if (directoriesOnly) glob = glob.slice(0, -1);
  if (glob === '') return undefined;
  // `a/**` is what is in a, not a itself.
  if (glob.endsWith('/**')) glob += '/*';
  return {
    // To compileGlobs a ! at the beginning means something; here it is a character (`/!name`).
    matches: compileGlobs([glob.startsWith('!') ? `\\${glob}` : glob]),
    kept,
    directoriesOnly,
    nameOnly: !anchored && !glob.includes('/') && !glob.includes('**'),
  };
}

/** Spaces at the end count only when the last is escaped. */
function trimEnd(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.endsWith('\\ ') ? text : text.trimEnd();
}
