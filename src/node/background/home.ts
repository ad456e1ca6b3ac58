import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { FromBackground, ToBackground } from './messages';

/** What sessions live in. */
export interface Home {
  post(message: ToBackground): void;
  /** Whether it keeps this process alive. */
  hold(on: boolean): void;
  /** Ends it; nothing more is heard of it. */
  end(): void;
}

export interface HomeEvents {
  readonly onMessage: (message: FromBackground) => void;
  /** What it prints, which is nothing but complaints. */
  readonly onComplaint: (text: string) => void;
  /** It ended by itself. */
  readonly onEnd: (error: Error) => void;
}

/** What a home gets to end its processes and itself, in milliseconds, before it is ended. */
const GRACE = 1000;

/**
 * A process with this program as Node.js. It is started in a turn of the event loop of its own: the start alone holds
 * the thread for most of a frame.
 */
export function processHome(script: string, events: HomeEvents): Home {
  const posted: ToBackground[] = [];
  let isHeld = true;
  let home: Home | undefined;
  const start = setTimeout(() => {
    try {
      home = startProcess(script, events);
    } catch (error) {
      events.onEnd(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    home.hold(isHeld);
    for (const message of posted) home.post(message);
  });
  return {
    post(message) {
      if (home === undefined) posted.push(message);
      else home.post(message);
    },
    hold(on) {
      isHeld = on;
      home?.hold(on);
    },
    end() {
      clearTimeout(start);
      home?.end();
    },
  };
}

function startProcess(script: string, events: HomeEvents): Home {
  const child = spawn(process.execPath, [script], {
    // Certificates are for what talks to a network. Some releases of Node.js read them first of all.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_EXTRA_CA_CERTS: undefined },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
  let ended = false;
  const lost = (error: Error): void => {
    if (!ended) events.onEnd(error);
    ended = true;
  };
  child.on('message', (message) => {
    if (!ended) events.onMessage(message as unknown as FromBackground);
  });
  child.on('error', lost);
  child.on('exit', (code, signal) =>
    lost(new Error(`The background process ended with ${code === null ? signal : `exit code ${code}`}.`)),
  );
  child.stderr?.setEncoding('utf8').on('data', events.onComplaint);
  return {
    post(message) {
      // Should it be gone, its end tells.
      if (child.connected) child.send(message, () => undefined);
    },
    hold(on) {
      const change = on ? 'ref' : 'unref';
      child[change]();
      child.channel?.[change]();
      (child.stderr as Socket | null)?.[change]();
    },
    end() {
      ended = true;
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill(), GRACE);
      timer.unref();
      child.once('exit', () => clearTimeout(timer));
      this.hold(false);
    },
  };
}

/** A thread of this process, for where no process may be started. */
export function threadHome(script: string, events: HomeEvents): Home {
  const worker = new Worker(script, { name: 'outcomes' });
  let ended = false;
  const lost = (error: Error): void => {
    if (!ended) events.onEnd(error);
    ended = true;
  };
  worker.on('message', (message: FromBackground) => {
    if (!ended) events.onMessage(message);
  });
  worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => lost(new Error(`The background thread ended with exit code ${code}.`)));
  return {
    post: (message) => worker.postMessage(message),
    hold(on) {
      if (on) worker.ref();
      else worker.unref();
    },
    end() {
      ended = true;
      void worker.terminate();
    },
  };
}
