import type { Day } from '../../core';
import { createGitCommand, GitFailure } from './command';

export interface Tag {
  readonly name: string;
  /** When it was made; of a lightweight tag its commit's day. In the time zone of who made it. */
  readonly day: Day;
}

/** The newest tags of a folder's repository, newest first. Empty where git tells of none. */
export async function readTags(folder: string, limit: number, signal: AbortSignal): Promise<Tag[]> {
  const git = createGitCommand('git', folder, signal);
  const format = '--format=%(refname:strip=2)%00%(creatordate:short)';
  try {
    const listed = await git.text([
      'for-each-ref',
      '--sort=-creatordate',
      `--count=${limit}`,
      format,
      'refs/tags',
    ]);
    return listed!.split('\n').flatMap((line) => {
      const [name = '', day = ''] = line.split('\0');
      // A tag of a tree or of a file has no day, and there is nothing to compare with.
      return day === '' ? [] : [{ name, day }];
    });
  } catch (error) {
    if (error instanceof GitFailure) return [];
    throw error;
  }
}
