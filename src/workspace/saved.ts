/** What a session before saved, for the next one to begin with. */
import { type OutcomeTree, scopesOf } from '../core';
import type { FileWork } from './file-work';
import type { OutcomeFiles } from './outcome-files';
import type { SavedIndex, SavedWork } from './ports';
import { isSameFiles } from './sameness';

export interface Saved {
  readonly work: SavedWork;
  /** Of the outcomes files that it names, as they are now. */
  readonly tree: OutcomeTree;
  /** Files that need not be linked again: with this tree it would give the same. */
  readonly linked: ReadonlyMap<string, FileWork> | undefined;
}

/** undefined when nothing was saved, or the outcomes files ask for something else now. */
export async function loadSaved(index: SavedIndex, outcomeFiles: OutcomeFiles): Promise<Saved | undefined> {
  const work = await index.load();
  if (work === undefined) return undefined;
  const { linked } = work;
  // One whose text is the same need not be parsed.
  outcomeFiles.know(linked?.outcomesFiles ?? []);
  const tree = await outcomeFiles.peek(work.outcomesFiles);
  const isSame = JSON.stringify(scopesOf(tree)) === JSON.stringify(work.request.scopes);
  if (!isSame || tree.files.length === 0) return undefined;
  const isLinked = linked !== undefined && isSameFiles(linked.outcomesFiles, tree.files);
  return { work, tree, linked: isLinked ? linked.files : undefined };
}
