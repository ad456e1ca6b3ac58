import type { ScannedFile, ScannedTodo } from '../../core';
import type { FilePart } from './messages';

/** TODOs in one batch: taking it holds the receiver's thread for a few milliseconds at most. */
const BATCH_TODOS = 400;
/** What was found is not held back longer, in milliseconds. */
const BATCH_AGE = 40;

/**
 * Gathers files into batches. `send` resolves when the receiver can take another, so that a fast scan cannot pile
 * work up in front of a busy thread.
 */
export class Batches {
  /** Batches that are full. */
  private full: FilePart[][] = [];
  private parts: FilePart[] = [];
  private todos = 0;
  /** When the last batch was sent; the first file found is sent at once. */
  private since = -Infinity;
  private readonly send: (parts: readonly FilePart[]) => Promise<void>;

  constructor(send: (parts: readonly FilePart[]) => Promise<void>) {
    this.send = send;
  }

  /** A file without TODOs is not worth a word. */
  add(file: string, todos: readonly ScannedTodo[]): void {
    for (let from = 0; from < todos.length;) {
      const to = Math.min(from + BATCH_TODOS - this.todos, todos.length);
      this.parts.push({ file, todos: todos.slice(from, to), last: to === todos.length });
      this.todos += to - from;
      from = to;
      if (this.todos >= BATCH_TODOS) this.close();
    }
  }

  /** A file with TODOs that the receiver has. */
  addSame(file: string): void {
    this.parts.push({ file, todos: [], last: true, same: true });
    if (++this.todos >= BATCH_TODOS) this.close();
  }

  /** Whether something should be sent now. */
  get isDue(): boolean {
    return this.full.length > 0 || this.isOld;
  }

  async sendDue(): Promise<void> {
    if (this.isOld) this.close();
    await this.sendFull();
  }

  async sendAll(): Promise<void> {
    this.close();
    await this.sendFull();
  }

  private get isOld(): boolean {
    return this.parts.length > 0 && performance.now() - this.since > BATCH_AGE;
  }

  private async sendFull(): Promise<void> {
    for (let next = this.full.shift(); next; next = this.full.shift()) {
      await this.send(next);
      this.since = performance.now();
    }
  }

  private close(): void {
    if (this.parts.length === 0) return;
    this.full.push(this.parts);
    this.parts = [];
    this.todos = 0;
  }
}

/** Puts the pieces of files together again. Each file is given once, when its last piece has come. */
export class Assembler {
  private readonly open = new Map<string, ScannedTodo[]>();

  /** @param before what the scan before gave of a file */
  constructor(private readonly before: (file: string) => ScannedFile | undefined = () => undefined) {}

  take(parts: readonly FilePart[]): ScannedFile[] {
    const files: ScannedFile[] = [];
    for (const { file, todos, last, same } of parts) {
      if (same === true) {
        const known = this.before(file);
        if (known === undefined) throw new Error(`Nothing is known of ${file}, which is as it was.`);
        files.push(known);
        continue;
      }
      const before = this.open.get(file);
      if (!last) {
        if (before) before.push(...todos);
        else this.open.set(file, [...todos]);
        continue;
      }
      this.open.delete(file);
      files.push({ file, todos: before ? [...before, ...todos] : todos });
    }
    return files;
  }
}
