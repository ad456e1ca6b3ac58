import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Files that may be gone at any time. */
export interface Store {
  /** undefined when there is none, or none that can be read or trusted. */
  load(name: string): Promise<Buffer | undefined>;
  /** Whoever loads gets all of this or all of what was before. Never fails: what cannot be kept is not there. */
  save(name: string, make: () => Promise<Buffer | null>): Promise<void>;
}

export interface StoreLimits {
  /** Bytes of all files together; those that were used longest ago go first. */
  readonly bytes?: number;
  /** Milliseconds that a file may lie unused. */
  readonly age?: number;
}

const BYTES = 256 * 1024 * 1024;
const AGE = 30 * 24 * 3600 * 1000;

/** Longer than anybody takes to write one file. */
const ABANDONED = 3600 * 1000;

/** Files in `directory` (an absolute path), which is made when something is saved; for the user alone. */
export function createStore(directory: string, { bytes: most = BYTES, age = AGE }: StoreLimits = {}): Store {
  const pathOf = (name: string): string =>
    path.join(directory, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}${KEPT}`);
  return {
    async load(name) {
      try {
        return await readOwn(pathOf(name), most);
      } catch {
        return undefined;
      }
    },
    async save(name, make) {
      const file = pathOf(name);
      // Two may save at once: each writes a file of its own, and the last to rename it wins.
      const own = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`;
      try {
        await fs.promises.mkdir(directory, { recursive: true, mode: 0o700 });
        const bytes = await make();
        if (bytes === null || bytes.length > most / 2) return;
        await fs.promises.writeFile(own, bytes, { flag: 'wx', mode: 0o600 });
        await fs.promises.rename(own, file);
        await tidy(directory, most, age);
      } catch {
        await fs.promises.rm(own, { force: true }).catch(() => undefined);
      }
    },
  };
}

const KEPT = '.report';

/** Rejects what another user put there. Being read counts as being used. */
async function readOwn(file: string, most: number): Promise<Buffer | undefined> {
  const handle = await fs.promises.open(file, 'r');
  try {
    const stat = await handle.stat();
    const isOwn = process.getuid === undefined || stat.uid === process.getuid();
    if (!stat.isFile() || !isOwn || stat.size > most) return undefined;
    const now = new Date();
    await handle.utimes(now, now).catch(() => undefined);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Removes what is too old or too much, and what somebody began to write and never ended. */
async function tidy(directory: string, most: number, age: number): Promise<void> {
  const names = (await fs.promises.readdir(directory)).filter((name) => name.includes(KEPT));
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(directory, name);
      const stat = await fs.promises.stat(file).catch(() => undefined);
      return { file, size: stat?.size ?? 0, used: stat?.mtimeMs ?? 0, isWhole: name.endsWith(KEPT) };
    }),
  );
  const now = Date.now();
  let kept = 0;
  for (const { file, size, used, isWhole } of files.sort((a, b) => b.used - a.used)) {
    if (isWhole) kept += size;
    if (now - used > (isWhole ? age : ABANDONED) || kept > most) await fs.promises.rm(file, { force: true });
  }
}
