import type { GitFacts } from '../core';
import { type FileWork, linkKey } from './file-work';
import type { GitWork } from './work-index';

/**
 * The outcomes and outputs that work links to, by id in lower case. null where a repository is there whose history is
 * not known: what nobody seems to work on may be all that it holds.
 */
export function servedIds(
  files: readonly FileWork[],
  { branches, commits }: Pick<GitWork, 'branches' | 'commits'>,
  facts: readonly GitFacts[],
): ReadonlySet<string> | null {
  if (facts.some(({ branch, head }) => branch === null && head === null)) return null;
  const served = new Set<string>();
  for (const { counts } of files) for (const id of counts.linked.keys()) served.add(id);
  for (const branch of branches) {
    for (const link of branch.links) served.add(linkKey(link));
    for (const id of branch.serves ?? []) served.add(id.toLowerCase());
  }
  for (const { links } of commits) for (const link of links) served.add(linkKey(link));
  return served;
}
