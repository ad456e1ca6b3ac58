import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import type { OutcomeTree } from '../../../../src/core/outcomes/model';
import { layOut } from '../../../../src/core/explain/layout';
import type { Explanation } from '../../../../src/core/explain/model';
import { createLinker } from '../../../../src/core/work/linker';
import { compileTags } from '../../../../src/core/work/tags';
import { findTodosInText } from '../../../../src/core/work/comments';
import { policyFor } from '../../../../src/core/outcomes/tree';
import { checkWork } from '../../../../src/core/rules/run';
import type { Surroundings } from '../../../../src/core/explain/work';
import type { Finding } from '../../../../src/core/rules/finding';
import type { LineRun, Todo } from '../../../../src/core/work/model';

/** The tree of some outcomes files, by path. */
export function treeOf(files: Readonly<Record<string, string>>): OutcomeTree {
  return mergeFiles(Object.entries(files).map(([path, text]) => parseOutcomes(path, text)));
}

export function textOf(explanation: Explanation): string {
  return layOut(explanation).text;
}

/** The first TODO of a source, linked by the tree, and what is found of it. */
export function firstTodo(
  tree: OutcomeTree,
  file: string,
  source: string,
  added: 'all' | readonly LineRun[] = 'all',
): { readonly todo: Todo; readonly findings: Finding[] } {
  const policy = policyFor(tree, file);
  const options = { tags: compileTags(policy.tags), mentions: policy.mentions };
  const todos = findTodosInText(source, file, options);
  if (typeof todos === 'string') throw new Error(todos);
  const [todo] = createLinker(tree).linkTodos({ file, todos }, added);
  return { todo: todo!, findings: checkWork(todo!, tree, policy) };
}

export function around(tree: OutcomeTree, given: Partial<Surroundings> = {}): Surroundings {
  return { tree, findings: [], base: 'origin/main', git: 'asked', since: null, hidden: [], ...given };
}
