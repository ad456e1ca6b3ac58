import type { ScannedTodo } from '../../core';
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
  private parts: FilePart[] = [];
  private todos = 0;
  private since: number;
  private readonly send: (parts: readonly FilePart[]) => Promise<void>;

  constructor(send: (parts: readonly FilePart[]) => Promise<void>) {
    this.send = send;
    // The first file found is sent at once.
    this.since = -Infinity;
  }

  /** A file without TODOs is not worth a word. */
  async add(file: string, todos: readonly ScannedTodo[]): Promise<void> {
    let from = 0;
    while (from < todos.length) {
      const take = Math.min(BATCH_TODOS - this.todos, todos.length - from);
      const part = todos.slice(from, from + take);
      from += take;
      this.parts.push({ file, todos: part, last: from === todos.length });
      this.todos += take;
      if (this.todos >= BATCH_TODOS) await this.flush();
    }
    await this.flushOld();
  }

  async flushOld(): Promise<void> {
    if (this.parts.length > 0 && performance.now() - this.since > BATCH_AGE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.parts.length === 0) return;
    const parts = this.parts;
    this.parts = [];
    this.todos = 0;
    await this.send(parts);
    this.since = performance.now();
  }
}

/** Puts the pieces of files together again. Each file is given once, when its last piece has come. */
export class Assembler {
  private readonly open = new Map<string, ScannedTodo[]>();

  take(parts: readonly FilePart[]): { file: string; todos: readonly ScannedTodo[] }[] {
    const files: { file: string; todos: readonly ScannedTodo[] }[] = [];
    for (const { file, todos, last } of parts) {
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
