import crypto from 'node:crypto';
import v8 from 'node:v8';
import type { GitFacts, ScannedFile, Skipped } from '../../core';
import type { GitMemory, ScanRequest } from '../../workspace/ports';
import { type PackedFiles, packFiles, unpackFiles } from './packed-files';
import type { GitState } from './git-state';

/** What is saved of a folder. */
export interface IndexContent {
  readonly outcomesFiles: readonly string[];
  readonly request: ScanRequest;
  readonly files: readonly ScannedFile[];
  readonly skipped: readonly Skipped[];
  /** Files with tag words in a language that is not known. */
  readonly unverified: readonly string[];
  readonly facts: readonly GitFacts[];
  readonly memory?: GitMemory | undefined;
  /** What git said when all this was so; null without its word. */
  readonly git: GitState | null;
  /** The id of what was shown of it. */
  readonly shown?: string | undefined;
  /** Files of which that shows an unsaved text. */
  readonly overlaid?: readonly string[] | undefined;
}

/** Counted up with every change of what is written here. */
const FORMAT = 5;
const NAME = 'outcomes-index';

/** `maker` names the program: what another one wrote is not read. */
export function encodeIndex(content: IndexContent, maker: string): Uint8Array {
  const { files, ...rest } = content;
  const body = v8.serialize({ ...rest, files: packFiles(files) } satisfies Body);
  return Buffer.concat([Buffer.from(headerOf(body, maker)), body]);
}

/** Gives what `encodeIndex` was given. Throws when the bytes are not whole or not from the same program. */
export function decodeIndex(bytes: Uint8Array, maker: string): IndexContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf('\n') + 1;
  const body = buffer.subarray(end);
  if (buffer.toString('utf8', 0, end) !== headerOf(body, maker))
    throw new Error('it is damaged, or another version wrote it');
  const { files, ...rest } = v8.deserialize(body) as Body;
  return { ...rest, files: unpackFiles(files) };
}

type Body = Omit<IndexContent, 'files'> & { readonly files: PackedFiles };

function headerOf(body: Uint8Array, maker: string): string {
  return `${NAME} ${FORMAT} ${digest(maker)} ${digest(body)}\n`;
}

function digest(data: string | Uint8Array): string {
  return crypto.createHash('sha256').update(data).digest('hex');
}
