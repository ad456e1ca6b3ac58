import fs from 'node:fs';
import path from 'node:path';

/**
 * Names the program whose files lie in `dist`: a release by its version, and by its files one that is being worked on.
 * undefined when that is no build.
 */
export function buildOf(dist: string, version: string): string | undefined {
  try {
    const files = fs.readdirSync(dist).filter((name) => /\.(?:js|css)$/.test(name));
    if (!files.includes('review.js')) return undefined;
    const parts = files.sort().map((name) => {
      const { size, mtimeMs } = fs.statSync(path.join(dist, name));
      return [name, size, mtimeMs];
    });
    return JSON.stringify([version, process.version, parts]);
  } catch {
    return undefined;
  }
}
