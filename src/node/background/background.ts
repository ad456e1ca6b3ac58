import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Files, Git, Logger } from '../../workspace/ports';
import { revive } from '../sent-error';
import type { FromBackground, Question, Questions, ToBackground } from './messages';

export interface BackgroundOptions {
  readonly logger: Logger;
  /** The bundled worker; by default dist/background-worker.js beside the running bundle. */
  readonly workerPath?: string;
}

/** Git and the search for outcome files, off the calling thread. */
export interface Background extends Git, Pick<Files, 'findOutcomesFiles'> {
  dispose(): void;
}

/** What the thread gets to end its processes and itself, in milliseconds, before it is ended. */
const GRACE = 1000;

/**
 * Starting a process holds its thread until the program runs, which on a busy machine is a hundred milliseconds and
 * more: too long for the thread on which an editor's extensions live. The thread starts with the first question.
 */
export function createBackground(folder: string, options: BackgroundOptions): Background {
  const { logger, workerPath = path.join(__dirname, 'background-worker.js') } = options;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let worker: Worker | undefined;
  let lastId = 0;

  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const receive = (message: FromBackground): void => {
    if (message.type === 'log') {
      logger[message.level](message.message);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') asked?.resolve(message.answer);
    else asked?.reject(revive(message.error));
  };
  const start = (): Worker => {
    const started = new Worker(workerPath, { workerData: folder, name: 'outcomes background' });
    started.unref();
    started.on('message', receive);
    started.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    started.on('exit', (code) => {
      if (started === worker) fail(new Error(`The background thread ended with exit code ${code}.`));
    });
    return started;
  };
  const post = (message: ToBackground): void => {
    worker ??= start();
    worker.postMessage(message);
  };

  function ask<Q extends Question>(
    question: Q,
    what: Questions[Q]['ask'],
    signal: AbortSignal,
  ): Promise<Questions[Q]['answer']> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const id = ++lastId;
    return new Promise<Questions[Q]['answer']>((resolve, reject) => {
      const onAbort = (): void => {
        waiting.delete(id);
        if (worker) post({ type: 'abort', id });
        reject(signal.reason as Error);
      };
      const settled = (): void => signal.removeEventListener('abort', onAbort);
      waiting.set(id, {
        resolve: (answer) => {
          settled();
          resolve(answer as Questions[Q]['answer']);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      });
      signal.addEventListener('abort', onAbort, { once: true });
      post({ type: 'ask', id, question, ask: what } as ToBackground);
    });
  }

  return {
    facts: (query, signal) => ask('facts', query, signal),
    findOutcomesFiles: (signal) => ask('outcomesFiles', null, signal),
    dispose() {
      const ending = worker;
      if (!ending) return;
      fail(new Error('The background thread was disposed of.'));
      ending.postMessage({ type: 'close' } satisfies ToBackground);
      const timer = setTimeout(() => void ending.terminate(), GRACE);
      timer.unref();
      ending.once('exit', () => clearTimeout(timer));
    },
  };
}
