import type { Commit } from '../../core';
import type { Snapshot } from '../../workspace/snapshot';
import { countTodos, type FileTodos } from './linked-work';
import { rows, type Draft, type Row } from './rows';
import { skippedGroup } from './skipped-rows';
import { unexplained, type Unexplained } from './unexplained';
import { apart } from './words';
import { branchDraft, commitDraft, todoTree, type WorkContext } from './work-rows';

/** So many new TODOs are shown unfolded. */
const UNFOLDED = 50;

/** The rows of "Without a why" for one folder, and how much there is. */
export interface WithoutWhy {
  readonly roots: (parent: string) => readonly Row[];
  readonly fresh: number;
  readonly older: number;
}

export function withoutWhy(snapshot: Snapshot, folder: string, branchOnly: boolean): WithoutWhy {
  const found = unexplained(snapshot, branchOnly);
  const context: WorkContext = {
    folder,
    today: snapshot.today,
    commits: new Map(snapshot.commits.map((commit) => [commit.id, commit])),
  };
  const skipped = skippedGroup(snapshot, folder);
  return {
    roots: (parent) =>
      rows(parent, [...groups(found, context), ...(skipped === null ? [] : [skipped])], (group) => group),
    fresh: found.branches.length + found.commits.length + countTodos(found.todos),
    older: found.olderCommits.length + countTodos(found.olderTodos),
  };
}

function groups(found: Unexplained, context: WorkContext): Draft[] {
  const drafts: Draft[] = [];
  if (found.branches.length > 0)
    drafts.push({
      ...group('branches', 'Branches', found.branches.length, 'git-branch'),
      expanded: true,
      children: (id) => rows(id, found.branches, (branch) => branchDraft(branch, context, null)),
    });
  if (found.commits.length > 0)
    drafts.push({ ...commitGroup(found.commits, context), expanded: found.commits.length <= UNFOLDED });
  if (found.todos.length > 0)
    drafts.push({ ...todoGroup(found.todos, context, countTodos(found.todos) <= UNFOLDED), expanded: true });
  const older = found.olderCommits.length + countTodos(found.olderTodos);
  if (older > 0)
    drafts.push({
      ...group('older', 'Older', older, 'history'),
      tooltip: () =>
        'Work from before this branch, or that nobody is asked about. It is listed, not held to a why.',
      children: (id) =>
        rows(
          id,
          [
            ...(found.olderTodos.length > 0 ? [todoGroup(found.olderTodos, context, false)] : []),
            ...(found.olderCommits.length > 0 ? [commitGroup(found.olderCommits, context)] : []),
          ],
          (draft) => draft,
        ),
    });
  return drafts;
}

function todoGroup(todos: readonly FileTodos[], context: WorkContext, expanded: boolean): Draft {
  return {
    ...group('todos', 'TODOs', countTodos(todos), 'checklist'),
    children: (id) => todoTree(id, todos, context, expanded),
  };
}

function commitGroup(commits: readonly Commit[], context: WorkContext): Draft {
  return {
    ...group('commits', 'Commits', commits.length, 'git-commit'),
    children: (id) => rows(id, commits, (commit) => commitDraft(commit, context, null)),
  };
}

function group(key: string, label: string, count: number, icon: string): Draft {
  return { key, kind: 'group', label, description: apart(count), icon };
}
