import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Skipped } from '../../core';
import type { ScanCost, ScanRequest, ScanSummary } from '../../workspace/ports';
import type { GitListing, Lister } from '../git/listing';
import { Batches } from './batches';
import { Channel } from './channel';
import { Examiner, type Candidate, type Examined } from './examine';
import { Ignores } from './ignores';
import { TOO_LARGE } from './limits';
import { sortSkipped, type FilePart, type Share, type WorkerSetup } from './messages';
import type { Notes } from './remembered';
import { ripgrep, RipgrepFailure, type RipgrepFile } from './ripgrep';
import { compileScopes, type Scopes } from './scopes';
import { TrackedLeftOut } from './tracked';
import { walk, type FoundFile } from './walk';

/** The longest a scan holds its thread before it lets messages in, in milliseconds. */
const SLICE = 5;

export interface ScanJob {
  readonly setup: WorkerSetup;
  readonly request: ScanRequest;
  readonly signal: AbortSignal;
  /** Resolves when the next batch may come. */
  readonly send: (parts: readonly FilePart[]) => Promise<void>;
  readonly log: (level: 'error' | 'debug', message: string) => void;
  /** What is known of files, and what becomes known; without it every file is read. */
  readonly notes?: Notes | undefined;
  /** What git lists, where that is wanted anyway. */
  readonly list?: Lister<GitListing> | undefined;
}

export interface ScanResult {
  readonly summary: ScanSummary;
  readonly cost: ScanCost;
  /** Files that git tracks although its rules ignore them. */
  readonly tracked: ReadonlySet<string>;
}

/**
 * Finds the TODO comments of a folder: candidates from ripgrep, or from reading every file where there is none, and
 * the lexer's word on each. If ripgrep fails half-way the rest is read; no file is given twice.
 */
export async function scanFolder(job: ScanJob): Promise<ScanResult> {
  const { setup, signal } = job;
  const run = new Run(job);
  if (setup.ripgrep === undefined) {
    await run.readEverything(setup.share);
  } else {
    try {
      await run.search(setup.ripgrep);
    } catch (error) {
      if (signal.aborted || !(error instanceof Error)) throw error;
      if (!(error instanceof RipgrepFailure) && error.name !== 'HumanError') throw error;
      job.log('error', `${error.message} Every file is read instead.`);
      await run.readEverything(setup.share);
    }
  }
  const extra = await run.tracked;
  await run.examineAll(extra.filter((f) => isShare(f.file, setup.share)));
  await run.batches.sendAll();
  return { summary: run.summary(), cost: run.cost(), tracked: new Set(extra.map((f) => f.file)) };
}

class Run {
  readonly batches: Batches;
  /** Files that git tracks although its rules ignore them, once it is known what the rules leave out. */
  tracked: Promise<readonly FoundFile[]> = Promise.resolve([]);
  private readonly job: ScanJob;
  private readonly scopes: Scopes;
  private readonly examiner: Examiner;
  /** What was examined or reported, by the name it has on disk. */
  private readonly seen = new Set<string>();
  private readonly skipped = new Map<string, Skipped>();
  private readonly unverified: string[] = [];
  private way: ScanCost['way'] = 'ripgrep';
  /** Milliseconds. */
  private lexed = 0;
  private sliceEnd = 0;

  constructor(job: ScanJob) {
    this.job = job;
    this.scopes = compileScopes(job.request);
    this.examiner = new Examiner(this.scopes, { stamps: job.notes !== undefined });
    this.batches = new Batches(job.send);
  }

  async search(program: string): Promise<void> {
    const { folder } = this.job.setup;
    const found = new Channel<RipgrepFile>();
    const leftOut = this.leftOut();
    const searching = ripgrep({
      program,
      folder,
      pattern: this.scopes.anyTag.pattern,
      leaves: this.scopes.leaves,
      signal: this.job.signal,
      onFile: (file) => found.push(file),
      onNotice: (notice) => {
        const file = relative(notice.path);
        if (notice.kind === 'ignored') leftOut?.leave(file);
        else if (notice.kind === 'too-large') this.skip(file, TOO_LARGE);
        else if (!isGone(notice.reason)) this.skip(file, `unreadable: ${notice.reason}`);
      },
    }).finally(() => found.end());
    // Awaited below, after the channel has ended.
    searching.catch(() => undefined);
    // Git is asked while what was found last is still being examined.
    if (leftOut) this.follow(searching.then(() => leftOut.found()));
    const { notes } = this.job;
    if (notes && leftOut) notes.leftOut = leftOut.left;
    const prefix = path.join(folder, path.sep);
    for await (const files of found) {
      await this.examineAll(files.map((file) => candidateOf(prefix, file)));
    }
    await searching;
  }

  async readEverything(share: Share): Promise<void> {
    this.way = 'walk';
    const { folder } = this.job.setup;
    const leftOut = this.leftOut();
    if (leftOut) this.follow(leftOut.askAll());
    const left = new Set(this.scopes.leaves);
    const files = walk(folder, new Ignores(folder, { gitOnly: false }), {
      leaves: (sub) => left.has(sub),
      onUnreadable: (sub, error) => {
        if (error.code === 'EACCES' || error.code === 'EPERM')
          this.skip(sub, 'unreadable: permission denied');
        else if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
          this.skip(sub, `unreadable: ${error.code ?? error.message}`);
      },
    });
    for (const file of files) {
      if (isShare(file.file, share)) this.examine(file);
      if (this.isBreathDue) await this.breathe();
    }
  }

  private leftOut(): TrackedLeftOut | undefined {
    const { setup, signal, log, notes, list } = this.job;
    if (!setup.git) return undefined;
    const debug = (message: string): void => log('debug', message);
    return new TrackedLeftOut(setup.folder, signal, debug, notes?.leftOutBefore, list);
  }

  private follow(tracked: Promise<readonly FoundFile[]>): void {
    // Awaited at the end; a failure before that must not count as unhandled.
    tracked.catch(() => undefined);
    this.tracked = tracked;
  }

  async examineAll(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      this.examine(candidate);
      if (this.isBreathDue) await this.breathe();
    }
  }

  summary(): ScanSummary {
    return {
      skipped: sortSkipped(this.skipped.values()),
      unverified: this.unverified.length,
      ...(this.job.request.nameUnverified === true && { unverifiedFiles: this.unverified }),
    };
  }

  cost(): ScanCost {
    return { way: this.way, files: this.seen.size, lex: this.lexed };
  }

  private examine(candidate: Candidate): void {
    const name = typeof candidate.at === 'string' ? candidate.at : candidate.at.toString('latin1');
    if (this.seen.has(name)) return;
    this.seen.add(name);
    const { notes } = this.job;
    const known = notes?.recall(name, candidate);
    if (known !== undefined) {
      this.report(candidate.file, known);
      if (known.hasTodos) this.batches.addSame(candidate.file);
      return;
    }
    const readAt = Date.now();
    const started = performance.now();
    const found = this.examiner.examine(candidate);
    this.lexed += performance.now() - started;
    notes?.note(name, candidate, found, readAt);
    this.report(candidate.file, found);
    this.batches.add(candidate.file, found.todos);
  }

  private report(file: string, { unverified, skipped }: Pick<Examined, 'unverified' | 'skipped'>): void {
    if (unverified) this.unverified.push(file);
    if (skipped !== undefined) this.skip(file, skipped);
  }

  private skip(file: string, reason: string): void {
    if (this.scopes.of(file)) this.skipped.set(file, { file, reason });
  }

  /** Asked before each wait: to await where there is nothing to wait for costs as much as a small file. */
  private get isBreathDue(): boolean {
    return this.batches.isDue || performance.now() >= this.sliceEnd;
  }

  /** Sends what is due, and lets messages in before the thread is held too long: an abort, a text, more files. */
  private async breathe(): Promise<void> {
    await this.batches.sendDue();
    if (performance.now() >= this.sliceEnd) {
      await nextTurn();
      this.sliceEnd = performance.now() + SLICE;
    }
    this.job.signal.throwIfAborted();
  }
}

/** `prefix`: the searched folder with a separator behind it. */
function candidateOf(prefix: string, found: RipgrepFile): Candidate {
  const name = found.path.toString();
  const file = relative(name);
  // ripgrep's names need no path.join, which would take a tenth of the time that all else takes for a small file.
  const at = name.includes('\uFFFD')
    ? Buffer.concat([Buffer.from(prefix), found.path.subarray(2)])
    : prefix + name.slice(2);
  return { file, at, hits: found.hits, lines: found.lines, more: found.total - found.hits.length };
}

/** `./a/b` or `.\a\b` → `a/b`. */
function relative(name: string): string {
  const file = path.sep === '\\' ? name.replaceAll('\\', '/') : name;
  return file.startsWith('./') ? file.slice(2) : file;
}

/** A file that vanished between the listing and the search is no loss. */
function isGone(reason: string): boolean {
  return reason.startsWith('no such file') || reason.startsWith('the system cannot find');
}

/** The same share for the same path in every worker (FNV-1a). */
function isShare(file: string, { index, count }: Share): boolean {
  if (count === 1) return true;
  let hash = 0x811c9dc5;
  for (let i = 0; i < file.length; i++) hash = Math.imul(hash ^ file.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % count === index;
}
