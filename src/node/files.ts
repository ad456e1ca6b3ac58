import fs from 'node:fs';
import path from 'node:path';
import type { Files, Logger } from '../workspace/ports';
import { Ignores } from './scan/ignores';
import { listFolderAsync, topOf, type WalkFolder } from './scan/walk';

export interface FilesOptions {
  readonly logger: Logger;
}

/** A larger file is not read. */
const LARGEST = 50 * 1024 * 1024;
/** Folders listed at one time; libuv has four threads for them. */
const LISTINGS = 8;

/** The files of one folder (an absolute path). Runs no process. */
export function createFiles(folder: string, { logger }: FilesOptions): Files {
  const top = path.resolve(folder);
  return {
    findOutcomesFiles: (signal) => findOutcomesFiles(top, signal, logger),
    read: (file) => read(path.join(top, file), logger),
  };
}

/**
 * Walks the folder itself, because a list of all files from ripgrep or git costs as much as a whole scan: here the
 * ignore rules are asked only about folders and about the few files that have the name.
 */
async function findOutcomesFiles(folder: string, signal: AbortSignal, logger: Logger): Promise<string[]> {
  const ignores = new Ignores(folder, { gitOnly: true });
  const found: string[] = [];
  const open: WalkFolder[] = [topOf(folder, ignores)];
  const isOutcomesFile = (name: string): boolean => name === 'outcomes.yml' || name === 'outcomes.yaml';
  while (open.length > 0) {
    signal.throwIfAborted();
    // From the end: a deep tree keeps few folders waiting.
    const batch = open.splice(-LISTINGS);
    const listings = await Promise.all(
      batch.map(async (next) => {
        try {
          return await listFolderAsync(next, ignores, isOutcomesFile);
        } catch (error) {
          const { code, message } = error as NodeJS.ErrnoException;
          if (code !== 'ENOENT' && code !== 'ENOTDIR')
            logger.warn(`${next.file || folder} is not searched: ${message}`);
          return { files: [], folders: [] };
        }
      }),
    );
    for (const { files, folders } of listings) {
      found.push(...files.map((f) => f.file));
      for (const sub of folders) open.push(sub);
    }
  }
  signal.throwIfAborted();
  return found.sort();
}

async function read(file: string, logger: Logger): Promise<string | undefined> {
  try {
    const handle = await fs.promises.open(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return undefined;
      if (stat.size <= LARGEST) return decodeText(await handle.readFile());
      logger.warn(`${file} is larger than 50 MB and is not read.`);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') logger.warn(`${file} cannot be read: ${message}`);
  }
  return undefined;
}

/** UTF-8, or UTF-16 when a byte order mark says so; the mark is kept off. Never fails: bad bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
