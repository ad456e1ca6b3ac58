import path from 'node:path';

/** The path of a file relative to a folder, with `/`: '' for the folder itself; undefined for what lies outside of it. */
export function pathInside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file).split(path.sep).join('/');
  const isOutside = /^\.\.(?:\/|$)/.test(relative) || path.isAbsolute(relative);
  return isOutside ? undefined : relative;
}
