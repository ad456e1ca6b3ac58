import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Where the bytes of one folder's index lie between sessions. Both reject with what the system says. */
export interface IndexStore {
  /** null when nothing was saved yet. */
  load(): Promise<Uint8Array | null>;
  /** Whoever loads gets all that was saved last, or all of what was before, never a mixture. */
  save(bytes: Uint8Array): Promise<void>;
}

/** Larger than an index of a million TODOs; what is beyond is none. */
const LARGEST = 512 * 1024 * 1024;

/**
 * A file of its own for each folder (an absolute path) in `directory`, which is made when something is saved.
 * @param kind what it is of; its extension
 */
export function createFileStore(
  directory: string,
  folder: string,
  kind: 'index' | 'shown' = 'index',
): IndexStore {
  const file = fileOf(directory, folder, kind);
  return {
    async load() {
      try {
        const { size } = await fs.promises.stat(file);
        if (size > LARGEST) throw new Error(`${file} is larger than an index can be`);
        return await fs.promises.readFile(file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async save(bytes) {
      await fs.promises.mkdir(directory, { recursive: true });
      // Two windows may save at once: each writes a file of its own, and the last to rename it wins.
      const own = `${file}.${process.pid}-${crypto.randomBytes(6).toString('hex')}`;
      try {
        await fs.promises.writeFile(own, bytes, { flag: 'wx', mode: 0o600 });
        await fs.promises.rename(own, file);
        await removeLeft(directory, `${path.basename(file)}.`);
      } catch (error) {
        await fs.promises.rm(own, { force: true }).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Whether something was saved; it may be of no use. */
export function isSaved(directory: string, folder: string): boolean {
  return fs.existsSync(fileOf(directory, folder, 'index'));
}

function fileOf(directory: string, folder: string, kind: 'index' | 'shown'): string {
  const name = crypto.createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return path.join(directory, `${name}.${kind}`);
}

/** Milliseconds after which nobody still writes a file. */
const LONG_AGO = 60 * 60 * 1000;

/** What a process wrote that was killed before it was whole. */
async function removeLeft(directory: string, start: string): Promise<void> {
  const names = await fs.promises.readdir(directory).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(start))) {
    const file = path.join(directory, name);
    const stat = await fs.promises.stat(file).catch(() => undefined);
    if (stat && Date.now() - stat.mtimeMs > LONG_AGO) await fs.promises.rm(file, { force: true });
  }
}
