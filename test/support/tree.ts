import type { OutcomeTree } from '../../src/core/outcomes/model';
import { parseOutcomes } from '../../src/core/outcomes/parse';
import { mergeFiles } from '../../src/core/outcomes/tree';

/** The tree of outcome files given as path → YAML; a text alone is the root's outcomes.yml. `version` is added. */
export function treeOf(files: string | Readonly<Record<string, string>>): OutcomeTree {
  const texts = typeof files === 'string' ? { 'outcomes.yml': files } : files;
  return mergeFiles(
    Object.entries(texts).map(([path, text]) =>
      parseOutcomes(path, `version: 1\n${text.replace(/^\n/, '')}`),
    ),
  );
}
