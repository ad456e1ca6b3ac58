import fs from 'node:fs';
import { join, type Ignores, type Level } from './ignores';

export interface FoundFile {
  /** Relative to the folder, with `/`; what is no UTF-8 in its name is shown as U+FFFD. */
  readonly file: string;
  /** What to open: absolute, and bytes when the name is no UTF-8. */
  readonly at: string | Buffer;
}

export interface WalkFolder extends FoundFile {
  readonly segments: readonly string[];
  readonly level: Level;
}

/** Where a walk begins. */
export function topOf(folder: string, ignores: Ignores): WalkFolder {
  return { file: '', at: folder, segments: ignores.segments('').slice(0, -1), level: ignores.top };
}

export interface Listing {
  readonly files: FoundFile[];
  readonly folders: WalkFolder[];
}

/** Reads one folder. `wants` is asked before the ignore rules are. Throws what reading the folder throws. */
export function listFolder(folder: WalkFolder, ignores: Ignores, wants: (name: string) => boolean): Listing {
  return sortOut(folder, fs.readdirSync(folder.at, { withFileTypes: true }), ignores, wants);
}

/** The same without blocking. */
export async function listFolderAsync(
  folder: WalkFolder,
  ignores: Ignores,
  wants: (name: string) => boolean,
): Promise<Listing> {
  return sortOut(folder, await fs.promises.readdir(folder.at, { withFileTypes: true }), ignores, wants);
}

/** Symbolic links are not followed; sockets, pipes and devices are no files. */
function sortOut(
  folder: WalkFolder,
  entries: readonly fs.Dirent[],
  ignores: Ignores,
  wants: (name: string) => boolean,
): Listing {
  const names = new Set(entries.map((e) => e.name));
  const isTop = folder.file === '';
  const level = isTop ? folder.level : ignores.enter(folder.level, folder.at, folder.segments.length, names);
  const raw = entries.some((e) => e.name.includes('\uFFFD')) ? rawNames(folder.at) : undefined;
  const listing: Listing = { files: [], folders: [] };
  for (const entry of entries) {
    const { name } = entry;
    const isDirectory = entry.isDirectory();
    if (name === '.git' || (!isDirectory && !(entry.isFile() && wants(name)))) continue;
    const segments = [...folder.segments, name];
    if (ignores.ignores(level, segments, isDirectory)) continue;
    for (const at of raw?.has(name) ? raw.get(name)! : [name]) {
      const found = { file: isTop ? name : `${folder.file}/${name}`, at: join(folder.at, at) };
      if (isDirectory) listing.folders.push({ ...found, segments, level });
      else listing.files.push(found);
    }
    if (raw?.has(name)) raw.set(name, []);
  }
  return listing;
}

/** Names whose bytes are no UTF-8, by how they are shown; several may look the same. */
function rawNames(folder: string | Buffer): Map<string, Buffer[]> {
  const names = new Map<string, Buffer[]>();
  for (const raw of fs.readdirSync(folder, { encoding: 'buffer' })) {
    const shown = raw.toString();
    if (!shown.includes('\uFFFD')) continue;
    names.set(shown, [...(names.get(shown) ?? []), raw]);
  }
  return names;
}

export interface WalkOptions {
  /** Folders (relative, with `/`) that are not entered. */
  readonly leaves: (folder: string) => boolean;
  readonly onUnreadable: (folder: string, error: NodeJS.ErrnoException) => void;
}

/** Every file below a folder that the rules do not leave out, folder by folder. */
export function* walk(folder: string, ignores: Ignores, options: WalkOptions): Generator<FoundFile> {
  const open: WalkFolder[] = [topOf(folder, ignores)];
  for (let next = open.pop(); next; next = open.pop()) {
    try {
      const { files, folders } = listFolder(next, ignores, () => true);
      for (const sub of folders) if (!options.leaves(sub.file)) open.push(sub);
      yield* files;
    } catch (error) {
      options.onUnreadable(next.file, error as NodeJS.ErrnoException);
    }
  }
}
