import type { Finding, Severity } from '../rules/finding';
import type { Rule } from '../rules/rule';
import { rules } from '../rules/table';
import type { Range } from '../text';
import { fingerprints } from './fingerprint';
import { inert, wellFormed } from './inert';
import { type MachineOptions, nameOfSubject, pathInRepository } from './machine';
import { RULE_HELP } from './rule-help';

/**
 * SARIF 2.1.0 (OASIS). Files are relative to the top of the repository (`SRCROOT`), columns count UTF-16 units. A hint is
 * no problem: `informational`. What is said of a branch or a commit names it as logical location and is placed at the top of
 * the first outcomes file, because code scanning shows only what has a file.
 */
export function findingsSarif(findings: readonly Finding[], options: MachineOptions): string {
  const names = fingerprints(findings, options.tree, options.work.todos);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'outcomes', version: options.version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The top of the repository' } } },
        results: findings.map((finding, i) => result(finding, names[i]!, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ROOT = 'SRCROOT';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'none',
};

const RULE_INDEX: ReadonlyMap<string, number> = new Map(rules.map(({ code }, i) => [code, i]));

function descriptor({ code, family, severity, summary }: Rule) {
  const help = RULE_HELP[code] ?? summary;
  return {
    id: code,
    shortDescription: { text: message(withFullStop(summary)) },
    fullDescription: { text: message(withFullStop(summary)) },
    help: { text: message(help.replaceAll('`', '')), markdown: help },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['outcomes', family] },
  };
}

function withFullStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function result(finding: Finding, fingerprint: string, options: MachineOptions) {
  const { code, severity, subject, related, outcome } = finding;
  const index = RULE_INDEX.get(code);
  return {
    ruleId: code,
    ...(index === undefined ? {} : { ruleIndex: index }),
    ...(severity === 'hint' ? { kind: 'informational' } : {}),
    level: LEVELS[severity],
    message: { text: message(finding.message) },
    locations: [location(subject, options)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ file, range, message: said }, i) => ({
            id: i + 1,
            ...physical(file, range, options),
            message: { text: message(said) },
          })),
        }),
    partialFingerprints: { 'outcomesFinding/v1': fingerprint },
    ...(outcome === null ? {} : { properties: { outcome: wellFormed(outcome) } }),
  };
}

function location(subject: Finding['subject'], options: MachineOptions) {
  if (subject.kind === 'file') return physical(subject.file, subject.range, options);
  const first = options.tree.files.find(({ path }) => !path.includes('/')) ?? options.tree.files[0];
  const name = subject.kind === 'branch' ? subject.branch : subject.commit;
  return {
    ...(first === undefined ? {} : physical(first.path, TOP, options)),
    logicalLocations: [
      { name: inert(name), kind: subject.kind, fullyQualifiedName: inert(nameOfSubject(subject)) },
    ],
  };
}

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function physical(file: string, { start, end }: Range, options: MachineOptions) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(pathInRepository(file, options)), uriBaseId: ROOT },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** A relative reference of RFC 3986; the colon of a first segment is escaped with the rest. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
}

/** Plain text of SARIF in which nothing reads as a placeholder (§3.11.5) or as an embedded link (§3.11.6). */
function message(text: string): string {
  return inert(text)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replaceAll('](', '\\](');
}
