import { applyEdits, type TextEdit } from '../../edits';
import { readDocument, type MapNode, type Node } from '../document';
import type { FileProblem, OutcomesFile } from '../model';
import { NOTHING, sameMeaning, type Meaning } from './meaning';
import { refuse } from './refusal';

/**
 * Where the YAML of a file is broken anywhere, a slice of it does not tell all: what follows an open quote may be read
 * in another way once something is added. So the whole file is read again, and has to say the same and the change.
 * `key` is where a field of the changed mapping is written.
 */
export function refuseMisread(
  file: OutcomesFile,
  edits: readonly TextEdit[],
  key: number,
  becomes: (before: Meaning) => Meaning,
): void {
  if (!isBroken(file.problems)) return;
  const before = readDocument(file.text);
  const text = applyEdits(file.text, edits);
  const after = readDocument(text);
  const expected = meaningOfNode(before.root, file.text, (map, meaning) =>
    [...map.fields.values()].some((field) => field.key.start === key) ? becomes(meaning) : meaning,
  );
  const same = sameMeaning(
    meaningOfNode(after.root, text, (_, meaning) => meaning),
    expected,
  );
  if (!same || !sameProblems(before.problems, after.problems)) {
    refuse('The file is broken near this place, so it is not edited. Correct its YAML first.');
  }
}

function isBroken(problems: readonly FileProblem[]): boolean {
  return problems.some(({ code }) => code === 'invalid-yaml');
}

function sameProblems(before: readonly FileProblem[], after: readonly FileProblem[]): boolean {
  return before.length === after.length && before.every(({ message }, i) => message === after[i]!.message);
}

function meaningOfNode(
  node: Node | null,
  text: string,
  changed: (map: MapNode, meaning: Meaning) => Meaning,
): Meaning {
  if (node === null) return NOTHING;
  // What an alias repeats has its meaning where the anchor is: written out, it could be endless.
  if (node.aliased) return { kind: 'alias', name: text.slice(node.span.start, node.span.end) };
  if (node.kind === 'scalar') return { kind: 'value', value: node.value };
  if (node.kind === 'list') {
    return { kind: 'list', items: node.items.map((item) => meaningOfNode(item, text, changed)) };
  }
  const fields = [...node.fields].map(
    ([name, { value }]) => [name, meaningOfNode(value, text, changed)] as const,
  );
  return changed(node, { kind: 'map', fields });
}
