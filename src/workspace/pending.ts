/** What has to be looked at again. */
export interface Pending {
  all: boolean;
  git: boolean;
  readonly files: Set<string>;
  readonly overlays: Set<string>;
}

export function nothingPending(): Pending {
  return { all: false, git: false, files: new Set(), overlays: new Set() };
}

export function isPending(pending: Pending): boolean {
  return pending.all || pending.git || pending.files.size > 0 || pending.overlays.size > 0;
}

/**
 * True when a change of this file may change what is known of others: ignore rules decide which files count, and a
 * name with U+FFFD, which is not UTF-8 on the disk, may stand for any of several files.
 */
export function concernsOthers(file: string): boolean {
  return (
    /(?:^|\/)(?:\.gitignore|\.ignore|\.rgignore|\.git\/info\/exclude)$/.test(file) || file.includes('\uFFFD')
  );
}
