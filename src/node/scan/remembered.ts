import fs from 'node:fs';
import type { ScanRequest } from '../../workspace/ports';
import type { Candidate, Examined } from './examine';

/** What the system says of a file that changes with its contents. */
export interface Stamp {
  readonly inode: number;
  readonly size: number;
  /** When it was written, in milliseconds since 1970; a program may set it. */
  readonly modified: number;
  /** When it or what is said of it was changed; no program can set that. */
  readonly changed: number;
}

export function stampOf({ ino, size, mtimeMs, ctimeMs }: fs.Stats): Stamp {
  return { inode: ino, size, modified: mtimeMs, changed: ctimeMs };
}

/** What is known of a file besides its TODOs, which who asked for the scan has. */
export interface Known extends Omit<Examined, 'todos' | 'stamp'> {
  readonly hasTodos: boolean;
}

interface Entry extends Known {
  readonly stamp: Stamp;
  readonly places: number;
}

/**
 * A file that was written to shortly before it was read may be written to once more within the same tick of the file
 * system's clock, and look as it did (git's "racy" index entries). Two seconds is the coarsest tick, that of FAT.
 */
const TICK = 2000;

/**
 * What the last whole scan met, so that the next one need not read again what is as it was. Two must agree: the system,
 * by its stamp of the file, and ripgrep, which has read the file again and says where its tag words are.
 */
export class Remembered {
  private scan: number | undefined;
  private scopes = '';
  private entries = new Map<string, Entry>();
  private leftOut: readonly string[] = [];

  /** Remembers a scan that has ended well. */
  keep(scan: number, request: ScanRequest, notes: Notes): void {
    this.scan = scan;
    this.scopes = JSON.stringify(request.scopes);
    this.entries = notes.entries;
    this.leftOut = notes.leftOut;
  }

  /** For the next scan. It may trust what is known only when it asks the same, and has what the scan `since` gave. */
  notes(request: ScanRequest, since: number | undefined): Notes {
    const isSame =
      since !== undefined && since === this.scan && JSON.stringify(request.scopes) === this.scopes;
    return isSame ? new Notes(this.entries, this.leftOut) : new Notes(new Map(), []);
  }
}

/** What one scan learns, and may use of what the one before did. */
export class Notes {
  readonly entries = new Map<string, Entry>();
  /** What the search left out for an ignore rule. */
  leftOut: readonly string[] = [];

  constructor(
    private readonly before: ReadonlyMap<string, Entry>,
    readonly leftOutBefore: readonly string[],
  ) {}

  /** What is known of a file that is as it was; undefined when it has to be read. */
  recall(name: string, candidate: Candidate): Known | undefined {
    const entry = this.before.get(name);
    if (entry === undefined || entry.places !== placesOf(candidate) || !isAt(candidate.at, entry.stamp))
      return undefined;
    this.entries.set(name, entry);
    return entry;
  }

  /** @param readAt the time before it was read, in milliseconds since 1970 */
  note(name: string, candidate: Candidate, { todos, stamp, ...rest }: Examined, readAt: number): void {
    if (stamp === undefined || candidate.hits === undefined || !isSettled(stamp, readAt)) return;
    // Of names that are no UTF-8 several may look the same to who asked.
    if (typeof candidate.at !== 'string') return;
    this.entries.set(name, { ...rest, hasTodos: todos.length > 0, stamp, places: placesOf(candidate) });
  }
}

/** A file system that does not tell when a file was changed says 0. */
function isSettled({ modified, changed }: Stamp, readAt: number): boolean {
  return changed > 0 && Math.max(modified, changed) + TICK < readAt;
}

function isAt(at: string | Buffer, stamp: Stamp): boolean {
  try {
    const stat = fs.lstatSync(at, { throwIfNoEntry: false });
    if (!stat?.isFile()) return false;
    const now = stampOf(stat);
    return (
      now.inode === stamp.inode &&
      now.size === stamp.size &&
      now.modified === stamp.modified &&
      now.changed === stamp.changed
    );
  } catch {
    return false;
  }
}

/** A digest of where the tag words of a file are, and of how many there are (FNV-1a over 32-bit words). */
function placesOf({ hits = [], lines = [], more = 0 }: Candidate): number {
  let hash = 0x811c9dc5;
  for (const place of hits) hash = Math.imul(hash ^ place, 0x01000193);
  for (const line of lines) hash = Math.imul(hash ^ line, 0x01000193);
  return Math.imul(hash ^ more, 0x01000193);
}
