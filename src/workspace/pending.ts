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

/** Ignore rules say what counts of other files; a name that is no UTF-8 may be that of any of several. */
export function concernsOthers(file: string): boolean {
  return (
    /(?:^|\/)(?:\.gitignore|\.ignore|\.rgignore|\.git\/info\/exclude)$/.test(file) || file.includes('\uFFFD')
  );
}
