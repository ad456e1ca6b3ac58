import fs from 'node:fs';
import path from 'node:path';

/** Up to so many files are looked at one by one. */
const MOST = 10_000;

/**
 * The files that a watcher's names stand for: a folder that came, by a move or out of an archive, may be one event
 * whatever it holds. Ignored files are among them, what is behind a link is not. undefined when everything is to be
 * looked at: a repository came, or more than a few files.
 * @param folder absolute
 * @param names relative to it, with `/`; one may be gone already
 */
export function filesNamed(
  folder: string,
  names: Iterable<string>,
  most = MOST,
): readonly string[] | undefined {
  const files = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files.has(name)) continue;
    files.add(name);
    for (const child of namesIn(path.join(folder, name))) {
      if (child === '.git') return undefined;
      waiting.push(`${name}/${child}`);
    }
    if (files.size + waiting.length > most) return undefined;
  }
  return [...files];
}

/** [] for what is no folder. */
function namesIn(at: string): readonly string[] {
  try {
    return fs.lstatSync(at, { throwIfNoEntry: false })?.isDirectory() ? fs.readdirSync(at) : [];
  } catch {
    return []; // gone meanwhile, or not for us to read
  }
}
