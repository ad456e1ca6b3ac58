import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ScannedFile } from '../../core';
import type {
  FoundInFiles,
  Logger,
  ScanCost,
  Scanner,
  ScanRequest,
  ScanSummary,
} from '../../workspace/ports';
import type { GitListing, Lister } from '../git/listing';
import { Assembler } from './batches';
import {
  sortSkipped,
  type FilesMessage,
  type FromWorker,
  type TextMessage,
  type WorkerSetup,
} from './messages';
import { callerPeer, workerPeer, type Peer } from './peer';
import { revive } from '../sent-error';
import { findRipgrep } from './program';

export interface ScannerOptions {
  readonly logger: Logger;
  /** False where no process may be run (Restricted Mode): every file is read, and git is not asked. */
  readonly processes?: boolean;
  /** ripgrep's program; null to do without. By default the packaged one. */
  readonly ripgrep?: string | null;
  /**
   * Where to scan: in worker threads (the default), or on the calling thread, which saves a short-lived command the
   * start of a worker. Others still get their turn every few milliseconds.
   */
  readonly thread?: 'worker' | 'caller';
  /** What git lists, where that is wanted anyway, for who scans once on the calling thread: git is not asked once more. */
  readonly list?: Lister<GitListing>;
  /** The bundled worker; by default scanner-worker.js beside the running bundle. */
  readonly workerPath?: string;
}

/**
 * Without ripgrep more threads help, up to here. Beside ripgrep, which keeps the processors busy itself, a second one
 * was measured: no gain on two processors, and a fresh process took 15 % longer for warming two threads up.
 */
const MOST_READERS = 4;

/** Makes the scanner of one folder (an absolute path). Nothing is started before the first question. */
export function createScanner(folder: string, options: ScannerOptions): Scanner {
  return new PeerScanner(path.resolve(folder), options);
}

type Done = Extract<FromWorker, { readonly type: 'done' }>;

interface Question {
  readonly peer: Peer;
  readonly onMessage: (message: FromWorker) => void;
  readonly onFailure: (error: Error) => void;
}

/** The results of a scan that one peer did alone. */
interface Given {
  readonly peer: Peer;
  readonly scan: number;
  readonly files: ReadonlyMap<string, ScannedFile>;
}

class PeerScanner implements Scanner {
  cost: ScanCost | undefined;
  private readonly folder: string;
  private readonly options: ScannerOptions;
  private readonly questions = new Map<number, Question>();
  private peers: readonly Peer[] | undefined;
  private lastId = 0;
  /** Settles when the scan before is over, also an aborted one. */
  private before: Promise<unknown> = Promise.resolve();
  private disposed = false;
  /** What the last whole scan gave, for a scan that reads only what is not as it was then. */
  private given: Given | undefined;

  constructor(folder: string, options: ScannerOptions) {
    this.folder = folder;
    this.options = options;
  }

  scan(
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
  ): Promise<ScanSummary> {
    const scanning = this.before.then(() => {
      signal.throwIfAborted();
      return this.scanNow(request, onBatch, signal);
    });
    this.before = scanning.catch(() => undefined);
    return untilAborted(scanning, signal);
  }

  async scanText(
    request: ScanRequest,
    file: string,
    text: string,
    signal: AbortSignal,
  ): Promise<ScannedFile | undefined> {
    signal.throwIfAborted();
    const answer = this.ask({ type: 'text', request, file, text }, (message) =>
      message.type === 'text' ? { todos: message.todos } : undefined,
    );
    const { todos } = await untilAborted(answer, signal);
    return todos && { file, todos };
  }

  async scanFiles(
    request: ScanRequest,
    files: readonly string[],
    signal: AbortSignal,
  ): Promise<FoundInFiles> {
    signal.throwIfAborted();
    const answer = this.ask({ type: 'files', request, files }, (message) =>
      message.type === 'files' ? message.found : undefined,
    );
    return untilAborted(answer, signal);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.end(new Error('The scanner was disposed of.'));
  }

  /** Asks the first peer, and waits for the message that answers. */
  private async ask<T extends object>(
    question: Omit<TextMessage, 'id'> | Omit<FilesMessage, 'id'>,
    answerIn: (message: FromWorker) => T | undefined,
  ): Promise<T> {
    const peer = this.start()[0]!;
    return new Promise((resolve, reject) => {
      const id = this.open({
        peer,
        onMessage: (message) => {
          const answer = answerIn(message);
          if (answer === undefined) return;
          this.close(id);
          resolve(answer);
        },
        onFailure: reject,
      });
      peer.post({ ...question, id });
    });
  }

  private async scanNow(
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
  ): Promise<ScanSummary> {
    // One failing is the end of all.
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const before = this.given;
    this.given = undefined;
    const peers = this.start();
    const files = new Map<string, ScannedFile>();
    const take = (batch: ScannedFile[]): void => {
      for (const file of batch) files.set(file.file, file);
      onBatch(batch);
    };
    const parts = peers.map((peer) =>
      this.scanBy(peer, request, take, either, before?.peer === peer ? before : undefined).catch(
        (error: unknown) => {
          stop.abort(error);
          throw error;
        },
      ),
    );
    // Wait for all, so that nothing of this scan runs on beside the next.
    await Promise.allSettled(parts);
    signal.throwIfAborted();
    if (stop.signal.aborted) throw stop.signal.reason;
    const done = await Promise.all(parts);
    const summaries = done.map(({ summary }) => summary);
    this.cost = costOf(done.map(({ cost }) => cost));
    if (peers.length === 1) this.given = { peer: peers[0]!, scan: done[0]!.id, files };
    return {
      skipped: sortSkipped(new Map(summaries.flatMap((s) => s.skipped).map((s) => [s.file, s])).values()),
      unverified: summaries.reduce((sum, s) => sum + s.unverified, 0),
      ...(request.nameUnverified === true && {
        unverifiedFiles: summaries.flatMap((s) => s.unverifiedFiles ?? []),
      }),
    };
  }

  private scanBy(
    peer: Peer,
    request: ScanRequest,
    onBatch: (files: ScannedFile[]) => void,
    signal: AbortSignal,
    before: Given | undefined,
  ): Promise<Done> {
    const assembler = new Assembler((file) => before?.files.get(file));
    return new Promise((resolve, reject) => {
      let failure: Error | undefined;
      const abort = (): void => peer.post({ type: 'abort', id });
      const close = (): void => {
        signal.removeEventListener('abort', abort);
        this.close(id);
      };
      const id = this.open({
        peer,
        onMessage: (message) => {
          if (message.type === 'done') {
            close();
            if (failure) reject(failure);
            else resolve(message);
          } else if (message.type === 'batch' && !signal.aborted) {
            try {
              const files = assembler.take(message.parts);
              if (files.length > 0) onBatch(files);
            } catch (error) {
              failure ??= error as Error;
              abort();
            }
            // In a turn of its own, so that others on this thread get theirs between two batches.
            setImmediate(() => this.questions.has(id) && peer.post({ type: 'taken', id }));
          }
        },
        onFailure: (error) => {
          close();
          reject(failure ?? error);
        },
      });
      signal.addEventListener('abort', abort, { once: true });
      peer.post({
        type: 'scan',
        id,
        request,
        since: request.trustStamps === true ? before?.scan : undefined,
      });
    });
  }

  private open(question: Question): number {
    const id = ++this.lastId;
    this.questions.set(id, question);
    question.peer.hold();
    return id;
  }

  private close(id: number): void {
    const question = this.questions.get(id);
    if (question && this.questions.delete(id)) question.peer.release();
  }

  private start(): readonly Peer[] {
    if (this.disposed) throw new Error('The scanner was disposed of.');
    this.peers ??= this.makePeers();
    return this.peers;
  }

  private makePeers(): readonly Peer[] {
    const { logger, processes = true } = this.options;
    const ripgrep = processes ? this.ripgrep() : undefined;
    const workerPath = this.workerPath();
    const count =
      ripgrep === undefined && workerPath !== undefined
        ? Math.max(1, Math.min(MOST_READERS, os.availableParallelism()))
        : 1;
    logger.debug(`Scanning ${this.folder} by ${ripgrep ?? `reading files in ${count} thread(s)`}`);
    const events = {
      onMessage: (message: FromWorker) => this.receive(message),
      onEnd: (error: Error) => this.end(error),
    };
    return Array.from({ length: count }, (_, index) => {
      const setup: WorkerSetup = { folder: this.folder, ripgrep, git: processes, share: { index, count } };
      return workerPath === undefined
        ? callerPeer(setup, events, this.options.list)
        : workerPeer(workerPath, setup, events);
    });
  }

  private ripgrep(): string | undefined {
    const { ripgrep } = this.options;
    if (ripgrep !== undefined) return ripgrep ?? undefined;
    const found = findRipgrep();
    if (found === undefined)
      this.options.logger.warn('No ripgrep for this platform: every file is read, which takes longer.');
    return found;
  }

  private workerPath(): string | undefined {
    if (this.options.thread === 'caller') return undefined;
    const file = this.options.workerPath ?? path.join(__dirname, 'scanner-worker.js');
    if (fs.existsSync(file)) return file;
    this.options.logger.warn(`${file} is missing: scanning on the calling thread.`);
    return undefined;
  }

  private receive(message: FromWorker): void {
    if (message.type === 'log') this.options.logger[message.level](message.message);
    else if (message.type !== 'failed') this.questions.get(message.id)?.onMessage(message);
    else this.fail(message.id, revive(message.error));
  }

  private fail(id: number, error: Error): void {
    const question = this.questions.get(id);
    this.close(id);
    question?.onFailure(error);
  }

  /** Ends all peers; what was asked fails, and the next question starts new ones. */
  private end(error: Error): void {
    for (const peer of this.peers ?? []) peer.close();
    this.peers = undefined;
    for (const id of [...this.questions.keys()]) this.fail(id, error);
  }
}

/** Of threads that worked side by side. */
function costOf(costs: readonly ScanCost[]): ScanCost {
  return {
    way: costs.some(({ way }) => way === 'walk') ? 'walk' : 'ripgrep',
    files: costs.reduce((sum, { files }) => sum + files, 0),
    lex: Math.max(0, ...costs.map(({ lex }) => lex)),
  };
}

/** Rejects with the signal's reason as soon as it is aborted. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
