import { findTodos, type LineRun, type Linker, type OutcomeTree, scopesOf, type Todo } from '../../core';
import { compileScopes } from '../scan/scopes';
import type { GitCommand } from './command';
import { stagedFiles } from './staged';

export interface StagedTodosOptions {
  readonly tree: OutcomeTree;
  /** Of the same tree. */
  readonly linker: Linker;
  /** See `StagedOptions.index`. */
  readonly index?: string | undefined;
  /** The tree's name for a file of the repository; undefined for one that the tree says nothing of. The same by default. */
  readonly fileOf?: (file: string) => string | undefined;
}

/** The TODOs on the lines that the next commit adds, linked. Git's folder is the repository's top. */
export async function stagedTodos(git: GitCommand, options: StagedTodosOptions): Promise<Todo[]> {
  const { tree, linker, index, fileOf = (file: string) => file } = options;
  const scopes = compileScopes({ scopes: scopesOf(tree) });
  const scopeOf = (file: string) => {
    const known = fileOf(file);
    const scope = known === undefined ? undefined : scopes.of(known);
    return known === undefined || scope === undefined ? undefined : { file: known, scope };
  };
  const files = await stagedFiles(git, { wanted: (file) => scopeOf(file) !== undefined, index });
  return files.flatMap(({ file: staged, lines, contents }) => {
    const { file, scope } = scopeOf(staged)!;
    const todos = findTodos(contents, file, scope);
    if (typeof todos === 'string') return [];
    const added = todos.filter(({ range, endLine }) => touches(lines, range.start.line, endLine));
    return linker.linkTodos({ file, todos: added }, 'all');
  });
}

function touches(lines: 'all' | readonly LineRun[], first: number, last: number): boolean {
  return lines === 'all' || lines.some((run) => run.first <= last && run.last >= first);
}
