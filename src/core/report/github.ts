import type { Finding, Severity } from '../rules/finding';
import { inert } from './inert';
import { type MachineOptions, nameOfSubject, pathInRepository } from './machine';

/**
 * One GitHub Actions workflow command a finding, which shows it at its line in a pull request; hints are left out. What
 * is said of a branch or a commit has no file. The format and its escapes are those of the runner:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function findingsGithub(
  findings: readonly Finding[],
  options: Pick<MachineOptions, 'folder'>,
): string {
  return findings.map((finding) => command(finding, options)).join('');
}

const COMMANDS: Readonly<Record<Severity, string | null>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: null,
};

function command(finding: Finding, options: Pick<MachineOptions, 'folder'>): string {
  const name = COMMANDS[finding.severity];
  if (name === null) return '';
  const properties = [...place(finding.subject, options), ['title', inert(finding.code)] as const]
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name} ${properties}::${escapeData(messageOf(finding, options))}\n`;
}

function place(
  subject: Finding['subject'],
  options: Pick<MachineOptions, 'folder'>,
): (readonly [string, string | number])[] {
  if (subject.kind !== 'file') return [];
  const { start, end } = subject.range;
  return [
    // Line ends are escaped below; other control characters would act in the log.
    ['file', pathInRepository(subject.file, options).replace(/[^\r\n]+/g, inert)],
    ['line', start.line + 1],
    ['col', start.character + 1],
    ['endLine', end.line + 1],
    // GitHub refuses columns of a range that runs over several lines.
    ...(start.line === end.line ? [['endColumn', end.character + 1] as const] : []),
  ];
}

function messageOf({ message, subject, related }: Finding, options: Pick<MachineOptions, 'folder'>): string {
  const where = subject.kind === 'file' ? '' : `${inert(nameOfSubject(subject))}: `;
  const lines = related.map(({ file, range, message: said }) => {
    const at = `${pathInRepository(file, options)}:${range.start.line + 1}:${range.start.character + 1}`;
    return `${inert(at)} ${inert(said)}`;
  });
  return [`${where}${inert(message)}`, ...lines].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
