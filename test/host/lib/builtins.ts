import fs from 'node:fs';
import path from 'node:path';
import { type Release, serverRoot } from './releases';

/** What the extension talks to, and what that needs. */
const TALKED_TO = new Set(['git', 'git-base', 'markdown-language-features']);

/**
 * Fills an empty folder with links to the built-in extensions of a release's server that only declare something, such
 * as languages, grammars and themes, and to those that the extension asks; gives the folder. The others, such as the
 * servers of TypeScript, would take a tenth of the time of a suite.
 */
export function makeQuietBuiltins(release: Release, dir: string): string {
  const all = path.join(serverRoot(release), 'extensions');
  fs.mkdirSync(dir, { recursive: true });
  for (const name of fs.readdirSync(all))
    if (isExtension(path.join(all, name)) && (TALKED_TO.has(name) || !runsCode(path.join(all, name))))
      fs.symlinkSync(path.join(all, name), path.join(dir, name), 'junction');
  return dir;
}

const manifestOf = (extension: string): string => path.join(extension, 'package.json');

/** Beside the extensions there are the modules that some of them load. */
const isExtension = (dir: string): boolean => fs.existsSync(manifestOf(dir));

function runsCode(extension: string): boolean {
  const { main, browser } = JSON.parse(fs.readFileSync(manifestOf(extension), 'utf8')) as {
    readonly main?: string;
    readonly browser?: string;
  };
  return main !== undefined || browser !== undefined;
}
