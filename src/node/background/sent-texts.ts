import type { Clock } from '../../workspace/ports';
import { Slices, type Steps } from '../../workspace/slices';
import type { UnsavedText } from '../../workspace/unsaved';
import type { TextRequest } from './messages';

/** An unsaved text that is told by its edits. */
interface Followed {
  readonly text: UnsavedText;
  /** What is there; undefined while it has none of it. */
  version: number | undefined;
  /** Stops the sending of all of it. */
  sending: AbortController | undefined;
}

/** While somebody types, all of a text is begun with so often; then it is sent in one go. */
const TRIES = 3;

/**
 * Sends unsaved texts to who lives elsewhere. All of a long one is put together and sent in slices, so that it never
 * holds the thread; what becomes of it then is sent as edits.
 */
export class SentTexts {
  private readonly texts = new Map<string, string | Followed>();
  private readonly sendings = new Set<AbortController>();
  /** Somebody is there to send to. */
  private isOpen = false;

  constructor(
    private readonly clock: Clock,
    private readonly post: (request: TextRequest) => void,
    private readonly onFailure: (error: Error) => void,
  ) {}

  /** Some text is not wholly sent. */
  get busy(): boolean {
    return this.sendings.size > 0;
  }

  set(file: string, text: string | UnsavedText | undefined): void {
    const before = this.texts.get(file);
    if (typeof before === 'object' && before.text === text) {
      if (this.isOpen) this.sendNews(file, before);
      return;
    }
    this.stop(before);
    if (text === undefined || typeof text === 'string') {
      if (text === undefined) this.texts.delete(file);
      else this.texts.set(file, text);
      if (this.isOpen) this.post({ type: 'overlay', file, text });
      return;
    }
    const followed: Followed = { text, version: undefined, sending: undefined };
    this.texts.set(file, followed);
    if (this.isOpen) this.sendInSlices(file, followed);
  }

  /** Who has the text says that it is another than was meant. */
  sendAnew(file: string): void {
    const followed = this.texts.get(file);
    if (typeof followed !== 'object' || followed.sending !== undefined) return;
    followed.version = undefined;
    this.sendInSlices(file, followed);
  }

  /** Somebody is there who has none of the texts: they go at once, so that nothing is ever seen without them. */
  open(): void {
    this.close();
    this.isOpen = true;
    for (const [file, text] of this.texts)
      if (typeof text === 'string') this.post({ type: 'overlay', file, text });
      else this.sendAtOnce(file, text);
  }

  /** Nobody is there to send to. */
  close(): void {
    this.isOpen = false;
    for (const text of this.texts.values()) this.stop(text);
  }

  private sendNews(file: string, followed: Followed): void {
    const { text, version, sending } = followed;
    // What is on its way ends with the version that the text has then.
    if (sending !== undefined || version === text.version) return;
    const edits = version === undefined ? undefined : text.since(version);
    if (edits === undefined) {
      this.sendInSlices(file, followed);
      return;
    }
    followed.version = edits.to;
    this.post({ type: 'edit', file, edits });
  }

  private sendAtOnce(file: string, followed: Followed): void {
    const { text } = followed;
    followed.version = text.version;
    this.post({ type: 'overlay', file, text: text.whole(), parts: 0, version: text.version });
  }

  private sendInSlices(file: string, followed: Followed): void {
    const sending = new AbortController();
    followed.version = undefined;
    followed.sending = sending;
    this.sendings.add(sending);
    const run = new Slices(this.clock, sending.signal).run(this.inParts(file, followed));
    run.catch((error: unknown) => {
      if (sending.signal.aborted) return;
      this.end(followed);
      this.onFailure(error as Error);
    });
  }

  /** Rests after each part. */
  private *inParts(file: string, followed: Followed): Steps<void> {
    const { text } = followed;
    for (let tries = 0; tries < TRIES; tries++) {
      const { version } = text;
      let parts = 0;
      for (const part of text.parts()) {
        this.post({ type: 'part', file, text: part, index: parts++ });
        yield;
        if (text.version !== version) break;
      }
      if (text.version !== version) continue;
      this.end(followed);
      followed.version = version;
      this.post({ type: 'overlay', file, text: '', parts, version });
      return;
    }
    this.end(followed);
    this.sendAtOnce(file, followed);
  }

  private stop(text: string | Followed | undefined): void {
    if (typeof text !== 'object') return;
    text.sending?.abort();
    this.end(text);
  }

  private end(followed: Followed): void {
    if (followed.sending !== undefined) this.sendings.delete(followed.sending);
    followed.sending = undefined;
  }
}
