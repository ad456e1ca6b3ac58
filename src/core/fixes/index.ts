import { areApart, type TextEdit } from '../edits';
import type { OutcomesFile } from '../outcomes/model';
import type { Fix, FixContext, FixResult, Marked } from './fix';
import { policyFor } from '../outcomes/tree';
import { allReferenceFixes, duplicateIdFixes, unknownReferenceFixes } from './references';
import {
  baselineFixes,
  dueFixes,
  metricFixes,
  metricForTitleFixes,
  missingFieldFixes,
  ownerFixes,
  whyFixes,
} from './skeletons';
import { dateFixes, outputFixes, targetFixes } from './structure';
import { idAt, suggestedFixes } from './suggested';

export type { FileEdits, Fix, FixContext, FixResult, Marked } from './fix';
export { freeId, idFromTitle, takenIds } from './ids';
export { ownersOf } from './owners';
export { lastDayOf, quarterOf, type Quarter } from './periods';

type MakeFixes = (marked: Marked, context: FixContext) => Fix[];

/** How findings in an outcomes.yml can be put right, by their code. */
const FIXES: Readonly<Record<string, readonly MakeFixes[]>> = {
  'unknown-field': [suggestedFixes],
  'invalid-field': [suggestedFixes, missingFieldFixes],
  'ambiguous-percent': [suggestedFixes],
  'invalid-dates': [suggestedFixes, dateFixes],
  'conflicting-target': [suggestedFixes, targetFixes],
  'duplicate-id': [duplicateIdFixes],
  'unknown-reference': [unknownReferenceFixes],
  'output-as-outcome': [outputFixes],
  'vague-outcome': [metricForTitleFixes],
  'root-without-why': [whyFixes],
  'not-measurable': [metricFixes],
  'no-baseline': [baselineFixes],
  'not-time-bound': [dueFixes],
  'no-owner': [ownerFixes],
};

/** The codes of findings that may have a fix. */
export const fixableCodes: readonly string[] = Object.keys(FIXES);

/**
 * The ways to put a finding right, the likeliest first; none when the place is not what the finding is about any
 * more. Finding them looks the place up; the edits are worked out when `edits` is called.
 */
export function fixesFor(marked: Marked, context: FixContext): Fix[] {
  return (FIXES[marked.code] ?? []).flatMap((make) => make(marked, context));
}

/**
 * Puts every misspelt field, value and reference of the file right at once, where one spelling is near. Ids stay:
 * work in other files names them. Leaves out what cannot be edited, and rules that the policy turns off.
 */
export function fixSpelling(file: OutcomesFile, { tree, today }: FixContext): FixResult {
  const { rules } = policyFor(tree, file.path);
  const isOn = (code: string) => rules.get(code) !== 'off';
  const misspelt = file.problems.flatMap(({ code, span, suggestions }) =>
    suggestions !== undefined && isSpelling(code) && isOn(code) && idAt(file, span) === null
      ? fixesFor({ code, file, span }, { tree, today })
      : [],
  );
  const references = isOn('unknown-reference') ? allReferenceFixes(file, tree) : [];
  const edits: TextEdit[] = [];
  for (const fix of [...misspelt, ...references]) {
    const result = fix.preferred ? fix.edits() : undefined;
    if (result === undefined || 'refused' in result) continue;
    const own = result.files.flatMap((each) => each.edits);
    if (areApart([...edits, ...own])) edits.push(...own);
  }
  return { files: edits.length === 0 ? [] : [{ path: file.path, edits, stops: [] }] };
}

function isSpelling(code: string): boolean {
  return code === 'unknown-field' || code === 'invalid-field';
}
