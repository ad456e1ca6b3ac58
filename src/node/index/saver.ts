import type { Skipped } from '../../core';
import type { KnownWork, ScanRequest } from '../../workspace/ports';
import type { Snapshot } from '../../workspace/snapshot';
import { encodeIndex, type IndexContent } from './format';
import type { GitState } from './git-state';
import type { IndexStore } from './store';

/** What is shown, each under an id of its own. */
export interface ShownBeside {
  /** What was saved last, if that can be used. */
  load(): Promise<{ readonly id: string; readonly snapshot: Snapshot } | undefined>;
  /** undefined when it could not be saved. */
  save(snapshot: Snapshot): Promise<string | undefined>;
}

export interface SaverOptions {
  readonly store: IndexStore;
  /** As `encodeIndex` has it. */
  readonly maker: string;
  readonly shown: ShownBeside | undefined;
  /** Milliseconds between a change and its being saved. */
  readonly delay: number | undefined;
  readonly onFailure: (error: unknown) => void;
}

/** How a scan ended. */
export interface Scan {
  readonly request: ScanRequest;
  readonly skipped: readonly Skipped[];
  readonly unverified: readonly string[];
  readonly git: Promise<GitState | null>;
}

/** The first save comes soon, so that a window that is open for a minute leaves something. */
const FIRST_DELAY = 2_000;
const DELAY = 30_000;

/**
 * Saves what is known some time after it is. It is tied to the state of git at the scan, not at the time of saving:
 * whatever happens later shows in git as a difference from that state, and what the session itself looked at again
 * meanwhile is looked at once more.
 */
export class Saver {
  private waiting: { readonly scan: Scan; readonly work: KnownWork } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private saves = 0;
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly options: SaverOptions) {}

  /** In place of what was given before. */
  later(scan: Scan, work: KnownWork): void {
    this.waiting = { scan, work };
    const delay = this.options.delay ?? (this.saves === 0 ? FIRST_DELAY : DELAY);
    this.timer ??= setTimeout(() => this.save(), delay);
    this.timer.unref();
  }

  /** Saves what is to be saved; resolves when that is done or has failed. */
  async flush(): Promise<void> {
    this.save();
    await this.saving;
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    if (waiting === undefined) return;
    this.waiting = undefined;
    this.saves++;
    this.saving = this.saving.then(() => this.write(waiting));
  }

  private async write({ scan, work }: NonNullable<Saver['waiting']>): Promise<void> {
    const { store, shown: beside, maker, onFailure } = this.options;
    try {
      // First, and saved whatever becomes of the rest.
      const shown = work.snapshot && (await beside?.save(work.snapshot));
      const git = await scan.git;
      const content: IndexContent = {
        outcomesFiles: work.outcomesFiles,
        request: scan.request,
        files: [...work.files.values()],
        skipped: scan.skipped,
        unverified: scan.unverified,
        facts: work.facts,
        memory: work.memory,
        git: git && {
          head: git.head,
          tracked: git.tracked,
          unlike: new Set([...git.unlike, ...work.changed]),
        },
        shown,
        overlaid: work.overlaid,
      };
      await store.save(encodeIndex(content, maker));
    } catch (error) {
      onFailure(error);
    }
  }
}
