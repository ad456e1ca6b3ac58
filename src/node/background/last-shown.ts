import crypto from 'node:crypto';
import path from 'node:path';
import v8 from 'node:v8';
import type { Clock, Logger } from '../../workspace/ports';
import { Slices } from '../../workspace/slices';
import type { Snapshot } from '../../workspace/snapshot';
import { readText } from '../files';
import { createFileStore, type IndexStore } from '../index/store';
import type { IndexStorage, SnapshotMessage } from './messages';
import { SnapshotReceiver } from './receiver';
import { SnapshotSender } from './sender';

/** Counted up with every change of what is written here. */
const FORMAT = 1;
const NAME = 'outcomes-shown';
const DIGEST = 32;
const HEAD = 4 + DIGEST;

/** The first save comes soon, so that a window that is open for a minute leaves something. */
const FIRST_DELAY = 2_000;
const DELAY = 30_000;

/** Keeps what is shown of one folder, for the next session to begin with. */
export class LastShown {
  private readonly store: IndexStore;
  private waiting: Snapshot | undefined;
  private written: Snapshot | undefined;
  private timer: NodeJS.Timeout | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: IndexStorage,
    private readonly folder: string,
    private readonly logger: Logger,
  ) {
    this.store = storeOf(storage, folder);
  }

  /** To be saved some time, in place of what was given before. Costs nothing now. */
  keep(snapshot: Snapshot): void {
    if (snapshot === this.written) return;
    this.waiting = snapshot;
    this.timer ??= setTimeout(() => this.flush(), this.written === undefined ? FIRST_DELAY : DELAY);
    this.timer.unref();
  }

  /** Begins to save what is to be saved. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    if (waiting === undefined) return;
    this.waiting = undefined;
    this.written = waiting;
    this.saving = this.saving.then(() => this.write(waiting));
  }

  private async write(snapshot: Snapshot): Promise<void> {
    try {
      await this.store.save(encodeShown(snapshot, makerOf(this.storage, this.folder)));
    } catch (error) {
      this.logger.debug(`What is shown is not saved: ${String(error)}`);
    }
  }
}

/**
 * What the session before showed last, with the day of today; undefined when nothing was saved, it is damaged or from
 * another program, or an outcomes file has changed since: its tree would be another. Work may have changed since.
 */
export async function readLastShown(
  storage: IndexStorage,
  folder: string,
  { clock, logger, signal }: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<Snapshot | undefined> {
  try {
    const bytes = await storeOf(storage, folder).load();
    if (bytes === null) return undefined;
    const receiver = new SnapshotReceiver();
    const slices = new Slices(clock, signal);
    let shown: Snapshot | undefined;
    for (const message of decodeShown(bytes, makerOf(storage, folder))) {
      signal.throwIfAborted();
      if (message.type === 'files') await slices.run(receiver.take(message));
      else if (await isAsOnDisk(message, folder, logger)) {
        const facts = { ...message.facts, today: clock.today() };
        shown = await slices.run(receiver.take({ ...message, facts }));
      }
    }
    return shown;
  } catch (error) {
    if (!signal.aborted) logger.debug(`What was shown last is not used: ${String(error)}`);
    return undefined;
  }
}

/** The messages that tell all of the snapshot, each with its length and digest, so that they can be read one by one. */
export function encodeShown(snapshot: Snapshot, maker: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from(headerOf(maker))];
  for (const message of new SnapshotSender().messages(snapshot)) {
    const body = v8.serialize(message);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(body.length);
    digest(body).copy(head, 4);
    parts.push(head, body);
  }
  return Buffer.concat(parts);
}

/** Throws when the bytes are not whole or not from the same program. */
export function* decodeShown(bytes: Uint8Array, maker: string): Generator<SnapshotMessage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = headerOf(maker);
  if (buffer.toString('utf8', 0, header.length) !== header) throw new Error('another version wrote it');
  let last: SnapshotMessage | undefined;
  for (let at = header.length; at < buffer.length;) {
    const from = at + HEAD;
    const to = from <= buffer.length ? from + buffer.readUInt32LE(at) : Infinity;
    const body = buffer.subarray(from, to);
    if (to > buffer.length || !digest(body).equals(buffer.subarray(at + 4, from)))
      throw new Error('it is damaged');
    last = v8.deserialize(body) as SnapshotMessage;
    yield last;
    at = to;
  }
  if (last?.type !== 'snapshot') throw new Error('it is not whole');
}

async function isAsOnDisk(
  { outcomeFiles }: Extract<SnapshotMessage, { type: 'snapshot' }>,
  folder: string,
  logger: Logger,
): Promise<boolean> {
  const same = outcomeFiles.map(
    async (file) =>
      typeof file !== 'string' && (await readText(path.join(folder, file.path), logger)) === file.text,
  );
  return (await Promise.all(same)).every(Boolean);
}

function storeOf({ directory }: IndexStorage, folder: string): IndexStore {
  return createFileStore(directory, folder, 'shown');
}

function makerOf({ maker }: IndexStorage, folder: string): string {
  return JSON.stringify([maker, path.resolve(folder)]);
}

function headerOf(maker: string): string {
  return `${NAME} ${FORMAT} ${digest(Buffer.from(maker)).toString('hex')}\n`;
}

function digest(data: Uint8Array): Buffer {
  return crypto.createHash('sha256').update(data).digest();
}
