import fs from 'node:fs';
import { stampOf, type Stamp } from './remembered';

/** `bytes` are valid until the next read. */
export type ReadResult =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly whole: boolean;
      /** As the file was before it was read. */
      readonly stamp?: Stamp | undefined;
    }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Never waits for a pipe, never follows a link. Where the system lacks a flag it is undefined, which counts as 0. */
const OPEN = fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK;
const START_SIZE = 256 * 1024;

/** Reads files into one buffer that it uses again and again. */
export class FileReader {
  private buffer = new Uint8Array(START_SIZE);

  /** @param stamps whether to ask the system for them, which costs a tenth of what reading a small file does */
  constructor(private readonly stamps = false) {}

  /** The first `length` bytes of a file, or all when it has fewer. */
  readStart(file: string | Buffer, length: number): ReadResult {
    return this.open(file, (descriptor) => {
      const stamp = this.stamps ? stampOf(fs.fstatSync(descriptor)) : undefined;
      return this.fill(descriptor, length, stamp);
    });
  }

  /** All of a file, unless it is larger than `limit` bytes. */
  readWhole(file: string | Buffer, limit: number): ReadResult {
    return this.open(file, (descriptor) => {
      const stat = fs.fstatSync(descriptor);
      if (!stat.isFile()) return { kind: 'gone' };
      if (stat.size > limit) return { kind: 'too-large' };
      return this.fill(descriptor, stat.size, this.stamps ? stampOf(stat) : undefined);
    });
  }

  private open(file: string | Buffer, use: (descriptor: number) => ReadResult): ReadResult {
    let descriptor: number | undefined;
    try {
      descriptor = fs.openSync(file, OPEN);
      return use(descriptor);
    } catch (error) {
      return failure(error as NodeJS.ErrnoException);
    } finally {
      if (descriptor !== undefined) fs.closeSync(descriptor);
    }
  }

  private fill(descriptor: number, length: number, stamp: Stamp | undefined): ReadResult {
    // One byte more tells whether that was all, without another call.
    const wanted = length + 1;
    if (this.buffer.length < wanted) this.buffer = new Uint8Array(2 ** Math.ceil(Math.log2(wanted)));
    let filled = 0;
    for (;;) {
      const got = fs.readSync(descriptor, this.buffer, filled, wanted - filled, null);
      filled += got;
      if (got === 0 || filled === wanted) break;
    }
    const whole = filled < wanted;
    return { kind: 'read', bytes: this.buffer.subarray(0, Math.min(filled, length)), whole, stamp };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'input/output error',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
};

/** A file that vanished, or turned into a folder or a link, is not there any more: nothing to report. */
function failure(error: NodeJS.ErrnoException): ReadResult {
  const code = error.code ?? '';
  if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EMLINK', 'ENXIO', 'EAGAIN'].includes(code))
    return { kind: 'gone' };
  return { kind: 'unreadable', reason: REASONS[code] ?? (code === '' ? error.message : code) };
}
