/** When what was asked or found is the same as before, so that it need not be asked or linked again. */
import { type GitFacts, type OutcomesFile, type OutcomeTree, policyFor, scopesOf } from '../core';

/** True when both trees ask the scanner and git for the same. */
export function sameQuestions(a: OutcomeTree, b: OutcomeTree): boolean {
  const [x, y] = [policyFor(a, ''), policyFor(b, '')];
  return (
    JSON.stringify(scopesOf(a)) === JSON.stringify(scopesOf(b)) &&
    x.base === y.base &&
    x.commitsSince === y.commitsSince
  );
}

/** The very same files: each is parsed again only when its text is another. */
export function isSameFiles(a: readonly OutcomesFile[], b: readonly OutcomesFile[]): boolean {
  return a.length === b.length && a.every((file, i) => file === b[i]);
}

/** Whether branches and commits link to the same: all but the lines of files. */
export function isSameHistory(a: readonly GitFacts[], b: readonly GitFacts[]): boolean {
  const text = (facts: readonly GitFacts[]) =>
    JSON.stringify(facts.map((each) => ({ ...each, added: undefined })));
  return text(a) === text(b);
}
