import type { ReadingCost } from '../core';
import { judge, type Judge } from './judge';
import { isPending, nothingPending } from './pending';
import { Rounds, type SessionOptions } from './rounds';
import type { Snapshot, SnapshotSource } from './snapshot';
import type { UnsavedText } from './unsaved';

export type { SessionOptions } from './rounds';

export interface Session extends SnapshotSource {
  /** The snapshot once nothing is left to do. Rejects with what made the last attempt fail. */
  settled(): Promise<Snapshot>;
}

/** Nothing is read before the first `refresh()`. */
export function createSession(options: SessionOptions): Session {
  return new FolderSession(options, judge);
}

/** For who wants the work alone: no finding is made, and a TODO only when it is asked for. */
export function createWorkSession(options: SessionOptions): Session {
  return new FolderSession(options, null);
}

class FolderSession implements Session {
  snapshot: Snapshot | undefined;
  busy = false;
  failure: Error | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly overlays = new Map<string, string>();
  private readonly stop = new AbortController();
  private readonly rounds: Rounds;
  private pending = nothingPending();
  private running: Promise<void> | undefined;

  constructor(
    private readonly options: SessionOptions,
    judge: Judge | null,
  ) {
    this.rounds = new Rounds(options, judge, this.overlays, (snapshot) => {
      this.snapshot = snapshot;
      this.emit();
    });
  }

  get cost(): ReadingCost | undefined {
    return this.rounds.cost;
  }

  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  refresh(changed?: readonly string[]): void {
    if (changed === undefined) this.pending.all = true;
    else for (const file of changed) this.pending.files.add(file);
    this.start();
  }

  refreshGit(): void {
    this.pending.git = true;
    this.start();
  }

  setOverlay(file: string, text: string | UnsavedText | undefined): void {
    if (text === undefined) this.overlays.delete(file);
    else this.overlays.set(file, typeof text === 'string' ? text : text.whole());
    this.pending.overlays.add(file);
    this.start();
  }

  async settled(): Promise<Snapshot> {
    while (this.running !== undefined) await this.running;
    if (this.failure !== undefined) throw this.failure;
    if (this.snapshot === undefined) throw new Error('settled() before the first refresh()');
    return this.snapshot;
  }

  dispose(): void {
    this.stop.abort();
    this.listeners.clear();
    this.options.scanner.dispose();
    this.options.git.dispose?.();
  }

  private start(): void {
    if (this.stop.signal.aborted || this.running !== undefined) return;
    this.running = this.run().finally(() => {
      this.running = undefined;
      // What arrived while the last round failed or finished.
      if (isPending(this.pending)) this.start();
      else this.setBusy(false);
    });
    this.setBusy(true);
  }

  private async run(): Promise<void> {
    // Everything that is asked for in this turn is done in one round.
    await Promise.resolve();
    while (isPending(this.pending) && !isAborted(this.stop.signal)) {
      const pending = this.pending;
      this.pending = nothingPending();
      try {
        this.failure = undefined;
        await this.rounds.next(pending, this.stop.signal);
      } catch (error) {
        if (isAborted(this.stop.signal)) return;
        this.failure = error instanceof Error ? error : new Error(String(error));
        this.emit();
      }
    }
  }

  private setBusy(busy: boolean): void {
    if (this.busy === busy) return;
    this.busy = busy;
    this.emit();
  }

  private emit(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Asked anew each time: what awaits in between may have aborted it. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
