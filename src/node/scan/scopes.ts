import { compileGlobs, compileTags, type TagMatcher } from '../../core';
import type { ScanRequest, ScanScope } from '../../workspace/ports';

/** A request made ready: what holds for which file. */
export interface Scopes {
  /** The tags of all scopes together; what it finds may be more than one scope asks for. */
  readonly anyTag: TagMatcher;
  /** Folders (relative, with `/`) of which no file is wanted. */
  readonly leaves: readonly string[];
  /** What to look for in a file; undefined when its scope ignores it. */
  of(file: string): FileScope | undefined;
}

export interface FileScope {
  readonly tags: TagMatcher;
  readonly mentions: 'marker' | 'any';
}

export function compileScopes(request: ScanRequest): Scopes {
  const scopes = request.scopes.map((scope) => ({
    prefix: scope.dir === '' ? '' : `${scope.dir}/`,
    ignores: compileGlobs(scope.ignore),
    file: { tags: compileTags(scope.tags), mentions: scope.mentions },
  }));
  scopes.sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    anyTag: compileTags(request.scopes.flatMap((s) => s.tags)),
    leaves: wholeFolders(request.scopes),
    of(file) {
      const scope = scopes.find((s) => file.startsWith(s.prefix));
      return !scope || scope.ignores(file.slice(scope.prefix.length)) ? undefined : scope.file;
    },
  };
}

/**
 * Folders that are ignored as a whole (`vendor/**`) need not be entered. Only where that is certain: the glob is
 * plain, nothing takes it back and no deeper scope begins in the folder.
 */
function wholeFolders(scopes: readonly ScanScope[]): string[] {
  const folders = scopes.flatMap(({ dir, ignore }) => {
    if (ignore.some((glob) => glob.startsWith('!'))) return [];
    const plain = ignore.flatMap((glob) => /^((?:[\w-][\w.-]*\/)+)\*\*$/.exec(glob)?.[1] ?? []);
    return plain.map((folder) => (dir === '' ? '' : `${dir}/`) + folder.slice(0, -1));
  });
  return folders.filter(
    (folder) =>
      /^[\w./-]+$/.test(folder) && !scopes.some(({ dir }) => dir === folder || dir.startsWith(`${folder}/`)),
  );
}
