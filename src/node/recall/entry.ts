import { createHash } from 'node:crypto';
import type { Trace } from './ledger';

/** A report, and what it was made of. */
export interface Entry {
  readonly trace: Trace;
  readonly text: string;
}

/** Counted up with every change of what is written here. */
const FORMAT = 1;
const NAME = 'outcomes-report';

/** `maker` names the program and the question: what was made by another, or for another one, is not read. */
export function encodeEntry({ trace, text }: Entry, maker: string): Buffer {
  const body = Buffer.from(`${JSON.stringify(trace)}\n${text}`);
  return Buffer.concat([Buffer.from(headerOf(body, maker)), body]);
}

/** Gives what `encodeEntry` was given; undefined when the bytes are not whole, or made by another. */
export function decodeEntry(bytes: Buffer, maker: string): Entry | undefined {
  const start = bytes.indexOf('\n') + 1;
  const body = bytes.subarray(start);
  if (bytes.toString('utf8', 0, start) !== headerOf(body, maker)) return undefined;
  const end = body.indexOf('\n');
  return { trace: JSON.parse(body.toString('utf8', 0, end)) as Trace, text: body.toString('utf8', end + 1) };
}

function headerOf(body: Buffer, maker: string): string {
  return `${NAME} ${FORMAT} ${digest(maker)} ${digest(body)}\n`;
}

function digest(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
