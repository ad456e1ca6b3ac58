import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { rgPath } from '@vscode/ripgrep';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * Source trees of other people that are on a machine which can run the tests: what npm has installed, and where there
 * are any what Debian has. The first one is always there.
 */
const TREES = [
  path.join(root, 'node_modules'),
  path.join(root, 'test', 'host', 'vscode', 'node_modules'),
  '/usr/share/perl',
  '/usr/share/perl5',
  '/usr/lib/python3',
  '/usr/lib/python3.11',
  '/usr/lib/git-core',
  '/usr/include',
  '/usr/share/vim',
  '/usr/share/javascript',
];

/** Pygments reads about half a megabyte a second: of each kind of file so many are asked about, and no large ones. */
const EACH_KIND = 200;
const LARGEST = '60K';

/** The same files on the same machine, of every kind some. */
export function sample(tags: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const file of filesWithTags(
    tags,
    TREES.filter((dir) => fs.existsSync(dir)),
    LARGEST,
  )) {
    const kind = path.extname(file) || path.basename(file);
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  const order = (file: string) => createHash('sha1').update(path.relative(root, file)).digest('hex');
  return [...kinds.values()].flatMap((files) =>
    files
      .map((file) => ({ file, at: order(file) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .slice(0, EACH_KIND)
      .map(({ file }) => file),
  );
}

/** Every file below `dirs` that holds a tag word, ignored and hidden ones too. */
export function filesWithTags(tags: readonly string[], dirs: readonly string[], largest = '2M'): string[] {
  const { stdout } = spawnSync(
    rgPath,
    [
      ...['--no-config', '-l', '--hidden', '--no-ignore', '--no-messages', '--sort', 'path'],
      ...['--max-filesize', largest, '-e', `\\b(?:${tags.join('|')})\\b`, ...dirs],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return stdout.split('\n').filter((file) => file !== '');
}
