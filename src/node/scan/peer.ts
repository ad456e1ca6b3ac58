import { Worker } from 'node:worker_threads';
import type { GitListing, Lister } from '../git/listing';
import type { FromWorker, ToWorker, WorkerSetup } from './messages';
import { ScanServer } from './server';
import { unpack, type OnTheWire } from './wire';

/** One who scans: a worker thread, or the calling thread itself. */
export interface Peer {
  post(message: ToWorker): void;
  /** Keeps the process alive until as many `release` have followed. */
  hold(): void;
  release(): void;
  /** Ends its scans and itself. */
  close(): void;
}

export interface PeerEvents {
  readonly onMessage: (message: FromWorker) => void;
  /** The peer is no more. */
  readonly onEnd: (error: Error) => void;
}

/** What a worker gets to end its processes and itself, in milliseconds, before it is ended. */
const GRACE = 1000;

/**
 * Megabytes that V8 may use for young objects. What a scan makes dies at once, so that more of them is only held for
 * longer: by V8's own measure (48) the process grew by 17 MB more, and was no faster.
 */
const YOUNG = 8;

/** Starts a worker thread. While nothing holds it, it does not keep the process alive. */
export function workerPeer(workerPath: string, setup: WorkerSetup, events: PeerEvents): Peer {
  const worker = new Worker(workerPath, {
    workerData: setup,
    name: 'outcomes scanner',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  worker.unref();
  let held = 0;
  let closed = false;
  worker.on('message', (message: OnTheWire) => events.onMessage(unpack(message)));
  worker.on('error', (error) => events.onEnd(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => {
    if (!closed) events.onEnd(new Error(`The scanner's thread ended with exit code ${code}.`));
  });
  return {
    post: (message) => worker.postMessage(message),
    hold() {
      if (held++ === 0) worker.ref();
    },
    release() {
      if (--held === 0) worker.unref();
    },
    close() {
      closed = true;
      worker.postMessage({ type: 'close' } satisfies ToWorker);
      const timer = setTimeout(() => void worker.terminate(), GRACE);
      timer.unref();
      worker.once('exit', () => clearTimeout(timer));
    },
  };
}

/** Scans on the calling thread. */
export function callerPeer(setup: WorkerSetup, events: PeerEvents, list?: Lister<GitListing>): Peer {
  const server = new ScanServer(setup, events.onMessage, undefined, list);
  return {
    post: (message) => server.receive(message),
    hold: () => undefined,
    release: () => undefined,
    close: () => server.receive({ type: 'close' }),
  };
}
