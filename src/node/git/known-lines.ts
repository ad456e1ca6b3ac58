import type { LineRun } from '../../core';

/** Of so many pairs of contents; a branch rarely has more files than a tenth of that. */
const MOST = 20_000;

/**
 * The lines that one content has more than another, by the ids of both: what git compared once need not be compared
 * again when a branch is checked out once more, or a folder is opened again. Bounded; what was used last stays.
 */
export class KnownLines {
  /** Runs as `first-last` or `first`, which takes a fifth of the memory of objects. */
  private readonly read = new Map<string, string>();
  private packed: string | undefined;
  /** What another has packed, not looked into yet. */
  private unread = '';

  constructor(private readonly most = MOST) {}

  get(before: string, after: string): readonly LineRun[] | undefined {
    const { runs } = this;
    const key = keyOf(before, after);
    const written = runs.get(key);
    if (written === undefined) return undefined;
    runs.delete(key);
    runs.set(key, written);
    return readRuns(written);
  }

  set(before: string, after: string, lines: readonly LineRun[]): void {
    const { runs } = this;
    const key = keyOf(before, after);
    runs.delete(key);
    runs.set(key, writeRuns(lines));
    if (runs.size > this.most) runs.delete(runs.keys().next().value!);
    this.packed = undefined;
  }

  /** All of it as one text, which is stored and cloned as fast as bytes are; made again only after a change. */
  pack(): string {
    return (this.packed ??= [...this.runs].map(([key, runs]) => `${key} ${runs}\n`).join(''));
  }

  /** Takes what another has packed, and looks into it when it is asked for something. */
  unpack(packed: string): void {
    this.unread = packed;
    this.packed = this.read.size === 0 ? packed : undefined;
  }

  private get runs(): Map<string, string> {
    if (this.unread === '') return this.read;
    for (const line of this.unread.split('\n')) {
      const end = line.lastIndexOf(' ');
      if (end > 0) this.read.set(line.slice(0, end), line.slice(end + 1));
    }
    this.unread = '';
    return this.read;
  }
}

function keyOf(before: string, after: string): string {
  return `${before} ${after}`;
}

function writeRuns(runs: readonly LineRun[]): string {
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join();
}

function readRuns(written: string): LineRun[] {
  if (written === '') return [];
  return written.split(',').map((run) => {
    const [first, last = first] = run.split('-');
    return { first: Number(first), last: Number(last) };
  });
}
