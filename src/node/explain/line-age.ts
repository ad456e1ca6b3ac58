import path from 'node:path';
import { dayOfSeconds } from '../../core';
import { createGitCommand, GitFailure } from '../git/command';

/** Since when a line is as it is. */
export interface LineAge {
  /** `YYYY-MM-DD` in UTC, of the commit. */
  readonly day: string;
  readonly commit: string;
}

/**
 * The commit that wrote a line (0-based) of a file as HEAD has it; null where HEAD says something else there, and
 * without git. Only HEAD is read, so that no filter of the repository's own is run, and text conversion is off.
 */
export async function lineAge(
  folder: string,
  file: string,
  line: number,
  content: string,
  signal: AbortSignal,
): Promise<LineAge | null> {
  const at = path.join(folder, file);
  // A repository inside of the folder answers for its own files.
  const git = createGitCommand('git', path.dirname(at), signal);
  const range = `-L${line + 1},${line + 1}`;
  try {
    const said = await git.text([
      'blame',
      '--no-textconv',
      '--porcelain',
      range,
      'HEAD',
      '--',
      path.basename(at),
    ]);
    return readBlame(said ?? '', content);
  } catch (error) {
    if (error instanceof GitFailure || signal.aborted) return null;
    throw error;
  }
}

/** git-blame(1), "The porcelain format": a header per commit, then a tab and the line. */
function readBlame(said: string, content: string): LineAge | null {
  const commit = /^([0-9a-f]{40,64}) /.exec(said)?.[1];
  const seconds = /^committer-time (\d+)$/m.exec(said)?.[1];
  const line = /^\t(.*)$/m.exec(said)?.[1];
  if (commit === undefined || seconds === undefined || line?.trimEnd() !== content.trimEnd()) return null;
  return { commit, day: dayOfSeconds(Number(seconds)) };
}
