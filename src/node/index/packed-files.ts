import type { ScannedFile } from '../../core';
import { packTodos, unpackTodos } from '../scan/wire';

/** What many files hold. Of most of them a session that begins again never asks what that is. */
export interface PackedFiles {
  readonly names: readonly string[];
  /** In the same order, as JSON: half of the time that V8's own form takes for so many small objects. */
  readonly contents: Uint8Array;
  /** Where each ends in it. */
  readonly ends: readonly number[];
}

/** The bytes of a file that was unpacked, to be packed again as they are. */
const bytesOf = new WeakMap<ScannedFile, Uint8Array>();
const encoder = new TextEncoder();

export function packFiles(files: readonly ScannedFile[]): PackedFiles {
  const parts = files.map((file) => bytesOf.get(file) ?? encoder.encode(packTodos(file.todos)));
  let end = 0;
  const ends = parts.map(({ length }) => (end += length));
  return { names: files.map(({ file }) => file), contents: Buffer.concat(parts), ends };
}

/** Gives what `packFiles` was given; the TODOs are made each time that they are asked for, and held by nobody. */
export function unpackFiles({ names, contents, ends }: PackedFiles): ScannedFile[] {
  const decoder = new TextDecoder();
  return names.map((file, i) => {
    const bytes = contents.subarray(ends[i - 1] ?? 0, ends[i]);
    const unpacked = {
      file,
      get todos() {
        return unpackTodos(decoder.decode(bytes));
      },
    };
    bytesOf.set(unpacked, bytes);
    return unpacked;
  });
}
