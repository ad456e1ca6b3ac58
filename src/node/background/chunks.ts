import v8 from 'node:v8';
import type { Steps } from '../../workspace/slices';

/** Values on their way to who lives elsewhere, which can be made there a few at a time. */
export interface Chunks {
  /** One after the other, each a few values by V8's serializer, which keeps maps and what is undefined. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: readonly number[];
}

/** So many values take the receiver well under a millisecond. */
const VALUES = 25;

export function packChunks(values: readonly unknown[]): Chunks {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < values.length; i += VALUES) parts.push(v8.serialize(values.slice(i, i + VALUES)));
  return joinBytes(parts);
}

/** Rests after each chunk. */
export function* unpackChunks<T>({ bytes, ends }: Chunks): Steps<T[]> {
  const values: T[] = [];
  let from = 0;
  for (const end of ends) {
    for (const value of v8.deserialize(bytes.subarray(from, end)) as T[]) values.push(value);
    from = end;
    yield;
  }
  return values;
}

export function joinBytes(parts: readonly Uint8Array[]): Chunks {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const ends: number[] = [];
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
    ends.push(end);
  }
  return { bytes, ends };
}

export function sameChunks(a: Chunks, b: Chunks): boolean {
  return a.bytes.length === b.bytes.length && Buffer.compare(a.bytes, b.bytes) === 0;
}
