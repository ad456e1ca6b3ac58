import type { FileCounts, FileWork } from '../../workspace/file-work';
import { type Contents, packWork, unpackWork } from './packed-work';

/**
 * Work that stays the bytes that came until somebody looks at it. A folder has thousands of these: each is a few
 * numbers beside bytes that it shares with others, since a view of its own would take more than a TODO.
 */
export class SentFileWork implements FileWork {
  /** Kept only as long as somebody holds them anyway, or until the next garbage collection. */
  private made: WeakRef<Contents> | undefined;

  constructor(
    readonly file: string,
    readonly counts: FileCounts,
    /** In which several files lie one after the other. */
    private readonly bytes: Uint8Array,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get todos(): Contents['todos'] {
    return this.contents().todos;
  }

  get findings(): Contents['findings'] {
    return this.contents().findings;
  }

  /** As from `packWork`, in UTF-8. */
  packed(): Uint8Array {
    return this.bytes.subarray(this.from, this.to);
  }

  private contents(): Contents {
    let contents = this.made?.deref();
    if (contents === undefined) {
      contents = unpackWork(this.file, new TextDecoder().decode(this.packed()));
      this.made = new WeakRef(contents);
    }
    return contents;
  }
}

const known = new WeakMap<FileWork, Uint8Array>();
const encoder = new TextEncoder();

/** From `packWork`, in UTF-8; made once. */
export function packedBytes(work: FileWork): Uint8Array {
  if (work instanceof SentFileWork) return work.packed();
  let bytes = known.get(work);
  if (bytes === undefined) known.set(work, (bytes = encoder.encode(packWork(work))));
  return bytes;
}
