import type { GitCommand, StreamOptions } from './command';
import { createDiffReader, type DiffResult } from './diff';

/** What `git diff` says with these arguments. */
export async function diff(
  git: GitCommand,
  args: readonly string[],
  extra: StreamOptions,
  paths: readonly string[] = [],
): Promise<DiffResult> {
  const reader = createDiffReader();
  await git.stream([...DIFF, ...args, '--', ...paths], (chunk) => reader.push(chunk), extra);
  return reader.end();
}

export type Config = readonly (readonly [key: string, value: string])[];

/**
 * Git runs a file's clean filter to compare it, and any repository's configuration can name one. An empty command
 * is none; a file that is stored filtered then differs as a whole once it was edited.
 */
export function withoutFilters(filters: readonly string[]): Config {
  return filters.flatMap((name) => [
    [`filter.${name}.clean`, ''] as const,
    [`filter.${name}.process`, ''] as const,
    [`filter.${name}.required`, 'false'] as const,
  ]);
}

/** What a person set as `diff.*` is overruled: the editor and CI must see the same lines. */
export const DIFF = [
  'diff',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
  '--relative',
  '-O/dev/null',
];

export const PATCH = [
  '-p',
  '-U0',
  '--inter-hunk-context=0',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--irreversible-delete',
  '-M',
  '-l1000',
];

/** The modes of files, neither links nor submodules. */
export const REGULAR = /^100/;

/** Paths are names, not patterns. */
export const LITERAL = { GIT_LITERAL_PATHSPECS: '1' };
