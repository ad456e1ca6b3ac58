import type { ScanRequest } from '../../workspace/ports';
import type { GitListing, Lister } from '../git/listing';
import { sendable } from '../sent-error';
import { EditedText } from './examine';
import { Ignores } from './ignores';
import type { FilePart, FilesMessage, FromWorker, TextMessage, ToWorker, WorkerSetup } from './messages';
import type { Remembered } from './remembered';
import { reexamine } from './reexamine';
import { scanFolder } from './scan';
import { compileScopes } from './scopes';

/** Batches on their way at one time: one that is being taken and one that waits. */
const MOST_UNTAKEN = 2;

interface RunningScan {
  readonly abort: AbortController;
  untaken: number;
  /** Lets the scan go on that waits for a batch to be taken. */
  resume: (() => void) | undefined;
}

/** Answers messages: the worker's side of the scanner, or all of it when it runs without a worker. */
export class ScanServer {
  private readonly setup: WorkerSetup;
  private readonly post: (message: FromWorker) => void;
  private readonly scans = new Map<number, RunningScan>();
  private readonly closed = new AbortController();
  private readonly edited = new EditedText();
  private tracked: ReadonlySet<string> = new Set();

  /**
   * @param remembered for who scans more than once
   * @param list what git lists, for who scans once
   */
  constructor(
    setup: WorkerSetup,
    post: (message: FromWorker) => void,
    private readonly remembered?: Remembered,
    private readonly list?: Lister<GitListing>,
  ) {
    this.setup = setup;
    this.post = post;
  }

  receive(message: ToWorker): void {
    if (message.type === 'close') {
      this.closed.abort();
      for (const { abort } of this.scans.values()) abort.abort();
      return;
    }
    const scan = this.scans.get(message.id);
    switch (message.type) {
      case 'scan':
        void this.scan(message.id, message.request, message.since);
        break;
      case 'abort':
        scan?.abort.abort();
        scan?.resume?.();
        break;
      case 'taken':
        if (!scan) break;
        scan.untaken--;
        scan.resume?.();
        break;
      case 'text':
        this.scanText(message);
        break;
      case 'files':
        void this.scanFiles(message);
        break;
    }
  }

  private async scan(id: number, request: ScanRequest, since: number | undefined): Promise<void> {
    const scan: RunningScan = { abort: new AbortController(), untaken: 0, resume: undefined };
    this.scans.set(id, scan);
    const send = async (parts: readonly FilePart[]): Promise<void> => {
      this.post({ type: 'batch', id, parts });
      scan.untaken++;
      while (scan.untaken >= MOST_UNTAKEN && !scan.abort.signal.aborted) {
        await new Promise<void>((resolve) => (scan.resume = resolve));
      }
      scan.abort.signal.throwIfAborted();
    };
    const notes = this.remembered?.notes(request, since);
    try {
      const result = await scanFolder({
        notes,
        list: this.list,
        setup: this.setup,
        request,
        signal: scan.abort.signal,
        send,
        log: (level, message) => this.post({ type: 'log', level, message }),
      });
      this.tracked = result.tracked;
      if (notes) this.remembered?.keep(id, request, notes);
      this.post({ type: 'done', id, summary: result.summary, cost: result.cost });
    } catch (error) {
      this.post({ type: 'failed', id, error: sendable(error) });
    } finally {
      this.scans.delete(id);
    }
  }

  private scanText({ id, request, file, text }: TextMessage): void {
    try {
      const scope = compileScopes(request).of(file);
      const todos = scope && !this.isIgnored(file) ? this.edited.examine(file, text, scope) : undefined;
      this.post({ type: 'text', id, todos });
    } catch (error) {
      this.post({ type: 'failed', id, error: sendable(error) });
    }
  }

  private async scanFiles({ id, request, files }: FilesMessage): Promise<void> {
    const tracked = () => Promise.resolve(this.tracked);
    try {
      const found = await reexamine(this.setup.folder, request, files, tracked, this.closed.signal);
      this.post({ type: 'files', id, found });
    } catch (error) {
      this.post({ type: 'failed', id, error: sendable(error) });
    }
  }

  private isIgnored(file: string): boolean {
    if (this.tracked.has(file)) return false;
    return new Ignores(this.setup.folder, { gitOnly: false }).ignoresFile(file);
  }
}
