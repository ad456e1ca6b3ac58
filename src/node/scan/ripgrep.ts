import { run } from '../process';
import { takeEarlySearch, type Reader, type SearchCommand, type SearchEnd } from './early';
import { MOST_HITS } from './limits';
import { searchArguments } from './program';

export { findRipgrep } from './program';

/** A file with tag words, as ripgrep reports it. */
export interface RipgrepFile {
  /** Relative to the searched folder, with the system's separators; not always UTF-8. */
  readonly path: Buffer;
  /**
   * Where the first MOST_HITS + 1 tag words begin: byte offsets into the text without its byte order mark (UTF-16 is
   * turned into UTF-8 first).
   */
  readonly hits: readonly number[];
  /** The 0-based line of each of these, counted by LF. */
  readonly lines: readonly number[];
  /** How many tag words there are. */
  readonly total: number;
}

/** What ripgrep says of a file or a folder that it did not search. */
export type RipgrepNotice =
  | { readonly kind: 'too-large'; readonly path: string }
  /** An ignore rule leaves it out: a file, or a folder with all that is in it. */
  | { readonly kind: 'ignored'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export interface RipgrepSearch {
  readonly program: string;
  readonly folder: string;
  /** In ripgrep's syntax. */
  readonly pattern: string;
  /** Folders, relative with `/`, that are not entered. */
  readonly leaves: readonly string[];
  readonly signal: AbortSignal;
  readonly onFile: (file: RipgrepFile) => void;
  readonly onNotice: (notice: RipgrepNotice) => void;
}

/** ripgrep ended in a way that leaves its result in doubt. */
export class RipgrepFailure extends Error {
  override readonly name = 'RipgrepFailure';
}

/**
 * Finds the files that hold the pattern, and where. Rejects with a RipgrepFailure when the result cannot be trusted
 * to be whole, with the signal's reason when aborted.
 */
export async function ripgrep(search: RipgrepSearch): Promise<void> {
  const { program, folder, signal } = search;
  const hits = hitParser(search.onFile);
  const notices = noticeParser(search.onNotice);
  const command = { program, folder, args: searchArguments(search.pattern, search.leaves) };
  const result = await execute(command, { stdout: hits.push, stderr: notices.push }, signal);
  const failure = notices.end();
  // 1: nothing found. 2: something went wrong, which is harmless when each message names the file that it is about.
  const isWhole = result.code === 0 || result.code === 1 || (result.code === 2 && failure === '');
  if (isWhole) {
    hits.end();
    return;
  }
  // The last file is left out: of its matches some may be missing.
  const how = result.killedBy === null ? `exit code ${result.code ?? '?'}` : `signal ${result.killedBy}`;
  throw new RipgrepFailure(`ripgrep ended with ${how}${failure === '' ? '' : `: ${failure}`}.`);
}

/** By the search that runs already, if it is the same. */
function execute(command: SearchCommand, reader: Reader, signal: AbortSignal): Promise<SearchEnd> {
  const early = takeEarlySearch(command);
  if (early) return early.read(reader, signal);
  return run(command.program, command.args, {
    cwd: command.folder,
    signal,
    onStdout: reader.stdout,
    onStderr: reader.stderr,
  });
}

const NUL = 0;
const LINE_FEED = 10;
const COLON = 58;
const ZERO = 48;

/**
 * Reads `path NUL`, a line `line : offset : match LF` for each match and an empty line before the next path, in pieces of
 * any size. Neither a path nor a match holds a NUL, and no match a line feed; a path may.
 */
export function hitParser(onFile: (file: RipgrepFile) => void): {
  readonly push: (chunk: Buffer) => void;
  readonly end: () => void;
} {
  let rest: Buffer = Buffer.alloc(0);
  let current: { path: Buffer; hits: number[]; lines: number[]; total: number } | undefined;

  const end = (): void => {
    if (current) onFile(current);
    current = undefined;
  };
  const push = (chunk: Buffer): void => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    while (at < bytes.length) {
      if (!current) {
        const nul = bytes.indexOf(NUL, at);
        if (nul < 0) break;
        // A copy: the chunk's memory must not be kept for a name.
        current = { path: Buffer.from(bytes.subarray(at, nul)), hits: [], lines: [], total: 0 };
        at = nul + 1;
      } else if (bytes[at] === LINE_FEED) {
        end();
        at++;
      } else {
        const end = bytes.indexOf(LINE_FEED, at);
        if (end < 0) break;
        current.total++;
        if (current.hits.length <= MOST_HITS) {
          current.lines.push(numberAt(bytes, at) - 1);
          current.hits.push(numberAt(bytes, bytes.indexOf(COLON, at) + 1));
        }
        at = end + 1;
      }
    }
    rest = bytes.subarray(at);
  };
  return { push, end };
}

/** The decimal number that begins at `at` and ends at a colon. */
function numberAt(bytes: Buffer, at: number): number {
  let value = 0;
  for (let i = at; i < bytes.length && bytes[i] !== COLON; i++) value = value * 10 + bytes[i]! - ZERO;
  return value;
}

/**
 * Reads ripgrep's messages. `end` gives those that are about no single file, shortened; '' when there is none.
 * A message may run over several lines, because a path may.
 */
export function noticeParser(onNotice: (notice: RipgrepNotice) => void): {
  readonly push: (chunk: Buffer) => void;
  readonly end: () => string;
} {
  const START = '\nrg: ';
  let rest = '\n';
  let others = '';
  const message = (text: string): void => {
    if (text.startsWith('DEBUG|')) {
      const large = /^DEBUG\|ignore::walk\|[^|]*?: ignoring (.*): \d+ bytes$/s.exec(text);
      if (large) onNotice({ kind: 'too-large', path: large[1]! });
      for (const path of ignoredIn(text)) onNotice({ kind: 'ignored', path });
      return;
    }
    const failed = /^(.*): (.*) \(os error (\d+)\)$/s.exec(text);
    if (failed) onNotice({ kind: 'unreadable', path: failed[1]!, reason: failed[2]!.toLowerCase() });
    else if (others.length < 500) others += `${text.trim()} `;
  };
  const push = (chunk: Buffer): void => {
    // latin1 keeps a character that two chunks share; it is decoded when its message is whole.
    rest += chunk.toString('latin1');
    let start = rest.indexOf(START);
    if (start < 0) return;
    for (let next = rest.indexOf(START, start + 1); next >= 0; next = rest.indexOf(START, start + 1)) {
      message(utf8(rest.slice(start + START.length, next)));
      start = next;
    }
    rest = rest.slice(start);
  };
  const end = (): string => {
    const last = rest.trim();
    if (last.startsWith('rg: ')) message(utf8(last.slice(4)));
    else if (last !== '') others += utf8(last);
    return others.trim();
  };
  return { push, end };
}

/**
 * The path that a message says is ignored by a rule of an ignore file. Paths and rules may hold any text, so that its
 * end is not always certain: then each that it may be is given.
 */
function ignoredIn(text: string): string[] {
  const start = /^DEBUG\|ignore::walk\|[^|]*?: ignoring /.exec(text)?.[0].length;
  const paths: string[] = [];
  if (start === undefined) return paths;
  for (let end = text.indexOf(BY_RULE, start); end >= 0; end = text.indexOf(BY_RULE, end + 1))
    paths.push(text.slice(start, end));
  return paths;
}

const BY_RULE = ': Ignore(IgnoreMatch(Gitignore(';

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
