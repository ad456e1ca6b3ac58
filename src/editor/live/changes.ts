import type { Snapshot } from '../../workspace/snapshot';

/** What an event of the file watcher means for a folder. */
export type Change = 'file' | 'git' | 'nothing';

/** What git writes when a branch, HEAD, the base or the configuration changes; locks and objects mean nothing. */
const GIT_STATE =
  /(?:^|\/)\.git\/(?:worktrees\/[^/]+\/|modules\/(?:.*\/)?)?(?:HEAD|ORIG_HEAD|FETCH_HEAD|MERGE_HEAD|config|packed-refs|shallow|reftable(?:\/.*)?|refs(?:\/.*)?)$/;

/** What it holds decides which files are looked at. */
const IGNORE_RULES = /(?:^|\/)\.git\/info\/exclude$/;

/** `file` is relative to the folder, with `/`. */
export function meaning(file: string): Change {
  if (/(?:^|\/)\.git$/.test(file)) return 'git'; // a repository came or went
  if (!/(?:^|\/)\.git\//.test(file) || IGNORE_RULES.test(file)) return 'file';
  return GIT_STATE.test(file) && !file.endsWith('.lock') ? 'git' : 'nothing';
}

/** The known files that lie below one of `paths`, which were folders if there are any. */
export function below(snapshot: Snapshot, paths: ReadonlySet<string>): string[] {
  const known = new Set([
    ...snapshot.files.map(({ file }) => file),
    ...snapshot.tree.files.map(({ path }) => path),
    ...snapshot.skipped.map(({ file }) => file),
  ]);
  return [...known].filter((file) => {
    for (let slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1))
      if (paths.has(file.slice(0, slash))) return true;
    return false;
  });
}
