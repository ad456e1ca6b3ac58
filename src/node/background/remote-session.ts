import type { Logger } from '../../workspace/ports';
import type { Session } from '../../workspace/session';
import type { ReviewAnswer, ReviewQuery, ReviewSource } from '../../workspace/review';
import { Slices } from '../../workspace/slices';
import type { Snapshot } from '../../workspace/snapshot';
import type { UnsavedText } from '../../workspace/unsaved';
import { createClock } from '../clock';
import { HumanError } from '../../core';
import { revive } from '../sent-error';
import type { LastShown } from './last-shown';
import type { FromBackground, Request, ToBackground } from './messages';
import { SnapshotReceiver } from './receiver';
import { SentTexts } from './sent-texts';

/** The way to the session itself. */
export interface Line {
  readonly logger: Logger;
  /** Makes a session over there. */
  readonly open: () => void;
  readonly post: (message: Message) => void;
  /** What the session before showed last. */
  readonly lastShown?: (signal: AbortSignal) => Promise<LastShown | undefined>;
  /** `busy` has changed. */
  readonly onBusy: () => void;
  readonly close: () => void;
}

interface There {
  /** undefined until the other side has said which base it compares its snapshots with. */
  receiver: SnapshotReceiver | undefined;
  /** What the session before showed, until that is known. */
  last: Promise<LastShown | undefined> | undefined;
}

type Sent<T extends ToBackground['type']> = Omit<Extract<ToBackground, { type: T }>, 'session'>;
type Message = Sent<'requests'> | Sent<'review'>;

interface Waiting {
  readonly resolve: (answer: ReviewAnswer) => void;
  readonly reject: (error: Error) => void;
}

type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** A session that lives elsewhere: passes on what it is asked, and takes in what comes of it in slices. */
export class RemoteSession implements Session, ReviewSource {
  snapshot: Snapshot | undefined;
  failure: Error | undefined;
  cost: Session['cost'];
  private readonly listeners = new Set<() => void>();
  private readonly clock = createClock();
  private readonly stop = new AbortController();
  /** The session over there; undefined when there is none. */
  private there: There | undefined;
  /** Settles when every message so far is taken in: one after the other. */
  private taking: Promise<void> = Promise.resolve();
  private asked = 0;
  /** What was asked in this turn: a switch of branches is files that changed and another HEAD, and one look at both. */
  private unsent: Request[] = [];
  private questions = 0;
  private readonly waiting = new Map<number, Waiting>();
  private done = 0;

  private readonly texts = new SentTexts(
    this.clock,
    (request) => this.post(request),
    (error) => this.lose(error),
  );

  constructor(private readonly line: Line) {}

  get busy(): boolean {
    return this.done < this.asked || this.texts.busy;
  }

  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  refresh(changed?: readonly string[]): void {
    this.ask({ type: 'refresh', changed });
  }

  refreshGit(): void {
    this.ask({ type: 'refreshGit' });
  }

  setOverlay(file: string, text: string | UnsavedText | undefined): void {
    const send = () => this.texts.set(file, text);
    // The session that is made then gets it together with all others.
    if (this.there === undefined) send();
    this.request(send);
  }

  async settled(): Promise<Snapshot> {
    if (this.busy)
      await new Promise<void>((resolve) => {
        const stop = this.onDidChange(() => {
          if (this.busy) return;
          stop();
          resolve();
        });
      });
    if (this.failure !== undefined) throw this.failure;
    if (this.snapshot === undefined) throw new Error('settled() before the first refresh()');
    return this.snapshot;
  }

  review(query: ReviewQuery): Promise<ReviewAnswer> {
    if (this.there === undefined) this.refresh();
    const request = ++this.questions;
    return new Promise((resolve, reject) => {
      if (this.stop.signal.aborted) {
        reject(CLOSED);
        return;
      }
      this.waiting.set(request, { resolve, reject });
      this.send();
      this.line.post({ type: 'review', request, query });
    });
  }

  dispose(): void {
    if (this.stop.signal.aborted) return;
    this.stop.abort();
    this.texts.close();
    this.refuse(CLOSED);
    this.listeners.clear();
    this.line.close();
  }

  receive(message: FromBackground): void {
    const { there } = this;
    this.taking = this.taking
      .then(() => (there !== undefined && there === this.there ? this.take(message, there) : undefined))
      .catch((error: unknown) => {
        if (!this.stop.signal.aborted) this.lose(error as Error);
      });
  }

  /** The session over there is gone; the snapshot stays. */
  lose(failure: Error): void {
    this.there = undefined;
    this.unsent = [];
    this.texts.close();
    this.failure = failure;
    this.done = this.asked;
    this.refuse(failure);
    this.emit();
  }

  /** Where the session over there is gone, asks for another. */
  beginAgain(): void {
    if (this.there === undefined && this.failure !== undefined) this.refresh();
  }

  private refuse(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private ask(request: Unnumbered): void {
    this.request(() => this.post(request));
  }

  private request(send: () => void): void {
    if (this.stop.signal.aborted) return;
    const wasBusy = this.busy;
    if (this.there === undefined) this.reopen();
    else send();
    if (this.busy === wasBusy) return;
    this.line.onBusy();
    this.emit();
  }

  /** A new session knows nothing: it gets every unsaved text and reads everything. */
  private reopen(): void {
    // Asked before the other session is made, which takes its time.
    const last = this.snapshot === undefined ? this.showLast() : undefined;
    this.there = { receiver: undefined, last };
    this.failure = undefined;
    this.line.open();
    this.texts.open();
    this.post({ type: 'refresh', changed: undefined });
  }

  /** Shows what the session before did, until this one knows something. */
  private async showLast(): Promise<LastShown | undefined> {
    const last = await this.line.lastShown?.(this.stop.signal);
    if (last === undefined || this.snapshot !== undefined || this.stop.signal.aborted) return last;
    this.snapshot = last.snapshot;
    this.emit();
    return last;
  }

  /** The session over there compares with what was shown last: usable only if that was read here as well. */
  private async beginWith(id: string | undefined, there: There): Promise<void> {
    const last = await there.last;
    there.last = undefined;
    if (id === undefined) there.receiver = new SnapshotReceiver();
    else if (last?.id === id) there.receiver = last.receiver;
    else this.ask({ type: 'whole' });
  }

  private post(request: Unnumbered): void {
    if (this.unsent.push({ ...request, id: ++this.asked }) === 1) queueMicrotask(() => this.send());
    // Together the parts of a text would hold the thread that sends them.
    if (request.type === 'part') this.send();
  }

  private send(): void {
    const requests = this.unsent;
    this.unsent = [];
    if (requests.length > 0 && !this.stop.signal.aborted) this.line.post({ type: 'requests', requests });
  }

  private async take(message: FromBackground, there: There): Promise<void> {
    switch (message.type) {
      case 'base':
        await this.beginWith(message.id, there);
        return;
      case 'log':
        this.line.logger[message.level](message.message);
        return;
      case 'review': {
        const waiting = this.waiting.get(message.request);
        this.waiting.delete(message.request);
        if ('stack' in message.answer) waiting?.reject(revive(message.answer));
        else waiting?.resolve(message.answer);
        return;
      }
      case 'files':
      case 'snapshot': {
        if (there.receiver === undefined) return;
        const steps = there.receiver.take(message);
        const snapshot = await new Slices(this.clock, this.stop.signal).run(steps);
        if (snapshot === undefined) return;
        this.snapshot = snapshot;
        break;
      }
      case 'failure':
        this.failure = message.error && revive(message.error);
        break;
      case 'cost':
        this.cost = message.cost;
        return;
      case 'misfit':
        this.line.logger.warn(`${message.file} is sent anew: ${message.why}`);
        this.texts.sendAnew(message.file);
        return;
      case 'idle':
        this.done = message.seen;
        if (!this.busy) this.line.onBusy();
        break;
    }
    this.emit();
  }

  private emit(): void {
    for (const listener of this.listeners) listener();
  }
}

const CLOSED = new HumanError('the folder was closed meanwhile');
