import { globProblem } from '../outcomes/globs';

/**
 * A glob of another tool's settings as one for `policy.ignore`, which is relative to the folder, needs `**` to reach
 * deeper, and matches files. Theirs go to ripgrep or to gitignore-like matching, where a name without a slash is looked for everywhere and a folder
 * stands for all that is in it. null for what has no equal here.
 */
export function toIgnoreGlob(written: string): string | null {
  let glob = written.trim().replace(/\\(?=[\p{L}\p{N}*_.])/gu, '/');
  if (glob === '' || glob.startsWith('!') || /\p{Cc}/u.test(glob)) return null;
  glob = glob.replace(/^\$\{workspace(?:Folder|Root)(?::[^}]*)?\}\/?/, '/');
  const anchored = /^\.?\//.test(glob);
  glob = glob.replace(/^(?:\.?\/)+/, '');
  if (glob === '' || globProblem(glob) !== null) return null;
  const folder = glob.endsWith('/');
  glob = glob.replace(/\/+$/, '');
  if (!anchored && !glob.includes('/') && glob !== '**') glob = `**/${glob}`;
  return folder || isFolder(glob) ? `${glob.replace(/(?:\/\*\*?)+$/, '')}/**` : glob;
}

/** Ends with `*`, which was all of a folder, or in a name without an ending, as folders have it. */
function isFolder(glob: string): boolean {
  const name = /[^/]*$/.exec(glob)![0];
  if (name === '*') return glob !== '*' && glob !== '**/*';
  return name !== '**' && /^[\w-]+$/.test(name);
}
