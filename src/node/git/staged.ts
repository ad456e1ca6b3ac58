import type { LineRun } from '../../core';
import { readBlobs } from './blobs';
import type { GitCommand } from './command';
import { DIFF, LITERAL, PATCH, REGULAR } from './compare';
import { createDiffReader } from './diff';

/** A file as the index holds it, and which of its lines the next commit adds. */
export interface StagedFile {
  /** Relative to git's folder, which is the repository's top. */
  readonly file: string;
  readonly lines: 'all' | readonly LineRun[];
  readonly contents: Buffer;
}

export interface StagedOptions {
  /** The index that the commit is made from, where that is not the usual one (`git commit --only`, `-a`). */
  readonly index?: string | undefined;
  /** Files that matter; others are not read. */
  readonly wanted?: (file: string) => boolean;
}

/** A commit of more files, or a larger file, was made by a machine. */
const MAX_FILES = 300;
const MAX_BYTES = 1024 * 1024;

/**
 * What is staged: the files with lines that HEAD has not, as they are in the index, not in the working tree. Moved
 * lines of a renamed file are not among them. No external diff, text conversion or filter is run.
 */
export async function stagedFiles(git: GitCommand, options: StagedOptions = {}): Promise<StagedFile[]> {
  const env = options.index === undefined ? {} : { GIT_INDEX_FILE: options.index };
  const reader = createDiffReader();
  await git.stream([...DIFF, '--cached', ...PATCH, '--text', '--'], (chunk) => reader.push(chunk), { env });
  const { added } = reader.end();
  const files = [...added.keys()].filter(options.wanted ?? (() => true)).slice(0, MAX_FILES);
  if (files.length === 0) return [];

  const oids = new Map<string, string>();
  await git.records(
    ['ls-files', '--stage', '-z', '--', ...files],
    (record) => {
      const [mode, oid, file] = entryOf(record);
      if (REGULAR.test(mode)) oids.set(file, oid);
    },
    { env: { ...env, ...LITERAL } },
  );
  const contents = await readBlobs(git, oids.values(), MAX_BYTES);
  return files.flatMap((file) => {
    const blob = contents.get(oids.get(file) ?? '');
    return blob === undefined ? [] : [{ file, lines: added.get(file)!, contents: blob }];
  });
}

/** `mode oid stage TAB path` */
function entryOf(record: Buffer): [mode: string, oid: string, file: string] {
  const text = record.toString('utf8');
  const tab = text.indexOf('\t');
  const [mode, oid] = text.slice(0, tab).split(' ');
  return [mode!, oid!, text.slice(tab + 1)];
}
