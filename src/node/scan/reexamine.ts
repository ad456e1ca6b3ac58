import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ScannedFile, Skipped } from '../../core';
import type { FoundInFiles, ScanRequest } from '../../workspace/ports';
import { Examiner } from './examine';
import { Ignores, type Level } from './ignores';
import { compileScopes } from './scopes';
import { insideCheck } from './tracked';

/** The longest the thread is held, in milliseconds. */
const SLICE = 5;

/**
 * What a whole scan would find in these files now; nothing in one that is gone or ignored.
 * @param tracked gives the files that are tracked though ignored; asked at most once, and only when one is ignored
 */
export async function reexamine(
  folder: string,
  request: ScanRequest,
  files: Iterable<string>,
  tracked: () => Promise<ReadonlySet<string>>,
  signal: AbortSignal,
): Promise<FoundInFiles> {
  const examiner = new Examiner(compileScopes(request));
  const inside = insideCheck(folder);
  const isIgnored = ignoreCheck(folder);
  const found = { files: [] as ScannedFile[], skipped: [] as Skipped[], unverified: [] as string[] };
  const look = (file: string): void => {
    const { todos, skipped, unverified } = examiner.examine({ file, at: path.join(folder, file) });
    if (todos.length > 0) found.files.push({ file, todos });
    if (skipped !== undefined) found.skipped.push({ file, reason: skipped });
    if (unverified) found.unverified.push(file);
  };
  let known: ReadonlySet<string> | undefined;
  let end = performance.now() + SLICE;
  for (const file of files) {
    // An absolute path is that of no file in the folder, and what lies above it would be looked up without end.
    const isInside = !path.posix.isAbsolute(file) && inside(path.posix.dirname(file));
    if (isInside && (!isIgnored(file) || (known ??= await tracked()).has(file))) look(file);
    if (performance.now() < end) continue;
    await nextTurn();
    signal.throwIfAborted();
    end = performance.now() + SLICE;
  }
  return found;
}

interface Directory {
  /** undefined when it is ignored, with all that is in it. */
  readonly level: Level | undefined;
  readonly segments: readonly string[];
}

/** Whether a file, or a folder that it is in, is ignored. Reads the ignore files of each folder once. */
function ignoreCheck(folder: string): (file: string) => boolean {
  const ignores = new Ignores(folder, { gitOnly: false });
  const top = ignores.segments('').slice(0, -1);
  const known = new Map<string, Directory>([['.', { level: ignores.top, segments: top }]]);
  const enter = (directory: string): Directory => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const above = enter(path.posix.dirname(directory));
    const segments = [...above.segments, path.posix.basename(directory)];
    const isLeft =
      above.level === undefined || segments.at(-1) === '.git' || ignores.ignores(above.level, segments, true);
    const level = isLeft
      ? undefined
      : ignores.enter(above.level, path.join(folder, directory), segments.length, undefined);
    const made = { level, segments };
    known.set(directory, made);
    return made;
  };
  return (file) => {
    const { level, segments } = enter(path.posix.dirname(file));
    return level === undefined || ignores.ignores(level, [...segments, path.posix.basename(file)], false);
  };
}
