import path from 'node:path';
import { type Branch, type Day, inferTrailer, type InferredId, policyFor, type Todo } from '../../core';
import { readLog } from '../git/commits';
import { findBase, readRefs } from '../git/refs';
import { readSettings } from '../git/settings';
import { stagedTodos } from '../git/staged-todos';
import type { Situation } from './situation';

/** The ids that the commit to be made serves, by its branch or else by the TODOs that it adds. */
export async function inferIds(situation: Situation): Promise<InferredId[]> {
  const branch = await linkedBranch(situation);
  const known = inferTrailer(branch, []);
  return known.length > 0 ? known : inferTrailer(branch, await staged(situation));
}

/** Of its own commits so many are looked at; what a branch serves shows in its latest ones. */
const MAX_COMMITS = 200;

async function linkedBranch({ git, tree, linker }: Situation): Promise<Branch | null> {
  const wanted = policyFor(tree, '').base;
  const [refs, settings] = await Promise.all([readRefs(git, wanted), readSettings(git)]);
  const { branch: name, oid } = refs.head;
  if (name === null) return null;
  const base = await findBase(git, refs, wanted);
  const bare = { name, current: true, config: settings.outcomes.get(name) ?? [], commits: [] };
  const branch = linker.linkBranch(bare, '', [], base?.ref);
  if (branch.links.length > 0 || branch.broken.length > 0) return branch;
  if (oid === null || base === null || oid === base.oid) return branch;
  const since: Day | null = null;
  const log = await readLog(git, { tips: [oid], without: [base.oid], since, limit: MAX_COMMITS });
  const commits = log.commits.map((commit) => linker.linkCommit(commit, ''));
  return linker.linkBranch({ ...bare, commits: commits.map(({ id }) => id) }, '', commits, base.ref);
}

function staged({ git, top, tree, linker }: Situation): Promise<Todo[]> {
  const index = process.env['GIT_INDEX_FILE'];
  // Git gives it relative to the top, where it starts hooks.
  return stagedTodos(git, {
    tree,
    linker,
    index: index === undefined ? undefined : path.resolve(top, index),
  });
}
