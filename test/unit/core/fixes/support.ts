import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/edits';
import { fixesFor, type Fix, type FixContext, type FixResult, type Marked } from '../../../../src/core/fixes';
import type { OutcomesFile, OutcomeTree } from '../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import type { TreeProblem } from '../../../../src/core/rules/rule';
import { treeRules } from '../../../../src/core/rules/table';

export const TODAY = '2026-11-22';

/** The tree of files given as path → YAML, just as it is written. */
export function treeFrom(files: Readonly<Record<string, string>>): OutcomeTree {
  return mergeFiles(Object.entries(files).map(([path, text]) => parseOutcomes(path, text)));
}

export function contextOf(text: string | Readonly<Record<string, string>>): FixContext {
  return { tree: treeFrom(typeof text === 'string' ? { 'outcomes.yml': text } : text), today: TODAY };
}

export type Found = TreeProblem & { readonly code: string };

/** Everything that the rules find, without regard to what a policy makes of it. */
export function problemsOf({ tree, today }: FixContext): Found[] {
  return treeRules.flatMap((rule) =>
    [...rule.check({ tree, today })].map((problem) => ({ ...problem, code: rule.code })),
  );
}

export function markOf({ tree }: FixContext, { code, file, span }: Found): Marked {
  const read = tree.files.find(({ path }) => path === file);
  assert.ok(read, file);
  return { code, file: read, span };
}

/** The fixes of the only finding of a code in one text. */
export function fixesOf(text: string | Readonly<Record<string, string>>, code: string): Fix[] {
  const context = contextOf(text);
  const found = problemsOf(context).filter((problem) => problem.code === code);
  assert.equal(found.length, 1, `${found.length} findings of ${code}`);
  return fixesFor(markOf(context, found[0]!), context);
}

export function titlesOf(text: string | Readonly<Record<string, string>>, code: string): string[] {
  return fixesOf(text, code).map(({ title }) => title);
}

/** The text after a fix, with « » around what is to be typed over; a refusal as it is. */
export function applied(file: OutcomesFile, result: FixResult): string {
  if ('refused' in result) return result.refused;
  const own = result.files.find(({ path }) => path === file.path);
  if (own === undefined) return file.text;
  let text = applyEdits(file.text, own.edits);
  for (const { start, end } of [...own.stops].sort((a, b) => b.start - a.start))
    text = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
  return text;
}

/** The text after the fix with this title of the only finding of a code. */
export function fixed(text: string, code: string, title: string): string {
  const fix = fixesOf(text, code).find((each) => each.title === title);
  assert.ok(fix, `no fix "${title}" but ${titlesOf(text, code).join(', ')}`);
  return applied(contextOf(text).tree.files[0]!, fix.edits());
}
