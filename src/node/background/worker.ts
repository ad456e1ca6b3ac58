import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { FromBackground, ToBackground } from './messages';
import { ServedSession } from './served-session';

/** Where the sessions live, as a process or as a thread; bundled as dist/background-worker.js. */
const sessions = new Map<number, ServedSession>();
const post: (message: FromBackground) => void = parentPort
  ? (message) => parentPort!.postMessage(message)
  : (message) => void process.send!(message, undefined, undefined, () => undefined);

function receive(message: ToBackground): void {
  if (message.type === 'open') {
    sessions.set(message.session, new ServedSession(message, post));
    return;
  }
  const session = sessions.get(message.session);
  if (message.type === 'review') void session?.review(message);
  else if (message.type !== 'close') session?.receive(message);
  else if (sessions.delete(message.session)) session?.dispose();
}

/** Nobody is left to answer to. Ends as soon as the processes have that the sessions started. */
function end(): void {
  for (const session of sessions.values()) session.dispose();
  sessions.clear();
}

/** On a busy machine the editor goes first. */
const LOWER_PRIORITY = 5;

if (parentPort) {
  parentPort.on('message', receive);
} else {
  // What makes the editor's program a Node.js is for this process, not for those that it starts.
  delete process.env['ELECTRON_RUN_AS_NODE'];
  try {
    os.setPriority(LOWER_PRIORITY);
  } catch {
    // Nothing depends on it.
  }
  process.on('message', receive);
  process.on('disconnect', end);
}
