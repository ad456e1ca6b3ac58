import type { GitCommand } from './command';

export interface Settings {
  /** `branch.<name>.outcome` by branch, in the order git reads them. */
  readonly outcomes: ReadonlyMap<string, readonly string[]>;
  /** Names of filters that can run on a file. */
  readonly filters: readonly string[];
}

/** One process for all that is asked of git's configuration, with the user's and the system's files included. */
export async function readSettings(git: GitCommand): Promise<Settings> {
  const outcomes = new Map<string, string[]>();
  const filters = new Set<string>();
  const wanted = String.raw`^(branch\..*\.outcome|filter\..*\.(clean|process))$`;
  const listed = await git.text(['config', '-z', '--get-regexp', wanted], [1]);
  for (const entry of (listed ?? '').split('\0')) {
    // "key LF value"; no LF when the file gives no value at all. Names may hold dots, but no LF.
    const end = entry.indexOf('\n');
    const key = end < 0 ? entry : entry.slice(0, end);
    const name = key.slice(key.indexOf('.') + 1, key.lastIndexOf('.'));
    if (key.startsWith('filter.')) filters.add(name);
    else if (key.startsWith('branch.') && end >= 0) {
      const values = outcomes.get(name);
      const value = entry.slice(end + 1);
      if (values === undefined) outcomes.set(name, [value]);
      else values.push(value);
    }
  }
  return { outcomes, filters: [...filters] };
}
