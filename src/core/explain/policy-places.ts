import { folderOf } from '../outcomes/tree';
import type { Outcome, OutcomesFile, OutcomeTree, Policy, Written } from '../outcomes/model';
import type { Place } from './model';

/** Where a field of the policy is stated, or one entry of it; null when the policy has it by default. */
export function policyPlace(tree: OutcomeTree, policy: Policy, field: string, entry?: string): Place | null {
  const file = tree.files.find((one) => one.policy === policy) ?? statingFile(tree, policy);
  return file === undefined ? null : fieldPlace(file, policy.at, field, entry);
}

/** Where a field of an outcome is written, or one entry of it; null when it is not there. */
export function outcomePlace(
  tree: OutcomeTree,
  outcome: Outcome,
  field: string,
  entry?: string,
): Place | null {
  const file = tree.files.find(({ path }) => path === outcome.file);
  return file === undefined ? null : fieldPlace(file, outcome.at, field, entry);
}

/** Where an outcome or output begins; null for an id that nothing has. */
export function entryPlace(tree: OutcomeTree, id: string): Place | null {
  const entry = tree.entries.get(id.toLowerCase());
  const file = entry && tree.files.find(({ path }) => path === entry.outcome.file);
  if (entry === undefined || file === undefined) return null;
  return { file: file.path, range: file.lines.rangeOf((entry.output ?? entry.outcome).at.self) };
}

function statingFile(tree: OutcomeTree, { at, dir }: Policy): OutcomesFile | undefined {
  if (at === null) return undefined;
  return tree.files.find(({ path, policy }) => policy !== null && folderOf(path) === dir);
}

function fieldPlace(
  { path, text, lines }: OutcomesFile,
  at: Written | null,
  field: string,
  entry: string | undefined,
): Place | null {
  const written = at?.keys.get(field);
  if (written === undefined) return null;
  const { start, end } = written.value;
  const found = entry === undefined ? -1 : wordIn(text.slice(start, end), entry);
  const span = found < 0 ? written.key : { start: start + found, end: start + found + entry!.length };
  return { file: path, range: lines.rangeOf(span) };
}

/** Where a word stands in YAML that lists it, apart from words that only hold it and from remarks; -1 for nowhere. */
function wordIn(yaml: string, word: string): number {
  for (let at = yaml.indexOf(word); at >= 0; at = yaml.indexOf(word, at + 1)) {
    const before = yaml.slice(0, at);
    const isRemark = /(?:^|[\s])#[^\n]*$/.test(before);
    const isWhole =
      /(?:^|[\s[{,'"])$/.test(before) && /^(?:$|[\s\]},:'"])/.test(yaml.slice(at + word.length));
    if (isWhole && !isRemark) return at;
  }
  return -1;
}
