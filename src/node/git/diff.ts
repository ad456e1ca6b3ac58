import type { LineRun } from '../../core';
import { decodeBytes, readQuoted } from './records';

export interface DiffReader {
  push(chunk: Buffer): void;
  end(): DiffResult;
}

export interface DiffResult {
  /** Added lines by file; a file that is new as a whole is 'all'. */
  readonly added: Map<string, 'all' | LineRun[]>;
  /** Changed files that git did not compare by lines, new ones left out. */
  readonly binary: string[];
  /** Files that are no more. */
  readonly deleted: string[];
  /** A file has another name than before. */
  readonly moved: boolean;
}

/** A file that git lists as changed, before it compares any lines. "Raw output format" in git-diff(1). */
export interface Change {
  /** What it is called now. */
  readonly path: string;
  /** One letter: A(dded), D(eleted), M(odified), R(enamed), T(ype changed), U(nmerged)… */
  readonly status: string;
  readonly modes: readonly [before: string, after: string];
  /** Object ids; all zeros where there is none, as for contents that only the working tree has. */
  readonly ids: readonly [before: string, after: string];
}

/**
 * Reads the output of `git diff -U0 --src-prefix=a/ --dst-prefix=b/` as it comes and keeps only the places of added
 * lines, so that a patch of any size needs the memory of its longest header. The contents of hunks are skipped by
 * the counts in their headers: no line of a file can be taken for a header.
 * Format: "Generating patch text with -p" in git-diff(1).
 * @param onListed gets what `--raw --no-abbrev` lists ahead of the first patch; what it throws, `push` throws
 */
export function createDiffReader(onListed?: (changes: readonly Change[]) => void): DiffReader {
  const added = new Map<string, 'all' | LineRun[]>();
  const binary: string[] = [];
  const deleted: string[] = [];
  let moved = false;
  let file: FileHeader | undefined;
  /** Lines of the hunk that are still to come. */
  let remaining = 0;
  /** The chunk before ended inside a content line. */
  let insideLine = false;
  let carried: Buffer[] = [];
  let listed: Change[] | undefined = [];

  const addRun = (run: LineRun): void => {
    if (file === undefined || file.isNew || file.isDeleted) return;
    const runs = added.get(file.path);
    if (runs === undefined) added.set(file.path, [run]);
    else if (runs !== 'all') runs.push(run);
  };
  const finishFile = (): void => {
    if (file === undefined) return;
    moved ||= file.isMoved;
    if (file.isDeleted) deleted.push(file.path);
    else if (file.isNew) added.set(file.path, 'all');
    else if (file.isBinary) binary.push(file.path);
  };
  const readHeader = (line: string): void => {
    if (line.startsWith('diff --git ')) {
      if (listed !== undefined && listed.length > 0) onListed?.(listed);
      listed = undefined;
      finishFile();
      file = { path: pathOfHeader(line), isNew: false, isDeleted: false, isBinary: false, isMoved: false };
    } else if (file === undefined) {
      if (line.startsWith(':')) listed?.push(changeIn(line));
    } else if (line.startsWith('@@ ')) {
      const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (hunk === null) return;
      const [removed, first, count] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
      remaining = removed + count;
      if (count > 0) addRun({ first: first - 1, last: first + count - 2 });
    } else {
      readExtendedHeader(line, file);
    }
  };
  /** Skips lines of a hunk from `start` on; gives where it stopped. */
  const skipLines = (chunk: Buffer, start: number): number => {
    let at = start;
    while (remaining > 0 && at < chunk.length) {
      // "\ No newline at end of file" stands between the lines and is not counted.
      if (chunk[at] !== BACKSLASH) remaining--;
      const end = chunk.indexOf(NEWLINE, at);
      insideLine = end < 0;
      at = end < 0 ? chunk.length : end + 1;
    }
    return at;
  };

  return {
    push(chunk) {
      let at = 0;
      while (at < chunk.length) {
        if (insideLine) {
          const end = chunk.indexOf(NEWLINE, at);
          if (end < 0) return;
          insideLine = false;
          at = end + 1;
        }
        at = skipLines(chunk, at);
        if (at >= chunk.length) return;
        const end = chunk.indexOf(NEWLINE, at);
        if (end < 0) {
          carried.push(chunk.subarray(at));
          return;
        }
        carried.push(chunk.subarray(at, end));
        const line = carried.length === 1 ? carried[0]! : Buffer.concat(carried);
        carried = [];
        readHeader(line.toString('latin1'));
        at = end + 1;
      }
    },
    end() {
      finishFile();
      file = undefined;
      return { added, binary, deleted, moved };
    },
  };
}

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;

interface FileHeader {
  path: string;
  isNew: boolean;
  isDeleted: boolean;
  isBinary: boolean;
  isMoved: boolean;
}

function readExtendedHeader(line: string, file: FileHeader): void {
  if (line.startsWith('new file mode ')) file.isNew = true;
  else if (line.startsWith('deleted file mode ')) file.isDeleted = true;
  else if (line.startsWith('rename to ')) {
    file.path = wholePath(line.slice('rename to '.length));
    file.isMoved = true;
  } else if (line.startsWith('copy to ')) file.path = wholePath(line.slice('copy to '.length));
  else if (line.startsWith('Binary files ')) file.isBinary = true;
  else if (line.startsWith('+++ ') && line !== '+++ /dev/null')
    file.path = newPath(line.slice('+++ '.length));
}

/** `:MODE MODE ID ID STATUS TAB path`, of what was moved `path TAB path`. */
function changeIn(line: string): Change {
  const [said, ...names] = line.split('\t');
  const [before, after, idBefore, idAfter, status] = said!.slice(1).split(' ');
  return {
    path: wholePath(names.at(-1)!),
    status: status![0]!,
    modes: [before!, after!],
    ids: [idBefore!, idAfter!],
  };
}

/** The path of a file that keeps its name: both halves of `diff --git a/NAME b/NAME` are the same. */
function pathOfHeader(line: string): string {
  const names = line.slice('diff --git '.length);
  const quoted = readQuoted(names, 0);
  const name = quoted ? quoted.value : names.slice(0, (names.length - 1) / 2);
  return decodeBytes(name.slice('a/'.length));
}

function wholePath(written: string): string {
  return decodeBytes(readQuoted(written, 0)?.value ?? written);
}

/** `b/NAME`, where git puts a tab behind a name that has spaces. */
function newPath(written: string): string {
  const name = readQuoted(written, 0)?.value ?? written.replace(/\t$/, '');
  return decodeBytes(name.slice('b/'.length));
}
