import path from 'node:path';
import { HumanError, type ScannedFile } from '../../core';
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
import type { Told } from '../git/ids';
import { examineText } from '../scan/examine';
import { reexamine } from '../scan/reexamine';
import { compileScopes } from '../scan/scopes';
import { trackedThoughIgnored } from '../scan/tracked';
import { type EarlyState, stateOf } from './early-state';
import { decodeIndex, type IndexContent } from './format';
import { type GitState, type GitStateNow, NotVerifiable, readGitState, readHead } from './git-state';
import { Saver, type Scan, type ShownBeside } from './saver';
import type { IndexStore } from './store';
import { foundSince } from './verify';

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

/**
 * A scanner of one folder (an absolute path) that begins with what the session before saved. Its first scan asks git
 * what has changed since, and looks at that alone; the result is the same as that of a whole scan. Where git's word
 * is not enough it scans all, as it does from the second scan on.
 */
export function withSavedIndex(
  folder: string,
  scanner: Scanner,
  options: SavedIndexOptions,
): ScannerWithIndex {
  return new IndexedScanner(path.resolve(folder), scanner, options);
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
  private readonly saver: Saver;

  constructor(
    private readonly folder: string,
    private readonly scanner: Scanner,
    private readonly options: SavedIndexOptions,
  ) {
    this.git = createGitCommand('git', folder, this.stop.signal);
    this.saver = new Saver({
      store: options.store,
      maker: this.maker(),
      shown: options.shown,
      delay: options.delay,
      onFailure: (error) => this.say('The index is not saved', error),
    });
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
      return undefined; // `list` and `scan` report it
    }
  };

  keep(work: KnownWork): void {
    if (this.last === undefined || this.stop.signal.aborted) return;
    this.saver.later(this.last, work);
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

  flush(): Promise<void> {
    return this.saver.flush();
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
      const { found, git, cost } = await foundSince(saved, () => this.now ?? readGitState(this.git), {
        git: this.git,
        request,
        tracked: () => this.trackedFiles(),
        signal,
        onChanged: tell,
      });
      this.options.logger.debug(`Of the saved index ${cost.files} files were looked at again`);
      const { files, ...rest } = found;
      return { scan: { ...rest, request, git: Promise.resolve(git) }, files, cost };
    } catch (error) {
      signal.throwIfAborted();
      this.stop.signal.throwIfAborted();
      if (!(error instanceof NotVerifiable || error instanceof GitFailure || isSystemError(error)))
        throw error;
      this.say('Everything is scanned: the saved index cannot be verified', error);
      return undefined;
    }
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

function summaryOf({ skipped, unverified }: Omit<FoundInFiles, 'files'>, isNamed = false): ScanSummary {
  return { skipped, unverified: unverified.length, ...(isNamed && { unverifiedFiles: unverified }) };
}

function isSystemError(error: unknown): boolean {
  return error instanceof HumanError || (error instanceof Error && 'syscall' in error);
}
