import path from 'node:path';
import { HumanError, type ScannedFile, type Skipped } from '../../core';
import type {
  KnownWork,
  Logger,
  SavedIndex,
  SavedLinks,
  SavedWork,
  FoundInFiles,
  ScanCost,
  Scanner,
  ScanRequest,
  ScanSummary,
} from '../../workspace/ports';
import { isOutcomesFile } from '../../workspace/outcome-files';
import type { Snapshot } from '../../workspace/snapshot';
import { createGitCommand, GitFailure, type GitCommand } from '../git/command';
import type { Lister, Listing } from '../git/listing';
import type { Told } from '../git/renew';
import { examineText } from '../scan/examine';
import { sortSkipped } from '../scan/messages';
import { reexamine } from '../scan/reexamine';
import { compileScopes } from '../scan/scopes';
import { trackedThoughIgnored } from '../scan/tracked';
import { type EarlyState, stateOf } from './early-state';
import { decodeIndex, encodeIndex, type IndexContent } from './format';
import {
  differing,
  type GitState,
  type GitStateNow,
  NotVerifiable,
  readGitState,
  readHead,
} from './git-state';
import type { IndexStore } from './store';

export interface SavedIndexOptions {
  readonly logger: Logger;
  readonly store: IndexStore;
  /** Who makes the index: what another version found is not used. */
  readonly maker: string;
  /** Milliseconds between a change and its being saved. */
  readonly delay?: number;
  /** Where what is shown is saved, each time that the index is. */
  readonly shown?: ShownBeside | undefined;
  /** Git's word on the folder, where that was asked for already. */
  readonly early?: EarlyState | undefined;
}

/** What is shown, each under an id of its own. */
export interface ShownBeside {
  /** What was saved last, if that can be used. */
  load(): Promise<{ readonly id: string; readonly snapshot: Snapshot } | undefined>;
  /** undefined when it could not be saved. */
  save(snapshot: Snapshot): Promise<string | undefined>;
}

export interface ScannerWithIndex extends Scanner, SavedIndex {
  /**
   * What git lists when the first scan begins; throws `GitFailure` where it is not asked for the sake of the index, or
   * its word is not enough, and once that scan has ended.
   */
  readonly list: Lister;
  /** What git said in the first scan of the files that may have changed; undefined where it was not asked, or later. */
  readonly told: () => Promise<Told | undefined>;
  /** Saves what is to be saved; resolves when that is done or has failed. */
  flush(): Promise<void>;
}

/** The first save comes soon, so that a window that is open for a minute leaves something. */
const FIRST_DELAY = 2_000;
const DELAY = 30_000;

/** Up to so many files, or this part of all, reading each again costs less than a whole scan. */
const FEW = 500;
const FEW_PART = 0.05;

/**
 * A scanner of one folder (an absolute path) that begins with what the session before saved. Its first scan asks git
 * what has changed since, and looks at that alone; the result is the same as that of a whole scan. Where git's word
 * is not enough it scans all, as it does from the second scan on.
 *
 * What is saved is tied to the state of git at the scan, not at the time of saving: whatever happens later shows in
 * git as a difference from that state, and what the session itself looked at again meanwhile is looked at once more.
 */
export function withSavedIndex(
  folder: string,
  scanner: Scanner,
  options: SavedIndexOptions,
): ScannerWithIndex {
  return new IndexedScanner(path.resolve(folder), scanner, options);
}

/** How a scan ended. */
interface Scan {
  readonly request: ScanRequest;
  readonly skipped: readonly Skipped[];
  readonly unverified: readonly string[];
  readonly git: Promise<GitState | null>;
}

class IndexedScanner implements ScannerWithIndex {
  cost: ScanCost | undefined;
  private readonly stop = new AbortController();
  private readonly git: GitCommand;
  private changing: Promise<readonly string[] | undefined> = Promise.resolve(undefined);
  private loading: Promise<IndexContent | undefined> | undefined;
  private last: Scan | undefined;
  /** Git's word when what was saved is read, for which nothing of it is needed. */
  private now: Promise<GitStateNow> | undefined;
  /** Asked when the last scan did not: a scan of all tells the scanner itself. */
  private tracked: Promise<ReadonlySet<string>> | undefined;
  private verified = false;
  private waiting: { readonly scan: Scan; readonly work: KnownWork } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private saves = 0;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly scanner: Scanner,
    private readonly options: SavedIndexOptions,
  ) {
    this.git = createGitCommand('git', folder, this.stop.signal);
  }

  async load(): Promise<SavedWork | undefined> {
    const [content, shown] = await Promise.all([this.content(), this.options.shown?.load()]);
    if (content === undefined) return undefined;
    const { outcomesFiles, request, files, facts, memory } = content;
    const summary = summaryOf(content, true);
    const linked = shown && shown.id === content.shown ? linksIn(shown.snapshot, content) : undefined;
    return { outcomesFiles, request, files, facts, memory, summary, linked };
  }

  changed(): Promise<readonly string[] | undefined> {
    return this.changing;
  }

  list = async (): Promise<Listing> => {
    await this.content();
    try {
      if (this.now === undefined) throw new NotVerifiable('nothing was saved');
      const { outcomesFiles, unlike } = await this.now;
      return { outcomesFiles, untracked: [...unlike], repositories: [] };
    } catch (error) {
      throw error instanceof NotVerifiable ? new GitFailure(error.message, 0) : error;
    }
  };

  told = async (): Promise<Told | undefined> => {
    try {
      return (await this.now)?.told;
    } catch {
      return undefined; // which those hear of who cannot do without
    }
  };

  keep(work: KnownWork): void {
    if (this.last === undefined || this.stop.signal.aborted) return;
    this.waiting = { scan: this.last, work };
    this.timer ??= setTimeout(
      () => this.save(),
      this.options.delay ?? (this.saves === 0 ? FIRST_DELAY : DELAY),
    );
    this.timer.unref();
  }

  async scan(
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
  ): Promise<ScanSummary> {
    let tell: (changed?: readonly string[]) => void = () => undefined;
    this.changing = new Promise((resolve) => (tell = resolve));
    const verified = await this.verify(request, signal, tell).finally(tell);
    const scan = verified?.scan ?? (await this.scanAll(request, onBatch, signal));
    this.cost = verified?.cost ?? this.scanner.cost;
    this.last = scan;
    this.verified = verified !== undefined;
    this.loading = Promise.resolve(undefined);
    this.now = undefined;
    if (verified !== undefined) onBatch([...verified.files]);
    return summaryOf(scan, request.nameUnverified);
  }

  scanFiles(request: ScanRequest, files: readonly string[], signal: AbortSignal): Promise<FoundInFiles> {
    return this.verified
      ? reexamine(this.folder, request, files, () => this.trackedFiles(), signal)
      : this.scanner.scanFiles(request, files, signal);
  }

  async scanText(
    request: ScanRequest,
    file: string,
    text: string,
    signal: AbortSignal,
  ): Promise<ScannedFile | undefined> {
    const scanned = await this.scanner.scanText(request, file, text, signal);
    if (scanned !== undefined || !this.verified) return scanned;
    const scope = compileScopes(request).of(file);
    if (scope === undefined || !(await this.trackedFiles()).has(file)) return undefined;
    const todos = examineText(file, text, scope);
    return todos && { file, todos };
  }

  async flush(): Promise<void> {
    this.save();
    await this.saving;
  }

  dispose(): void {
    // What git has not said yet is not waited for.
    void this.flush();
    this.stop.abort();
    this.options.early?.stop();
    this.scanner.dispose();
  }

  private content(): Promise<IndexContent | undefined> {
    return (this.loading ??= this.read());
  }

  private async read(): Promise<IndexContent | undefined> {
    try {
      const bytes = await this.options.store.load();
      if (bytes === null) return undefined;
      const { early } = this.options;
      this.now = early ? stateOf(early.answer) : readGitState(this.git);
      this.now.catch(() => undefined); // awaited by who asks
      return decodeIndex(bytes, this.maker());
    } catch (error) {
      this.say('The saved index is not used', error);
      return undefined;
    }
  }

  /** What is in the folder, by the saved index and git; undefined when only a whole scan can tell. */
  private async verify(
    request: ScanRequest,
    signal: AbortSignal,
    tell: (changed: readonly string[]) => void,
  ): Promise<{ scan: Scan; files: readonly ScannedFile[]; cost: ScanCost } | undefined> {
    const saved = await this.content();
    if (saved === undefined || JSON.stringify(saved.request.scopes) !== JSON.stringify(request.scopes))
      return undefined;
    try {
      if (saved.git === null) throw new NotVerifiable('it was saved without git');
      refuseUnreadable(saved.skipped.map(({ reason }) => reason));
      const now = await (this.now ?? readGitState(this.git));
      const changed = await this.changedSince(saved.git, now);
      const most = Math.max(FEW, now.tracked * FEW_PART);
      if (changed.size > most) throw new NotVerifiable(`${changed.size} files may have changed`);
      for (const file of changed) refuseUnclear(file);
      for (const { file } of saved.files) refuseUnclear(file);
      tell([...changed]);
      const started = performance.now();
      const found = await reexamine(this.folder, request, changed, () => this.trackedFiles(), signal);
      refuseUnreadable(found.skipped.map(({ reason }) => reason));
      this.options.logger.debug(`Of the saved index ${changed.size} files were looked at again`);
      const { files, ...rest } = merged(saved, changed, found);
      const cost: ScanCost = { way: 'index', files: changed.size, lex: performance.now() - started };
      return { scan: { ...rest, request, git: Promise.resolve(now) }, files, cost };
    } catch (error) {
      signal.throwIfAborted();
      this.stop.signal.throwIfAborted();
      if (!(error instanceof NotVerifiable || error instanceof GitFailure || isSystemError(error)))
        throw error;
      this.say('Everything is scanned: the saved index cannot be verified', error);
      return undefined;
    }
  }

  private async changedSince(before: GitState, now: GitState): Promise<Set<string>> {
    const changed = new Set([...before.unlike, ...now.unlike]);
    if (before.head === now.head) return changed;
    for (const file of await differing(this.git, before.head, now.head)) changed.add(file);
    return changed;
  }

  private async scanAll(
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
  ): Promise<Scan> {
    const head = readHead(this.git);
    head.catch(() => undefined); // awaited below
    const summary = await this.scanner.scan({ ...request, nameUnverified: true }, onBatch, signal);
    const { skipped, unverifiedFiles: unverified = [] } = summary;
    const git = this.stateAfter(head);
    git.catch(() => undefined); // awaited by who saves
    return { request, skipped, unverified, git };
  }

  /**
   * What is not as in HEAD after a scan may have been so before; what is as in HEAD was so during the scan too, unless
   * HEAD is another or somebody changed it back, which the session is told of.
   */
  private async stateAfter(before: Promise<string>): Promise<GitState | null> {
    try {
      const head = await before;
      const state = await readGitState(this.git);
      if (state.head !== head) throw new NotVerifiable('HEAD moved during the scan');
      return state;
    } catch (error) {
      this.stop.signal.throwIfAborted();
      this.say('The index is saved without git', error);
      return null;
    }
  }

  private trackedFiles(): Promise<ReadonlySet<string>> {
    const log = (message: string) => this.options.logger.debug(message);
    this.tracked ??= trackedThoughIgnored(this.folder, this.stop.signal, log).then(
      (files) => new Set(files.map(({ file }) => file)),
    );
    return this.tracked;
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

  private async write({ scan, work }: NonNullable<IndexedScanner['waiting']>): Promise<void> {
    try {
      // First, and saved whatever becomes of the rest.
      const shown = work.snapshot && (await this.options.shown?.save(work.snapshot));
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
      await this.options.store.save(encodeIndex(content, this.maker()));
    } catch (error) {
      this.say('The index is not saved', error);
    }
  }

  private maker(): string {
    return JSON.stringify([this.options.maker, this.folder]);
  }

  private say(what: string, error: unknown): void {
    if (this.stop.signal.aborted) return;
    this.options.logger.debug(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** An outcomes file shows what is found in it beside its work, and an unsaved text is not on the disk. */
function linksIn({ tree, files }: Snapshot, { overlaid = [] }: IndexContent): SavedLinks {
  const others = new Set(overlaid);
  const linked = files.filter(({ file }) => !isOutcomesFile(file) && !others.has(file));
  return { outcomesFiles: tree.files, files: new Map(linked.map((work) => [work.file, work])) };
}

/** The saved files and what is known of those that were looked at again. */
function merged(saved: FoundInFiles, changed: ReadonlySet<string>, found: FoundInFiles): FoundInFiles {
  const stays = ({ file }: { readonly file: string }) => !changed.has(file);
  return {
    files: [...saved.files.filter(stays), ...found.files],
    skipped: sortSkipped([...saved.skipped.filter(stays), ...found.skipped]),
    unverified: [...saved.unverified.filter((file) => !changed.has(file)), ...found.unverified],
  };
}

function summaryOf({ skipped, unverified }: Omit<FoundInFiles, 'files'>, isNamed = false): ScanSummary {
  return { skipped, unverified: unverified.length, ...(isNamed && { unverifiedFiles: unverified }) };
}

/** Git does not tell when a file can be read again, or how a scan names what it cannot enter. */
function refuseUnreadable(reasons: readonly string[]): void {
  if (reasons.some((reason) => reason.startsWith('unreadable')))
    throw new NotVerifiable('not all could be read');
}

/** Two names that are no UTF-8 may look the same. */
function refuseUnclear(file: string): void {
  if (file.includes('\uFFFD')) throw new NotVerifiable('a name is no UTF-8');
}

function isSystemError(error: unknown): boolean {
  return error instanceof HumanError || (error instanceof Error && 'syscall' in error);
}
