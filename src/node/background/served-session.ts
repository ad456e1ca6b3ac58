import type { GitFacts } from '../../core';
import type { Git, Logger } from '../../workspace/ports';
import { createSession, type Session } from '../../workspace/session';
import { createClock } from '../clock';
import { createFiles } from '../files';
import { createGit } from '../git';
import { createOutcomeHistory, type FullOutcomeHistory } from '../git/outcome-history';
import type { EarlyState } from '../index/early-state';
import { withSavedIndex } from '../index/saved-index';
import { createFileStore } from '../index/store';
import { createScanner } from '../scan/scanner';
import { sendable } from '../sent-error';
import { filesNamed } from './came';
import { type LastShown, ShownStore } from './last-shown';
import type { FromBackground, Request, ToBackground } from './messages';
import { ReceivedTexts } from './received-texts';
import { SnapshotSender } from './sender';

/** A session for who lives elsewhere: does what it is asked and tells what comes of it. */
export class ServedSession {
  private readonly session: Session;
  private readonly history: FullOutcomeHistory | undefined;
  private readonly stop = new AbortController();
  private readonly shown: ShownStore | undefined;
  private readonly texts = new ReceivedTexts({
    onText: (file, text) => this.session.setOverlay(file, text),
    onMisfit: (file, why) => this.post({ session: this.number, type: 'misfit', file, why }),
  });
  private readonly logger: Logger;
  private sender: SnapshotSender | undefined;
  private readonly number: number;
  private readonly folder: string;
  private sent: Session['snapshot'];
  private failure: Session['failure'];
  private cost: Session['cost'];
  private seen = 0;
  private wasIdle = false;

  constructor(
    { session, folder, processes, storage }: Extract<ToBackground, { type: 'open' }>,
    private readonly post: (message: FromBackground) => void,
    /** Git's word on the folder, where that was asked for already. */
    early?: EarlyState,
  ) {
    const log = (level: keyof Logger) => (message: string) => post({ session, type: 'log', level, message });
    const logger = { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') };
    this.number = session;
    this.folder = folder;
    this.logger = logger;
    const clock = createClock();
    this.shown = storage && processes ? new ShownStore(storage, folder, logger, clock) : undefined;
    this.history = processes ? createOutcomeHistory(folder) : undefined;
    const scanner = createScanner(folder, { logger, processes });
    const index =
      storage && processes
        ? withSavedIndex(folder, scanner, {
            logger,
            store: createFileStore(storage.directory, folder),
            maker: storage.maker,
            shown: this.shown,
            early,
          })
        : undefined;
    this.session = createSession({
      files: createFiles(folder, { logger, processes, ...(index && { list: index.list }) }),
      git: processes ? createGit(folder, { logger, ...(index && { told: index.told }) }) : unknownHistory,
      scanner: index ?? scanner,
      ...(index === undefined ? {} : { index }),
      clock,
      logger,
      ...(this.history === undefined ? {} : { history: this.history }),
    });
    this.session.onDidChange(() => this.tell());
  }

  /** Of what is asked in one turn the session makes one round. */
  receive(requests: readonly Request[]): void {
    for (const request of requests) this.take(request);
  }

  /** Draws the review of what is known, once something is that is not merely saved. */
  async review({ request, query }: Extract<ToBackground, { type: 'review' }>): Promise<void> {
    const { number: session, history, logger } = this;
    const { signal } = this.stop;
    try {
      const shown = this.wasIdle ? this.session.snapshot : undefined;
      const snapshot = shown ?? (await this.session.settled());
      const { answerReview } = await import('../review-answer');
      const answer = await answerReview(snapshot, query, { history, logger, signal, dist: __dirname });
      this.post({ session, type: 'review', request, answer });
    } catch (error) {
      if (!signal.aborted) this.post({ session, type: 'review', request, answer: sendable(error) });
    }
  }

  dispose(): void {
    this.stop.abort();
    this.session.dispose();
  }

  private take(request: Request): void {
    this.seen = request.id;
    switch (request.type) {
      case 'refresh':
        this.session.refresh(request.changed && filesNamed(this.folder, request.changed));
        break;
      case 'refreshGit':
        this.session.refreshGit();
        break;
      case 'part':
      case 'overlay':
      case 'edit':
        this.texts.take(request);
        break;
      case 'whole':
        this.beginWith(undefined);
        this.sent = undefined;
        this.tell();
        break;
    }
  }

  /** What was shown last is told by name: who asks has read it too, or says that it has not. */
  private beginWith(base: LastShown | undefined): SnapshotSender {
    this.post({ session: this.number, type: 'base', id: base?.id });
    return (this.sender = new SnapshotSender(base));
  }

  private tell(): void {
    const { number: session } = this;
    const { snapshot, failure, cost, busy } = this.session;
    if (snapshot !== undefined && snapshot !== this.sent) {
      this.sent = snapshot;
      this.sender ??= this.beginWith(this.shown?.take());
      for (const message of this.sender.messages(snapshot)) this.post({ session, ...message });
    }
    if (failure !== this.failure) {
      this.failure = failure;
      this.post({ session, type: 'failure', error: failure && sendable(failure) });
    }
    if (cost !== this.cost) {
      this.cost = cost;
      this.post({ session, type: 'cost', cost });
    }
    const isWhole = !busy && failure === undefined;
    this.wasIdle ||= isWhole;
    if (!busy) this.post({ session, type: 'idle', seen: this.seen });
  }
}

/**
 * A repository of which nothing is known. Without any repository every TODO would count as new, and a workspace that
 * is merely not trusted yet would fill with warnings.
 */
const NOTHING_KNOWN: GitFacts = {
  repository: '',
  branch: null,
  head: null,
  base: null,
  branches: [],
  own: [],
  commits: [],
  added: new Map(),
};
const unknownHistory: Git = { facts: () => Promise.resolve([NOTHING_KNOWN]) };
