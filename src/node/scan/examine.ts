import {
  candidateFinder,
  commentsAt,
  type EditedReading,
  languageOf,
  readEdited,
  readTodos,
  thousandsApart,
  toUtf8,
  type ScannedTodo,
} from '../../core';
import { BINARY_PREFIX, LARGEST_FILE, MOST_HITS, READ_BEYOND, TOO_LARGE } from './limits';
import { FileReader, type ReadResult } from './reader';
import type { Stamp } from './remembered';
import type { FileScope, Scopes } from './scopes';
import type { FoundFile } from './walk';

/** A file that may hold TODOs. */
export interface Candidate extends FoundFile {
  /** Where its tag words are, as ripgrep counts bytes; undefined when that is yet to be found out. */
  readonly hits?: readonly number[];
  /** On which line each is, counted by LF. */
  readonly lines?: readonly number[];
  /** How many further tag words there are. */
  readonly more?: number;
}

export interface Examined {
  readonly todos: readonly ScannedTodo[];
  /** It has tag words, but its language is not known. */
  readonly unverified: boolean;
  /** Why it was not, or not wholly, looked at. */
  readonly skipped?: string;
  /** Of the file that was read, where they are asked for. */
  readonly stamp?: Stamp | undefined;
}

const NOTHING: Examined = { todos: [], unverified: false };
const HEAD = 512;

type Finder = (bytes: Uint8Array) => readonly number[];

/** Decides which tag words of a file are in comments, and reads what they say. */
export class Examiner {
  private readonly reader: FileReader;
  private readonly scopes: Scopes;
  private readonly find: Finder;

  constructor(scopes: Scopes, options: { readonly stamps?: boolean } = {}) {
    this.reader = new FileReader(options.stamps);
    this.scopes = scopes;
    this.find = candidateFinder(scopes.anyTag.tags);
  }

  examine(candidate: Candidate): Examined {
    const scope = this.scopes.of(candidate.file);
    if (!scope) return NOTHING;
    const read = this.read(candidate);
    switch (read.kind) {
      case 'gone':
        return NOTHING;
      case 'too-large':
        return { ...NOTHING, skipped: TOO_LARGE };
      case 'unreadable':
        return { ...NOTHING, skipped: `unreadable: ${read.reason}` };
      case 'read':
    }
    const { file, at, hits, lines, more = 0 } = candidate;
    const { bytes, whole, stamp } = read;
    if (!isUtf16(bytes)) {
      const text = withoutMark(bytes);
      return { ...examineBytes(file, text, scope, hits ?? this.find(text), more, lines), stamp };
    }
    // ripgrep's places say nothing of how much of such a file is needed.
    if (hits && !whole) return this.examine({ file, at });
    const decoded = toUtf8(bytes);
    if (decoded.kind === 'binary') return { ...NOTHING, stamp };
    return { ...examineBytes(file, decoded.bytes, scope, this.find(decoded.bytes), 0), stamp };
  }

  private read({ at, hits }: Candidate): ReadResult {
    if (!hits) return this.reader.readWhole(at, LARGEST_FILE);
    return this.reader.readStart(at, (hits.at(-1) ?? 0) + READ_BEYOND);
  }
}

/** The same for a text that may not be on disk; undefined when its language is not known. */
export function examineText(
  file: string,
  text: string,
  scope: FileScope,
): readonly ScannedTodo[] | undefined {
  const bytes = withoutMark(new TextEncoder().encode(text));
  if (!languageOf(file, bytes.subarray(0, HEAD))) return undefined;
  return examineBytes(file, bytes, scope, candidateFinder(scope.tags.tags)(bytes), 0).todos;
}

/** The same for a text that is being edited: where it is as it was before, it is not looked at again. */
export class EditedText {
  private last: { readonly file: string; readonly reading: EditedReading } | undefined;

  examine(file: string, text: string, scope: FileScope): readonly ScannedTodo[] | undefined {
    if (text.length < WORTH_KEEPING) return examineText(file, text, scope);
    const bytes = withoutMark(new TextEncoder().encode(text));
    const language = languageOf(file, bytes.subarray(0, HEAD));
    if (!language) return undefined;
    if (holds(bytes, 0, BINARY_PREFIX)) return [];
    const before = this.last?.file === file ? this.last.reading : undefined;
    const reading = readEdited(bytes, language, scope.tags.tags, MOST_HITS, before);
    this.last = { file, reading };
    return reading.comments.flatMap((comment) => readTodos(comment, scope.tags, scope.mentions));
  }
}

/** Characters. A shorter text is read as quickly as it is compared. */
const WORTH_KEEPING = 50_000;

function examineBytes(
  file: string,
  bytes: Uint8Array,
  scope: FileScope,
  found: readonly number[],
  unseen: number,
  lines?: readonly number[],
): Examined {
  if (found.length === 0) return NOTHING;
  if (holds(bytes, 0, BINARY_PREFIX)) return { ...NOTHING, skipped: 'binary' };
  const language = languageOf(file, bytes.subarray(0, HEAD));
  if (!language) return { todos: [], unverified: true };
  const hits = found.slice(0, MOST_HITS);
  // What is left out must not come back as the further lines of a comment before it.
  const part = bytes.subarray(0, found[MOST_HITS] ?? bytes.length);
  // ripgrep knows lines by LF alone, a text also by CR.
  const known = lines && !holds(bytes, CR, hits.at(-1)!) ? lines : undefined;
  const todos = commentsAt(part, language, hits, known).flatMap((comment) =>
    readTodos(comment, scope.tags, scope.mentions),
  );
  const left = found.length - hits.length + unseen;
  return { todos, unverified: false, ...(left > 0 && { skipped: tooMany(left) }) };
}

const CR = 13;

/** Whether a byte is among the first `length`. By Buffer, which searches several times as fast as Uint8Array. */
function holds(bytes: Uint8Array, byte: number, length: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).includes(byte);
}

function tooMany(left: number): string {
  return `more than ${thousandsApart(String(MOST_HITS))} tag words: the last ${thousandsApart(String(left))} were left out`;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** ripgrep counts from after the byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
