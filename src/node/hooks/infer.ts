import path from 'node:path';
import {
  type Branch,
  type Day,
  findTodos,
  inferTrailer,
  type InferredId,
  type LineRun,
  policyFor,
  scopesOf,
  type Todo,
} from '../../core';
import { readLog } from '../git/commits';
import { findBase, readRefs } from '../git/refs';
import { readSettings } from '../git/settings';
import { stagedFiles } from '../git/staged';
import { compileScopes } from '../scan/scopes';
import type { Situation } from './situation';

/** The ids that the commit to be made serves, by its branch or else by the TODOs that it adds. */
export async function inferIds(situation: Situation): Promise<InferredId[]> {
  const branch = await linkedBranch(situation);
  const known = inferTrailer(branch, []);
  return known.length > 0 ? known : inferTrailer(branch, await stagedTodos(situation));
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

async function stagedTodos({ git, top, tree, linker }: Situation): Promise<Todo[]> {
  const scopes = compileScopes({ scopes: scopesOf(tree) });
  const index = process.env['GIT_INDEX_FILE'];
  const files = await stagedFiles(git, {
    wanted: (file) => scopes.of(file) !== undefined,
    // Git gives it relative to the top, where it starts hooks.
    index: index === undefined ? undefined : path.resolve(top, index),
  });
  return files.flatMap(({ file, lines, contents }) => {
    const scope = scopes.of(file);
    const todos = scope ? findTodos(contents, file, scope) : [];
    if (typeof todos === 'string') return [];
    const added = todos.filter(({ range, endLine }) => touches(lines, range.start.line, endLine));
    return linker.linkTodos({ file, todos: added }, 'all');
  });
}

function touches(lines: 'all' | readonly LineRun[], first: number, last: number): boolean {
  return lines === 'all' || lines.some((run) => run.first <= last && run.last >= first);
}
