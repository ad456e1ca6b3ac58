/**
 * The glob for all below `dir`, as an outcomes.yml in the folder `base` writes it; both end with a slash or are empty.
 * Undefined where it is not below. What has a meaning in a glob is escaped.
 */
export function globBelow(base: string, dir: string): string | undefined {
  const path = dir === '' || dir.endsWith('/') ? dir : `${dir}/`;
  if (!path.startsWith(base)) return undefined;
  const inside = path.slice(base.length);
  return `${isPlain(inside) ? inside : escaped(inside)}**`;
}

/** `app/[slug]` and `app/(auth)` mean the folders of these names as they are. */
function isPlain(path: string): boolean {
  return !/[\\*?{}]|^!/.test(path) && !/[[\]()]/.test(path.replace(/\[[^[\]()]*\]|\([^[\]()]*\)/g, ''));
}

/** A backslash before a star or a letter would be taken for a path as Windows writes it. */
function escaped(path: string): string {
  return path.replace(/[*?\\]|[{}[\]()!]/g, (c) =>
    c === '\\' ? '[\\\\]' : /[*?]/.test(c) ? `[${c}]` : `\\${c}`,
  );
}
