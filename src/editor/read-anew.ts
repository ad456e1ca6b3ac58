import { mergeFiles, type OutcomesFile, type OutcomeTree, parseOutcomes } from '../core';

/** A file of the tree with another text, and the tree with it. In a bundle of its own: it brings the YAML reader. */
export function readAnew(
  tree: OutcomeTree,
  known: OutcomesFile,
  text: string,
): { readonly file: OutcomesFile; readonly tree: OutcomeTree } {
  const file = parseOutcomes(known.path, text);
  const others = tree.files.filter((other) => other !== known);
  return { file, tree: mergeFiles([...others, file]) };
}
