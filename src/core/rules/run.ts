import { policyFor } from '../outcomes/tree';
import type { OutcomeTree, OutcomesFile, Policy } from '../outcomes/model';
import type { Span } from '../text';
import type { Branch, Commit, Todo } from '../work/model';
import type { Finding, Severity } from './finding';
import type { TreeContext, TreeProblem, TreeRule, WorkProblem, WorkRule } from './rule';
import { workRules } from './work';

/** What the outcome files themselves show, in no order. */
export function checkTree(context: TreeContext, rules: readonly TreeRule[]): Finding[] {
  const files = new Map(context.tree.files.map((file) => [file.path, file]));
  return rules.flatMap((rule) =>
    [...rule.check(context)].flatMap((problem) => {
      const severity = severityOf(rule, policyFor(context.tree, problem.file));
      return severity === 'off' ? [] : [treeFinding(rule, severity, problem, files)];
    }),
  );
}

/**
 * What one piece of work shows; `policy` is the one that applies to it. A commit that is not made yet is also told
 * when what it serves is closed.
 */
export function checkWork(
  item: Todo | Branch | Commit,
  tree: OutcomeTree,
  policy: Policy,
  isBeingWritten = false,
): Finding[] {
  const findings: Finding[] = [];
  const context = { tree, policy, isBeingWritten };
  for (const rule of workRules) {
    const severity = severityOf(rule, policy);
    if (severity === 'off') continue;
    for (const problem of rule.check(item, context)) {
      const own = problem.existing === true ? existingSeverity(severity, policy) : severity;
      if (own !== 'off') findings.push(workFinding(rule, own, problem, tree));
    }
  }
  return findings;
}

/** Files by path and position, then branches, then commits, each in the order given. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(compareFindings);
}

const KINDS = ['file', 'branch', 'commit'];

function compareFindings(a: Finding, b: Finding): number {
  const kind = KINDS.indexOf(a.subject.kind) - KINDS.indexOf(b.subject.kind);
  if (kind !== 0 || a.subject.kind !== 'file' || b.subject.kind !== 'file') return kind;
  const [x, y] = [a.subject, b.subject];
  return (
    compareText(x.file, y.file) ||
    x.range.start.line - y.range.start.line ||
    x.range.start.character - y.range.start.character ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function severityOf(rule: TreeRule | WorkRule, policy: Policy): Severity | 'off' {
  return policy.rules.get(rule.code) ?? rule.severity;
}

/** Older work is held to no more than what the policy's `existing` says. */
function existingSeverity(severity: Severity, policy: Policy): Severity | 'off' {
  return policy.existing === 'same' ? severity : policy.existing;
}

function treeFinding(
  rule: TreeRule,
  severity: Severity,
  problem: TreeProblem,
  files: ReadonlyMap<string, OutcomesFile>,
): Finding {
  return {
    code: rule.code,
    severity,
    message: problem.message,
    subject: { kind: 'file', file: problem.file, range: rangeIn(files, problem.file, problem.span) },
    related: relatedPlaces(problem.related, files),
    outcome: problem.outcome ?? null,
  };
}

function workFinding(rule: WorkRule, severity: Severity, problem: WorkProblem, tree: OutcomeTree): Finding {
  return {
    code: rule.code,
    severity,
    message: problem.message,
    subject: problem.subject,
    related:
      problem.related === undefined
        ? []
        : relatedPlaces(problem.related, new Map(tree.files.map((file) => [file.path, file]))),
    outcome: problem.outcome ?? null,
  };
}

function relatedPlaces(
  related: TreeProblem['related'],
  files: ReadonlyMap<string, OutcomesFile>,
): Finding['related'] {
  return (related ?? []).map(({ file, span, message }) => ({
    file,
    range: rangeIn(files, file, span),
    message,
  }));
}

function rangeIn(
  files: ReadonlyMap<string, OutcomesFile>,
  path: string,
  span: Span,
): { start: Pos; end: Pos } {
  const file = files.get(path);
  return file === undefined ? NOWHERE : file.lines.rangeOf(span);
}

type Pos = { readonly line: number; readonly character: number };
const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
