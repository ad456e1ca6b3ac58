import path from 'node:path';
import type { Logger } from '../../workspace/ports';
import type { ReviewSource } from '../../workspace/review';
import type { Session } from '../../workspace/session';
import { createClock } from '../clock';
import { readLastShown } from './last-shown';
import type { IndexStorage } from './messages';
import { RemoteSession } from './remote-session';
import { type Home, type HomeEvents, processHome, threadHome } from './home';

export interface BackgroundOptions {
  readonly logger: Logger;
  /** False where no process may be run (Restricted Mode): the sessions get a thread, files are walked, git is not asked. */
  readonly processes?: boolean;
  /** Where the sessions keep what they know; without processes nothing is kept, since git has to vouch for it. */
  readonly storage?: IndexStorage | undefined;
  /** The bundled worker; by default dist/background-worker.js beside the running bundle. */
  readonly workerPath?: string;
}

/** Sessions that do not hold up the thread which asks them. */
export interface Background {
  /** The session of a folder, given by its absolute path. */
  open(folder: string): Session & ReviewSource;
}

/**
 * Makes sessions that live in a process of their own. Reading outcomes.yml, linking and checking would hold the
 * thread on which an editor's extensions live for longer than a frame. So does the start of a program from whichever
 * thread of that process: the system copies its table of memory, and nobody else gets at the memory meanwhile; git and
 * ripgrep are started a dozen times in a row. Here only snapshots arrive.
 *
 * The process starts with the first session and ends with the last one. Should it end by itself, that is every
 * session's `failure`, until another is started: by the next request, or after a pause as long as that helps.
 */
export function createBackground(options: BackgroundOptions): Background {
  return new SessionHost(options);
}

/** Milliseconds to wait before each further start of what ended by itself; then nothing is started unasked. */
const PAUSES = [1_000, 10_000, 60_000];
/** What lived so long, in milliseconds, did not end because of how it began. */
const LONG = 60_000;

class SessionHost implements Background {
  private readonly sessions = new Map<number, RemoteSession>();
  private home: Home | undefined;
  private last = 0;
  private started = 0;
  /** How often it ended soon after its start, one after the other. */
  private losses = 0;
  private restart: NodeJS.Timeout | undefined;

  constructor(private readonly options: BackgroundOptions) {}

  open(folder: string): Session & ReviewSource {
    const { processes = true, storage, logger } = this.options;
    const number = ++this.last;
    const session = new RemoteSession({
      logger,
      ...(storage && processes
        ? { lastShown: (signal) => readLastShown(storage, folder, { clock: createClock(), logger, signal }) }
        : {}),
      open: () => {
        this.home ??= this.start();
        this.home.post({ session: number, type: 'open', folder, processes, storage });
      },
      post: (request) => this.home?.post({ session: number, ...request }),
      onBusy: () => this.home?.hold([...this.sessions.values()].some(({ busy }) => busy)),
      close: () => this.close(number),
    });
    this.sessions.set(number, session);
    return session;
  }

  private start(): Home {
    const { workerPath = path.join(__dirname, 'background-worker.js'), processes = true } = this.options;
    const events: HomeEvents = {
      onMessage: (message) => this.sessions.get(message.session)?.receive(message),
      onComplaint: (text) => this.options.logger.error(`From the background: ${text.trimEnd()}`),
      onEnd: (error) => {
        this.home = undefined;
        for (const session of this.sessions.values()) session.lose(error);
        this.startLater();
      },
    };
    this.started = performance.now();
    return processes ? processHome(workerPath, events) : threadHome(workerPath, events);
  }

  private startLater(): void {
    if (performance.now() - this.started >= LONG) this.losses = 0;
    const pause = PAUSES[this.losses++];
    if (pause === undefined) return;
    clearTimeout(this.restart);
    this.restart = setTimeout(() => {
      for (const session of this.sessions.values()) session.beginAgain();
    }, pause);
    this.restart.unref();
  }

  private close(number: number): void {
    this.sessions.delete(number);
    this.home?.post({ session: number, type: 'close' });
    if (this.sessions.size > 0) return;
    clearTimeout(this.restart);
    this.home?.end();
    this.home = undefined;
  }
}
