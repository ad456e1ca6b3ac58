import type { Finding, Todo } from '../../core';
import type { ShownProblems } from '../../manifest';
import { unexplainedTodos } from '../../workspace/file-work';
import type { Snapshot } from '../../workspace/snapshot';

/** What decides on which finding and which TODO somebody gets to see. */
export interface Shown {
  readonly problems: ShownProblems;
  /** Both views are limited to the work of the branch that is checked out. */
  readonly branchOnly: boolean;
}

/** Where a TODO is listed, and what keeps findings from the editor and the Problems panel, as sentences. */
export function shownText(
  findings: readonly Finding[],
  todo: Todo | null,
  snapshot: Snapshot,
  { problems, branchOnly }: Shown,
): string[] {
  return [...hidden(findings, problems), ...(todo === null ? [] : [listed(todo, snapshot, branchOnly)])];
}

function hidden(findings: readonly Finding[], problems: ShownProblems): string[] {
  const isQuiet = ({ severity }: Finding) => severity === 'info' || severity === 'hint';
  if (findings.length === 0 || problems === 'all')
    return findings.some(({ severity }) => severity === 'hint')
      ? ['A hint is shown only in files that are open, as three dots below the word.']
      : [];
  if (problems === 'none')
    return ['The setting outcomes.problems is `none`, so the editor shows no findings.'];
  return findings.some(isQuiet)
    ? ['The setting outcomes.problems is `warnings`, so the editor shows no hints and no information.']
    : [];
}

function listed(todo: Todo, snapshot: Snapshot, branchOnly: boolean): string {
  const work = snapshot.files.find(({ file }) => file === todo.file);
  const isUnexplained = work !== undefined && unexplainedTodos(work).some(({ key }) => key === todo.key);
  const view = todo.links.length > 0 ? 'Outcomes' : isUnexplained ? 'Without a Why' : null;
  if (view === null) return 'No view lists it: it serves no outcome, and it is not asked for a why.';
  if (branchOnly && !todo.isNew)
    return `The view ${view} leaves it out at the moment: the views show this branch only, and it is older.`;
  return `The view ${view} lists it.`;
}
