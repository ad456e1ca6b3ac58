import type { ShownStatus } from '../../outcomes/progress';
import type { Finding } from '../../rules/finding';
import { rules } from '../../rules/table';
import type { Attention, ReviewFinding, ReviewOutcome } from './model';
import type { Names } from './names';

/** The findings with one code that stand in a file, in their order. */
export function findingsWithCode(code: string, findings: readonly Finding[], names: Names): ReviewFinding[] {
  return findings.filter((finding) => finding.code === code).flatMap((finding) => asReviewed(finding, names));
}

/**
 * Active outcomes that are behind, and those that an error or warning of the families SMART and health is about; the
 * worst status first, then the earliest due date, then as in the files.
 */
export function attentionOf(
  outcomes: readonly ReviewOutcome[],
  findings: readonly Finding[],
  names: Names,
): Attention[] {
  const found = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    if (!CODES.has(finding.code) || (finding.severity !== 'error' && finding.severity !== 'warning'))
      continue;
    for (const each of asReviewed(finding, names)) {
      if (each.outcome === null) continue;
      const own = found.get(each.outcome);
      if (own === undefined) found.set(each.outcome, [each]);
      else own.push(each);
    }
  }
  return outcomes
    .filter(({ key, stated, status }) => found.has(key) || (stated === 'active' && BEHIND.includes(status)))
    .sort((a, b) => rank(a) - rank(b) || compare(a.due ?? '9999', b.due ?? '9999'))
    .map(({ key, status }) => ({ outcome: key, status, findings: found.get(key) ?? [] }));
}

const CODES: ReadonlySet<string> = new Set(
  rules.filter(({ family }) => family === 'smart' || family === 'health').map(({ code }) => code),
);

/** Worst first. */
const BEHIND: readonly ShownStatus[] = ['missed', 'off-track', 'at-risk'];

function rank({ stated, status }: ReviewOutcome): number {
  const at = stated === 'active' ? BEHIND.indexOf(status) : -1;
  return at < 0 ? BEHIND.length : at;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asReviewed({ code, severity, message, subject, outcome }: Finding, names: Names): ReviewFinding[] {
  if (subject.kind !== 'file') return [];
  const { line, character } = subject.range.start;
  const place = { file: subject.file, line: line + 1, column: character + 1 };
  return [{ code, severity, message, place, outcome: names.keyOf(outcome) }];
}
