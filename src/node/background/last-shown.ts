import crypto from 'node:crypto';
import path from 'node:path';
import v8 from 'node:v8';
import type { Clock, Logger } from '../../workspace/ports';
import { Slices } from '../../workspace/slices';
import type { Snapshot } from '../../workspace/snapshot';
import { readText } from '../files';
import { createFileStore, type IndexStore } from '../index/store';
import type { IndexStorage, PackedGitWork, SnapshotMessage } from './messages';
import { SnapshotReceiver } from './receiver';
import { type Base, SnapshotSender } from './sender';

/** Counted up with every change of what is written here. */
const FORMAT = 2;
const NAME = 'outcomes-shown';
const DIGEST = 32;
const HEAD = 4 + DIGEST;

/** What a session showed last. */
export interface LastShown extends Base {
  /** Of this very saving. */
  readonly id: string;
  /** Which knows it, and takes what comes next. */
  readonly receiver: SnapshotReceiver;
}

/** Keeps what is shown of one folder, for the next session to begin with. */
export class ShownStore {
  private last: LastShown | undefined;
  private loading: Promise<LastShown | undefined> | undefined;
  private written: { readonly snapshot: WeakRef<Snapshot>; readonly id: string } | undefined;

  constructor(
    private readonly storage: IndexStorage,
    private readonly folder: string,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  /** Read once; undefined as `readLastShown` has it. */
  load(): Promise<LastShown | undefined> {
    const { storage, folder, clock, logger } = this;
    const { signal } = new AbortController();
    return (this.loading ??= readLastShown(storage, folder, { clock, logger, signal }).then(
      (last) => (this.last = last),
    ));
  }

  /** What was read, once `load` has ended; it is forgotten with that. */
  take(): LastShown | undefined {
    const { last } = this;
    this.last = undefined;
    this.loading = Promise.resolve(undefined);
    return last;
  }

  /** Gives the id to know it by; undefined when it could not be saved. */
  async save(snapshot: Snapshot): Promise<string | undefined> {
    if (this.written?.snapshot.deref() === snapshot) return this.written.id;
    const { storage, folder } = this;
    const id = crypto.randomBytes(16).toString('hex');
    try {
      await storeOf(storage, folder).save(encodeShown(snapshot, id, makerOf(storage, folder)));
    } catch (error) {
      this.logger.debug(`What is shown is not saved: ${String(error)}`);
      return undefined;
    }
    this.written = { snapshot: new WeakRef(snapshot), id };
    return id;
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
): Promise<LastShown | undefined> {
  try {
    const bytes = await storeOf(storage, folder).load();
    if (bytes === null) return undefined;
    const { id, messages } = decodeShown(bytes, makerOf(storage, folder));
    const receiver = new SnapshotReceiver();
    const slices = new Slices(clock, signal);
    let shown: Snapshot | undefined;
    let git: PackedGitWork | undefined;
    for (const message of messages) {
      signal.throwIfAborted();
      if (message.type === 'files') await slices.run(receiver.take(message));
      else if (await isAsOnDisk(message, folder, logger)) {
        const facts = { ...message.facts, today: clock.today() };
        shown = await slices.run(receiver.take({ ...message, facts }));
        git = message.git;
      }
    }
    return shown && git && { id, snapshot: shown, git, receiver };
  } catch (error) {
    if (!signal.aborted) logger.debug(`What was shown last is not used: ${String(error)}`);
    return undefined;
  }
}

/** The messages that tell all of the snapshot, each with its length and digest, so that they can be read one by one. */
function encodeShown(snapshot: Snapshot, id: string, maker: string): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from(headerOf(id, maker))];
  for (const message of new SnapshotSender().messages(snapshot)) {
    const body = v8.serialize(message);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(body.length);
    digest(body).copy(head, 4);
    parts.push(head, body);
  }
  return Buffer.concat(parts);
}

/** Throws, some when the messages are read, when the bytes are not whole or not from the same program. */
function decodeShown(
  bytes: Uint8Array,
  maker: string,
): { readonly id: string; readonly messages: Generator<SnapshotMessage> } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = buffer.indexOf('\n') + 1;
  const id = buffer.toString('latin1', 0, from).split(' ')[2] ?? '';
  if (buffer.toString('latin1', 0, from) !== headerOf(id, maker))
    throw new Error('it is damaged, or another version wrote it');
  return { id, messages: messagesIn(buffer, from) };
}

function* messagesIn(buffer: Buffer, start: number): Generator<SnapshotMessage> {
  let last: SnapshotMessage | undefined;
  for (let at = start; at < buffer.length;) {
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

/** The id is digested too: a damaged one is none. */
function headerOf(id: string, maker: string): string {
  return `${NAME} ${FORMAT} ${id} ${digest(Buffer.from(JSON.stringify([id, maker]))).toString('hex')}\n`;
}

function digest(data: Uint8Array): Buffer {
  return crypto.createHash('sha256').update(data).digest();
}
