import {
  type Finding,
  type GitFacts,
  mergeFiles,
  type OutcomeTree,
  type ReadingCost,
  type ScannedFile,
  scopesOf,
} from '../core';
import { Goalposts } from './goalposts';
import type { Judge } from './judge';
import { type Found, gitQueryOf, lookAtAll, type Wanted, wantedBy } from './look';
import { OutcomeFiles, isOutcomesFile } from './outcome-files';
import { ownFacts } from './own-work';
import { concernsOthers, type Pending } from './pending';
import { isSameFiles, isSameHistory, sameQuestions } from './sameness';
import { loadSaved, type Saved } from './saved';
import { snapshotOf } from './shown';
import type { Clock, Files, Git, Logger, OutcomeHistory, SavedIndex, ScanRequest, Scanner } from './ports';
import type { Snapshot } from './snapshot';
import { NO_SUMMARY, withFiles } from './summary';
import { WorkIndex } from './work-index';

/** Beyond so many changed files a whole scan is about as cheap as reading each, and its index knows them all again. */
const RESCAN_FILES = 10_000;

/** Of many changed files so many are scanned before git hears which of them hold TODOs. */
const AT_ONCE = 1_000;

export interface SessionOptions {
  readonly files: Files;
  readonly git: Git;
  readonly scanner: Scanner;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Look for work also where no outcomes.yml is (`outcomes work`); the editor stays quiet there. */
  readonly always?: boolean;
  /** Measure what is new against this revision in place of the policy's base (`--since`). */
  readonly since?: string;
  /** Asked for moved goalposts, after the first snapshot; without it nothing is said of them. */
  readonly history?: OutcomeHistory;
  /** What a session before knew is shown until the first scan has ended, and what this one knows is kept. */
  readonly index?: SavedIndex;
}

/** What is known of a folder, and the rounds in which it is brought up to date, one after the other. */
export class Rounds {
  cost: ReadingCost | undefined;
  private readonly outcomeFiles: OutcomeFiles;
  private readonly index: WorkIndex;
  private readonly goalposts: Goalposts;
  private tree: OutcomeTree = mergeFiles([]);
  private facts: readonly GitFacts[] = [];
  private summary = NO_SUMMARY;
  private treeFindings: readonly Finding[] = [];
  private scannedWith: ScanRequest | undefined;
  /** Everything was looked at once; what is shown before that was saved. */
  private lookedAtAll = false;
  /** A round runs, or the last one failed: what it was to look at may not be as it is shown. */
  private isInDoubt = false;
  /** Files that were looked at again since the last whole scan. */
  private changed = new Set<string>();

  /**
   * @param overlays the unsaved texts, by file; whoever changes them asks for a round
   * @param tell called with all that is known, each time that it is another
   */
  constructor(
    private readonly options: SessionOptions,
    private readonly judge: Judge | null,
    private readonly overlays: ReadonlyMap<string, string>,
    private readonly tell: (snapshot: Snapshot) => void,
  ) {
    this.outcomeFiles = new OutcomeFiles(options.files, overlays);
    this.index = new WorkIndex(options.clock, this.tree, judge);
    this.goalposts = new Goalposts(options.history, options.logger);
  }

  /** Looks at what is pending, after a round that failed at everything. Rejects with what makes it fail. */
  async next(pending: Pending, signal: AbortSignal): Promise<void> {
    const isAll = pending.all || this.isInDoubt || !this.lookedAtAll;
    this.isInDoubt = true;
    if (isAll) await this.scanAll(signal);
    else await this.update(pending, signal);
    signal.throwIfAborted();
    const snapshot = this.publish();
    this.keep(snapshot);
    const { tree, commits } = snapshot;
    const head = ownFacts(this.facts)?.head ?? null;
    if (await this.goalposts.look({ tree, commits, head }, signal)) {
      signal.throwIfAborted();
      this.keep(this.publish());
    }
    this.isInDoubt = false;
  }

  /**
   * Looks at everything again. The root's own policy starts scan and git at once; it is nearly always the only one.
   * @param trustStamps not when somebody asked for it, who may know better than the system what was written
   */
  private async scanAll(signal: AbortSignal, trustStamps = false): Promise<void> {
    const started = this.options.clock.now();
    const { index, git } = this.options;
    // First, since an outcomes file that it knows need not be parsed.
    const saved = this.lookedAtAll || !index ? undefined : await loadSaved(index, this.outcomeFiles);
    if (saved?.work.memory !== undefined) git.recall?.(saved.work.memory);
    const loading = this.outcomeFiles.loadAll(signal);
    loading.catch(() => undefined); // awaited below
    const root = saved?.tree ?? (await this.outcomeFiles.peekRoot());
    const isEarly = root.files.length > 0 || this.options.always === true;
    const early = isEarly ? this.look(root, signal, trustStamps) : undefined;
    early?.catch(() => undefined); // awaited below, or replaced
    if (saved !== undefined) await this.show(saved, signal);
    const tree = await loading;
    const isShown = saved !== undefined && isSameFiles(saved.tree.files, tree.files);
    if (!isShown) this.setTree(tree);
    let news: string[] = [];
    let spent: Found['spent'];
    if (!this.isWanted()) {
      this.index.replaceDisk([]);
      this.scannedWith = undefined;
      this.facts = [];
      this.summary = NO_SUMMARY;
    } else {
      const found = await (early !== undefined && sameQuestions(root, this.tree)
        ? early
        : this.afterwards(early, signal, trustStamps));
      this.facts = found.facts;
      this.summary = found.summary;
      spent = found.spent;
      this.scannedWith = { scopes: scopesOf(this.tree) };
      news = this.index.replaceDisk(found.files);
    }
    this.changed = new Set();
    news.push(...this.index.setFacts(this.facts));
    // Some may have ended together with what asked for this scan.
    const ended = this.index.keepOverlays(this.overlays);
    await this.scanOverlays([...this.overlays.keys()], signal);
    const judging = this.options.clock.now();
    if (isShown) {
      if (!isSameHistory(saved.work.facts, this.facts)) await this.index.linkGit(signal);
      await this.index.linkFiles(new Set([...news, ...ended, ...this.overlays.keys()]), signal);
    } else await this.index.linkAll(signal);
    this.lookedAtAll = true;
    const now = this.options.clock.now();
    this.cost = spent && { ...spent, took: now - started, judge: now - judging };
    this.options.logger.info(`Looked at everything in ${Math.round(now - started)} ms`);
  }

  /** Shows what a session before knew; this one stays busy until all is scanned. */
  private async show({ work, tree, linked }: Saved, signal: AbortSignal): Promise<void> {
    this.setTree(tree);
    this.facts = work.facts;
    this.summary = work.summary;
    this.index.replaceDisk(work.files);
    this.index.setFacts(this.facts);
    await this.index.linkAll(signal, linked);
    signal.throwIfAborted();
    this.publish();
  }

  private keep(snapshot: Snapshot): void {
    if (!this.isWanted()) return;
    this.options.index?.keep({
      outcomesFiles: this.tree.files.map(({ path }) => path),
      files: this.index.onDisk,
      changed: this.changed,
      facts: this.facts,
      memory: this.options.git.memory,
      snapshot,
      overlaid: [...this.overlays.keys()],
    });
  }

  private async afterwards(
    early: Promise<unknown> | undefined,
    signal: AbortSignal,
    trustStamps: boolean,
  ): Promise<Found> {
    await early?.catch(() => undefined); // one scan at a time
    return this.look(this.tree, signal, trustStamps);
  }

  private look(tree: OutcomeTree, signal: AbortSignal, trustStamps: boolean): Promise<Found> {
    const { options } = this;
    // On the first look git's answer to the session before is renewed for the changed files; later looks ask for all.
    const changed = () => (this.lookedAtAll ? undefined : options.index?.changed());
    return lookAtAll(options, { tree, trustStamps, changed }, signal);
  }

  private async update(pending: Pending, signal: AbortSignal): Promise<void> {
    const started = this.options.clock.now();
    if (pending.files.size > RESCAN_FILES || [...pending.files].some(concernsOthers))
      return this.scanAll(signal, true);
    // Who names a folder that went knows only of files that were shown then, and a round may have found more since.
    for (const file of this.index.below(pending.files)) pending.files.add(file);
    const changed = [...pending.files, ...pending.overlays];
    const treeChanged = changed.some(isOutcomesFile);
    if (treeChanged) {
      this.setTree(await this.outcomeFiles.loadChanged(changed.filter(isOutcomesFile), signal));
      const scopes = JSON.stringify(scopesOf(this.tree));
      // Another policy asks for other words or other files, and none for nothing.
      if (!this.isWanted() || scopes !== JSON.stringify(this.scannedWith?.scopes))
        return this.scanAll(signal, true);
    }
    if (!this.isWanted()) return;
    const wanted = wantedBy(this.tree);
    wanted.push([...this.index.onDisk.keys()].filter((file) => !pending.files.has(file)));
    const [news] = await Promise.all([
      this.askGit(pending, wanted, signal),
      this.scanDisk(pending.files, wanted, signal).finally(() => wanted.end()),
    ]);
    await this.scanOverlays([...pending.overlays], signal);
    if (treeChanged) await this.index.linkAll(signal);
    else {
      if (pending.git) await this.index.linkGit(signal);
      await this.index.linkFiles(new Set([...changed, ...news]), signal);
    }
    const change = { files: changed.length, took: this.options.clock.now() - started };
    this.cost = this.cost && { ...this.cost, change };
  }

  /** Gives the files of whose lines git says something else than before. */
  private async askGit({ git, files }: Pending, wanted: Wanted, signal: AbortSignal): Promise<string[]> {
    if (!git && files.size === 0) return [];
    const changed = git ? undefined : [...files];
    const { tree, options } = this;
    this.facts = await options.git.facts(gitQueryOf(tree, options), signal, changed, wanted);
    return this.index.setFacts(this.facts);
  }

  private async scanDisk(files: ReadonlySet<string>, wanted: Wanted, signal: AbortSignal): Promise<void> {
    const all = [...files];
    const scopes = scopesOf(this.tree);
    for (const file of files) this.changed.add(file);
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const part = all.slice(i, i + AT_ONCE);
      const found = await this.options.scanner.scanFiles({ scopes }, part, signal);
      const scanned = new Map(found.files.map((each) => [each.file, each]));
      wanted.push([...scanned.keys()]);
      for (const file of part) this.index.setDisk(file, scanned.get(file));
      this.summary = withFiles(this.summary, new Set(part), found);
    }
  }

  private async scanOverlays(files: readonly string[], signal: AbortSignal): Promise<void> {
    for (const file of files) {
      const text = this.overlays.get(file);
      if (text === undefined) this.index.setOverlay(file, undefined);
      else this.index.setOverlay(file, (await this.scanText(file, text, signal)) ?? { file, todos: [] });
    }
  }

  private scanText(file: string, text: string, signal: AbortSignal): Promise<ScannedFile | undefined> {
    return this.options.scanner.scanText({ scopes: scopesOf(this.tree) }, file, text, signal);
  }

  private setTree(tree: OutcomeTree): void {
    this.tree = tree;
    this.index.setTree(tree);
    this.treeFindings = this.judge?.tree(tree, this.options.clock.today()) ?? [];
  }

  /** A folder without an outcomes.yml is left in peace. */
  private isWanted(): boolean {
    return this.tree.files.length > 0 || this.options.always === true;
  }

  private publish(): Snapshot {
    const { tree, treeFindings, facts, summary, index, judge } = this;
    const today = this.options.clock.today();
    const goalposts = this.goalposts.found;
    const isOwnOnly = this.options.since !== undefined;
    const snapshot = snapshotOf({
      today,
      tree,
      treeFindings,
      facts,
      summary,
      index,
      judge,
      goalposts,
      isOwnOnly,
    });
    this.tell(snapshot);
    return snapshot;
  }
}
