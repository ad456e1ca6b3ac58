import { parentPort, workerData } from 'node:worker_threads';
import type { Logger } from '../../workspace/ports';
import { createFiles } from '../files';
import { createGit } from '../git';
import { sendable } from '../sent-error';
import type { FromBackground, ToBackground } from './messages';

/** The thread that starts programs for who must not wait for their start; bundled as dist/background-worker.js. */
const port = parentPort;
if (!port) throw new Error('background-worker runs as a worker thread only');

const post = (message: FromBackground): void => port.postMessage(message);
const log = (level: keyof Logger) => (message: string) => post({ type: 'log', level, message });
const logger: Logger = { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') };
const folder = workerData as string;
const git = createGit(folder, { logger });
const files = createFiles(folder, { logger });
const running = new Map<number, AbortController>();

async function answer(message: Extract<ToBackground, { type: 'ask' }>): Promise<void> {
  const { id } = message;
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const found =
      message.question === 'facts'
        ? await git.facts(message.ask, abort.signal)
        : await files.findOutcomesFiles(abort.signal);
    post({ type: 'answer', id, answer: found });
  } catch (error) {
    post({ type: 'failed', id, error: sendable(error) });
  } finally {
    running.delete(id);
  }
}

port.on('message', (message: ToBackground) => {
  switch (message.type) {
    case 'ask':
      void answer(message);
      break;
    case 'abort':
      running.get(message.id)?.abort();
      break;
    case 'close':
      for (const abort of running.values()) abort.abort();
      // With the port closed the thread ends as soon as its processes have.
      port.close();
      break;
  }
});
