import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { type EarlyState, readStateEarly } from '../index/early-state';
import { isSaved } from '../index/store';
import type { FromBackground, ToBackground } from './messages';
import type { ServedSession } from './served-session';

/** Where the sessions live, as a process or as a thread; bundled as dist/background-worker.js. */
const sessions = new Map<number, ServedSession>();
/** Git's word for sessions that are not made yet. */
const early = new Map<number, EarlyState>();
/** What came so far is seen to. */
let taking: Promise<void> = Promise.resolve();
let isEnded = false;

const post: (message: FromBackground) => void = parentPort
  ? (message) => parentPort!.postMessage(message)
  : (message) => void process.send!(message, undefined, undefined, () => undefined);

/** In the order in which they come; the first one waits for the program to be loaded. */
function receive(message: ToBackground): void {
  if (message.type === 'open') askEarly(message);
  taking = taking.then(() => (isEnded ? undefined : take(message)));
}

async function take(message: ToBackground): Promise<void> {
  if (message.type === 'open') {
    const state = early.get(message.session);
    await state?.asked;
    // Most of the program: nothing of it is needed to ask git.
    const served = await import('./served-session');
    early.delete(message.session);
    if (isEnded) state?.stop();
    else sessions.set(message.session, new served.ServedSession(message, post, state));
    return;
  }
  const session = sessions.get(message.session);
  if (message.type === 'review') void session?.review(message);
  else if (message.type === 'requests') session?.receive(message.requests);
  else if (sessions.delete(message.session)) session?.dispose();
}

/** Only where something was saved is that of use. */
function askEarly({ session, folder, processes, storage }: Extract<ToBackground, { type: 'open' }>): void {
  if (processes && storage && isSaved(storage.directory, folder)) early.set(session, readStateEarly(folder));
}

/** Nobody is left to answer to. Ends as soon as the processes have that the sessions started. */
function end(): void {
  isEnded = true;
  for (const state of early.values()) state.stop();
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
